//! Passkeys: made, used to come in, as the second step and as the proof; what is copied, old, or somebody else's.

use crate::authenticator::Device;
use crate::letters::{count_to, link_to};
use jiff::SignedDuration;
use kit::testing::{Answer, Browser};
use people::standing::{self, Pause};
use people::testing::Town;
use serde_json::Value;

fn town() -> Town {
    Town::open(people::routes())
}

fn asked(browser: &Browser, path: &str) -> Value {
    let answer = browser.post(path, &[]);
    assert_eq!((answer.status(), &answer.headers["content-type"] == "application/json"), (200, true));
    serde_json::from_slice(&answer.body).unwrap()
}

fn question(browser: &Browser) -> Value {
    asked(browser, "/sign-in/passkey/challenge")
}

fn sends_new(browser: &Browser, device: &mut Device, name: &str) -> Answer {
    let made = device.make(&asked(browser, "/account/passkeys/challenge"));
    browser.post("/account/passkeys", &[("name", name), ("passkey", &made)])
}

/// Makes a passkey, and gives the device that keeps it.
pub fn make(browser: &Browser, name: &str) -> Device {
    let mut device = Device::new();
    let answer = sends_new(browser, &mut device, name);
    assert_eq!((answer.status(), answer.location()), (303, "/account/passkeys"), "{}", answer.text());
    device
}

fn comes_in(browser: &Browser, device: &mut Device) -> Answer {
    let answer = device.answer(&question(browser));
    browser.post("/sign-in/passkey", &[("passkey", &answer), ("next", "/groups")])
}

fn asks_guides(town: &Town) {
    town.write(|c| Ok(c.run("update community set second_step_for = 'guides'", &[])?));
    town.run(town.app.community_changed());
}

#[test]
fn one_signs_in_with_it_alone_and_it_stands_for_link_and_second_step() {
    let town = town();
    let marta = town.as_("marta");
    assert!(marta.get("/account").contains("/account/passkeys\""));
    assert!(marta.get("/account/passkeys").contains("You have none yet"));
    assert!(marta.get("/account/passkeys/new").contains("<passkey-button make "));
    let mut telephone = make(&marta, "Telephone");
    let mut stick = make(&marta, "The blue stick");
    let shown = marta.get("/account/passkeys").text();
    assert!(
        shown.contains("The passkey is made")
            && shown.contains("Telephone")
            && shown.contains("The blue stick")
    );
    let letter = town.letters().pop().unwrap();
    assert!(letter.to == "marta@example.org" && letter.text.contains("new passkey, “The blue stick”"));
    crate::second_step::set_up(&town, &marta);
    for device in [&mut telephone, &mut stick] {
        let browser = town.stranger();
        let answer = comes_in(&browser, device);
        assert_eq!((answer.status(), answer.location()), (303, "/groups"), "{}", answer.text());
        assert!(browser.get("/account").contains("Márta Tóth"));
    }
    assert!(marta.get("/account/passkeys").contains("Last used"));
    let letter = town.letters().pop().unwrap();
    assert!(letter.subject.contains("new browser") || letter.text.contains("browser"), "{}", letter.text);
}

#[test]
fn the_page_of_signing_in_offers_it_and_the_letter_stays() {
    let page = town().stranger().get("/sign-in").text();
    assert!(page.contains("autocomplete=\"email webauthn\"") && page.contains("/assets/passkeys-"), "{page}");
    assert!(page.contains(" offer>") && page.contains("A passkey needs JavaScript"));
    let by_number = Town::open_with(people::routes(), |s| s.base_url = "http://127.0.0.1:4000".into());
    let page = by_number.stranger().get("/sign-in").text();
    assert!(page.contains("autocomplete=\"email\"") && !page.contains("passkey"), "{page}");
    assert_eq!(by_number.stranger().post("/sign-in/passkey/challenge", &[]).status(), 404);
    let marta = by_number.as_("marta");
    assert!(marta.get("/account/passkeys").contains("reached by a number"));
    assert_eq!(marta.get("/account/passkeys/new").location(), "/account/passkeys");
    assert_eq!(by_number.stranger().post("/sign-in/passkey", &[("passkey", "{}")]).status(), 422);
}

