//! The stakeholder map's page.

use people::routes;
use people::testing::Town;

#[test]
fn the_map_shows_who_is_here_and_asks_for_who_is_missing() {
    let town = Town::open(routes());
    let page = town.stranger().get("/groups/map").text();
    assert!(page.contains("4 organisations are in, and one group of citizens."), "{page}");
    assert_eq!(page.matches("class=\"map-gap\"").count(), 5);
    assert_eq!(page.matches("class=\"map-part\"").count(), 4);
    assert!(page.contains("Nobody from “Media” yet. Who could it be?"));
    assert!(page.contains("/groups/new?side=organisations&amp;sector=media"));
    assert!(page.contains("Education: 1 in, 0 known and not in."), "the picture is told in words");
    assert!(!page.contains("style="), "no styles in the page");
    let page = town.stranger().speaking("hu").get("/groups/map").text();
    assert!(page.contains("Média: innen még senki sincs itt. Ki lehetne az?"));
}

#[test]
fn the_map_of_an_empty_town_says_so() {
    let town = Town::open(routes());
    for (who, group) in [("stella", "library"), ("pista", "malom")] {
        let (person, group) = (town.person(who), town.group(group));
        town.as_(who).post(&format!("/groups/{group}/members/{person}?_method=delete"), &[]);
    }
    let page = town.stranger().get("/groups/map").text();
    assert!(page.contains("3 organisations are in, and no group of citizens."), "{page}");
    assert!(page.contains("No group of citizens is in yet."));
}

#[test]
fn a_gap_leads_to_a_form_that_knows_the_sector() {
    let town = Town::open(routes());
    let page = town.as_("vera").get("/groups/new?side=organisations&sector=media").text();
    assert!(page.contains("<option value=\"media\" selected>"), "{page}");
}

#[test]
fn the_map_takes_few_statements() {
    let town = Town::open(routes());
    let vera = town.as_("vera");
    vera.get("/groups/map");
    let (answer, statements) = town.counted(&vera, "/groups/map");
    assert!(answer.status() == 200 && statements <= 12, "{statements} statements");
}
