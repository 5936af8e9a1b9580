//! The first run, the founding circle, and the opening, as those who begin go through them.

use crate::table::{adopted, no_key_shows, reads, routes, town};
use agree::community::Facts;
use agree::founding;
use db::One;
use jiff::SignedDuration;
use kit::testing::Browser;
use kit::{App, Clock, Settings, Side};
use people::memberships::GroupRole;
use people::testing::Town;
use people::{groups, sectors, site};
use std::sync::Arc;

db::query! {
    fn stage() -> One<String> { "select stage from community" }
    fn told(kind: &str) -> One<i64> { "select count(*) from activity where kind = $1" }
    fn count_persons() -> One<i64> { "select count(*) from persons" }
    fn role_of(email: &str) -> One<String> { "select role from persons where email = $1" }
    fn community() -> One<(String, String, String)> { "select name, languages, time_zone from community" }
}

const START: &str = "/founding/start";
const CODE: &str = "K7Q4-MX2D-9RTA";
const OPENING: &str = "/founding/opening";
const YES: [(&str, &str); 2] = [("join_by", "email"), ("sure", "yes")];

/// What the first visitor types.
const GOOD: [(&str, &str); 11] = [
    ("name", "Kővölgy"),
    ("place", "Kővölgy & three villages"),
    ("main_language", "hu"),
    ("languages", "en"),
    ("time_zone", "Europe/Budapest"),
    ("sectors", "education"),
    ("sectors", "culture"),
    ("sectors", "health"),
    ("guide", "Stella Kovács"),
    ("email", "Stella@Example.org"),
    ("code", "k7q4 mx2d 9rta"),
];

/// The same with one field typed differently.
fn with<'a>(field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    GOOD.into_iter().filter(|(name, _)| *name != field).chain([(field, value)]).collect()
}

/// The browser of the first visitor of a server that asks for the founding code.
fn behind_a_code(town: &Town) -> Browser {
    let settings = Settings { founding_code: Some(CODE.into()), ..town.app.settings.clone() };
    let app = App::new(town.app.db.clone(), Clock::set(town.now()), settings).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    Browser::new(site::site(app, routes()), Arc::new(runtime))
}

#[test]
fn the_first_visitor_founds_the_community_and_is_its_first_guide() {
    let town = Town::unfounded(routes());
    let first = town.stranger();
    for path in ["/", "/needs", "/charter"] {
        assert_eq!(first.get(path).location(), START, "{path}");
    }
    let form = first.get(START);
    assert!(form.status() == 200 && !form.contains("Founding code"), "no code is asked where none is set");
    assert_eq!(first.post(START, &GOOD).location(), "/founding");
    assert!(first.get("/founding").contains("The founding circle"), "and is signed in");
    assert_eq!(first.get(OPENING).status(), 200, "and guides");
    assert_eq!(town.write(|c| Ok(role_of(c, "stella@example.org")?)), "steward");
    let founded = town.write(|c| Ok(community(c)?));
    assert_eq!(founded, ("Kővölgy".into(), "hu en".into(), "Europe/Budapest".into()), "the main one first");
    let circle = first.get("/founding").text();
    assert!(circle.contains("Nobody yet from Education, Culture") && !circle.contains("Sport"), "{circle}");
    assert_eq!(town.write(|c| Ok(told(c, "community.founded")?)), 1);
}

