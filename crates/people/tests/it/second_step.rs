//! The second step of signing in: a code after the link, each for once; codes on paper; who has to, and who helps.

use crate::letters::{count_to, link_to};
use jiff::SignedDuration;
use kit::testing::{Answer, Browser};
use people::testing::Town;
use totp_rs::{Builder, Secret, Totp};

fn town() -> Town {
    Town::open(people::routes())
}

/// An app that shows codes, with the secret that a page showed in letters.
pub struct App(Totp);

impl App {
    fn reading(page: &str) -> App {
        let letters = page.split("<code>").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
        assert!(page.contains("<svg class=\"qr\""), "{page}");
        App(Builder::new().with_secret(Secret::try_from_base32(letters).unwrap()).build().unwrap())
    }

    pub fn code(&self, town: &Town) -> String {
        self.0.generate(u64::try_from(town.now().as_second()).unwrap()).to_string()
    }
}

fn codes(page: &str) -> Vec<String> {
    page.split("<li><code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

/// Sets it up, and gives the app and the recovery codes.
pub fn set_up(town: &Town, browser: &Browser) -> (App, Vec<String>) {
    assert_eq!(browser.post("/account/second-step", &[]).location(), "/account/second-step/new");
    let app = App::reading(&browser.get("/account/second-step/new").text());
    let done = browser.post("/account/second-step/new", &[("code", &app.code(town))]);
    assert_eq!(done.status(), 200, "{}", done.text());
    (app, codes(&done.text()))
}

/// Opens the link of a new letter, and presses its button.
fn press(town: &Town, browser: &Browser, who: &str) -> (String, Answer) {
    let address = format!("{who}@example.org");
    browser.post("/sign-in", &[("email", &address)]);
    let link = link_to(town, &address);
    let answer = browser.post(&link, &[]);
    (link, answer)
}

pub fn half_a_minute(town: &Town) {
    town.wait(SignedDuration::from_secs(30));
}

#[test]
fn it_counts_once_a_code_has_shown_that_the_app_has_the_secret() {
    let town = town();
    let marta = town.as_("marta");
    assert!(marta.get("/account").contains("/account/second-step\""));
    assert_eq!(marta.get("/account/second-step/new").location(), "/account/second-step");
    marta.post("/account/second-step", &[]);
    let page = marta.get("/account/second-step/new").text();
    let wrong = marta.post("/account/second-step/new", &[("code", "000000")]);
    assert_eq!(wrong.status(), 422);
    assert!(wrong.contains("That is not the code") && wrong.contains("<svg class=\"qr\""));
    // Without it she comes in as before.
    assert_eq!(press(&town, &town.stranger(), "marta").1.status(), 303);
    let app = App::reading(&page);
    let elsewhere = town.as_("marta");
    let done = marta.post("/account/second-step/new", &[("code", &app.code(&town))]);
    assert_eq!(codes(&done.text()).len(), 10);
    assert_eq!(done.headers["cache-control"], "no-store");
    assert_eq!((marta.get("/account").status(), elsewhere.get("/account").status()), (200, 303));
    assert!(town.letters().iter().any(|l| l.to == "marta@example.org" && l.subject.contains("second step")));
    let shown = marta.get("/account/second-step").text();
    assert!(shown.contains("It is set up") && shown.contains("10 recovery codes"), "{shown}");
    assert!(!shown.contains("<code>"), "they are shown once");
    // The picture is gone too.
    assert_eq!(marta.get("/account/second-step/new").status(), 303);
}

#[test]
fn after_the_button_a_code_is_asked_for_and_the_link_waits_for_it() {
    let town = town();
    let (app, _) = set_up(&town, &town.as_("marta"));
    half_a_minute(&town);
    let browser = town.stranger();
    let (link, asked) = press(&town, &browser, "marta");
    assert_eq!(asked.status(), 200);
    assert!(asked.contains("The second step") && asked.contains("autocomplete=\"one-time-code\""));
    assert_eq!(browser.get("/account").status(), 303, "not in yet");
    let wrong = browser.post(&link, &[("code", "123456")]);
    assert_eq!(wrong.status(), 422);
    assert!(wrong.contains("aria-invalid"));
    let entered = browser.post(&link, &[("code", &app.code(&town))]);
    assert_eq!((entered.status(), entered.location()), (303, "/"));
    assert!(browser.get("/account").contains("Márta Tóth"));
    assert_eq!(browser.post(&link, &[("code", &app.code(&town))]).status(), 410);
}

#[test]
fn a_code_is_taken_once_and_half_a_minute_early_or_late() {
    let town = town();
    let (app, _) = set_up(&town, &town.as_("marta"));
    let used = app.code(&town);
    // The code that confirmed it is used up.
    let (link, _) = press(&town, &town.stranger(), "marta");
    assert_eq!(town.stranger().post(&link, &[("code", &used)]).status(), 422);
    half_a_minute(&town);
    let code = app.code(&town);
    half_a_minute(&town);
    let spaced = format!(" {} {} ", &code[..3], &code[3..]);
    assert_eq!(
        town.stranger().post(&link, &[("code", &spaced)]).status(),
        303,
        "late, and typed in two parts"
    );
    let (link, _) = press(&town, &town.stranger(), "marta");
    assert_eq!(town.stranger().post(&link, &[("code", &code)]).status(), 422, "a second time");
}

#[test]
fn guessing_has_an_end() {
    let town = town();
    let (app, paper) = set_up(&town, &town.as_("marta"));
    half_a_minute(&town);
    let (link, _) = press(&town, &town.stranger(), "marta");
    let tries = |code: &str| town.stranger().post(&link, &[("code", code)]).status();
    let answers: Vec<u16> = (0..7).map(|n| tries(&format!("00000{n}"))).collect();
    assert_eq!(answers, [422, 422, 422, 422, 422, 429, 429]);
    assert_eq!((tries(&app.code(&town)), tries(&paper[0])), (429, 429), "the right one as well, for a while");
    town.wait(SignedDuration::from_mins(15));
    let (link, _) = press(&town, &town.stranger(), "marta");
    assert_eq!(town.stranger().post(&link, &[("code", &app.code(&town))]).status(), 303);
}

#[test]
fn a_code_on_paper_lets_one_in_once_and_is_told_by_letter() {
    let town = town();
    let (_, paper) = set_up(&town, &town.as_("marta"));
    let (link, _) = press(&town, &town.stranger(), "marta");
    let browser = town.stranger();
    let typed = paper[0].to_lowercase().replace('-', " ");
    assert_eq!(browser.post(&link, &[("code", &typed)]).status(), 303);
    let letter = town.letters().pop().unwrap();
    assert!(letter.to == "marta@example.org" && letter.text.contains("9 are left"), "{}", letter.text);
    assert!(browser.get("/account/second-step").contains("9 recovery codes"));
    let (link, _) = press(&town, &town.stranger(), "marta");
    assert_eq!(town.stranger().post(&link, &[("code", &paper[0])]).status(), 422);
    // Another's codes are none of hers.
    let (_, of_gabor) = set_up(&town, &town.as_("gabor"));
    assert_eq!(town.stranger().post(&link, &[("code", &of_gabor[0])]).status(), 422);
    let new = codes(&browser.post("/account/second-step/codes", &[]).text());
    assert_eq!(new.len(), 10);
    assert_eq!(town.stranger().post(&link, &[("code", &paper[1])]).status(), 422, "the old ones are dead");
    assert_eq!(town.stranger().post(&link, &[("code", &new[0])]).status(), 303);
}

#[test]
fn what_is_kept_of_codes_opens_nothing() {
    let town = town();
    let (_, paper) = set_up(&town, &town.as_("marta"));
    let kept: Vec<Vec<u8>> = town.write(|c| Ok(c.all("select code_hash from recovery_codes", &[])?));
    assert_eq!(kept.len(), 10);
    for code in &paper {
        assert!(kept.iter().all(|hash| hash.len() == 32 && hash.as_slice() != code.as_bytes()));
    }
}

#[test]
fn changing_the_app_keeps_the_old_one_until_the_new_one_works() {
    let town = town();
    let marta = town.as_("marta");
    let (old, _) = set_up(&town, &marta);
    marta.post("/account/second-step", &[]);
    let new = App::reading(&marta.get("/account/second-step/new").text());
    half_a_minute(&town);
    let (link, _) = press(&town, &town.stranger(), "marta");
    assert_eq!(town.stranger().post(&link, &[("code", &new.code(&town))]).status(), 422);
    assert_eq!(town.stranger().post(&link, &[("code", &old.code(&town))]).status(), 303);
    half_a_minute(&town);
    assert_eq!(marta.post("/account/second-step/new", &[("code", &new.code(&town))]).status(), 200);
    half_a_minute(&town);
    let (link, _) = press(&town, &town.stranger(), "marta");
    assert_eq!(town.stranger().post(&link, &[("code", &old.code(&town))]).status(), 422);
    assert_eq!(town.stranger().post(&link, &[("code", &new.code(&town))]).status(), 303);
}

#[test]
fn it_can_be_taken_away_and_the_letter_is_enough_again() {
    let town = town();
    let marta = town.as_("marta");
    set_up(&town, &marta);
    let answer = marta.post("/account/second-step?_method=delete", &[]);
    assert_eq!(answer.location(), "/account/second-step");
    assert!(marta.get("/account/second-step").contains("The second step is taken away"));
    assert!(town.letters().last().unwrap().text.contains("was taken away"));
    assert_eq!(press(&town, &town.stranger(), "marta").1.status(), 303);
    assert_eq!(marta.post("/account/second-step/codes", &[]).status(), 404);
}

fn asks_guides(town: &Town) {
    town.write(|c| Ok(c.run("update community set second_step_for = 'guides'", &[])?));
    town.run(town.app.community_changed());
}

#[test]
fn guides_have_two_weeks_and_are_then_led_there_before_all_else() {
    let town = town();
    asks_guides(&town);
    let stella = town.as_("stella");
    let page = stella.get("/groups").text();
    assert!(page.contains("by 7 December 2026") && page.contains("/account/second-step\""), "{page}");
    assert!(!town.as_("marta").get("/groups").contains("7 December"), "of a member nobody asks it");
    town.wait(SignedDuration::from_hours(14 * 24));
    // However she comes in.
    for browser in [&stella, &town.as_("stella")] {
        for path in ["/groups", "/account", "/people"] {
            assert_eq!(browser.get(path).location(), "/account/second-step", "{path}");
        }
        assert_eq!(browser.post("/account", &[("name", "Stella K.")]).location(), "/account/second-step");
    }
    assert!(stella.get("/account/second-step").contains("Please set it up by 7 December 2026"));
    assert_eq!(town.as_("marta").get("/groups").status(), 200);
    let stella = town.as_("stella");
    set_up(&town, &stella);
    assert_eq!(stella.get("/groups").status(), 200);
    // It stays while she guides.
    assert_eq!(stella.post("/account/second-step?_method=delete", &[]).status(), 403);
    let shown = stella.get("/account/second-step").text();
    assert!(shown.contains("you keep a second step") && !shown.contains("_method=delete"));
}

#[test]
fn the_only_steward_is_never_locked_out() {
    let town = town();
    asks_guides(&town);
    town.as_("istvan").get("/");
    town.wait(SignedDuration::from_hours(60 * 24));
    let browser = town.stranger();
    assert_eq!(press(&town, &browser, "istvan").1.status(), 303);
    assert_eq!(browser.get("/people").location(), "/account/second-step");
    set_up(&town, &browser);
    assert_eq!(browser.get("/people").status(), 200);
}

#[test]
fn who_becomes_a_guide_has_the_whole_time() {
    let town = town();
    asks_guides(&town);
    let istvan = town.as_("istvan");
    set_up(&town, &istvan);
    let role = format!("/people/{}/role", town.person("marta"));
    istvan.post(&role, &[("role", "guide")]);
    town.as_("marta").get("/groups");
    istvan.post(&role, &[("role", "member")]);
    town.wait(SignedDuration::from_hours(30 * 24));
    assert_eq!(town.as_("marta").get("/groups").status(), 200);
    town.as_("istvan").post(&role, &[("role", "guide")]);
    assert!(town.as_("marta").get("/groups").contains("/account/second-step\""));
}

#[test]
fn a_steward_helps_who_has_lost_everything() {
    let town = town();
    let (marta, istvan) = (town.as_("marta"), town.as_("istvan"));
    set_up(&town, &marta);
    let path = |name: &str| format!("/people/{}/second-step?_method=delete", town.person(name));
    assert_eq!(town.as_("stella").post(&path("marta"), &[]).status(), 403);
    assert_eq!(istvan.post(&path("istvan"), &[]).status(), 403, "not one's own");
    assert!(
        istvan.get("/people").contains(&path("marta")) && !istvan.get("/people").contains(&path("istvan"))
    );
    assert!(!town.as_("stella").get("/people").contains("/second-step"));
    assert_eq!(istvan.post(&path("marta"), &[]).location(), "/people");
    assert!(istvan.get("/people").contains("They can sign in by their link now"));
    assert_eq!(marta.get("/account").status(), 303, "signed out everywhere");
    let letter = town.letters().pop().unwrap();
    assert!(letter.to == "marta@example.org" && letter.text.contains("István Nagy has taken away"));
    assert_eq!(press(&town, &town.stranger(), "marta").1.status(), 303);
    let letters = count_to(&town, "marta@example.org");
    istvan.post(&path("marta"), &[]);
    assert!(istvan.get("/people").contains("They had no second step"));
    assert_eq!(count_to(&town, "marta@example.org"), letters);
    assert_eq!(istvan.post("/people/999/second-step?_method=delete", &[]).status(), 404);
}

#[test]
fn whoever_runs_the_server_helps_the_only_steward() {
    let town = town();
    let istvan = town.as_("istvan");
    set_up(&town, &istvan);
    let person = town.person("istvan");
    assert!(town.write(move |c| people::second_step::reset(c, person)));
    assert!(!town.write(move |c| people::second_step::reset(c, person)));
    assert_eq!(istvan.get("/account").status(), 303);
    assert_eq!(press(&town, &town.stranger(), "istvan").1.status(), 303);
}
