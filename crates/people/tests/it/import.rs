//! A list comes in through the pages, and goes again.

use people::import::{self, Failed};
use people::routes;
use people::testing::Town;
use std::path::Path;
use std::time::Instant;

const SMALL: &str = "Name;Type;Email;Purpose\n\
    Radio Kővölgy;Media;radio@example.org;News and music\n\
    Town Clinic;Health;clinic@example.org;Doctors\n\
    ;Sport;nobody@example.org;\n\
    =cmd|' /C calc'!A0;Business;x@example.org;\"<script>alert(1)</script>\"\n\
    Pond people;citizens;;Frogs\n";

/// The real list, where it lies beside the repository.
fn real_list() -> Option<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/directory");
    let read = std::fs::read(folder.join("san-francisco-services-2013.csv"));
    if read.is_err() {
        println!("not tested: {} isn't there", folder.display());
    }
    read.ok()
}

pub fn upload(town: &Town, name: &str, bytes: &[u8]) -> String {
    let answer = town.as_("stella").upload("/groups/import", "file", name, bytes, &[]);
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().to_owned()
}

pub fn groups(town: &Town) -> i64 {
    town.write(|c| Ok(people::groups::counts(c)?.iter().map(|n| n.count).sum()))
}

/// The form of a page of rows as a browser would send it unchanged: `(name, value)`.
pub fn rows_form(page: &str) -> Vec<(String, String)> {
    let mut form = Vec::new();
    for article in page.split("<article class=\"listed").skip(1) {
        let article = article.split("</article>").next().unwrap_or_default();
        let line = article
            .split("name=\"row\" value=\"")
            .nth(1)
            .and_then(|r| r.split('"').next())
            .unwrap_or_default();
        form.push(("row".to_owned(), line.to_owned()));
        if article.contains("value=\"yes\" checked") {
            form.push((format!("take-{line}"), "yes".into()));
        }
        for change in article.split(&format!("name=\"change-{line}\" value=\"")).skip(1) {
            let (field, rest) = change.split_once('"').unwrap_or_default();
            if rest.starts_with(" checked") {
                form.push((format!("change-{line}"), field.to_owned()));
            }
        }
        let before = article.split("\" selected>").next().unwrap_or_default();
        if article.contains("\" selected>") {
            let value = before.rsplit("value=\"").next().unwrap_or_default();
            form.push((format!("place-{line}"), value.replace("&#64;", "@")));
        }
    }
    form
}

pub fn send(town: &Town, path: &str, form: &[(String, String)]) -> kit::testing::Answer {
    let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    town.as_("stella").post(path, &form)
}

#[test]
fn a_small_list_goes_all_the_way() {
    let town = Town::open(routes());
    let stella = town.as_("stella");
    let path = upload(&town, "C:\\lists\\small.csv", SMALL.as_bytes());
    let page = stella.get(&path).text();
    assert!(
        page.contains("5 rows in “small.csv”") && page.contains("<option value=\"sector\" selected>"),
        "{page}"
    );
    let columns = [
        ("column-0", "name"),
        ("column-1", "sector"),
        ("column-2", "email"),
        ("column-3", "purpose"),
        ("otherwise", "civil"),
    ];
    let answer = stella.post(&path, &columns);
    assert_eq!((answer.status(), answer.location()), (303, format!("{path}/rows").as_str()));

    let page = stella.get(&format!("{path}/rows")).text();
    assert!(
        page.contains("It has no name, so it can’t be taken.") && page.contains("is none of our sectors"),
        "{page}"
    );
    assert!(page.contains("here already") && page.contains("the same name"), "the clinic is known");
    assert!(!page.contains("<script>alert"));
    let mut form = rows_form(&page);
    assert_eq!(form.iter().filter(|(name, _)| name.starts_with("take-")).count(), 3, "{form:?}");
    form.retain(|(name, _)| name != "place-6" && name != "take-5");
    form.push(("place-6".into(), "@citizens".into()));
    form.push(("then".into(), "1".into()));
    assert_eq!(send(&town, &format!("{path}/rows"), &form).location(), format!("{path}/rows?page=1"));

    let page = stella.get(&format!("{path}/rows")).text();
    let mut kept = rows_form(&page);
    assert!(
        kept.contains(&("place-6".into(), "@citizens".into())) && !kept.iter().any(|(n, _)| n == "take-5"),
        "{kept:?}"
    );
    kept.push(("then".into(), "take".into()));
    assert_eq!(send(&town, &format!("{path}/rows"), &kept).location(), path);
    assert_eq!(groups(&town), 7);
    let page = stella.get(&path).text();
    assert!(page.contains("<b>2</b>") && page.contains("5 rows were read, 3 were left out."), "{page}");
    let directory = town.stranger().get("/groups?state=listed").text();
    assert!(directory.contains("Radio Kővölgy") && directory.contains("Pond people"));
    assert!(town.stranger().get("/groups?q=frogs").contains("Pond people"), "they are found by their words");
    assert!(town.stranger().get("/groups/map").contains("Media: 0 in, 1 known and not in."));
    assert_eq!(send(&town, &format!("{path}/rows"), &kept).status(), 409, "a list is taken once");
}

