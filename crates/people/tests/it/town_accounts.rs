//! Coming in by the town's own sign-in: who is let in, whom it names, and what of it is not believed.

use crate::letters::{count_to, open_to_newcomers};
use crate::passkeys;
use crate::town_provider::{Provider, Says};
use jiff::SignedDuration;
use kit::TownAccounts;
use kit::testing::{Answer, Browser};
use people::testing::{START, Town};

fn town() -> (Town, Provider) {
    let provider = Provider::start(START.parse().unwrap());
    let accounts = TownAccounts {
        issuer: provider.url().to_owned(),
        client_id: "kalaka".into(),
        client_secret: "secret".into(),
        name: "Kővölgy ID".into(),
    };
    (Town::open_with(people::routes(), |settings| settings.town_accounts = Some(accounts)), provider)
}

/// Sends somebody there, and gives where they go back to.
fn way_back(browser: &Browser, provider: &Provider) -> String {
    let sent = browser.get("/sign-in/town?next=/groups");
    assert_eq!(sent.status(), 303, "{}", sent.text());
    provider.sends_back(sent.location())
}

fn comes(browser: &Browser, provider: &Provider) -> Answer {
    browser.get(&way_back(browser, provider))
}

fn has_account(browser: &Browser) -> bool {
    browser.get("/account").status() == 200
}

fn links(town: &Town) -> Vec<i64> {
    town.write(|c| Ok(c.all("select person_id from town_accounts order by id", &[])?))
}

#[test]
fn the_button_leads_there_and_back_in() {
    let (town, provider) = town();
    let browser = town.stranger();
    let page = browser.get("/sign-in?next=/groups").text();
    assert!(page.contains("/sign-in/town?next=/groups") && page.contains("Kővölgy ID"), "{page}");
    let answer = comes(&browser, &provider);
    assert_eq!((answer.status(), answer.location()), (303, "/groups"), "{}", answer.text());
    assert!(browser.get("/account").contains("Márta Tóth"), "known by her address, and called as here");
    assert_eq!(links(&town), [town.person("marta").0]);
    let letter = town.letters().into_iter().find(|l| l.text.contains("Kővölgy ID lets you in")).unwrap();
    assert_eq!(letter.to, "marta@example.org");
    // From then on by what the town calls her, whatever her address there is.
    provider.says().email = "other@example.org".into();
    provider.says().is_verified = false.into();
    let letters = count_to(&town, "marta@example.org");
    assert_eq!(comes(&town.stranger(), &provider).location(), "/groups");
    assert_eq!(links(&town).len(), 1);
    assert!(count_to(&town, "marta@example.org") <= letters + 1, "of the new browser at most");
    // Whoever is in already needs no way in.
    assert_eq!(browser.get("/sign-in/town?next=/groups").location(), "/groups");
}

#[test]
fn without_the_setting_there_is_no_such_way() {
    let town = Town::open(people::routes());
    assert!(!town.stranger().get("/sign-in").contains("/sign-in/town"));
    assert_eq!(town.stranger().get("/sign-in/town").status(), 404);
    assert_eq!(town.stranger().get("/sign-in/town/return?code=a&state=b").status(), 404);
}

#[test]
fn an_address_that_the_town_has_not_made_sure_of_opens_nothing() {
    let (town, provider) = town();
    for unsure in [false.into(), serde_json::Value::Null] {
        provider.says().is_verified = unsure;
        let browser = town.stranger();
        let answer = comes(&browser, &provider);
        assert_eq!(answer.status(), 403);
        assert!(answer.contains("has not made sure") && !has_account(&browser), "{}", answer.text());
    }
    open_to_newcomers(&town);
    provider.says().email = "new@example.org".into();
    assert_eq!(comes(&town.stranger(), &provider).status(), 403, "nor a newcomer's");
    assert!(links(&town).is_empty());
}

#[test]
fn what_does_not_hold_is_not_believed() {
    let (town, provider) = town();
    let honest = provider.says().clone();
    let now = town.now();
    let lies = [
        ("another's nonce", Says { nonce: Some("replayed".into()), ..honest.clone() }),
        ("for another site", Says { audience: "elsewhere".into(), ..honest.clone() }),
        ("for others too", Says { audience: serde_json::json!(["kalaka", "elsewhere"]), ..honest.clone() }),
        ("from elsewhere", Says { issuer: Some("https://evil.example".into()), ..honest.clone() }),
        ("over", Says { ends: now - SignedDuration::from_secs(1), ..honest.clone() }),
        ("signed by another", Says { signs_itself: false, ..honest.clone() }),
        ("signed by nobody", Says { algorithm: "none", ..honest.clone() }),
        ("by another way of signing", Says { algorithm: "HS256", ..honest.clone() }),
    ];
    for (what, lie) in lies {
        *provider.says() = lie;
        let browser = town.stranger();
        let answer = comes(&browser, &provider);
        assert_eq!(answer.status(), 403, "{what}: {}", answer.text());
        assert!(answer.contains("let nobody through just now") && !has_account(&browser), "{what}");
    }
    *provider.says() = honest;
    assert_eq!(comes(&town.stranger(), &provider).status(), 303);
}

