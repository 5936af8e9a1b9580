//! The charter: written, written again, put to both sides, and asked about once more.

use crate::table::{a_week_later, both_agree, no_key_shows, reads, routes, town, vote, work};
use agree::decisions::{self, DecisionId};
use agree::ratification;
use db::One;
use jiff::SignedDuration;
use kit::testing::Answer;
use people::testing::Town;

db::query! {
    fn count_versions() -> One<i64> { "select count(*) from charter_versions" }
    fn version_of(number: i64) -> One<i64> { "select id from charter_versions where number = $1" }
    fn is_provisional(number: i64) -> One<bool> { "select provisional from charter_versions where number = $1" }
    fn told() -> One<i64> { "select count(*) from activity where kind = 'charter.changed'" }
}

/// Fields of a form and what stands in them.
type Typed<'a> = &'a [(&'a str, &'a str)];

const EDIT: &str = "/charter/edit";
const ASK: &str = "/charter/ratification";

fn send(town: &Town, who: &str, seen: &str, text: &str) -> Answer {
    let form = [
        ("seen", seen),
        ("title-1", "What for"),
        ("body-1", text),
        ("title-3", "What not"),
        ("body-3", "What the **council** decides."),
        ("summary", "Plainer words"),
    ];
    town.as_(who).post(EDIT, &form)
}

/// Publishes a version, and fails where anything stands between.
fn written(town: &Town, who: &str, seen: &str, text: &str) {
    let answer = send(town, who, seen, text);
    assert_eq!((answer.status(), answer.location()), (303, "/charter"), "{}", answer.text());
}

fn provisional(town: &Town, number: i64) -> bool {
    town.write(move |c| Ok(is_provisional(c, number)?))
}

/// The vote on a version, the last one.
fn vote_on(town: &Town, number: i64) -> DecisionId {
    town.write(move |c| {
        let version = version_of(c, number)?;
        Ok(decisions::latest_of_subject(c, "charter", version)?)
    })
    .unwrap()
    .id
}

fn a_month_later(town: &Town) {
    town.wait(ratification::OPEN_FOR + SignedDuration::from_hours(24));
    work(town);
}

fn both_refuse(town: &Town, id: DecisionId) {
    for (who, voice) in [("marta", "school"), ("gabor", "club"), ("amina", "me"), ("pista", "me")] {
        assert_eq!(vote(town, who, voice, id, "no").status(), 303);
    }
}

/// An open town whose charter both sides have ratified.
fn ratified() -> Town {
    let town = town();
    written(&town, "stella", "0", "To do things together.");
    both_agree(&town, vote_on(&town, 1));
    a_month_later(&town);
    assert!(!provisional(&town, 1));
    town
}