#[test]
fn each_fault_stands_beside_its_field_and_nothing_is_lost() {
    let town = Town::unfounded(routes());
    let first = behind_a_code(&town);
    assert!(first.get(START).contains("Founding code"));
    let long = "x".repeat(61);
    let bad = [
        ("name", "K", "At least 2 letters"),
        ("name", long.as_str(), "there is room for 60"),
        ("place", " ", "Write something here"),
        ("main_language", "xx", "Choose one"),
        ("time_zone", "Mars/Base", "Choose one"),
        ("sectors", "education", "Choose two sectors at least"),
        ("sectors", "piracy", "Choose two sectors at least"),
        ("guide", "", "Write something here"),
        ("email", "stella at home", "look like an e-mail address"),
        ("code", "K7Q4-MX2D-9RTB", "This is not the code"),
        ("code", "", "This is not the code"),
    ];
    for (field, value, says) in bad {
        let answer = first.post(START, &with(field, value));
        let page = answer.text();
        assert_eq!(answer.status(), 422, "{field}: {value}");
        let beside = page.split(&format!("id=\"{field}-error\"")).nth(1).unwrap_or_default();
        let beside = beside.split("</div>").next().unwrap_or_default();
        assert!(beside.contains(says), "{field}: {value}: {says}\n{beside}\n{page}");
        assert!(page.contains(&format!("href=\"#{field}\"")), "the summary leads to {field}");
        for (kept, typed) in [("place", "Kővölgy &#38; three villages"), ("guide", "Stella Kovács")] {
            assert!(kept == field || page.contains(&format!("value=\"{typed}\"")), "{field}: {kept}");
        }
        if field != "sectors" {
            assert_eq!(page.matches("name=\"sectors\" value=\"health\" checked").count(), 1, "{field}");
            assert!(!page.contains("value=\"sport\" checked"), "what was unticked stays so");
        }
    }
    assert_eq!(town.write(|c| Ok(count_persons(c)?)), 0);
    let hungarian = first.clone().speaking("hu").post(START, &with("email", "stella"));
    assert!(hungarian.status() == 422 && hungarian.contains("id=\"email-error\""));
    no_key_shows(&hungarian.text(), "founding");
    assert_eq!(first.post(START, &GOOD).location(), "/founding", "a code may be typed as one likes");
}

#[test]
fn a_community_is_founded_once() {
    let town = Town::founding(routes());
    let people = town.write(|c| Ok(count_persons(c)?));
    for (browser, leads_to) in [(town.stranger(), "/sign-in"), (town.as_("istvan"), "/")] {
        assert!(browser.get(START).location().starts_with(leads_to), "{leads_to}");
        assert!(browser.post(START, &GOOD).location().starts_with(leads_to), "{leads_to}");
    }
    // Who was at the form at the same moment comes too late as well.
    let start = founding::Start {
        facts: Facts {
            name: "Another".into(),
            place: "Elsewhere".into(),
            languages: vec!["en"],
            time_zone: "Europe/London".into(),
        },
        sectors: vec!["education", "culture"],
        guide: "Mallory".into(),
        email: "mallory@example.org".into(),
    };
    let now = town.now();
    let second = town.app.db.write_now(move |c| founding::found(c, &start, now)).err();
    assert!(matches!(second, Some(kit::Error::Conflict(_))), "{second:?}");
    assert_eq!(town.write(|c| Ok(count_persons(c)?)), people);
    assert_eq!(town.write(|c| Ok(community(c)?.0)), "Kővölgy");
}

#[test]
fn the_list_is_computed_from_what_is_there() {
    let town = Town::founding(routes());
    let list = || reads(&town, "amina", "/founding");
    let first = list();
    for says in ["1 of 6 are ready", "8 people are here", "4 sectors are here", "One citizen group is here"] {
        assert!(first.contains(says), "{says}: {first}");
    }
    for says in ["There is no charter yet", "No need is named yet", "No meeting is set yet"] {
        assert!(first.contains(says), "{says}: {first}");
    }
    assert!(first.contains("Town Library") || first.contains("Neighbours of Malom street"), "{first}");
    make_ready(&town);
    let last = list();
    for says in ["6 of 6 are ready", "5 sectors are here", "2 citizen groups are here", "3 needs are named"] {
        assert!(last.contains(says), "{says}: {last}");
    }
    assert!(last.contains("The charter is written") && last.contains("The first meeting is set"), "{last}");
    assert_eq!(town.as_("stella").post("/meetings/1/cancellation", &[]).status(), 303);
    assert!(list().contains("5 of 6 are ready"), "a meeting that was called off is none");
}

