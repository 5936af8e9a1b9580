//! The directory as a file, for whoever takes it along.

use crate::groups::add;
use people::routes;
use people::testing::Town;

#[test]
fn the_export_runs_no_formula() {
    let town = Town::open(routes());
    add(&town, "=HYPERLINK(\"http://evil.example\")", None, "+1 \"quoted\"\nsecond line");
    let answer = town.as_("stella").get("/groups.csv");
    let csv = answer.text();
    assert!(csv.starts_with("\u{feff}\"Name\",\"Side\",\"Sector\""), "{csv}");
    assert!(csv.contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\""), "{csv}");
    assert!(csv.contains("\"'+1 \"\"quoted\"\"\nsecond line\""));
    assert!(csv.contains("\"Town Clinic\",\"organisations\",\"Health and care\",\"in\""));
    assert!(answer.headers["content-disposition"].to_str().unwrap().contains("groups-2026-11-23.csv"));
}

/// All the text of an archive.
fn unpacked(bytes: Vec<u8>) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for at in 0..zip.len() {
        std::io::Read::read_to_string(&mut zip.by_index(at).unwrap(), &mut text).unwrap();
    }
    text
}

#[test]
fn everybody_takes_along_what_they_see() {
    let town = Town::open(routes());
    let said = |name, sector| {
        vec![
            ("name", name),
            ("sector", sector),
            ("contact_name", "Kis Katalin"),
            ("email", "reach@example.org"),
            ("phone", "06 94 360 111"),
            ("address", "Malom street 3"),
        ]
    };
    let (clinic, pond) = (town.group("clinic"), add(&town, "Pond Choir", None, "Songs"));
    assert_eq!(
        town.as_("stella").post(&format!("/groups/{clinic}"), &said("Town Clinic", "health")).status(),
        303
    );
    assert_eq!(town.as_("stella").post(&format!("/groups/{pond}"), &said("Pond Choir", "")).status(), 303);
    for path in ["/groups.csv", "/groups.xlsx", "/groups.zip"] {
        let taken = |browser: kit::testing::Browser| {
            let answer = browser.get(path);
            assert_eq!(answer.status(), 200, "{path}");
            if path.ends_with("csv") { answer.text() } else { unpacked(answer.body) }
        };
        let (guest, member) = (taken(town.stranger()), taken(town.as_("vera")));
        let times = |text: &str, what| text.matches(what).count();
        assert!(guest.contains("Pond Choir") && guest.contains("Town Clinic"), "{path}: {guest}");
        let sees = |text: &str| {
            ["reach@example.org", "06 94 360 111", "Malom street 3"].map(|what| times(text, what))
        };
        assert_eq!(sees(&guest), [1, 1, 1], "{path}: an organisation's office is public, a home isn't");
        assert_eq!(sees(&member), [2, 2, 2], "{path}");
        assert_eq!((times(&guest, "Kis Katalin"), times(&member, "Kis Katalin")), (0, 2), "{path}");
    }
    let again = |_| town.stranger().get("/groups.zip").status();
    assert!((0..20).map(again).any(|status| status == 429), "nobody takes it along all day");
}
