//! What is grave asks once more who does it, and what was typed is kept meanwhile.

use crate::letters::{count_to, link_to};
use crate::second_step::{half_a_minute, set_up};
use jiff::SignedDuration;
use kit::testing::{Answer, Browser};
use people::testing::Town;

fn town() -> Town {
    Town::open(people::routes())
}

/// Signed in a while ago.
fn a_while(town: &Town) {
    town.wait(SignedDuration::from_mins(16));
}

fn is_asked(answer: &Answer) -> bool {
    answer.status() == 403 && answer.contains("<h1>Is it you?</h1>")
}

/// The hidden fields of a page, as its form sends them on.
fn hidden(page: &Answer) -> Vec<(String, String)> {
    let text = page.text();
    let text = text.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let fields = text.split("<input type=\"hidden\" name=\"").skip(1).map(|rest| {
        let (name, rest) = rest.split_once("\" value=\"").unwrap();
        (name.to_owned(), rest.split('"').next().unwrap().replace("&#38;", "&"))
    });
    fields.collect()
}

fn sends(browser: &Browser, path: &str, fields: &[(String, String)], more: &[(&str, &str)]) -> Answer {
    let kept = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    browser.post(path, &kept.chain(more.iter().copied()).collect::<Vec<_>>())
}

#[test]
fn by_a_fresh_link_and_what_was_typed_goes_on_from_there() {
    let town = town();
    let marta = town.as_("marta").with_header("referer", "http://localhost/account");
    a_while(&town);
    let asked = marta.post("/account/address", &[("email", "new&co@example.org")]);
    assert!(is_asked(&asked), "{}", asked.text());
    assert_eq!(count_to(&town, "new&co@example.org"), 0);
    let fields = hidden(&asked);
    assert!(fields.contains(&("email".into(), "new&co@example.org".into())), "{fields:?}");
    let sent = sends(&marta, "/account/proof/letter", &fields, &[]);
    assert!(sent.status() == 200 && sent.contains("marta@example.org"), "{}", sent.text());
    let fields = hidden(&sent);
    assert_eq!(fields.len(), 1, "only what the form itself had: {fields:?}");
    assert!(sent.contains("action=\"/account/address\""));
    // Pressed in another browser it proves nothing in this one.
    let link = link_to(&town, "marta@example.org");
    let before = marta.cookie("session");
    assert!(is_asked(&sends(&marta, "/account/address", &fields, &[])));
    assert_eq!(marta.post(&link, &[]).location(), "/account");
    assert_ne!(marta.cookie("session"), before);
    assert_eq!(sends(&marta, "/account/address", &fields, &[]).status(), 200);
    assert_eq!(count_to(&town, "new&co@example.org"), 1);
}

#[test]
fn a_link_that_is_pressed_elsewhere_proves_nothing_here() {
    let town = town();
    let marta = town.as_("marta");
    a_while(&town);
    let asked = marta.post("/account/data/exports", &[]);
    sends(&marta, "/account/proof/letter", &hidden(&asked), &[]);
    assert_eq!(town.stranger().post(&link_to(&town, "marta@example.org"), &[]).status(), 303);
    assert!(is_asked(&marta.post("/account/data/exports", &[])));
}

#[test]
fn by_a_code_where_there_is_a_second_step() {
    let town = town();
    let (marta, other) = (town.as_("marta"), town.as_("marta"));
    let (app, _) = set_up(&town, &marta);
    assert_eq!(other.get("/account").status(), 303);
    a_while(&town);
    let there = town.as_("marta");
    let asked = marta.post("/account/sessions?_method=delete", &[("reason", "lost it")]);
    assert!(is_asked(&asked) && asked.contains("name=\"proof-code\"") && !asked.contains("/proof/letter"));
    let wrong = sends(&marta, "/account/proof", &hidden(&asked), &[("proof-code", "000000")]);
    assert!(wrong.status() == 422 && wrong.contains("That is not the code"));
    let kept = hidden(&wrong);
    assert!(kept.contains(&("reason".into(), "lost it".into())), "{kept:?}");
    let before = marta.cookie("session");
    let right = sends(&marta, "/account/proof", &kept, &[("proof-code", &app.code(&town))]);
    // The browser sends the same form on.
    assert_eq!((right.status(), right.location()), (307, "/account/sessions?_method=delete"));
    assert_eq!(sends(&marta, right.location(), &kept, &[]).status(), 303);
    assert_eq!((marta.get("/account").status(), there.get("/account").status()), (200, 303));
    // The secret from before is nobody's.
    let stale = town.stranger();
    stale.set_cookie("session", &before);
    assert_eq!(stale.get("/account").status(), 303);
}

#[test]
fn guessing_has_the_same_end_as_at_the_door() {
    let town = town();
    let marta = town.as_("marta");
    set_up(&town, &marta);
    a_while(&town);
    let asked = hidden(&marta.post("/account/data/exports", &[]));
    let tries = (0..6)
        .map(|n| sends(&marta, "/account/proof", &asked, &[("proof-code", &format!("00000{n}"))]).status());
    assert_eq!(tries.collect::<Vec<_>>(), [422, 422, 422, 422, 422, 429]);
}

#[test]
fn a_proof_holds_for_a_quarter_of_an_hour() {
    let town = town();
    let marta = town.as_("marta");
    town.wait(SignedDuration::from_mins(15));
    assert_eq!(marta.post("/account/data/exports", &[]).status(), 303);
    half_a_minute(&town);
    assert!(is_asked(&marta.post("/account/data/exports", &[])));
    assert_eq!(marta.post("/account", &[("name", "Márta T."), ("language", "")]).status(), 303);
}

#[test]
fn everything_grave_asks_for_it() {
    let town = town();
    let (marta, istvan, vera) = (town.as_("marta"), town.as_("istvan"), town.person("vera"));
    a_while(&town);
    let own = [
        "/account/address",
        "/account/sessions?_method=delete",
        "/account/sessions/1?_method=delete",
        "/account/data/exports",
        "/account/data/deletion",
        "/account/second-step",
        "/account/second-step/codes",
        "/account/second-step?_method=delete",
    ];
    for path in own {
        assert!(is_asked(&marta.post(path, &[])), "{path}");
    }
    assert!(is_asked(&marta.get("/account/data/exports/1")));
    for path in [format!("/people/{vera}/role"), format!("/people/{vera}/second-step?_method=delete")] {
        assert!(is_asked(&istvan.post(&path, &[("role", "guide")])), "{path}");
        // Whose it isn't to do is not asked.
        let refused = marta.post(&path, &[("role", "guide")]);
        assert!(refused.status() == 403 && !is_asked(&refused), "{path}");
    }
}

#[test]
fn it_leads_nowhere_else() {
    let town = town();
    let marta = town.as_("marta");
    let (app, _) = set_up(&town, &marta);
    half_a_minute(&town);
    let form = [("proof-then", "//evil.example"), ("proof-code", &*app.code(&town))];
    assert_eq!(marta.post("/account/proof", &form).location(), "/");
    let elsewhere = marta.clone().with_header("referer", "https://evil.example/account");
    a_while(&town);
    let asked = elsewhere.post("/account/data/exports", &[]);
    assert!(!asked.contains("evil") && hidden(&asked).contains(&("proof-from".into(), "/account".into())));
    assert_eq!(town.stranger().post("/account/proof", &form).status(), 303);
}
