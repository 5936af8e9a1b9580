//! What is offered while somebody types.

use crate::moderation::act;
use crate::town::{open, post_id, reply, start, start_in_circle};
use kit::testing::Browser;
use people::testing::Town;

fn offers(by: &Browser, typed: &str) -> Vec<String> {
    let page = by.get(&format!("/search/suggestions?q={}", kit::page::encoded(typed)));
    assert_eq!(page.status(), 200, "{typed}");
    let text = page.text();
    let paths = text.split("data-to=\"").skip(1).filter_map(|rest| rest.split('"').next());
    paths.map(String::from).collect()
}

#[test]
fn titles_and_names_are_offered_by_their_beginnings_to_whoever_sees_them() {
    let town = Town::open(forum::routes().merge(people::routes()));
    let marta = town.as_("marta");
    let thread = start(&marta, "Kereszteződés a híd mellett", "Nagyon veszélyes.");
    reply(&marta, &thread, "A kisbusz áll.");
    let circle = start_in_circle(&marta, "Kerekasztal", "x");
    let stranger = town.stranger();
    assert_eq!(offers(&stranger, "híd keresz"), std::slice::from_ref(&thread));
    assert_eq!(offers(&stranger, "KER"), std::slice::from_ref(&thread));
    assert_eq!(offers(&town.as_("vera"), "ker"), std::slice::from_ref(&thread));
    let mut both = offers(&town.as_("gabor"), "ker");
    both.sort();
    assert_eq!(both, [thread.clone(), circle]);
    for typed in ["k", "", "kisb", "nagyon", "\"*(", "eszteződés"] {
        assert_eq!(offers(&stranger, typed), Vec::<String>::new(), "{typed}");
    }
    assert_eq!(offers(&stranger, "town lib"), [format!("/groups/{}", town.group("library"))]);
    let person = format!("/people/{}", town.person("marta"));
    assert_eq!((offers(&stranger, "tot"), offers(&town.as_("gabor"), "tot")), (vec![], vec![person]));
    let page = stranger.get("/search/suggestions?q=keres").text();
    assert!(
        page.contains("<mark>Kereszteződés</mark>") && page.contains("Thread") && !page.contains("<html")
    );
    act(&town, "stella", post_id(&town, &thread, 1), "hidden");
    assert_eq!(offers(&stranger, "keresz"), [thread], "a title stays");
}

#[test]
fn nobody_asks_without_measure() {
    let town = open();
    let marta = town.as_("marta");
    let first_refused =
        |by: &Browser| (0..1_000).find(|_| by.get("/search/suggestions?q=ab").status() == 429);
    assert_eq!(first_refused(&marta), Some(240));
    assert_eq!(first_refused(&town.stranger()), Some(600));
    assert_eq!(town.as_("gabor").get("/search/suggestions?q=ab").status(), 200);
    town.wait(jiff::SignedDuration::from_mins(1));
    assert_eq!(marta.get("/search/suggestions?q=ab").status(), 200);
}

#[test]
fn the_search_works_as_a_plain_form_and_has_its_list_for_those_with_scripts() {
    let page = open().stranger().get("/search").text();
    assert!(page.contains("<search-offers for=\"q\" from=\"/search/suggestions\""));
    assert!(page.contains("/assets/offering-") && page.contains("<form method=\"get\" action=\"/search\""));
}

#[test]
fn threads_like_the_title_that_is_being_typed_are_named_to_whoever_sees_them() {
    let town = open();
    let marta = town.as_("marta");
    let thread = start(&marta, "Who visits whom in winter?", "Old people are alone.");
    let circle = start_in_circle(&marta, "A secret plan for winter visits", "x");
    let twins = |who: &str, title: &str| {
        let page = town.as_(who).get(&format!("/threads/similar?q={}", kit::page::encoded(title)));
        assert_eq!(page.status(), 200);
        page.text()
    };
    let found = twins("vera", "Winter visits: who visits whom");
    assert!(found.contains("This is being talked about already:") && found.contains(&thread), "{found}");
    for title in ["", "Who", "A choir for men", "\"*("] {
        assert!(!twins("vera", title).contains("href"), "{title}");
    }
    assert!(!twins("vera", "Secret plan for winter visits").contains(&circle));
    assert!(twins("gabor", "Secret plan for winter visits").contains(&circle));
    assert!(town.stranger().get("/threads/similar?q=winter").location().starts_with("/sign-in"));
    assert!(marta.get("/threads/new").contains("<title-twins for=\"title\" from=\"/threads/similar\">"));
}

#[test]
fn names_are_offered_after_an_at_sign_of_those_whom_the_writer_sees() {
    let town = Town::open(forum::routes().merge(people::routes()));
    let (marta, amina) = (town.as_("marta"), town.as_("amina"));
    let names = |typed: &str| {
        let page = amina.get(&format!("/mentions?q={}", kit::page::encoded(typed)));
        assert_eq!(page.status(), 200);
        let text = page.text();
        let names = text.split("data-name=\"").skip(1).filter_map(|rest| rest.split('"').next());
        names.map(String::from).collect::<Vec<_>>()
    };
    assert_eq!(names("mart"), ["Márta Tóth"]);
    assert_eq!(names("Tóth m"), ["Márta Tóth"]);
    assert_eq!(names("prim"), ["Primary School"]);
    let mut both = names("k");
    both.sort();
    assert_eq!(both, ["Gábor Kiss", "Stella Kovács"]);
    assert_eq!(names("").len() + names("xyzzy").len() + names("%").len(), 0);
    let now = town.now();
    town.write(move |c| {
        Ok(people::persons::create(c, "Marta Toth", "other@example.org", kit::Role::Member, false, now)?)
    });
    assert_eq!(names("mart"), Vec::<String>::new(), "a name that two bear names nobody");
    let hidden =
        ["about_for", "helps_for", "speaks_for", "groups_for", "since_for"].map(|part| (part, "hidden"));
    let form = [&[("about", ""), ("helps", ""), ("speaks", "")][..], &hidden].concat();
    assert_eq!(town.as_("gabor").post("/account/profile", &form).status(), 303);
    assert_eq!(names("gab"), Vec::<String>::new(), "who shows nothing is not offered");
    assert!(town.stranger().get("/mentions?q=mart").location().starts_with("/sign-in"));
    assert!(marta.get("/threads/new").contains("<mention-offers for=\"body\" from=\"/mentions\""));
}