#[test]
fn what_somebody_touched_survives_the_undoing() {
    let town = Town::open(routes());
    let stella = town.as_("stella");
    let list = "Name;Type\nOne;Media\nTwo;Media\nThree;Media\nFour;Media\n";
    let path = upload(&town, "four.csv", list.as_bytes());
    let mut form = rows_form(&stella.get(&format!("{path}/rows")).text());
    form.push(("then".into(), "take".into()));
    assert_eq!(send(&town, &format!("{path}/rows"), &form).location(), path);
    assert_eq!(groups(&town), 9);
    let id = |name: &'static str| {
        town.write(move |c| Ok(people::groups::known(c)?.into_iter().find(|g| g.name == name).map(|g| g.id)))
            .unwrap()
    };
    town.wait(jiff::SignedDuration::from_mins(5));
    let (one, two) = (id("One"), id("Two"));
    stella.post(&format!("/groups/{one}"), &[("name", "One"), ("sector", "media"), ("purpose", "Touched")]);
    stella.post(&format!("/groups/{two}/state"), &[("state", "invited")]);
    assert_eq!(stella.post(&format!("{path}/undo"), &[]).location(), path);
    assert_eq!(groups(&town), 7);
    let page = stella.get(&path).text();
    assert!(
        page.contains("2 groups stay") && page.contains(">One</a>") && page.contains(">Two</a>"),
        "{page}"
    );
    assert!(!town.stranger().get("/groups?q=three").contains(">Three</a>"), "nor is it found any more");
    assert_eq!(stella.post(&format!("{path}/undo"), &[]).status(), 409, "once is enough");
}

#[test]
fn files_that_are_no_list_are_refused_with_a_reason() {
    let town = Town::open(routes());
    let stella = town.as_("stella");
    let cases: [(&str, &[u8], &str); 8] = [
        ("a.xlsx", b"PK\x03\x04rest", "This workbook is damaged."),
        ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "This workbook is of an old kind"),
        ("a.json", b"{\"contents\": []}", "no organisations in this file as Open Referral"),
        ("a.csv", b"", "There is nothing in this file."),
        ("a.csv", b"  \n \n", "There is nothing in this file."),
        ("a.csv", b"Name,Email\n", "There are no rows in this file."),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0\0", "This is no list."),
        ("", b"", "Choose a file first."),
    ];
    for (name, bytes, why) in cases {
        let answer = stella.upload("/groups/import", "file", name, bytes, &[]);
        assert_eq!(answer.status(), 422, "{why}");
        assert!(answer.contains(why), "{why}: {}", answer.text());
    }
    let large = vec![b'a'; 20 * 1024 * 1024 + 10];
    assert_eq!(stella.upload("/groups/import", "file", "a.csv", &large, &[]).status(), 422);
    assert_eq!(stella.upload("/groups/import", "other", "a.csv", b"x", &[]).status(), 422);
    assert_eq!(stella.post("/groups/import", &[("file", "x")]).status(), 422);
}

