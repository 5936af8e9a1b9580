//! How the map was, and the map for a wall.

use jiff::SignedDuration;
use people::testing::Town;
use people::{map, routes};

fn count(town: &Town) {
    let now = town.now();
    town.write(move |c| map::snapshot(c, now));
}

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

#[test]
fn with_nothing_counted_yet_the_map_says_so() {
    let town = Town::open(routes());
    assert!(town.stranger().get("/groups/map").contains("Nothing has been counted yet."));
    count(&town);
    assert!(town.stranger().get("/groups/map").contains("Nothing has been counted yet."), "on the same day");
}

#[test]
fn the_map_compares_with_the_first_count_and_later_with_a_year_ago() {
    let town = Town::open(routes());
    count(&town);
    town.wait(days(40));
    count(&town);
    let (pista, malom) = (town.person("pista"), town.group("malom"));
    town.as_("pista").post(&format!("/groups/{malom}/members/{pista}?_method=delete"), &[]);
    let page = town.stranger().get("/groups/map").text();
    assert!(page.contains("Since the first count, and now: compared with"), "{page}");
    assert!(page.contains("23 November 2026: 4 organisations and 1 groups of citizens in."), "{page}");
    assert!(page.contains("<td class=\"number\" data-name=\"Change\">−1</td>"), "{page}");
    town.wait(days(366));
    let page = town.stranger().get("/groups/map").text();
    assert!(page.contains("A year ago, and now: compared with"), "{page}");
}

#[test]
fn a_month_is_counted_once_and_the_next_is_set_down() {
    let town = Town::open(routes());
    let now = town.now();
    for _ in 0..2 {
        town.write(move |c| map::begin(c, now));
    }
    assert_eq!(town.jobs("map.snapshot").len(), 1);
    let (_, run) = people::jobs().into_iter().find(|(kind, _)| *kind == "map.snapshot").unwrap();
    for _ in 0..2 {
        town.write(move |c| {
            let job = db::jobs::claim(c, now)?;
            run(c, &serde_json::json!({}), now)?;
            job.map_or(Ok(()), |job| Ok(db::jobs::complete(c, job.id)?))
        });
    }
    assert_eq!(town.jobs("map.snapshot").len(), 1, "one waits for the first of December");
    town.wait(days(2));
    assert!(town.stranger().get("/groups/map").contains("Since the first count"));
}

#[test]
fn the_poster_seats_who_is_here_and_keeps_a_chair_for_who_is_not() {
    let town = Town::open(routes());
    let page = town.stranger().get("/map/poster").text();
    assert!(page.contains("Who sits at Kővölgy’s table?"), "{page}");
    assert!(page.contains("<li>Town Library</li>") && page.contains("<li>Neighbours of Malom street</li>"));
    assert!(page.contains("Media: 0 in, 3 empty chairs") && page.contains("An empty chair. Is it yours?"));
    assert!(page.contains("class=\"qr\"") && page.contains("<strong>localhost</strong>"), "{page}");
    let page = town.stranger().speaking("hu").get("/map/poster").text();
    assert!(page.contains("Kővölgy: ki ül az asztalnál?"));
    assert_eq!(town.stranger().get("/map").location(), "/groups/map");
}
