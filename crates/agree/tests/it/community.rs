//! What stands about the community: a steward puts it right; its caps only both sides change.

use crate::table::{a_week_later, adopted, both_agree, in_days, no_key_shows, reads, routes, town, vote};
use agree::decisions::DecisionId;
use agree::focuses;
use db::One;
use people::testing::Town;

db::query! {
    fn told(kind: &str) -> One<i64> { "select count(*) from activity where kind = $1" }
    fn detail(kind: &str) -> One<String> { "select cast(detail as text) from activity where kind = $1" }
    fn cap_of_focuses() -> One<i64> { "select max_focuses from community where id = 1" }
    fn cap_of_initiatives() -> One<i64> { "select max_initiatives from community where id = 1" }
}

const FACTS: [(&str, &str); 7] = [
    ("name", "Kővölgy and around"),
    ("place", "Kővölgy"),
    ("main_language", "hu"),
    ("languages", "en"),
    ("time_zone", "Europe/Bucharest"),
    ("join_by", "invitation"),
    ("second_step_for", "nobody"),
];

fn caps(town: &Town) -> (i64, i64) {
    town.write(|c| Ok((cap_of_focuses(c)?, cap_of_initiatives(c)?)))
}

fn with<'a>(change: &'a [(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = FACTS.iter().filter(|(name, _)| !change.iter().any(|(n, _)| n == name));
    kept.chain(change).copied().collect()
}

#[test]
fn everybody_reads_what_stands_about_it() {
    let town = town();
    for who in ["amina", "stella", "istvan"] {
        let page = reads(&town, who, "/community");
        assert!(page.contains("at most 3 focuses at a time, and 3 initiatives in each"), "{page}");
        no_key_shows(&page, "community");
        assert_eq!(page.contains("/community/edit"), who == "istvan", "{who}");
    }
    assert_eq!(town.stranger().get("/community").status(), 200);
    assert!(town.stranger().get("/").text().contains("/community"), "the foot of each page leads there");
}

#[test]
fn a_steward_puts_the_facts_right_and_everybody_can_see_that() {
    let town = town();
    let answer = town.as_("istvan").post("/community", &FACTS);
    assert_eq!((answer.status(), answer.location()), (303, "/community"));
    let page = reads(&town, "istvan", "/community");
    for said in ["Kővölgy and around", "Europe, Bucharest", "Magyar and English", "By invitation only"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let log = town.stranger().get("/activity").text();
    assert!(log.contains("changed what stands about the community"), "{log}");
    let detail = town.write(|c| Ok(detail(c, "community.changed")?));
    assert!(detail.contains("Europe/Budapest") && detail.contains("Europe/Bucharest"), "{detail}");
    assert!(!detail.contains("\"place\""), "what stayed as it was is not told: {detail}");
    assert!(!page.contains("A quiet word") && !town.app.community().unwrap().second_thoughts);
    // What is sent again changes nothing, and tells nothing.
    assert_eq!(town.as_("istvan").post("/community", &FACTS).status(), 303);
    assert_eq!(town.write(|c| Ok(told(c, "community.changed")?)), 1);
}

#[test]
fn a_steward_lets_a_quiet_word_come_before_some_posts() {
    let town = town();
    let is_ticked = |field: &str| {
        let page = reads(&town, "istvan", "/community/edit");
        let field = page.split("<input").find(|input| input.contains(&format!("name=\"{field}\"")));
        field.is_some_and(|field| field.split('>').next().is_some_and(|tag| tag.contains("checked")))
    };
    assert!(!is_ticked("second_thoughts") && is_ticked("link_previews"));
    assert_eq!(town.as_("istvan").post("/community", &with(&[("second_thoughts", "yes")])).status(), 303);
    assert!(town.app.community().unwrap().second_thoughts);
    assert!(is_ticked("second_thoughts") && !is_ticked("link_previews"));
    assert!(reads(&town, "amina", "/community").contains("A quiet word before some posts go out"));
    let detail = town.write(|c| Ok(detail(c, "community.changed")?));
    assert!(detail.contains("second_thoughts") && detail.contains("link_previews"));
    assert!(reads(&town, "amina", "/community").contains("Without cards"));
}

#[test]
fn what_cannot_be_is_said_beside_its_field() {
    let town = town();
    for (field, wrong) in [
        ("name", "K"),
        ("main_language", "xx"),
        ("time_zone", "Mars"),
        ("join_by", ""),
        ("second_step_for", "x"),
    ] {
        let answer = town.as_("istvan").post("/community", &with(&[(field, wrong)]));
        assert_eq!(answer.status(), 422, "{field}");
        let page = answer.text();
        assert!(page.contains(&format!("#{field}")) && page.contains("Kővölgy"), "{field}: {page}");
        no_key_shows(&page, "community");
    }
    assert_eq!(town.write(|c| Ok(told(c, "community.changed")?)), 0);
}

#[test]
fn nobody_else_changes_the_facts() {
    let town = town();
    for who in ["amina", "marta", "stella"] {
        assert_eq!(town.as_(who).get("/community/edit").status(), 403, "{who}");
        assert_eq!(town.as_(who).post("/community", &FACTS).status(), 403, "{who}");
    }
    assert!(town.stranger().post("/community", &FACTS).location().starts_with("/sign-in"));
}

#[test]
fn in_the_founding_stage_people_come_by_invitation_whatever_is_sent() {
    let town = Town::founding(routes());
    assert!(!reads(&town, "istvan", "/community/edit").contains("join_by"));
    assert_eq!(town.as_("istvan").post("/community", &with(&[("join_by", "email")])).status(), 303);
    assert!(!town.app.community().unwrap().joins_by_email());
    assert_eq!(town.as_("stella").get("/community/caps").status(), 403, "the caps wait for both sides");
}

/// Puts caps to both sides, as the guide.
fn put(town: &Town, focuses: &str, initiatives: &str) -> DecisionId {
    let closes_at = in_days(town, 7);
    let form =
        [("focuses", focuses), ("initiatives", initiatives), ("closes_at", &closes_at), ("body", "Why.")];
    let answer = town.as_("stella").post("/community/caps", &form);
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().strip_prefix("/decisions/").unwrap().parse().unwrap()
}

#[test]
fn both_sides_change_the_caps_and_what_waits_begins() {
    let town = town();
    for title in ["A safe way to school", "Growing old at home", "Evenings for the young"] {
        adopted(&town, title, &[]);
    }
    assert_eq!(town.write(focuses::places).free(), 0);
    let decision = put(&town, "4", "2");
    let page = reads(&town, "amina", &decision.path());
    assert!(page.contains("Shall we have at most 4 focuses at a time, and 2 initiatives in each?"), "{page}");
    assert!(page.contains("Now: at most 3 focuses at a time, and 3 initiatives in each"), "{page}");
    no_key_shows(&page, "community");
    assert!(reads(&town, "amina", "/community").contains(&decision.path()));
    both_agree(&town, decision);
    assert_eq!(caps(&town), (3, 3), "not before the closing");
    a_week_later(&town);
    assert_eq!(caps(&town), (4, 2));
    let page = reads(&town, "amina", &decision.path());
    assert!(page.contains("From now on: at most 4 focuses at a time, and 2 initiatives in each"), "{page}");
    assert_eq!(town.write(focuses::places).free(), 1);
}

#[test]
fn pages_know_the_new_caps_as_soon_as_somebody_has_looked_at_the_decision() {
    let town = town();
    let decision = put(&town, "1", "1");
    both_agree(&town, decision);
    town.wait(jiff::SignedDuration::from_hours(24 * 8));
    reads(&town, "amina", &decision.path());
    let page = reads(&town, "amina", "/community");
    assert!(page.contains("at most one focus at a time, and one initiative in each"), "{page}");
}

#[test]
fn one_side_alone_changes_nothing() {
    let town = town();
    let decision = put(&town, "9", "9");
    for (who, group) in crate::table::REPRESENTATIVES {
        assert_eq!(vote(&town, who, group, decision, "yes").status(), 303);
    }
    for who in ["amina", "pista", "vera"] {
        assert_eq!(vote(&town, who, "me", decision, "no").status(), 303);
    }
    a_week_later(&town);
    assert_eq!(caps(&town), (3, 3));
    let page = reads(&town, "amina", &decision.path());
    assert!(page.contains("It stays at 3 focuses at a time"), "{page}");
}

#[test]
fn whoever_speaks_for_a_group_may_ask_and_a_member_alone_may_not() {
    let town = town();
    let (closes_at, school) = (in_days(&town, 7), town.group("school").to_string());
    let form = [("focuses", "2"), ("initiatives", "3"), ("closes_at", closes_at.as_str())];
    assert_eq!(town.as_("amina").get("/community/caps").status(), 403);
    assert_eq!(town.as_("amina").post("/community/caps", &form).status(), 403);
    let as_herself = [&form[..], &[("voice", "me")]].concat();
    assert_eq!(town.as_("marta").post("/community/caps", &as_herself).status(), 403);
    let as_school = [&form[..], &[("voice", school.as_str())]].concat();
    assert_eq!(town.as_("marta").post("/community/caps", &as_school).status(), 303);
    // One question at a time.
    assert_eq!(town.as_("stella").post("/community/caps", &form).status(), 409);
    assert_eq!(town.as_("stella").get("/community/caps").status(), 409);
}

#[test]
fn caps_that_are_none_are_refused_beside_their_field() {
    let town = town();
    let closes_at = in_days(&town, 7);
    for (focuses, initiatives, field) in
        [("3", "3", "focuses"), ("0", "3", "focuses"), ("4", "ten", "initiatives")]
    {
        let form = [("focuses", focuses), ("initiatives", initiatives), ("closes_at", closes_at.as_str())];
        let answer = town.as_("stella").post("/community/caps", &form);
        assert_eq!(answer.status(), 422, "{focuses} {initiatives}");
        assert!(answer.text().contains(&format!("#{field}")), "{}", answer.text());
    }
}
