use super::super::standing::Counts;
use super::*;
use crate::sectors::Sector;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kit::{Locale, Section, SectorId};

fn chrome() -> Chrome {
    Chrome {
        locale: Locale::english(),
        town: "Kővölgy".into(),
        founding: false,
        path: "/".into(),
        section: Section::Groups,
        viewer: None,
        flash: None,
        now: Timestamp::UNIX_EPOCH,
        zone: TimeZone::UTC,
        development: false,
    }
}

fn sector(name: &str, present: i64, listed: i64) -> SectorStanding {
    let (key, symbol) = (name.to_lowercase(), String::from("book"));
    SectorStanding {
        sector: Sector { id: SectorId(1), key, name: name.into(), colour: 1, symbol },
        counts: Counts { present, listed, ..Counts::default() },
    }
}

fn town(sectors: Vec<SectorStanding>) -> Standing {
    Standing { sectors, citizens: Counts { present: 3, ..Counts::default() } }
}

fn squares_in(svg: &str) -> usize {
    svg.matches("h-").count()
}

#[test]
fn each_group_is_a_square_and_a_sector_with_nobody_in_is_a_gap() {
    let svg = draw(&town(vec![sector("Education", 4, 1), sector("Media", 0, 2)]), &chrome()).0;
    assert_eq!(squares_in(&svg), 7, "{svg}");
    assert_eq!(svg.matches("class=\"map-gap\"").count(), 1);
    assert_eq!(svg.matches("class=\"map-part\"").count(), 1);
    assert_eq!(svg.matches("class=\"map-out\"").count(), 2);
    assert!(
        svg.contains("class=\"map-in citizens\"") && svg.contains("Education: 4 in, 1 known and not in."),
        "{svg}"
    );
}

#[test]
fn the_picture_says_what_it_shows_and_has_no_styles_of_its_own() {
    let svg = draw(&town(vec![sector("<script>alert(1)</script>", 0, 0)]), &chrome()).0;
    assert!(svg.contains("<title id=\"map-title\">") && svg.contains("<desc id=\"map-says\">"));
    assert!(!svg.contains("<script") && !svg.contains("style="), "{svg}");
}

#[test]
fn hundreds_of_groups_still_fit_and_thousands_are_told_in_bundles() {
    let many = |n: i64| town((0..9).map(|at| sector("Sport", n / (at + 1), 0)).collect());
    let (few, hundreds, thousands) =
        (draw(&many(9), &chrome()).0, draw(&many(90), &chrome()).0, draw(&many(9_000), &chrome()).0);
    assert_eq!(squares_in(&few), (1..=9).map(|at| 9 / at).sum::<usize>());
    assert_eq!(squares_in(&hundreds), (1..=9).map(|at| 90 / at).sum::<usize>());
    assert!(!hundreds.contains("stands for"));
    assert!(thousands.contains("stands for") && thousands.len() < 40_000, "{}", thousands.len());
}

#[test]
fn the_small_one_has_no_names() {
    let standing = town(vec![sector("Education", 4, 1)]);
    assert!(!small(&standing, &chrome()).0.contains("<text"));
    assert!(draw(&standing, &chrome()).0.contains("<text"));
}

#[test]
fn names_are_broken_into_lines() {
    assert_eq!(lines("Egészség és gondoskodás"), ["Egészség és", "gondoskodás"]);
    assert_eq!(lines("Health and care"), ["Health and", "care"]);
    assert_eq!(lines("Donaudampfschifffahrtsgesellschaft"), ["Donaudampfschi…"]);
    assert!(lines("").is_empty());
}
