//! The home page's faces, in the demo town and in empty ones.

use crate::demo::{self, Data};
use crate::house;
use jiff::Timestamp;
use kit::testing::{Answer, Browser};
use kit::{App, Clock, PersonId};
use people::testing::{self, Town};
use people::{sessions, site};
use std::sync::Arc;

struct Kovolgy {
    app: App,
    stranger: Browser,
    people: demo::SignIns,
    _fresh: db::testing::Fresh,
}

impl Kovolgy {
    fn filled() -> Kovolgy {
        let now: Timestamp = "2026-11-23T09:30:00Z".parse().unwrap();
        let (fresh, data) = (db::testing::fresh().unwrap(), Data::embedded().unwrap());
        demo::fill(&fresh.db, data, now, |_, _| {}).unwrap();
        let people = fresh.db.read_now(move |c| demo::sign_ins(c, data)).unwrap();
        let app = App::new(fresh.db.clone(), Clock::set(now), testing::settings()).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let stranger = Browser::new(site::site(app.clone(), house::routes()), Arc::new(runtime));
        Kovolgy { app, stranger, people, _fresh: fresh }
    }

    fn as_(&self, who: &str) -> Browser {
        let person: PersonId = self.people.iter().find(|(role, _)| *role == who).unwrap().1;
        let now = self.app.now();
        let secret = self.app.db.write_now(move |c| sessions::start(c, person, "Test", now)).unwrap();
        let browser = self.stranger.stranger();
        browser.set_cookie("session", &secret);
        browser
    }

    /// The home page as this one sees it, and how many statements it took.
    fn home(&self, browser: &Browser) -> (Answer, u64) {
        let before = self.app.db.statements();
        let answer = browser.get("/");
        (answer, self.app.db.statements() - before)
    }
}

/// Where a word stands, for what comes before what.
fn place(page: &str, word: &str) -> usize {
    page.find(word).unwrap_or_else(|| panic!("{word:?} is missing"))
}

#[test]
fn a_visitor_sees_what_the_town_does() {
    let town = Kovolgy::filled();
    let (answer, statements) = town.home(&town.stranger);
    let page = answer.text();
    assert_eq!(answer.status(), 200);
    for said in [
        "Growing old at home",
        "3 of 3 places taken",
        "stalled for",
        "What came of it",
        "Nobody from “Media”",
        "Visitors&#39; evening",
    ] {
        assert!(page.contains(said) || page.contains(&said.replace("&#39;", "'")), "{said}");
    }
    assert!(!page.contains("Waiting for you") && !page.contains("Where you are needed"));
    assert!(!page.contains("Mit bírunk el egyszerre?"), "the circle's thread");
    assert!(statements <= 12, "{statements} statements");
}

#[test]
fn a_member_sees_first_what_waits_for_them() {
    let town = Kovolgy::filled();
    let (answer, statements) = town.home(&town.as_("representative"));
    let page = answer.text();
    assert!(place(&page, "Waiting for you") < place(&page, "Our focuses"));
    assert!(page.contains("for yourself and for Kővölgyi Általános Iskola"));
    assert!(page.contains("new posts, the last by"));
    assert!(!page.contains("Where you are needed"));
    assert!(statements <= 12, "{statements} statements");
}

#[test]
fn a_guide_sees_first_where_something_is_stuck() {
    let town = Kovolgy::filled();
    let (answer, statements) = town.home(&town.as_("guide"));
    let page = answer.text();
    let stuck = &page[place(&page, "Where you are needed")..place(&page, "Waiting for you")];
    for said in [
        "A practice room",
        "Csütörtöki járat",
        "one more sector is missing",
        "voices have voted",
        "5 groups were invited",
    ] {
        assert!(stuck.contains(said), "{said}");
    }
    assert!(statements <= 12, "{statements} statements");
}

#[test]
fn both_languages_are_whole() {
    let town = Kovolgy::filled();
    for browser in [town.stranger.stranger(), town.as_("citizen")] {
        let page = browser.speaking("hu").get("/").text();
        assert!(page.contains("lang=\"hu\"") && page.contains("Fókuszaink"));
        assert!(!page.contains("home-"), "a message is missing");
    }
}

#[test]
fn an_empty_town_is_led_on() {
    let town = Town::open(house::routes());
    let page = town.stranger().get("/").text();
    for said in [
        "3 places are free.",
        "Nobody has named one yet",
        "Nothing to show yet",
        "Somebody has to begin",
        "Nothing is set yet",
    ] {
        assert!(page.contains(said), "{said}");
    }
    let page = town.as_("amina").get("/").text();
    assert!(page.contains("Nothing waits for you."));
    assert!(town.as_("stella").get("/").contains("Nothing is stuck."));
}

#[test]
fn while_it_is_being_founded_strangers_learn_only_that() {
    let town = Town::founding(house::routes());
    let welcome = town.stranger().get("/");
    assert_eq!(welcome.status(), 200);
    assert!(welcome.contains("is laying its foundations") && welcome.contains("href=\"/sign-in\""));
    assert!(!welcome.contains("Stella"));
    let circle = town.as_("marta").get("/");
    assert!(circle.contains("href=\"/founding\"") && circle.contains("Márta Tóth"));
    assert_eq!(town.as_("stella").get("/").location(), "/founding");
    assert_eq!(Town::unfounded(house::routes()).stranger().get("/").location(), "/founding/start");
}
