//! Leaving for good: what a former member leaves, and that nothing else of them is found anywhere.

use db::{Engine, Url};
use kalaka::upkeep;
use kit::testing::Browser;
use people::my_data;
use people::testing::Town;
use std::path::Path;

/// Stands in all that one person says and is.
const CANARY: &str = "kanarimadar";

fn canary(what: &str) -> String {
    format!("{CANARY} {what}")
}

fn sent(browser: &Browser, path: &str, form: &[(&str, &str)]) -> String {
    let answer = browser.post(path, form);
    assert_eq!(answer.status(), 303, "{path}: {}", answer.text());
    answer.location().to_owned()
}

fn number(path: &str) -> String {
    path.split('/').nth(2).unwrap().chars().take_while(char::is_ascii_digit).collect()
}

/// Asks for the deletion, and confirms it.
fn leave(town: &Town, browser: &Browser, posts: &str, when: &str) {
    let asked = browser.post("/account/data/deletion", &[("posts", posts), ("when", when)]);
    assert!(asked.contains("Really delete my account?"));
    sent(browser, "/account/data/deletion", &[("posts", posts), ("when", when), ("sure", "yes")]);
    if when == "now" {
        work(town);
    }
}

/// Does what the worker would do by now.
fn work(town: &Town) {
    for job in town.jobs(my_data::DELETION) {
        town.run(upkeep::delete(&town.app, &job));
    }
}

fn amina_everywhere(town: &Town) -> (String, String) {
    let (amina, gabor) = (town.as_("amina"), town.as_("gabor"));
    let name = format!("Amina {CANARY}");
    sent(&amina, "/account", &[("name", &name), ("language", "en")]);
    let profile = [
        ("about", canary("about")),
        ("helps", canary("helps")),
        ("speaks", canary("speaks")),
        ("about_for", "public".into()),
        ("helps_for", "public".into()),
        ("speaks_for", "public".into()),
        ("groups_for", "public".into()),
        ("since_for", "public".into()),
    ];
    let profile: Vec<(&str, &str)> = profile.iter().map(|(k, v)| (*k, v.as_str())).collect();
    sent(&amina, "/account/profile", &profile);
    let thread = number(&sent(&amina, "/threads", &[("title", "Alone here"), ("body", &canary("first"))]));
    sent(&amina, "/account", &[("name", &name), ("language", "en")]);
    let shared = number(&sent(&gabor, "/threads", &[("title", "Together"), ("body", "Who comes?")]));
    let posts = format!("/threads/{shared}/posts");
    let said = canary("comes on each Thursday");
    sent(&amina, &posts, &[("body", &said)]);
    sent(&amina, "/posts/3", &[("body", &canary("comes on each Friday"))]);
    sent(&gabor, &posts, &[("body", &format!("> {said}\n\nThank you, @{name}, and well said."))]);
    sent(&gabor, "/posts/4", &[("body", &format!("> {said}\n\nThank you, @{name}, and truly well said."))]);
    let quotation = format!("> **{name}** ([2](/threads/{shared}?from=2#post-2))\n> {said}\n\nNo.");
    sent(&gabor, &posts, &[("body", &quotation)]);
    for n in 0..3 {
        let removed = sent(&amina, &posts, &[("body", &canary(&format!("removed {n}")))]);
        let id = 6 + n;
        assert_eq!(amina.post(&format!("/posts/{id}?_method=delete"), &[]).status(), 303, "{removed}");
    }
    sent(&amina, "/posts/4/reactions", &[("kind", "thanks"), ("voice", "me")]);
    let draft = [("place", &*format!("answer-{shared}")), ("body", &canary("draft"))];
    amina.post("/drafts", &draft);
    let need =
        number(&sent(&gabor, "/needs", &[("title", "A bench"), ("body", "By the river."), ("voice", "me")]));
    amina.post(&format!("/needs/{need}/support"), &[("voice", "me"), ("note", &canary("note"))]);
    (thread, shared)
}

/// Each place in the database and the data folder where the canary still sings.
fn found(town: &Town) -> Vec<String> {
    let mut found = in_files(&town.app.settings.data);
    match town.database() {
        Url::File(path) => {
            found.extend(in_files(path.parent().unwrap()));
        }
        Url::Postgres(_) => {}
    }
    found.extend(in_tables(town));
    found
}

fn in_files(folder: &Path) -> Vec<String> {
    let Ok(inside) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for entry in inside.flatten() {
        if entry.path().is_dir() {
            found.extend(in_files(&entry.path()));
            continue;
        }
        let bytes = std::fs::read(entry.path()).unwrap().to_ascii_lowercase();
        if bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes()) {
            found.push(entry.path().display().to_string());
        }
    }
    found
}

/// Every column of every table, as text.
fn in_tables(town: &Town) -> Vec<String> {
    let columns = match town.app.db.engine() {
        Engine::Sqlite => {
            "select m.name, i.name from sqlite_schema m join pragma_table_info(m.name) i where m.type = 'table'
             and m.name not like 'search_words%' and m.name not like 'search_parts%'"
        }
        Engine::Postgres => {
            "select cast(table_name as text), cast(column_name as text) from information_schema.columns
             where table_schema = current_schema()"
        }
    };
    let columns: Vec<(String, String)> = town.app.db.read_now(move |c| c.all(columns, &[])).unwrap();
    assert!(columns.len() > 200);
    let sings = |(table, column): &(String, String)| {
        let sql =
            format!("select count(*) from {table} where lower(cast({column} as text)) like '%{CANARY}%'");
        let count: Vec<i64> = town.app.db.read_now(move |c| c.all(&sql, &[])).unwrap();
        count != [0]
    };
    columns.iter().filter(|place| sings(place)).map(|(table, column)| format!("{table}.{column}")).collect()
}

