//! Signing in: by a link, once, for ten minutes, and nobody learns who is known.

use crate::letters::{count_to, jobs, link_to, open_to_newcomers};
use jiff::SignedDuration;
use kit::testing::Browser;
use people::testing::Town;
use std::time::Instant;

fn town() -> Town {
    Town::open(people::routes())
}

/// Asks for a link and presses its button.
fn sign_in(town: &Town, browser: &Browser, address: &str) {
    assert_eq!(browser.post("/sign-in", &[("email", address)]).status(), 200);
    assert_eq!(browser.post(&link_to(town, address), &[]).status(), 303);
}

#[test]
fn a_link_lets_one_in_once_and_leads_on() {
    let town = town();
    let marta = town.stranger();
    assert!(marta.get("/sign-in?next=/account").contains("value=\"/account\""));
    marta.post("/sign-in", &[("email", " Marta@Example.org "), ("next", "/account")]);
    let link = link_to(&town, "marta@example.org");
    let page = marta.get(&link);
    assert_eq!(page.status(), 200);
    assert!(page.contains("Come in to Kővölgy") && page.contains("marta@example.org"));
    assert!(!page.contains("name=\"name\""));
    assert_eq!(marta.get("/account").location(), "/sign-in?next=/account");
    let entered = marta.post(&link, &[]);
    assert_eq!((entered.status(), entered.location()), (303, "/account"));
    assert!(marta.get("/account").contains("Márta Tóth"));
    assert_eq!(marta.get("/sign-in?next=/people").location(), "/people");
    let again = town.stranger().post(&link, &[]);
    assert_eq!(again.status(), 410);
    assert!(again.contains("/sign-in") && again.contains("works once"));
}

#[test]
fn looking_at_a_link_uses_nothing_up_and_ten_minutes_do() {
    let town = town();
    let scanner = town.stranger();
    scanner.post("/sign-in", &[("email", "marta@example.org")]);
    let link = link_to(&town, "marta@example.org");
    for _ in 0..3 {
        assert_eq!(scanner.get(&link).status(), 200);
    }
    town.wait(SignedDuration::from_mins(9));
    assert_eq!(scanner.get(&link).status(), 200);
    town.wait(SignedDuration::from_mins(1));
    assert_eq!(scanner.get(&link).status(), 410);
    assert_eq!(scanner.post(&link, &[]).status(), 410);
    assert_eq!(scanner.get("/account").status(), 303);
    assert_eq!(scanner.get("/sign-in/no-such-link").status(), 410);
}

#[test]
fn a_link_works_in_another_browser_than_it_was_asked_for_in() {
    let town = town();
    town.stranger().post("/sign-in", &[("email", "marta@example.org")]);
    let phone = town.stranger();
    assert_eq!(phone.post(&link_to(&town, "marta@example.org"), &[]).status(), 303);
    assert!(phone.get("/account").contains("Márta Tóth"));
}

#[test]
fn the_answer_is_the_same_whether_an_address_is_known_or_not() {
    let town = town();
    let browser = town.stranger();
    let known = browser.post("/sign-in", &[("email", "marta@example.org")]);
    let unknown = browser.post("/sign-in", &[("email", "nadia@example.org")]);
    assert_eq!((known.status(), unknown.status()), (200, 200));
    assert_eq!(known.text().replace("marta", "nadia"), unknown.text());
    let plain = |mut headers: http::HeaderMap| {
        headers.remove("date");
        headers
    };
    assert_eq!(plain(known.headers), plain(unknown.headers));
    assert_eq!((count_to(&town, "marta@example.org"), count_to(&town, "nadia@example.org")), (1, 0));
    assert_eq!((jobs(&town, "mail"), jobs(&town, "mail.unsent")), (1, 1));
}

#[test]
fn the_same_work_is_done_whether_an_address_is_known_or_not() {
    let (with_known, with_unknown) = (town(), town());
    // By turns, and the quickest of each: whatever else the machine does meets both alike.
    let names = ["marta", "gabor", "judit", "amina", "pista", "vera"];
    let times = names.repeat(3).into_iter().map(|name| {
        let known = spent(&with_known, &format!("{name}@example.org"));
        (known, spent(&with_unknown, &format!("no-{name}@example.org")))
    });
    let (known, unknown): (Vec<_>, Vec<_>) = times.unzip();
    let (known, unknown) = (known.iter().min().unwrap(), unknown.iter().min().unwrap());
    assert_eq!(settled(&with_known), settled(&with_unknown));
    // A coarse look; the fine one takes thousands of requests and a quiet machine.
    let ratio = known.as_secs_f64() / unknown.as_secs_f64();
    assert!((0.2..5.0).contains(&ratio), "known took {known:?}, unknown {unknown:?}");
}