#[test]
fn the_circle_writes_it_and_every_version_stays_readable() {
    let town = Town::founding(routes());
    assert!(reads(&town, "amina", "/charter").contains("There is no charter yet"));
    let form = reads(&town, "amina", EDIT);
    assert!(form.contains("value=\"What we leave to others\""), "it starts with headings: {form}");
    written(&town, "amina", "0", "To do things together.");
    town.wait(SignedDuration::from_hours(1));
    written(&town, "marta", "1", "To do *few* things together.");
    let page = reads(&town, "vera", "/charter");
    for says in ["Version 2", "Márta Tóth", "<em>few</em>", "<strong>council</strong>", "Plainer words"] {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(page.find("What for") < page.find("What not"), "in order, without the empty one: {page}");
    let old = reads(&town, "vera", "/charter/versions/1");
    assert!(old.contains("an older version") && old.contains("Amina Haddad") && !old.contains("few"));
    assert!(!old.contains(EDIT), "an old one isn't where one writes");
    assert!(!reads(&town, "vera", "/charter/versions/2").contains("an older version"));
    for path in ["/charter/versions/3", "/charter/versions/0", "/charter/versions/-1"] {
        assert_eq!(town.as_("vera").get(path).status(), 404, "{path}");
    }
    let again = reads(&town, "amina", EDIT);
    assert!(again.contains("name=\"seen\" value=\"2\"") && again.contains("To do *few* things together."));
    assert_eq!(town.write(|c| Ok(told(c)?)), 2);
}

#[test]
fn who_may_write_it_before_and_after_the_opening() {
    let founding = Town::founding(routes());
    assert_eq!(founding.as_("vera").get(EDIT).status(), 403, "not of the circle");
    assert_eq!(send(&founding, "vera", "0", "Mine").status(), 403);
    assert!(founding.stranger().post(EDIT, &[]).location().starts_with("/sign-in"));
    let town = town();
    for who in ["vera", "amina", "marta"] {
        assert_eq!(town.as_(who).get(EDIT).status(), 403, "{who}");
        assert_eq!(send(&town, who, "0", "Mine").status(), 403, "{who}");
        assert!(!reads(&town, who, "/charter").contains(EDIT), "{who}");
    }
    assert!(town.stranger().get(EDIT).location().starts_with("/sign-in"));
    for who in ["stella", "istvan"] {
        assert!(reads(&town, who, "/charter").contains(EDIT), "{who}");
        assert!(reads(&town, who, EDIT).contains("The decision of both sides on it opens"), "{who}");
    }
    assert_eq!(town.write(|c| Ok(count_versions(c)?)), 0);
}

#[test]
fn a_faulty_draft_comes_back_with_what_was_typed() {
    let town = Town::founding(routes());
    let long = "x".repeat(201);
    let bad: [(Typed, &str, &str); 5] = [
        (&[("title-2", "How")], "body-2", "Write what belongs under this heading"),
        (&[("body-7", "So & so")], "title-7", "Give this section a heading"),
        (&[("title-1", " "), ("body-1", "")], "title-1", "Write one section at least"),
        (&[("title-1", "Aim"), ("body-1", "Text"), ("summary", &long)], "summary", "there is room for 200"),
        (
            &[("title-1", "Aim"), ("body-1", "Text"), ("title-2", &long), ("body-2", "x")],
            "title-2",
            "there is room for 120",
        ),
    ];
    for (typed, field, says) in bad {
        let answer = town.as_("amina").post(EDIT, &[typed, &[("seen", "0")]].concat());
        let page = answer.text();
        assert_eq!(answer.status(), 422, "{field}");
        let beside = page.split(&format!("id=\"{field}-error\"")).nth(1).unwrap_or_default();
        assert!(beside.split("</div>").next().unwrap_or_default().contains(says), "{says}: {page}");
        for (_, value) in typed.iter().filter(|(_, value)| !value.trim().is_empty()) {
            assert!(page.contains(&value.replace('&', "&#38;")), "{value} is lost: {page}");
        }
        assert!(page.contains("name=\"seen\" value=\"0\""));
    }
    assert_eq!(town.write(|c| Ok(count_versions(c)?)), 0);
}

#[test]
fn what_changed_meanwhile_is_not_overwritten_unseen() {
    let town = Town::founding(routes());
    written(&town, "amina", "0", "To do things together.");
    written(&town, "marta", "1", "To do few things together.");
    let late = send(&town, "gabor", "1", "To talk & to act.");
    assert_eq!(late.status(), 422);
    assert!(late.contains("Somebody published another version while you were writing"), "{}", late.text());
    assert!(late.contains("To talk &#38; to act.") && late.contains("name=\"seen\" value=\"2\""));
    assert_eq!(town.write(|c| Ok(count_versions(c)?)), 2);
    written(&town, "gabor", "2", "To talk & to act.");
    written(&town, "gabor", "2", "To talk & to act.");
    assert_eq!(town.write(|c| Ok(count_versions(c)?)), 3, "the same form twice is one version");
    assert_eq!(town.write(|c| Ok(told(c)?)), 3);
}

#[test]
fn a_version_of_an_open_town_asks_both_sides() {
    let town = town();
    assert_eq!(town.as_("stella").post(ASK, &[("voice", "me")]).status(), 409, "nothing to vote on");
    written(&town, "stella", "0", "To do things together.");
    assert!(provisional(&town, 1));
    let id = vote_on(&town, 1);
    assert!(reads(&town, "", "/charter").contains(&format!("/decisions/{id}")));
    assert!(reads(&town, "", &format!("/decisions/{id}")).contains("Do we ratify the charter, version 1?"));
    let meanwhile = send(&town, "istvan", "1", "Something else.");
    assert_eq!(meanwhile.status(), 409);
    assert!(meanwhile.contains("Both sides are being asked about the charter right now"));
    assert_eq!(town.as_("istvan").get(EDIT).status(), 409);
    written(&town, "stella", "0", "To do things together.");
    both_agree(&town, id);
    a_month_later(&town);
    assert!(!provisional(&town, 1));
    assert!(reads(&town, "", "/charter").contains("ratified by both sides"));
    assert_eq!(town.write(|c| Ok(count_versions(c)?)), 1);
}

#[test]
fn what_both_sides_refuse_stays_provisional_and_the_ratified_one_is_named() {
    let town = ratified();
    written(&town, "stella", "1", "To do everything.");
    let id = vote_on(&town, 2);
    both_refuse(&town, id);
    a_month_later(&town);
    assert!(provisional(&town, 2) && !provisional(&town, 1));
    let page = reads(&town, "", "/charter");
    assert!(page.contains("The last one that both sides ratified is version 1."), "{page}");
    assert!(page.contains("provisional until both sides have ratified it"), "{page}");
    let decision = reads(&town, "", &format!("/decisions/{id}"));
    assert!(decision.contains("Version 2 is provisional."), "{decision}");
    assert!(!reads(&town, "", "/charter/versions/1").contains("provisional until"));
    // A guide may go on at once, with other words.
    written(&town, "stella", "2", "To do three things.");
    assert_eq!(town.write(|c| Ok(count_versions(c)?)), 3);
}

#[test]
fn a_citizen_group_asks_again_when_the_matter_has_rested() {
    let town = ratified();
    let malom = town.group("malom").to_string();
    let as_malom = [("voice", malom.as_str())];
    let school = town.group("school").to_string();
    for (who, voice) in [("marta", school.as_str()), ("amina", "me"), ("stella", "me"), ("pista", "me")] {
        assert_eq!(town.as_(who).post(ASK, &[("voice", voice)]).status(), 403, "{who} for {voice}");
        assert!(!reads(&town, who, "/charter").contains(ASK), "{who}");
    }
    assert!(town.stranger().post(ASK, &as_malom).location().starts_with("/sign-in"));
    assert_eq!(town.as_("pista").post(ASK, &as_malom).status(), 409, "it rests");
    town.wait(ratification::REST);
    assert!(reads(&town, "pista", "/charter").contains(ASK));
    assert!(!reads(&town, "marta", "/charter").contains(ASK), "a school is no citizen group");
    let asked = town.as_("pista").post(ASK, &as_malom);
    let id = vote_on(&town, 1);
    assert_eq!(asked.location(), format!("/decisions/{id}"));
    assert_eq!(town.as_("pista").post(ASK, &as_malom).location(), asked.location(), "asked once");
    assert!(!provisional(&town, 1), "it holds until it is refused");
    both_refuse(&town, id);
    a_month_later(&town);
    assert!(provisional(&town, 1));
    let page = reads(&town, "", "/charter");
    assert!(page.contains("provisional until") && !page.contains("ratified by both sides"), "{page}");
    town.wait(ratification::REST);
    assert_eq!(
        town.as_("stella").post(ASK, &[("voice", "me")]).status(),
        303,
        "a guide, on what is provisional"
    );
}

#[test]
fn a_version_says_in_which_language_it_is_written() {
    let town = Town::founding(routes());
    let form = |seen, locale| {
        let text = [("title-1", "Amiért vagyunk"), ("body-1", "Együtt csinálni."), ("summary", "Az első")];
        [&text[..], &[("seen", seen), ("locale", locale)]].concat()
    };
    let odd = town.as_("amina").post(EDIT, &form("0", "xx"));
    assert!(odd.status() == 422 && odd.contains("id=\"locale-error\""), "{}", odd.text());
    assert_eq!(town.as_("amina").post(EDIT, &form("0", "hu")).status(), 303);
    let page = reads(&town, "amina", "/charter");
    assert!(page.contains("<div class=\"prose\" lang=\"hu\">"), "{page}");
    assert!(page.contains("<span class=\"quiet\" lang=\"hu\">Az első"), "{page}");
    assert!(reads(&town, "amina", EDIT).contains("<option value=\"hu\" selected>"), "as the one before");
    assert_eq!(town.as_("amina").post(EDIT, &form("1", "en")).status(), 303, "the language was wrong");
    assert!(reads(&town, "amina", "/charter").contains("<div class=\"prose\" lang=\"en\">"));
    assert_eq!(town.write(|c| Ok(count_versions(c)?)), 2);
}

#[test]
fn what_says_the_same_is_no_new_version_and_no_new_vote() {
    let town = town();
    written(&town, "stella", "0", "To do things together.");
    let asked = vote_on(&town, 1);
    written(&town, "istvan", "1", "To do things together.");
    assert_eq!(town.write(|c| Ok(count_versions(c)?)), 1);
    assert_eq!(vote_on(&town, 1), asked);
}

#[test]
fn these_pages_ask_little_of_the_database_and_speak_both_languages() {
    let town = ratified();
    written(&town, "stella", "1", "To do few things together.");
    let both = |who: &str, path: &str| {
        let (answer, statements) = town.counted(&town.as_(who), path);
        assert_eq!(answer.status(), 200, "{path}");
        assert!(statements <= 12, "{path} takes {statements}");
        no_key_shows(&answer.text(), "charter");
        no_key_shows(&answer.text(), "ratification");
        no_key_shows(&town.as_(who).speaking("hu").get(path).text(), "charter");
    };
    both("stella", "/charter");
    both("pista", "/charter");
    both("stella", "/charter/versions/1");
    a_week_later(&town);
    a_month_later(&town);
    both("stella", EDIT);
}