#[test]
fn an_answer_counts_once_and_for_ten_minutes() {
    let town = town();
    let mut device = make(&town.as_("marta"), "Telephone");
    let sent = device.answer(&question(&town.stranger()));
    let enters = |sent: &str| town.stranger().post("/sign-in/passkey", &[("passkey", sent)]);
    assert_eq!(enters(&sent).status(), 303);
    let again = enters(&sent);
    assert_eq!(again.status(), 422);
    assert!(again.contains("This passkey opens nothing here") && again.contains("name=\"email\""));
    let late = device.answer(&question(&town.stranger()));
    town.wait(SignedDuration::from_mins(10));
    assert_eq!(enters(&late).status(), 422);
    // What is over is swept away.
    question(&town.stranger());
    let left: Vec<i64> = town.write(|c| Ok(c.all("select count(*) from passkey_challenges", &[])?));
    assert_eq!(left, [1]);
}

#[test]
fn what_was_signed_elsewhere_or_without_a_finger_opens_nothing() {
    let town = town();
    let honest = make(&town.as_("marta"), "Telephone");
    let mut tries: Vec<(&str, Device)> = Vec::new();
    let mut with = |why, change: fn(&mut Device)| {
        let mut device = honest.clone();
        change(&mut device);
        tries.push((why, device));
    };
    with("on another site", |d| d.origin = "http://localhost.evil.example".into());
    with("at another port", |d| d.origin = "http://localhost:8080".into());
    with("for another host", |d| d.host = "evil.example".into());
    with("nobody showed a finger", |d| d.verifies = false);
    for (why, mut device) in tries {
        assert_eq!(comes_in(&town.stranger(), &mut device).status(), 422, "{why}");
    }
    let mut unknown = Device::new();
    unknown.make(&asked(&town.as_("gabor"), "/account/passkeys/challenge"));
    assert_eq!(comes_in(&town.stranger(), &mut unknown).status(), 422, "a key that was never taken");
    for nonsense in ["", "{}", "[]", "null", "\u{0}"] {
        assert_eq!(town.stranger().post("/sign-in/passkey", &[("passkey", nonsense)]).status(), 422);
    }
    // A question of one's own making, and the right one with another's answer to it.
    let own = serde_json::json!({ "publicKey": { "challenge": "AAAAAAAAAAAAAAAAAAAAAA" } });
    let sent = honest.clone().answer(&own);
    assert_eq!(town.stranger().post("/sign-in/passkey", &[("passkey", &sent)]).status(), 422);
    let sent = honest.clone().answer(&question(&town.stranger()));
    let bent = sent.replace("\"signature\":\"M", "\"signature\":\"N");
    assert_eq!(town.stranger().post("/sign-in/passkey", &[("passkey", &bent)]).status(), 422);
    assert_eq!(comes_in(&town.stranger(), &mut honest.clone()).status(), 303);
}

#[test]
fn a_copied_key_is_halted_and_its_owner_is_told() {
    let town = town();
    let mut telephone = make(&town.as_("marta"), "Telephone");
    let mut copy = telephone.clone();
    for _ in 0..3 {
        assert_eq!(comes_in(&town.stranger(), &mut telephone).status(), 303);
    }
    assert_eq!(comes_in(&town.stranger(), &mut copy).status(), 422);
    let letter = town.letters().pop().unwrap();
    assert!(
        letter.to == "marta@example.org" && letter.text.contains("as a copy of it would"),
        "{}",
        letter.text
    );
    let letters = count_to(&town, "marta@example.org");
    assert_eq!(comes_in(&town.stranger(), &mut telephone).status(), 422, "nor the one it was copied from");
    assert_eq!(count_to(&town, "marta@example.org"), letters);
    let marta = town.as_("marta");
    assert!(marta.get("/account/passkeys").contains("Halted"));
    // A device that counts nothing is none that goes back.
    let mut still = Device::new();
    still.counts = false;
    assert_eq!(sends_new(&marta, &mut still, "Laptop").status(), 303);
    for _ in 0..2 {
        assert_eq!(comes_in(&town.stranger(), &mut still).status(), 303);
    }
}