fn spent(town: &Town, address: &str) -> std::time::Duration {
    let begun = Instant::now();
    assert_eq!(town.stranger().post("/sign-in", &[("email", address)]).status(), 200);
    begun.elapsed()
}

/// The statements so far; they are counted after the answer, so this looks until they stand still.
fn settled(town: &Town) -> u64 {
    let mut last = (0, 0);
    while last.1 < 20_000 {
        std::thread::yield_now();
        let now = town.app.db.statements();
        last = if now == last.0 { (now, last.1 + 1) } else { (now, 0) };
    }
    last.0
}

#[test]
fn asking_too_often_is_answered_alike_for_every_address() {
    let town = town();
    let ask = |address: &str| town.stranger().post("/sign-in", &[("email", address)]);
    for _ in 0..5 {
        assert_eq!((ask("marta@example.org").status(), ask("nadia@example.org").status()), (200, 200));
    }
    let (known, unknown) = (ask("marta@example.org"), ask("nadia@example.org"));
    assert_eq!((known.status(), unknown.status()), (429, 429));
    assert_eq!(known.text(), unknown.text());
    assert!(known.headers.contains_key("retry-after"));
    assert_eq!(count_to(&town, "marta@example.org"), 5);
    town.wait(SignedDuration::from_mins(15));
    assert_eq!(ask("marta@example.org").status(), 200);
}

#[test]
fn one_network_asks_for_thirty_letters_in_a_quarter_of_an_hour() {
    let town = town();
    let ask =
        |n: usize| town.stranger().post("/sign-in", &[("email", &format!("n{n}@example.org"))]).status();
    assert!((0..30).all(|n| ask(n) == 200));
    assert_eq!(ask(30), 429);
}

#[test]
fn a_new_session_takes_the_place_of_the_old_one() {
    let town = town();
    let browser = town.as_("gabor");
    let before = browser.cookie("session");
    sign_in(&town, &browser, "marta@example.org");
    assert_ne!(browser.cookie("session"), before);
    assert!(browser.get("/account").contains("Márta Tóth"));
    let thief = town.stranger();
    thief.set_cookie("session", &before);
    assert_eq!(thief.get("/account").status(), 303);
}

#[test]
fn signing_out_ends_the_session_on_the_server() {
    let town = town();
    let browser = town.as_("marta");
    let secret = browser.cookie("session");
    assert_eq!(browser.post("/sign-out", &[]).location(), "/");
    assert_eq!(browser.cookie("session"), "");
    let copy = town.stranger();
    copy.set_cookie("session", &secret);
    assert_eq!(copy.get("/account").status(), 303);
    assert_eq!(town.stranger().post("/sign-out", &[]).status(), 303);
}

#[test]
fn a_link_leads_nowhere_else() {
    let town = town();
    for bad in [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: b",
        "\t//evil.example",
        "/ő",
    ] {
        let browser = town.stranger();
        browser.post("/sign-in", &[("email", "marta@example.org"), ("next", bad)]);
        let entered = browser.post(&link_to(&town, "marta@example.org"), &[]);
        assert_eq!((entered.status(), entered.location()), (303, "/"), "{bad}");
        assert_eq!(browser.post("/language", &[("language", "hu"), ("next", bad)]).location(), "/", "{bad}");
        town.wait(SignedDuration::from_mins(15));
    }
    let page = town.stranger().get("/sign-in?next=%2F%2Fevil.example%0d%0a");
    assert!(page.contains("name=\"next\" value=\"/\""));
}

#[test]
fn forms_from_elsewhere_are_refused() {
    let town = town();
    let link = {
        town.stranger().post("/sign-in", &[("email", "marta@example.org")]);
        link_to(&town, "marta@example.org")
    };
    for path in ["/sign-in", &link, "/sign-out", "/language", "/account", "/invitations"] {
        let elsewhere = town.as_("gabor").with_header("origin", "https://evil.example");
        assert_eq!(elsewhere.post(path, &[("email", "marta@example.org")]).status(), 403, "{path}");
        let across = town.as_("gabor").with_header("sec-fetch-site", "cross-site");
        assert_eq!(across.post(path, &[("email", "marta@example.org")]).status(), 403, "{path}");
    }
    assert_eq!(town.stranger().get(&link).status(), 200);
}

