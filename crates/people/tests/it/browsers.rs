//! A browser that isn't known gets its person a letter; the first one ever is no news.

use crate::letters::{link_to, open_to_newcomers};
use jiff::SignedDuration;
use kit::testing::Browser;
use people::testing::Town;

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

fn town() -> Town {
    Town::open(people::routes())
}

fn sign_in(town: &Town, browser: &Browser, who: &str) {
    let address = format!("{who}@example.org");
    browser.post("/sign-in", &[("email", &address)]);
    assert_eq!(browser.post(&link_to(town, &address), &[("name", "Nadia Varga")]).status(), 303);
}

/// The letters that warn of a new browser.
fn warnings(town: &Town) -> Vec<kit::outbox::Letter> {
    town.letters().into_iter().filter(|letter| letter.subject.contains("new browser")).collect()
}

#[test]
fn the_first_is_no_news_and_the_second_is_told_with_when_and_what() {
    let town = town();
    let (laptop, phone) = (town.stranger(), town.stranger().with_header("user-agent", FIREFOX));
    sign_in(&town, &laptop, "marta");
    assert_eq!(warnings(&town).len(), 0);
    sign_in(&town, &phone, "marta");
    let letter = warnings(&town).pop().unwrap();
    assert_eq!(letter.to, "marta@example.org");
    for what in ["Firefox, Linux", "23 November 2026", "10:00", "http://localhost/account", "Kővölgy"] {
        assert!(letter.text.contains(what), "{what}: {}", letter.text);
    }
    // Both are known from now on, also after signing out.
    for browser in [&laptop, &phone] {
        browser.post("/sign-out", &[]);
        sign_in(&town, browser, "marta");
    }
    assert_eq!(warnings(&town).len(), 1);
    let unknown = town.stranger();
    unknown.set_cookie("browser", "made-up");
    sign_in(&town, &unknown, "marta");
    assert!(warnings(&town)[1].text.contains("a device we don’t know"));
}

#[test]
fn each_person_has_browsers_of_their_own_and_a_mark_opens_nothing() {
    let town = town();
    let shared = town.stranger();
    sign_in(&town, &shared, "marta");
    sign_in(&town, &town.stranger(), "gabor");
    assert_eq!(warnings(&town).len(), 0);
    // Gábor has not been seen with Márta's.
    sign_in(&town, &shared, "gabor");
    assert_eq!(warnings(&town).iter().map(|l| l.to.as_str()).collect::<Vec<_>>(), ["gabor@example.org"]);
    let thief = town.stranger();
    thief.set_cookie("browser", &shared.cookie("browser"));
    assert_eq!(thief.get("/account").status(), 303);
    let kept: Vec<Vec<u8>> = town.write(|c| Ok(c.all("select token_hash from browsers", &[])?));
    assert!(kept.iter().all(|hash| hash.len() == 32));
}

#[test]
fn a_newcomer_gets_no_warning_and_then_one_in_their_language() {
    let town = town();
    open_to_newcomers(&town);
    sign_in(&town, &town.stranger(), "nadia");
    assert_eq!(warnings(&town).len(), 0);
    town.as_("marta").post("/language", &[("language", "hu")]);
    sign_in(&town, &town.stranger(), "marta");
    sign_in(&town, &town.stranger(), "marta");
    let letter = town.letters().pop().unwrap();
    assert!(letter.subject.starts_with("Új böngészőből léptél be"), "{letter:?}");
    assert!(letter.text.contains("2026. november 23."), "{}", letter.text);
}

#[test]
fn what_was_not_used_for_long_is_forgotten() {
    let town = town();
    let (old, new) = (town.stranger(), town.stranger());
    sign_in(&town, &old, "marta");
    town.wait(SignedDuration::from_hours(24 * 300));
    sign_in(&town, &new, "marta");
    town.wait(SignedDuration::from_hours(24 * 200));
    let now = town.now();
    town.write(move |c| kit::retention::hold(c, now));
    sign_in(&town, &new, "marta");
    assert_eq!(warnings(&town).len(), 1);
    sign_in(&town, &old, "marta");
    assert_eq!(warnings(&town).len(), 2);
}
