//! My data, over the whole house: what the archive holds, and that nothing of anybody's is left out of it.

use db::Engine;
use kit::personal::{KEPT, PARTINGS};
use kit::testing::Browser;
use people::my_data;
use people::testing::Town;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::time::{Duration, Instant};
use zip::ZipArchive;

/// Columns that refer to persons and are not given, each with the reason.
const NOT_GIVEN: [(&str, &str); 8] = [
    (
        "posts.deleted_by",
        "that a post was removed stands with the post; a guide's act stands in the log of what they did",
    ),
    ("threads.last_person_id", "a count of the posts, which are given"),
    ("needs.merged_by", "stands in the log of what they did"),
    ("agenda_items.closed_by", "stands in the log of what they did"),
    ("focus_closures.reopened_by", "stands in the log of what they did"),
    ("promises.ended_by", "stands in the log of what they did"),
    ("appeals.answered_by", "the answer is an act, and stands among those of the guide who answered"),
    ("notifications.by_name", "a name in what somebody else was told"),
];

fn town() -> Town {
    Town::open(kalaka::house::routes())
}

/// All columns of the schema that refer to persons: by a key, or by what they are called.
fn columns_of_persons(town: &Town) -> BTreeSet<String> {
    let sql = match town.app.db.engine() {
        Engine::Sqlite => {
            "select m.name || '.' || f.\"from\" from sqlite_schema m join pragma_foreign_key_list(m.name) f
             where m.type = 'table' and f.\"table\" = 'persons'
             union select m.name || '.' || i.name from sqlite_schema m join pragma_table_info(m.name) i
             where m.type = 'table' and (i.name like '%person\\_id' escape '\\' or i.name like '%\\_by' escape '\\')
               and i.name <> 'join_by'"
        }
        Engine::Postgres => {
            "select cast(t.relname || '.' || a.attname as text) from pg_constraint k
             join pg_class t on t.oid = k.conrelid join pg_class o on o.oid = k.confrelid
             join pg_attribute a on a.attrelid = t.oid and a.attnum = any (k.conkey)
             where k.contype = 'f' and o.relname = 'persons'
             union select cast(table_name || '.' || column_name as text) from information_schema.columns
             where table_schema = current_schema() and column_name <> 'join_by'
               and (column_name like '%person\\_id' or column_name like '%\\_by')"
        }
    };
    town.app.db.read_now(move |c| c.all::<String>(sql, &[])).unwrap().into_iter().collect()
}

#[test]
fn whatever_refers_to_a_person_is_given_to_them_or_named_with_a_reason() {
    let town = town();
    let schema = columns_of_persons(&town);
    assert!(schema.len() > 25, "{schema:?}");
    let given: BTreeSet<String> = KEPT.iter().flat_map(|k| k.columns).map(|c| (*c).to_owned()).collect();
    let not_given: BTreeSet<String> = NOT_GIVEN.iter().map(|(column, _)| (*column).to_owned()).collect();
    let missing: Vec<_> = schema.iter().filter(|c| !given.contains(*c) && !not_given.contains(*c)).collect();
    assert!(missing.is_empty(), "neither in the archive nor in NOT_GIVEN: {missing:?}");
    // What is named but isn't there would hide a column of that name that comes later.
    let gone: Vec<_> =
        given.union(&not_given).filter(|c| !schema.contains(*c) && *c != "notifications.by_name").collect();
    assert!(gone.is_empty(), "no such column: {gone:?}");
    let both: Vec<_> = given.intersection(&not_given).collect();
    assert!(both.is_empty(), "{both:?}");
    assert_eq!(PARTINGS.len(), 3);
}

/// Makes the archive that was asked for, as the worker would.
pub fn make(town: &Town) {
    for job in town.jobs(my_data::EXPORT) {
        town.run(my_data::make(&town.app, &job));
    }
}

/// The files of the newest archive.
fn fetched(browser: &Browser) -> BTreeMap<String, String> {
    let page = browser.get("/account/data").text();
    let link = page.split('"').find(|part| part.starts_with("/account/data/exports/")).unwrap();
    let answer = browser.get(link);
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers["content-type"], "application/zip");
    let mut zip = ZipArchive::new(Cursor::new(answer.body)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    names
        .into_iter()
        .map(|name| {
            let mut text = String::new();
            zip.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
            (name, text)
        })
        .collect()
}

fn asked(town: &Town, browser: &Browser) -> BTreeMap<String, String> {
    assert_eq!(browser.post("/account/data/exports", &[]).location(), "/account/data");
    make(town);
    fetched(browser)
}

