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
    assert_eq!(offers(&stranger, "híd keresz"), [thread.clone()]);
    assert_eq!(offers(&stranger, "KER"), [thread.clone()]);
    assert_eq!(offers(&town.as_("vera"), "ker"), [thread.clone()]);
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