/// A workbook with a list on its second sheet and another on its third.
fn workbook() -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for (name, rows) in [
        ("Empty", Vec::new()),
        ("Clubs", vec!["Name", "Chess Club", "Rowing Club"]),
        ("Schools", vec!["Name", "River School", "Hill School", "Lake School"]),
    ] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for (row, cell) in rows.iter().enumerate() {
            sheet.write(row as u32, 0, *cell).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn of_a_workbook_one_sheet_is_taken_and_another_can_be() {
    let town = Town::open(routes());
    let stella = town.as_("stella");
    // What it is, its content says, not its name.
    let path = upload(&town, "list.csv", &workbook());
    let page = stella.get(&path).text();
    assert!(page.contains("2 sheets with something in them. We read “Clubs”."), "{page}");
    assert!(page.contains("2 rows in “list.csv”") && page.contains("Chess Club"), "{page}");
    let turn = |sheet| stella.post(&path, &[("then", "sheet"), ("sheet", sheet)]);
    assert_eq!(turn("Nowhere").status(), 422);
    assert_eq!(turn("Schools").location(), path);
    let page = stella.get(&path).text();
    assert!(page.contains("3 rows in") && page.contains("We read “Schools”."), "{page}");
    stella.post(&path, &[("column-0", "name"), ("otherwise", "education")]);
    let mut form = rows_form(&stella.get(&format!("{path}/rows")).text());
    form.push(("then".into(), "take".into()));
    assert_eq!(send(&town, &format!("{path}/rows"), &form).location(), path);
    assert_eq!(groups(&town), 8);
    assert!(town.stranger().get("/groups?q=hill").contains("Hill School"));
}

#[test]
fn a_list_without_names_waits_for_one() {
    let town = Town::open(routes());
    let stella = town.as_("stella");
    let path = upload(&town, "a.csv", b"Name,Email\nOne,one@example.org\nTwo,two@example.org\n");
    let answer = stella.post(&path, &[("column-0", "ignore"), ("column-1", "email"), ("otherwise", "civil")]);
    assert!(answer.status() == 422 && answer.contains("None of the columns is the name."));
    let answer = stella.post(&path, &[("column-0", "name"), ("otherwise", "nowhere")]);
    assert_eq!(answer.status(), 422);
    assert_eq!(stella.post(&format!("{path}?_method=delete"), &[]).location(), "/groups/import");
    assert_eq!(stella.get(&path).status(), 404);
}

#[test]
fn lists_are_for_guides() {
    let town = Town::open(routes());
    let path = upload(&town, "a.csv", SMALL.as_bytes());
    let rows = format!("{path}/rows");
    for page in ["/groups/import", &path, &rows] {
        assert_eq!(town.as_("marta").get(page).status(), 403, "{page}");
        assert!(town.stranger().get(page).location().starts_with("/sign-in"), "{page}");
    }
    for post in [&path, &rows, &format!("{path}/undo"), &format!("{path}?_method=delete")] {
        assert_eq!(town.as_("marta").post(post, &[("then", "take")]).status(), 403, "{post}");
        assert!(town.stranger().post(post, &[]).location().starts_with("/sign-in"), "{post}");
    }
    assert_eq!(
        town.as_("marta").upload("/groups/import", "file", "a.csv", SMALL.as_bytes(), &[]).status(),
        403
    );
    for unknown in ["/groups/import/999999", "/groups/import/999999/rows"] {
        assert_eq!(town.as_("stella").get(unknown).status(), 404);
        assert_eq!(town.as_("stella").post(unknown, &[]).status(), 404);
    }
    assert_eq!(town.as_("stella").post("/groups/import/999999/undo", &[]).status(), 404);
    assert_eq!(groups(&town), 5, "nothing came of it");
}

#[test]
fn the_real_list_comes_in_through_the_pages_and_goes_again() {
    let Some(bytes) = real_list() else { return };
    let town = Town::open(routes());
    let stella = town.as_("stella");
    let path = upload(&town, "san-francisco.csv", &bytes);
    let page = stella.get(&path).text();
    assert!(page.contains("341 rows in “san-francisco.csv”") && page.contains("windows-1252"), "{page}");
    let first = stella.get(&format!("{path}/rows")).text();
    assert_eq!(first.matches("<article class=\"listed").count(), 100);
    assert!(first.contains("commas in “Services Provided”") && first.contains("We put it together again."));
    assert!(first.contains("“Please visit website for assistance” only points elsewhere."));
    let last = stella.get(&format!("{path}/rows?page=4")).text();
    assert_eq!(last.matches("<article class=\"listed").count(), 41);
    let mut form = rows_form(&first);
    form.push(("then".into(), "take".into()));
    assert_eq!(send(&town, &format!("{path}/rows"), &form).location(), path);
    let page = stella.get(&path).text();
    println!(
        "{}",
        page.split("class=\"result\"").nth(1).unwrap_or_default().chars().take(400).collect::<String>()
    );
    let taken = groups(&town) - 5;
    assert_eq!(taken, 320, "21 rows have the name of one before them");
    assert!(page.contains("341 rows were read, 21 were left out."), "{page}");
    assert!(town.stranger().get("/groups?q=onlok").status() == 200);
    stella.post(&format!("{path}/undo"), &[]);
    assert_eq!(groups(&town), 5);
    assert!(stella.get(&path).contains("Nothing of it is left."));
}

#[test]
fn a_command_brings_in_the_same_and_a_second_time_nothing() {
    let Some(bytes) = real_list() else { return };
    let town = Town::open(routes());
    let report = import::run_file(&town.app.db, &bytes, "list.csv", town.now()).unwrap();
    println!("{report:?}");
    assert_eq!((report.read, report.taken, report.left_out), (341, 320, 21));
    let again = import::run_file(&town.app.db, &bytes, "list.csv", town.now()).unwrap();
    assert_eq!((again.read, again.taken, again.left_out), (341, 0, 341));
}

#[test]
fn what_one_town_takes_along_another_reads() {
    let town = Town::open(routes());
    let clinic = format!("/groups/{}", town.group("clinic"));
    let said = [
        ("name", "Town Clinic"),
        ("sector", "health"),
        ("purpose", "Doctors, and\n\"nurses\"."),
        ("email", "clinic@example.org"),
        ("phone", "+36 30 123 4567"),
        ("address", "Malom street 3, 9730 Kővölgy"),
        ("website", "clinic.example.org"),
    ];
    assert_eq!(town.as_("judit").post(&clinic, &said).status(), 303);
    for path in ["/groups.csv", "/groups.xlsx", "/groups.zip"] {
        let file = town.as_("stella").get(path).body;
        let other = Town::unfounded(routes());
        other.write(|c| Ok(people::sectors::lay_first(c)?));
        let report = import::run_file(&other.app.db, &file, "groups.csv", other.now()).unwrap();
        assert_eq!((report.read, report.taken), (5, 5), "{path}");
        let known = other.write(|c| Ok(people::groups::known(c)?));
        let clinic = known.iter().find(|g| g.name == "Town Clinic").unwrap();
        assert_eq!(
            (clinic.phone.as_str(), clinic.email.as_str()),
            ("+36 30 123 4567", "clinic@example.org"),
            "{path}"
        );
        assert_eq!(
            (clinic.website.trim_end_matches('/'), clinic.address.as_str()),
            ("https://clinic.example.org", "Malom street 3, 9730 Kővölgy"),
            "{path}"
        );
        let purpose = other.write({
            let id = clinic.id;
            move |c| Ok(people::groups::by_id(c, id)?.unwrap().purpose)
        });
        assert_eq!(purpose, "Doctors, and\n\"nurses\".", "{path}");
        let counts = other.write(|c| Ok(people::groups::counts(c)?));
        let citizens: i64 = counts.iter().filter(|n| n.side == kit::Side::Citizens).map(|n| n.count).sum();
        assert_eq!((citizens, counts.len()), (1, 5), "{path}: sides and sectors come along: {counts:?}");
    }
}

#[test]
fn a_command_says_why_it_brought_in_nothing() {
    let town = Town::open(routes());
    let run = |bytes: &[u8]| import::run_file(&town.app.db, bytes, "a.csv", town.now());
    assert!(matches!(run(b"PK\x03\x04"), Err(Failed::Unreadable(import::Unreadable::Broken))));
    assert!(matches!(run(b"1,2\n3,4\n"), Err(Failed::NoNames)), "{:?}", run(b"1,2\n3,4\n"));
    let nowhere = Town::unfounded(routes());
    let outcome = import::run_file(&nowhere.app.db, b"Name\nOne\n", "a.csv", nowhere.now());
    assert!(matches!(outcome, Err(Failed::NoSectors)));
}

#[test]
fn ten_thousand_rows_come_in_in_time() {
    let town = Town::open(routes());
    let mut list = String::from("Name,Type,Phone,Email,Address,Purpose\n");
    for n in 0..10_000 {
        let word = ["Oak", "River", "Hill", "Star", "Mill", "Bridge", "Lark"][n % 7];
        list.push_str(&format!(
            "{word} circle {n:x}-{},Sport,06 30 {:07},{word}{n}@example{}.org,\"{word} street {n}, Kővölgy\",\"We meet on {n} days of the year.\"\n",
            n % 977,
            n * 37,
            n % 4001,
        ));
    }
    let start = Instant::now();
    let report = import::run_file(&town.app.db, list.as_bytes(), "many.csv", town.now()).unwrap();
    let took = start.elapsed();
    println!("10,000 rows: {took:?} {report:?}");
    assert_eq!(report.read, 10_000);
    assert!(report.taken > 9_000, "{report:?}");
    let found = town.stranger().get("/groups?q=mill+circle&state=listed&page=2");
    assert!(found.status() == 200 && found.contains("Mill circle"));
    // The budget of five seconds is a release build's; nothing here is compiled for speed, and all tests run
    // at once.
    let budget = if cfg!(debug_assertions) { 180 } else { 5 };
    assert!(took.as_secs() < budget, "{took:?}");
}