/// What the list asks for, done as people do it.
fn make_ready(town: &Town) {
    town.write(|c| {
        let now = "2026-11-23T09:00:00Z".parse().unwrap();
        let bakery = sectors::by_key(c, "business")?;
        for (name, sector) in [("Bakery", bakery), ("Parents", None)] {
            let side = if sector.is_some() { Side::Organisations } else { Side::Citizens };
            let state = groups::GroupState::Listed;
            let new = groups::NewGroup { side, sector, name: name.into(), purpose: String::new(), state };
            let id = groups::create(c, &new, None, now)?;
            let person = people::persons::by_email(c, "amina@example.org")?.unwrap().id;
            groups::admit(c, person, id, GroupRole::Representative, now)?;
        }
        Ok(())
    });
    let marta = town.as_("marta");
    for title in ["A dentist", "A bench", "Dry firewood"] {
        let form = [("title", title), ("body", "Many need it."), ("voice", "me"), ("next", "different")];
        assert_eq!(marta.post("/needs", &form).status(), 303);
    }
    write_charter(town);
    let meeting = [("title", "First meeting"), ("starts", "2026-12-01T18:00"), ("place", "Library")];
    assert_eq!(town.as_("stella").post("/meetings", &meeting).status(), 303);
}

fn write_charter(town: &Town) {
    let form = [("seen", "0"), ("title-1", "Aim"), ("body-1", "To do things together.")];
    assert_eq!(town.as_("marta").post("/charter/edit", &form).location(), "/charter");
}

#[test]
fn the_circle_is_for_members_and_the_opening_for_guides() {
    let town = Town::founding(routes());
    for path in ["/founding", OPENING, "/charter", "/charter/edit", "/meetings", "/meetings/new"] {
        assert!(town.stranger().get(path).location().starts_with("/sign-in"), "{path}");
    }
    assert!(town.stranger().post(OPENING, &YES).location().starts_with("/sign-in"));
    for who in ["vera", "amina"] {
        assert!(!reads(&town, who, "/founding").contains(OPENING), "{who}");
        assert_eq!(town.as_(who).get(OPENING).status(), 403, "{who}");
        assert_eq!(town.as_(who).post(OPENING, &YES).status(), 403, "{who}");
    }
    assert!(reads(&town, "stella", "/founding").contains(OPENING));
    assert!(reads(&town, "amina", "/charter").contains("Write the first one"));
    assert!(!reads(&town, "vera", "/charter").contains("Write the first one"), "not of the circle");
    assert_eq!(town.write(|c| Ok(stage(c)?)), "founding");
}

#[test]
fn opening_says_first_what_it_does_and_what_is_missing() {
    let town = Town::founding(routes());
    let page = reads(&town, "stella", OPENING);
    assert!(page.contains("1 of 6 points are ready") && page.contains("No meeting is set yet"), "{page}");
    assert!(page.contains("Nobody is here yet from") && !page.contains("is provisional:"), "{page}");
    adopted(&town, "A safe way to school", &[]);
    write_charter(&town);
    let page = reads(&town, "stella", OPENING);
    for says in ["the charter, version 1", "the focus “", "A safe way to school", "whether they ratify it"]
    {
        assert!(page.contains(says), "{says}: {page}");
    }
    make_ready_again(&town);
    let unsure = town.as_("stella").post(OPENING, &[("join_by", "invitation")]);
    assert!(unsure.status() == 422 && unsure.contains("Tick this first"), "{}", unsure.text());
    assert!(unsure.contains("value=\"invitation\" checked"), "the choice is kept");
    let odd = town.as_("stella").post(OPENING, &[("join_by", "telepathy"), ("sure", "yes")]);
    assert!(odd.status() == 422 && odd.contains("id=\"join_by-error\""), "{}", odd.text());
    assert_eq!(town.write(|c| Ok(stage(c)?)), "founding");
}