#[test]
fn no_canary_is_left_of_somebody_who_takes_their_words_along() {
    let town = Town::open(kalaka::house::routes());
    let (alone, shared) = amina_everywhere(&town);
    let amina = town.as_("amina");
    sent(&amina, "/account/data/exports", &[]);
    crate::my_data::make(&town);
    amina.post("/account/address", &[("email", &format!("{CANARY}@example.org"))]);
    town.stranger().post("/sign-in", &[("email", "amina@example.org")]);
    let mail = town.app.settings.data.join("mail");
    std::fs::create_dir_all(&mail).unwrap();
    let letter = format!("To: amina@example.org\r\nSubject: x\r\n\r\nDear Amina =\r\n{CANARY}");
    std::fs::write(mail.join("20261123T090000.000-0000000042.eml"), letter).unwrap();
    std::fs::write(mail.join("20261123T090000.000-0000000043.eml"), "To: gabor@example.org\r\n\r\nHello")
        .unwrap();
    let before = found(&town);
    assert!(before.len() > 10, "{before:?}");
    leave(&town, &amina, "go", "now");
    assert_eq!(found(&town), Vec::<String>::new());
    assert_eq!(std::fs::read_dir(&mail).unwrap().count(), 1);
    let page = town.as_("gabor").get(&format!("/threads/{shared}")).text();
    assert!(page.contains("Removed by who wrote it") && page.contains("truly well said"), "{page}");
    assert!(town.stranger().get(&format!("/threads/{alone}")).contains("Removed by who wrote it"));
    assert!(!town.stranger().get(&format!("/search?q={CANARY}")).contains("Together"));
    // The address is nobody's, and signing in with it says no more than before.
    let letters = town.letters().len();
    town.stranger().post("/sign-in", &[("email", "amina@example.org")]);
    assert_eq!(town.letters().len(), letters);
}

#[test]
fn posts_may_stay_as_those_of_a_former_member() {
    let town = Town::open(kalaka::house::routes());
    let (_, shared) = amina_everywhere(&town);
    let person = town.person("amina");
    leave(&town, &town.as_("amina"), "stay", "now");
    let page = town.stranger().get(&format!("/threads/{shared}")).text();
    assert!(page.contains("a former member") && page.contains(&canary("comes on each Friday")));
    assert!(!page.contains(&format!("Amina {CANARY}")));
    assert_eq!(town.as_("gabor").get(&format!("/people/{person}")).status(), 404);
    // What they kept to themselves is gone in either case.
    let left = in_tables(&town);
    for table in ["persons.", "drafts.", "notifications.", "sessions.", "exports."] {
        assert!(!left.iter().any(|place| place.starts_with(table)), "{left:?}");
    }
}

#[test]
fn it_waits_some_days_in_which_signing_in_takes_it_back() {
    let town = Town::open(kalaka::house::routes());
    leave(&town, &town.as_("amina"), "go", "later");
    assert!(
        town.letters().iter().any(|l| l.to == "amina@example.org" && l.text.contains("30 November 2026"))
    );
    town.wait(jiff::SignedDuration::from_hours(24 * 6));
    work(&town);
    // Comes back.
    assert_eq!(town.as_("amina").get("/account").status(), 200);
    town.wait(jiff::SignedDuration::from_hours(24 * 6));
    work(&town);
    assert_eq!(town.as_("amina").get("/account").status(), 200);
    // And goes.
    leave(&town, &town.as_("amina"), "go", "later");
    town.wait(jiff::SignedDuration::from_hours(24 * 8));
    work(&town);
    assert_eq!(town.as_("amina").get("/account").status(), 303);
}

#[test]
fn the_last_steward_can_not_go_and_groups_left_alone_are_told() {
    let town = Town::open(kalaka::house::routes());
    let istvan = town.as_("istvan");
    assert!(istvan.get("/account/data/deletion").contains("You are the only steward"));
    let form = [("posts", "stay"), ("when", "now"), ("sure", "yes")];
    assert_eq!(istvan.post("/account/data/deletion", &form).status(), 409);
    let pista = town.as_("pista");
    assert!(pista.get("/account/data/deletion").contains("Neighbours of Malom street"));
    leave(&town, &pista, "stay", "now");
    let told = town.as_("stella").get("/notifications").text();
    assert!(told.contains("Nobody speaks for Neighbours of Malom street any more"), "{told}");
}

#[test]
fn a_ballot_stays_counted_without_the_name() {
    let (town, _) = crate::matrix_places::settled_town();
    let count = |town: &Town| town.stranger().get("/decisions/1").text().matches("1 of").count();
    let before = count(&town);
    leave(&town, &town.as_("amina"), "go", "now");
    assert_eq!(count(&town), before);
    let left: Vec<i64> = town.app.db.read_now(|c| c.all("select count(*) from ballots", &[])).unwrap();
    assert!(left[0] >= 2);
}

#[test]
fn a_choice_that_is_none_is_asked_for_again() {
    let town = Town::open(kalaka::house::routes());
    let amina = town.as_("amina");
    let answer = amina.post("/account/data/deletion", &[("posts", "burn"), ("when", "later")]);
    assert_eq!(answer.status(), 422);
    assert!(answer.contains("aria-invalid"));
    assert_eq!(amina.get("/account").status(), 200);
}