#[test]
fn only_what_was_asked_of_this_person_becomes_their_key() {
    let town = town();
    let (marta, gabor) = (town.as_("marta"), town.as_("gabor"));
    let mut device = Device::new();
    let made = device.make(&asked(&marta, "/account/passkeys/challenge"));
    let of_gabor = gabor.post("/account/passkeys", &[("name", "Mine"), ("passkey", &made)]);
    assert_eq!(of_gabor.status(), 422);
    assert!(of_gabor.contains("could not be taken") && of_gabor.contains("value=\"Mine\""));
    assert_eq!(
        marta.post("/account/passkeys", &[("name", "Late"), ("passkey", &made)]).status(),
        422,
        "used up"
    );
    let nameless = marta.post("/account/passkeys", &[("name", ""), ("passkey", "{}")]);
    assert!(nameless.status() == 422 && nameless.contains("aria-invalid"));
    // The same key a second time, by whomever.
    assert_eq!(sends_new(&marta, &mut device, "Telephone").status(), 303);
    assert_eq!(sends_new(&gabor, &mut device, "Telephone").status(), 422);
    // The question for a key is no question who somebody is.
    let wrong = device.answer(&asked(&marta, "/account/passkeys/challenge"));
    assert_eq!(town.stranger().post("/sign-in/passkey", &[("passkey", &wrong)]).status(), 422);
    // The device hears which keys are there already.
    let excluded = asked(&marta, "/account/passkeys/challenge");
    assert_eq!(excluded["publicKey"]["excludeCredentials"].as_array().unwrap().len(), 1);
    assert_eq!(excluded["publicKey"]["rp"]["id"], "localhost");
    assert_eq!(excluded["publicKey"]["authenticatorSelection"]["requireResidentKey"], true);
    assert_eq!(excluded["publicKey"]["authenticatorSelection"]["userVerification"], "required");
}

#[test]
fn making_and_taking_away_ask_once_more_who_does_it() {
    let town = town();
    let marta = town.as_("marta");
    let mut device = make(&marta, "Telephone");
    let id: Vec<i64> = town.write(|c| Ok(c.all("select id from passkeys", &[])?));
    let removal = format!("/account/passkeys/{}?_method=delete", id[0]);
    assert_eq!(town.as_("gabor").post(&removal, &[]).status(), 303);
    assert!(marta.get("/account/passkeys").contains("Telephone"), "another's is none of his");
    town.wait(SignedDuration::from_mins(16));
    for answer in [
        marta.get("/account/passkeys/new"),
        marta.post("/account/passkeys/challenge", &[]),
        marta.post("/account/passkeys", &[("name", "x")]),
        marta.post(&removal, &[]),
    ] {
        assert_eq!(answer.status(), 403);
        assert!(
            answer.contains("<h1>Is it you?</h1>") && answer.contains("<passkey-button"),
            "{}",
            answer.text()
        );
        assert!(answer.contains("/account/proof/letter"), "by letter as well");
    }
    let kept = [("proof-then", removal.as_str()), ("proof-from", "/account/passkeys")];
    let proves =
        |sent: &str| marta.post("/account/proof", &[kept.as_slice(), &[("proof-passkey", sent)]].concat());
    let of_gabor = make(&town.as_("gabor"), "Gábor's").answer(&question(&marta));
    let wrong = proves(&of_gabor);
    assert_eq!(wrong.status(), 422);
    assert!(wrong.contains("This passkey opens nothing here"));
    let before = marta.cookie("session");
    let proven = proves(&device.answer(&question(&marta)));
    assert_eq!((proven.status(), proven.location()), (307, removal.as_str()));
    assert_ne!(marta.cookie("session"), before);
    assert_eq!(marta.post(&removal, &[]).location(), "/account/passkeys");
    assert!(marta.get("/account/passkeys").contains("The passkey is taken away"));
    assert!(town.letters().pop().unwrap().text.contains("was taken away"));
    assert_eq!(comes_in(&town.stranger(), &mut device).status(), 422);
}

