//! One typing error is forgiven, and tells nobody a word that they may not read.

use crate::moderation::act;
use crate::town::{open, post_id, reply, start, start_in_circle, statements};
use kit::testing::Browser;
use people::testing::Town;

fn mended(by: &Browser, typed: &str) -> Option<String> {
    let page = by.get(&format!("/search?q={}", kit::page::encoded(typed)));
    assert_eq!(page.status(), 200);
    let text = page.text();
    let said = text.split("This is what has “").nth(1)?;
    Some(said.split('”').next().unwrap().to_owned())
}

#[test]
fn where_nothing_has_a_word_the_nearest_one_is_looked_for() {
    let town = open();
    let marta = town.as_("marta");
    let thread = start(&marta, "Kereszteződés a híd mellett", "Nagyon veszélyes.");
    reply(&marta, &thread, "A **kisbusz** csütörtökön áll.");
    let stranger = town.stranger();
    for (typed, wanted) in [
        ("kereszteződé", None),
        ("keresztezödséwel", None),
        ("kereszteződsé", Some("Kereszteződés")),
        ("kereztezodes", Some("Kereszteződés")),
        ("kkereszteződés hid", Some("Kereszteződés hid")),
        ("híd kereszteződéss", Some("híd Kereszteződés")),
        ("kisbuss", Some("kisbusz")),
        ("Kisbsuz, csüt", Some("kisbusz csüt")),
        ("kisbsuz hétfőn", None),
        ("hit", None),
        ("xyzzy", None),
        ("", None),
        ("\"*( OR", None),
    ] {
        assert_eq!(mended(&stranger, typed), wanted.map(String::from), "{typed}");
    }
    let page = stranger.get("/search?q=kisbsuz");
    assert!(page.contains("<mark>kisbusz</mark>") && page.contains(&format!("{thread}?from=2#post-2")));
    assert!(page.contains("Nothing has “kisbsuz” in it.") && page.contains("value=\"kisbsuz\""));
    for typed in ["kisbsuz", "kereszteződésss+kisbsuz+veszélyez+csütörtöx"] {
        let asked = statements(&town, &stranger, &format!("/search?q={typed}"));
        assert!(asked <= 12, "{typed}: {asked}");
    }
}

#[test]
fn a_word_that_one_may_not_read_is_not_told() {
    let town = Town::open(forum::routes().merge(people::routes()));
    let (marta, gabor) = (town.as_("marta"), town.as_("gabor"));
    start_in_circle(&marta, "Quincunx", "Sassafras.");
    let thread = start(&marta, "A quiet thread", "Nothing here.");
    reply(&marta, &thread, "The rutabaga.");
    act(&town, "stella", post_id(&town, &thread, 2), "hidden");
    let mut form = vec![("about", "Beekeeper"), ("helps", "Zwieback"), ("speaks", "")];
    form.extend([("about_for", "members"), ("helps_for", "hidden"), ("speaks_for", "public")]);
    form.extend([("groups_for", "hidden"), ("since_for", "hidden")]);
    assert_eq!(marta.post("/account/profile", &form).status(), 303);
    for (typed, word, to_stranger, to_vera, to_gabor) in [
        ("quincnx", "Quincunx", false, false, true),
        ("sasafras", "Sassafras", false, false, true),
        ("rutabag", "rutabaga", false, false, false),
        ("beekeper", "Beekeeper", false, true, true),
        ("zwiebak", "Zwieback", false, false, false),
    ] {
        for (who, told) in [(&town.stranger(), to_stranger), (&town.as_("vera"), to_vera), (&gabor, to_gabor)]
        {
            // A beginning is found as it is; only what is wrong is mended.
            let wrong = format!("{typed}x").replace("xx", "x");
            let wrong = if word.to_lowercase().starts_with(typed) { wrong } else { typed.into() };
            assert_eq!(mended(who, &wrong), told.then(|| word.to_owned()), "{wrong}");
            let page = who.get(&format!("/search?q={wrong}")).text();
            assert!(told || !page.contains(word), "{wrong}");
        }
    }
}