/// A little more is there; what is missing is said again beside the fault.
fn make_ready_again(town: &Town) {
    let meeting = [("title", "First meeting"), ("starts", "2027-01-12T18:00"), ("place", "Library")];
    assert_eq!(town.as_("stella").post("/meetings", &meeting).status(), 303);
    let page = reads(town, "stella", OPENING);
    assert!(page.contains("3 of 6 points are ready") && !page.contains("No meeting is set yet"), "{page}");
}

#[test]
fn opening_the_platform_asks_once_more_who_does_it() {
    let town = Town::founding(routes());
    let (stella, amina) = (town.as_("stella"), town.as_("amina"));
    town.wait(SignedDuration::from_hours(1));
    let asked = stella.post(OPENING, &YES);
    assert!(asked.status() == 403 && asked.contains("Is it you?"), "{}", asked.text());
    assert!(asked.contains("name=\"sure\" value=\"yes\""), "what was chosen is kept");
    assert!(!amina.post(OPENING, &YES).contains("Is it you?"));
    assert_eq!(town.write(|c| Ok(stage(c)?)), "founding");
}

#[test]
fn it_opens_once_and_what_was_settled_is_provisional() {
    let town = Town::founding(routes());
    let focus = adopted(&town, "A safe way to school", &[]);
    write_charter(&town);
    assert_eq!(town.as_("stella").post(OPENING, &YES).location(), "/");
    assert_eq!(town.write(|c| Ok(stage(c)?)), "open");
    assert!(reads(&town, "", "/charter").contains("provisional until both sides have ratified it"));
    assert!(reads(&town, "", &format!("/focuses/{focus}")).contains("provisional"));
    let votes = reads(&town, "", "/decisions");
    assert!(votes.contains("Do we ratify the charter, version 1?"), "{votes}");
    assert_eq!(town.as_("amina").get("/founding").location(), "/charter");
    town.wait(SignedDuration::from_hours(1));
    for who in ["stella", "istvan"] {
        assert_eq!(town.as_(who).get(OPENING).location(), "/", "{who}");
        assert_eq!(town.as_(who).post(OPENING, &YES).location(), "/", "{who}");
    }
    let (by, now) = (crate::table::voice(&town, "stella", false), town.now());
    let again = town.app.db.write_now(move |c| founding::open(c, kit::community::JoinBy::Email, &by, now));
    assert!(matches!(again, Err(kit::Error::Conflict(_))), "two guides at once open it once: {again:?}");
    assert_eq!(town.write(|c| Ok(told(c, "community.opened")?)), 1);
    let guest = self::town();
    assert_eq!(guest.as_("stella").get(OPENING).location(), "/", "nothing to open where it is open");
}

#[test]
fn these_pages_ask_little_of_the_database_and_speak_both_languages() {
    let town = Town::founding(routes());
    adopted(&town, "A safe way to school", &[]);
    write_charter(&town);
    for path in ["/founding", OPENING] {
        let (answer, statements) = town.counted(&town.as_("stella"), path);
        assert!(statements <= 12, "{path} takes {statements}");
        no_key_shows(&answer.text(), "founding");
        no_key_shows(&town.as_("stella").speaking("hu").get(path).text(), "founding");
    }
    let unfounded = Town::unfounded(routes());
    let (answer, statements) = unfounded.counted(&unfounded.stranger(), START);
    assert!(statements <= 12 && answer.status() == 200, "{statements}");
    let hungarian = unfounded.stranger().speaking("hu").get(START).text();
    assert!(hungarian.contains("value=\"Europe/Budapest\" selected"), "where its speaker most likely is");
    for text in [answer.text(), hungarian] {
        no_key_shows(&text, "founding");
        no_key_shows(&text, "sectors");
    }
}