#[test]
fn who_comes_back_is_who_left_once_and_within_ten_minutes() {
    let (town, provider) = town();
    let browser = town.stranger();
    let back = way_back(&browser, &provider);
    assert_eq!(town.stranger().get(&back).status(), 410, "in another browser");
    let thief = town.stranger();
    way_back(&thief, &provider);
    assert_eq!(thief.get(&back).status(), 410, "in one that was sent there too");
    provider.sends_back(browser.get("/sign-in/town").location());
    let back = way_back(&browser, &provider);
    assert_eq!(browser.get(&back).status(), 303);
    assert_eq!(browser.get(&back).status(), 410, "a second time");
    let late = town.stranger();
    let back = way_back(&late, &provider);
    town.wait(SignedDuration::from_mins(10));
    assert_eq!(late.get(&back).status(), 410, "too late");
    for nonsense in ["", "?code=abc", "?state=abc", "?error=access_denied&state=x"] {
        assert_eq!(late.get(&format!("/sign-in/town/return{nonsense}")).status(), 410, "{nonsense}");
    }
    let mixed = format!("{}&iss=https%3A%2F%2Fevil.example", way_back(&late, &provider));
    assert_eq!(late.get(&mixed).status(), 403, "of another sign-in");
    // Whoever says no there comes back without a code.
    let no = way_back(&late, &provider).replace("code=abc", "error=access_denied");
    assert_eq!(late.get(&no).status(), 403);
}

#[test]
fn who_has_a_second_step_is_asked_for_it() {
    let (town, provider) = town();
    let (app, _) = crate::second_step::set_up(&town, &town.as_("marta"));
    crate::second_step::half_a_minute(&town);
    let browser = town.stranger();
    let on = comes(&browser, &provider);
    assert!(on.location().starts_with("/sign-in/") && !has_account(&browser), "{}", on.location());
    let page = browser.post(on.location(), &[]);
    assert!(page.status() == 200 && page.contains("autocomplete=\"one-time-code\""));
    let entered = browser.post(on.location(), &[("code", &app.code(&town))]);
    assert_eq!((entered.status(), entered.location()), (303, "/groups"));
    // A passkey of a member is one more way, and asks for nothing here.
    provider.says().subject = "18".into();
    provider.says().email = "gabor@example.org".into();
    passkeys::make(&town.as_("gabor"), "Telephone");
    assert_eq!(comes(&town.stranger(), &provider).location(), "/groups");
}

#[test]
fn a_newcomer_comes_as_the_community_lets_them() {
    let (town, provider) = town();
    let honest = provider.says().clone();
    *provider.says() = Says {
        subject: "99".into(),
        email: "new@example.org".into(),
        name: "Nóra Új".into(),
        tells_in_token: false,
        ..honest
    };
    let refused = comes(&town.stranger(), &provider);
    assert!(refused.status() == 403 && refused.contains("one comes in by invitation"), "{}", refused.text());
    let invitation = [("email", "new@example.org"), ("how", "letter"), ("role", "member"), ("key", "town")];
    assert_eq!(town.as_("istvan").post("/invitations", &invitation).status(), 303);
    let browser = town.stranger();
    let on = comes(&browser, &provider);
    let page = browser.get(on.location());
    assert!(page.contains("value=\"Nóra Új\""), "{} {}", on.location(), page.text());
    assert_eq!(browser.post(on.location(), &[("name", "Nóra Új")]).location(), "/groups");
    assert!(has_account(&browser) && links(&town).is_empty(), "linked when she comes again");
    assert_eq!(comes(&town.stranger(), &provider).location(), "/groups");
    assert_eq!(links(&town).len(), 1);
    // Where newcomers may come by a letter they may by this.
    open_to_newcomers(&town);
    provider.says().subject = "100".into();
    provider.says().email = "newer@example.org".into();
    let browser = town.stranger();
    let on = comes(&browser, &provider);
    assert_eq!(browser.post(on.location(), &[("name", "Éva Új")]).location(), "/groups");
}

#[test]
fn a_sign_in_that_is_away_says_so_and_the_letter_stays() {
    let away = TownAccounts {
        issuer: "http://127.0.0.1:9".into(),
        client_id: "kalaka".into(),
        client_secret: "secret".into(),
        name: "Kővölgy ID".into(),
    };
    let town = Town::open_with(people::routes(), |settings| settings.town_accounts = Some(away));
    assert_eq!(town.stranger().get("/sign-in/town").status(), 503);
    assert_eq!(town.stranger().post("/sign-in", &[("email", "marta@example.org")]).status(), 200);
}

#[test]
fn ones_link_is_seen_and_taken_away() {
    let (town, provider) = town();
    let browser = town.stranger();
    comes(&browser, &provider);
    let shown = browser.get("/account/town-account").text();
    assert!(shown.contains(provider.url()), "{shown}");
    let id: Vec<i64> = town.write(|c| Ok(c.all("select id from town_accounts", &[])?));
    let removal = format!("/account/town-account/{}?_method=delete", id[0]);
    town.as_("gabor").post(&removal, &[]);
    assert_eq!(links(&town).len(), 1, "another's is none of his");
    assert_eq!(browser.post(&removal, &[]).location(), "/account/town-account");
    assert!(browser.get("/account/town-account").contains("The link is taken away"));
    assert!(links(&town).is_empty());
}
