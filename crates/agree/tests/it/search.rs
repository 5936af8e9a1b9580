//! Meetings and the charter are found, by those who may read them; titles say their language.

use crate::table::{adopted, reads, routes, town};
use people::testing::Town;

const CHARTER: [(&str, &str); 3] =
    [("seen", "0"), ("title-1", "What for"), ("body-1", "To mend the *millwheel* together.")];
const MEETING: [(&str, &str); 4] = [
    ("title", "First supper"),
    ("starts", "2026-12-01T18:00"),
    ("place", "Library"),
    ("body", "Bring a ladle."),
];

#[test]
fn meetings_and_the_charter_are_found_by_their_words() {
    let town = Town::founding(routes());
    assert_eq!(town.as_("stella").post("/charter/edit", &CHARTER).status(), 303);
    assert_eq!(town.as_("amina").post("/meetings", &MEETING).status(), 303);
    for (words, path) in [("millwheel", "/charter"), ("ladle", "/meetings/1"), ("supper", "/meetings/1")] {
        let search = format!("/search?q={words}");
        assert!(reads(&town, "vera", &search).contains(&format!("href=\"{path}\"")), "{words}");
        assert!(town.stranger().get(&search).location().starts_with("/sign-in"), "{words}");
    }
    assert!(reads(&town, "vera", "/search?q=ladle&kind=meeting").contains("First supper"));
    assert!(!reads(&town, "vera", "/search?q=ladle&kind=charter").contains("First supper"));
    let open = [("join_by", "email"), ("sure", "yes")];
    assert_eq!(town.as_("stella").post("/founding/opening", &open).status(), 303);
    assert!(reads(&town, "", "/search?q=ladle").contains("/meetings/1"), "open to everybody now");
}

#[test]
fn of_the_charter_the_newest_version_is_found() {
    let town = Town::founding(routes());
    town.as_("stella").post("/charter/edit", &CHARTER);
    let next = [("seen", "1"), ("title-1", "What for"), ("body-1", "To mend the bridge together.")];
    assert_eq!(town.as_("amina").post("/charter/edit", &next).status(), 303);
    assert!(!reads(&town, "amina", "/search?q=millwheel").contains("What the platform is for</"));
    let found = reads(&town, "amina", "/search?q=bridge&kind=charter").matches("href=\"/charter\"").count();
    assert_eq!(found, reads(&town, "amina", "/search?q=nothing").matches("href=\"/charter\"").count() + 1);
}

#[test]
fn titles_say_in_which_language_they_are() {
    let town = town();
    let name = |title: &str| {
        let form =
            [("title", title), ("body", "Nincs."), ("locale", "hu"), ("voice", "me"), ("next", "different")];
        let answer = town.as_("amina").post("/needs", &form);
        assert_eq!(answer.status(), 303, "{}", answer.text());
        answer.location().to_owned()
    };
    let (gone, into) = (name("Egy pad"), name("Ülőhely félúton"));
    let target = into.rsplit('/').next().unwrap();
    assert_eq!(town.as_("stella").post(&format!("{gone}/merge"), &[("target", target)]).location(), into);
    let page = reads(&town, "", &format!("{into}?from=1"));
    assert!(page.contains("led here from “<span lang=\"hu\">Egy pad</span>”"), "{page}");
    assert!(page.contains("“<span lang=\"hu\">Egy pad</span>” became part"), "{page}");
    assert_eq!(page.matches('\u{f8ff}').count(), 0);
    let item = [("title", "A new bench"), ("body", "In spring."), ("voice", "me")];
    assert_eq!(town.as_("stella").post("/agenda", &item).location(), "/agenda/1");
    let relation = [("subject", "need-2"), ("item", "1"), ("relation", "complements"), ("note", "Both")];
    assert_eq!(town.as_("amina").post("/agenda/relations", &relation).status(), 303);
    assert!(reads(&town, "", "/agenda/1").contains("href=\"/needs/2\" lang=\"hu\">Ülőhely félúton"));
    assert!(reads(&town, "", "/needs/2").contains("href=\"/agenda/1\" lang=\"en\">A new bench"));
    let focus = adopted(&town, "A safe way to school", &[]);
    let from = format!("<a href=\"/focuses/{focus}\" lang=\"en\">A safe way to school");
    assert!(reads(&town, "", "/needs/3").contains(&from));
    let need = "<a href=\"/needs/3\" lang=\"en\">A safe way to school";
    assert!(reads(&town, "", &format!("/focuses/{focus}")).contains(need));
}