#[test]
fn what_was_typed_comes_back_with_what_is_wrong() {
    let town = town();
    let page = town.stranger().speaking("hu").post("/sign-in", &[("email", "nem cím"), ("next", "/groups")]);
    assert_eq!(page.status(), 422);
    assert!(page.contains("nem cím") && page.contains("value=\"/groups\"") && page.contains("aria-invalid"));
}

#[test]
fn newcomers_come_in_by_themselves_where_the_community_allows_it() {
    let town = town();
    open_to_newcomers(&town);
    let nadia = town.stranger();
    assert!(nadia.get("/sign-in").contains("makes you a member"));
    nadia.post("/sign-in", &[("email", "nadia@example.org")]);
    let link = link_to(&town, "nadia@example.org");
    assert!(nadia.get(&link).contains("name=\"name\""));
    let nameless = nadia.post(&link, &[("name", "")]);
    assert_eq!(nameless.status(), 422);
    let entered = nadia.post(&link, &[("name", "Nadia <b>Varga</b>")]);
    assert_eq!(entered.status(), 303);
    let page = nadia.get("/account");
    assert!(page.contains("Welcome! You are in.") && page.contains("Nadia &#60;b&#62;Varga"));
    assert_eq!(town.stranger().post(&link, &[("name", "Again")]).status(), 410);
}

#[test]
fn a_founding_circle_lets_nobody_in_by_themselves() {
    let town = Town::founding(people::routes());
    open_to_newcomers(&town);
    town.stranger().post("/sign-in", &[("email", "nadia@example.org")]);
    assert_eq!(count_to(&town, "nadia@example.org"), 0);
}

#[test]
fn one_who_runs_the_server_can_print_a_link() {
    let town = town();
    let (istvan, now) = (town.person("istvan"), town.now());
    let link = town.write(move |c| people::sign_in::link_for(c, istvan, now));
    let browser = town.stranger();
    assert_eq!(browser.post(&link, &[]).status(), 303);
    assert!(browser.get("/account").contains("István Nagy"));
}

#[test]
fn a_language_is_kept_by_the_browser_and_by_the_person() {
    let town = town();
    let guest = town.stranger();
    assert!(guest.get("/sign-in").contains("<html lang=\"en\""));
    assert_eq!(guest.post("/language", &[("language", "hu"), ("next", "/sign-in")]).location(), "/sign-in");
    assert!(guest.get("/sign-in").contains("<html lang=\"hu\""));
    guest.post("/language", &[("language", "xx")]);
    assert!(guest.get("/sign-in").contains("<html lang=\"hu\""));
    town.as_("marta").post("/language", &[("language", "hu")]);
    assert!(town.as_("marta").get("/account").contains("Fiókom"));
    town.stranger().post("/sign-in", &[("email", "marta@example.org")]);
    assert!(town.letters().last().unwrap().text.starts_with("Szia Márta Tóth!"));
}

/// Romanian has one room: adding a language touches message files alone.
#[test]
fn a_language_that_has_begun_can_be_tried_and_is_not_offered() {
    let town = town();
    let stranger = town.stranger();
    stranger.set_cookie("language", "ro");
    let page = stranger.get("/sign-in").text();
    assert!(page.contains("<html lang=\"ro\">") && page.contains("Trimiteți-mi linkul"), "{page}");
    assert!(stranger.get("/groups").contains("<h1>Who is here"), "what isn't translated is in English");
    assert!(town.stranger().speaking("ro").get("/sign-in").contains("<html lang=\"en\">"));
    assert!(!page.contains("value=\"ro\""));
    let romanian = kit::Locale::find("ro").unwrap();
    let mut names = ["Tudor", "Țara", "Sorin", "Ștefan"];
    names.sort_by(|a, b| romanian.compare(a, b));
    assert_eq!(names, ["Sorin", "Ștefan", "Tudor", "Țara"]);
}

#[test]
fn signing_out_clears_what_the_browser_had_put_aside() {
    let town = Town::open(people::routes());
    for browser in [town.as_("marta"), town.stranger()] {
        let answer = browser.post("/sign-out", &[]);
        assert_eq!(answer.headers["clear-site-data"], "\"storage\"");
        assert_eq!(answer.location(), "/");
    }
    assert!(!town.as_("marta").get("/account").headers.contains_key("clear-site-data"));
}
