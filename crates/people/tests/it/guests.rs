//! Guests' pages are kept and shown again, and nobody can tell.

use db::Engine;
use jiff::SignedDuration;
use kit::GroupId;
use kit::testing::Browser;
use people::groups::{self, Details};
use people::testing::Town;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

fn town() -> Town {
    Town::open(people::routes())
}

/// Writes what the school says of itself: a number.
fn say(town: &Town, school: GroupId, number: usize) {
    let now = town.now();
    town.write(move |c| {
        let (name, purpose) = ("Primary School".to_owned(), format!("We count: {number}."));
        let sector = groups::by_id(c, school)?.and_then(|g| g.sector_id);
        Ok(groups::describe(c, school, &Details { sector, name, purpose, ..Details::default() }, now)?)
    });
}

/// The number that the school's page shows.
fn shown(browser: &Browser, path: &str) -> usize {
    let page = browser.get(path).text();
    let (_, rest) = page.split_once("We count: ").unwrap();
    rest.split('.').next().unwrap().parse().unwrap()
}

fn keeps() -> bool {
    db::testing::engine() == Engine::Sqlite
}

#[test]
fn a_page_that_was_shown_is_shown_again_without_asking_the_database() {
    let town = town();
    let (guest, path) = (town.stranger(), format!("/groups/{}", town.group("school")));
    let (first, made) = town.counted(&guest, &path);
    let (again, statements) = town.counted(&guest, &path);
    assert!(made > 0);
    assert_eq!(statements == 0, keeps());
    assert_eq!(first.text(), again.text());
    let names =
        |answer: &kit::testing::Answer| answer.headers.keys().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names(&first), names(&again));
    // The next minute may say something else, and so may another language.
    town.wait(SignedDuration::from_mins(1));
    assert!(town.counted(&guest, &path).1 > 0);
    let (hungarian, statements) = town.counted(&guest.clone().speaking("hu"), &path);
    assert!(statements > 0 && hungarian.text().contains("lang=\"hu\""));
}

#[test]
fn what_is_acknowledged_is_shown_to_everybody_from_then_on() {
    let town = town();
    let school = town.group("school");
    let path = format!("/groups/{school}");
    say(&town, school, 0);
    let acknowledged = Arc::new(AtomicUsize::new(0));
    let readers: Vec<_> = (0..3)
        .map(|_| {
            let (guest, path, acknowledged) = (town.stranger(), path.clone(), acknowledged.clone());
            std::thread::spawn(move || {
                let mut kept = 0;
                while acknowledged.load(Ordering::SeqCst) < 200 {
                    let known = acknowledged.load(Ordering::SeqCst);
                    let found = shown(&guest, &path);
                    assert!(found >= known, "{known} was acknowledged, {found} is shown");
                    kept += 1;
                }
                kept
            })
        })
        .collect();
    for number in 1..=200 {
        say(&town, school, number);
        acknowledged.store(number, Ordering::SeqCst);
    }
    assert!(readers.into_iter().map(|reader| reader.join().unwrap()).sum::<usize>() > 0);
}

#[test]
fn a_member_has_a_page_of_their_own_and_leaves_none_for_guests() {
    let town = town();
    let path = format!("/groups/{}", town.group("school"));
    let member = town.as_("marta").get(&path).text();
    let guest = town.stranger().get(&path).text();
    assert!(member.contains("Márta Tóth") && !guest.contains("Márta Tóth"));
    assert!(town.as_("marta").get(&path).contains("Márta Tóth"));
    assert!(!town.stranger().get(&path).contains("Márta Tóth"));
}

#[test]
fn what_was_just_done_is_told_once_and_not_kept() {
    let town = town();
    let (guest, path) = (town.stranger(), "/groups");
    let plain = guest.get(path).text();
    guest.set_cookie("flash", "account-signed-out");
    let told = guest.get(path);
    assert_ne!(told.text(), plain);
    assert_eq!(town.stranger().get(path).text(), plain);
    assert_eq!(guest.get(path).text(), plain);
}