#[test]
fn an_archive_holds_what_is_mine_and_reads_well_in_my_language() {
    let (town, _) = crate::matrix_places::settled_town();
    let marta = town.as_("marta");
    let files = asked(&town, &marta);
    for kept in KEPT.iter() {
        let file = &files[&format!("{}.json", kept.name)];
        serde_json::from_str::<Vec<serde_json::Value>>(file).unwrap();
    }
    for (file, words) in [
        ("account", "marta@example.org"),
        ("posts", "In winter."),
        ("needs", "A safe way to school"),
        ("ballots", "\"yes\""),
        ("promises", "Print the rota"),
        ("invitations_sent", "nadia@example.org"),
        ("memberships", "Primary School"),
        ("notifications", "Growing old at home"),
    ] {
        assert!(files[&format!("{file}.json")].contains(words), "{file}: {}", files[&format!("{file}.json")]);
    }
    let page = &files["index.html"];
    assert!(page.contains("<html lang=\"en\">") && page.contains("In winter.") && !page.contains("<script"));
    assert!(!page.contains("my-data-"), "a word is missing");
    // Somebody else's is not in it.
    assert!(
        !files
            .values()
            .any(|text| text.contains("amina@example.org") || text.contains("I do, on Thursdays."))
    );
}

#[test]
fn in_hungarian_too() {
    let (town, _) = crate::matrix_places::settled_town();
    let marta = town.as_("marta").speaking("hu");
    marta.post("/language", &[("language", "hu"), ("next", "/")]);
    let page = asked(&town, &marta)["index.html"].clone();
    assert!(
        page.contains("<html lang=\"hu\">")
            && page.contains("A hozzászólásaim")
            && !page.contains("my-data-")
    );
}

#[test]
fn only_its_owner_fetches_an_archive_and_it_is_gone_after_its_days() {
    let town = town();
    let marta = town.as_("marta");
    asked(&town, &marta);
    let path = "/account/data/exports/1";
    assert_eq!(marta.get(path).status(), 200);
    assert_eq!(town.as_("stella").get(path).status(), 404);
    assert_eq!(town.stranger().get(path).location(), "/sign-in?next=/account/data/exports/1");
    assert!(marta.get("/notifications").contains("The archive of your data is ready"));
    let folder = town.app.settings.data.join("exports");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    town.wait(jiff::SignedDuration::from_hours(24 * 8));
    town.run(kalaka::upkeep::hold(&town.app));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    let marta = town.as_("marta");
    assert_eq!(marta.get(path).status(), 404);
    assert!(!marta.get("/account/data").contains(path));
}

#[test]
fn an_archive_that_is_being_made_shows_how_far_it_is() {
    let town = town();
    let marta = town.as_("marta");
    marta.post("/account/data/exports", &[]);
    // Asked twice, it is made once.
    marta.post("/account/data/exports", &[]);
    let page = marta.get("/account/data");
    assert!(
        page.contains("<progress") && page.contains("It is being made") && !page.contains("Make an archive")
    );
    assert_eq!(town.jobs(my_data::EXPORT).len(), 1);
    assert_eq!(marta.get("/account/data/exports/1").status(), 404);
}

#[test]
fn the_archive_of_somebody_else_says_nothing_of_a_hidden_profile() {
    let (town, _) = crate::matrix_places::settled_town();
    let amina = town.as_("amina");
    let mut form = vec![("about", "quinoabread"), ("helps", "quinoabread"), ("speaks", "quinoabread")];
    form.extend(
        ["about_for", "helps_for", "speaks_for", "groups_for", "since_for"].map(|part| (part, "hidden")),
    );
    assert_eq!(amina.post("/account/profile", &form).status(), 303);
    let files = asked(&town, &town.as_("marta"));
    assert!(!files.values().any(|text| text.contains("quinoabread")));
    assert!(asked(&town, &amina)["account.json"].contains("quinoabread"));
    for who in [town.stranger(), town.as_("gabor"), town.as_("stella")] {
        for path in
            ["/search?q=quinoabread", "/people", "/people?q=amina", "/activity", "/threads/1", "/groups"]
        {
            let page = who.get(path).text().replace("value=\"quinoabread\"", "").replace("q=quinoabread", "");
            assert!(!page.contains("quinoabread</") && !page.contains("<p>quinoabread"), "{path}");
        }
    }
}

#[test]
fn ten_thousand_posts_take_less_than_a_minute() {
    let town = town();
    let person = town.person("marta");
    let thread = town.as_("marta").post("/threads", &[("title", "Long"), ("body", "One.")]);
    let thread: i64 =
        thread.location().split('/').nth(2).unwrap().split(['?', '#']).next().unwrap().parse().unwrap();
    town.write(move |c| {
        let sql = "insert into posts (thread_id, number, person_id, body, html, locale, created_at)
                   select $1, n, $2, 'Post number ' || cast(n as text) || ': ' || $3, '', 'en', 1795424400000 + n
                   from (with recursive many (n) as (select cast(2 as bigint) union all select n + 1 from many where n < 10000)
                         select n from many) m";
        let text = "who visits whom in winter, and on which days? ".repeat(6);
        Ok(c.run(sql, &[&thread, &person, &text])?)
    });
    let began = Instant::now();
    let files = asked(&town, &town.as_("marta"));
    let took = began.elapsed();
    println!("an archive of 10,000 posts: {took:?}");
    assert!(took < Duration::from_secs(60), "{took:?}");
    let posts: Vec<serde_json::Value> = serde_json::from_str(&files["posts.json"]).unwrap();
    assert_eq!(posts.len(), 10_000);
}