#[test]
fn it_is_the_second_step_of_who_guides() {
    let town = town();
    asks_guides(&town);
    town.as_("stella").get("/groups");
    town.wait(SignedDuration::from_hours(14 * 24));
    let stella = town.as_("stella");
    assert_eq!(stella.get("/groups").location(), "/account/second-step");
    assert!(stella.get("/account/second-step").contains("/account/passkeys\""));
    assert_eq!(stella.get("/account/passkeys/new").status(), 200);
    let mut device = make(&stella, "Telephone");
    assert_eq!(stella.get("/groups").status(), 200);
    let shown = stella.get("/account/second-step").text();
    assert!(
        shown.contains("You have passkeys") && shown.contains("You have no recovery codes left"),
        "{shown}"
    );
    let codes = stella.post("/account/second-step/codes", &[]).text();
    let code = codes.split("<li><code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    // The letter alone no longer lets her in.
    let presses = |browser: &Browser, fields: &[(&str, &str)]| {
        browser.post("/sign-in", &[("email", "stella@example.org")]);
        browser.post(&link_to(&town, "stella@example.org"), fields)
    };
    let browser = town.stranger();
    let page = presses(&browser, &[]);
    assert!(page.status() == 200 && page.contains("<passkey-button") && page.contains("name=\"code\""));
    let of_marta = make(&town.as_("marta"), "Márta's").answer(&question(&browser));
    let wrong = presses(&browser, &[("passkey", &of_marta)]);
    assert!(wrong.status() == 422 && wrong.contains("This passkey opens nothing here"), "{}", wrong.text());
    let sent = device.answer(&question(&browser));
    assert_eq!(presses(&browser, &[("passkey", &sent)]).location(), "/");
    assert_eq!(presses(&town.stranger(), &[("code", &code)]).location(), "/");
    // The last one stays while she guides; with the app it may go.
    let id: Vec<i64> =
        town.write(|c| Ok(c.all("select k.id from passkeys k where k.name = 'Telephone'", &[])?));
    let removal = format!("/account/passkeys/{}?_method=delete", id[0]);
    let refused = stella.post(&removal, &[]);
    assert!(refused.status() == 409 && refused.contains("you keep a second step"), "{}", refused.text());
    crate::second_step::set_up(&town, &stella);
    assert_eq!(stella.post(&removal, &[]).status(), 303);
    assert_eq!(stella.post("/account/second-step?_method=delete", &[]).status(), 403);
    make(&stella, "Another");
    assert_eq!(stella.post("/account/second-step?_method=delete", &[]).status(), 303);
}

#[test]
fn to_a_member_it_is_one_more_way_and_the_letter_is_enough() {
    let town = town();
    asks_guides(&town);
    make(&town.as_("marta"), "Telephone");
    let browser = town.stranger();
    browser.post("/sign-in", &[("email", "marta@example.org")]);
    assert_eq!(browser.post(&link_to(&town, "marta@example.org"), &[]).status(), 303);
}

#[test]
fn a_steward_helps_who_has_lost_the_device() {
    let town = town();
    asks_guides(&town);
    let mut device = make(&town.as_("stella"), "Telephone");
    let istvan = town.as_("istvan");
    istvan.post(&format!("/people/{}/second-step?_method=delete", town.person("stella")), &[]);
    assert_eq!(comes_in(&town.stranger(), &mut device).status(), 422);
    let browser = town.stranger();
    browser.post("/sign-in", &[("email", "stella@example.org")]);
    assert_eq!(browser.post(&link_to(&town, "stella@example.org"), &[]).status(), 303);
}

#[test]
fn who_is_blocked_comes_in_by_no_passkey() {
    let town = town();
    let mut device = make(&town.as_("marta"), "Telephone");
    let (marta, now) = (town.person("marta"), town.now());
    let block = Pause { until: None, words: "No.".into(), locale: "en".into(), path: "/appeals/1".into() };
    town.write(move |c| Ok(standing::put(c, marta, &block, now)?));
    let answer = comes_in(&town.stranger(), &mut device);
    assert_eq!(answer.status(), 403, "{}", answer.text());
}
