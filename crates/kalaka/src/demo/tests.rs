//! The demo town, filled on the engine of this run and looked at.

use super::data::{Data, FILES};
use super::{fill, is_filled, sign_ins};
use act::initiatives::{self, Health};
use agree::{decisions, focuses};
use anyhow::Result;
use db::testing::Fresh;
use forum::threads;
use jiff::Timestamp;
use kit::Side;
use people::groups::{self, GroupState};
use people::persons;
use std::time::Instant;

fn now() -> Timestamp {
    "2026-11-23T09:30:00Z".parse().unwrap()
}

fn filled() -> Fresh {
    let fresh = db::testing::fresh().unwrap();
    let began = Instant::now();
    fill(&fresh.db, Data::embedded().unwrap(), now(), |_, _| {}).unwrap();
    println!("filled on {:?} in {:.2} s", fresh.db.engine(), began.elapsed().as_secs_f64());
    fresh
}

#[test]
fn the_town_is_as_its_files_tell() {
    let (fresh, data) = (filled(), Data::embedded().unwrap());
    assert!(is_filled(&fresh.db).unwrap());
    let seen = fresh.db.read_now(move |c| -> Result<()> {
        assert_eq!(persons::count(c)?, data.people.len() as i64);
        let groups = groups::counts(c)?;
        let count = |side, state| {
            groups.iter().filter(|g| g.side == side && g.state == state).map(|g| g.count).sum::<i64>()
        };
        assert_eq!(count(Side::Organisations, GroupState::In), 31);
        assert_eq!(count(Side::Citizens, GroupState::In), 16);
        assert_eq!(groups.iter().map(|g| g.count).sum::<i64>(), data.groups.len() as i64);
        assert_eq!(focuses::active(c)?.len(), 3);
        let threads = threads::newest(c, None, true, 100)?;
        assert_eq!(threads.len(), data.threads.len());
        let told: usize = data.threads.iter().map(|(_, thread)| thread.posts.len()).sum();
        assert_eq!(threads.iter().map(|t| t.posts).sum::<i64>(), told as i64);
        Ok(())
    });
    seen.unwrap();
}

#[test]
fn decisions_and_initiatives_stand_as_the_files_say() {
    let (fresh, data) = (filled(), Data::embedded().unwrap());
    let seen = fresh.db.read_now(move |c| -> Result<()> {
        // Closed ones were compared with the file when they closed.
        let open: Vec<&str> =
            data.decisions.iter().filter(|d| d.expected == "open").map(|d| d.key.as_str()).collect();
        assert_eq!((open.len(), decisions::open_now(c, None, true, now())?.len()), (1, 1), "{open:?}");
        let zone = jiff::tz::TimeZone::get(&data.town.time_zone)?;
        let cards = initiatives::cards(c, None, &zone, now())?;
        for told in &data.initiatives {
            let card = cards.iter().find(|card| card.title == told.title);
            assert_eq!(card.map(|card| card.health.word()), Some(told.health.as_str()), "{}", told.key);
        }
        let draft = cards.iter().find(|card| card.health == Health::Draft);
        assert!(draft.is_some_and(|card| card.missing.sectors == 1 && !card.missing.citizens));
        Ok(())
    });
    seen.unwrap();
}

#[test]
fn who_signs_in_finds_something_new_and_no_work_is_left_undone() {
    let (fresh, data) = (filled(), Data::embedded().unwrap());
    let seen = fresh.db.read_now(move |c| -> Result<()> {
        for (who, person) in sign_ins(c, data)? {
            let threads = threads::newest(c, Some(person), true, 100)?;
            let new: i64 = threads.iter().map(|t| t.new_posts()).sum();
            assert!((1..60).contains(&new), "{who} has {new} new posts");
        }
        assert!(db::jobs::next_due(c)?.is_none_or(|due| due > now()));
        Ok(())
    });
    seen.unwrap();
}

#[test]
fn a_wrong_key_is_an_error_that_names_the_file_and_the_key() {
    let wrong = |file: &str, from: &str, to: &str| {
        let files: Vec<(&'static str, String)> = FILES
            .iter()
            .map(|(name, text)| {
                (*name, if *name == file { text.replacen(from, to, 1) } else { (*text).into() })
            })
            .collect();
        let files: Vec<(&'static str, &str)> =
            files.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let data = match Data::read(&files) {
            Ok(data) => Box::leak(Box::new(data)),
            Err(error) => return format!("{error:#}"),
        };
        let fresh = db::testing::fresh().unwrap();
        let error = fill(&fresh.db, data, now(), |_, _| {}).expect_err("a wrong key");
        assert!(!is_filled(&fresh.db).unwrap(), "all of it or nothing");
        format!("{error:#}")
    };
    let said = wrong("needs.toml", "\"kolompar-richard\"", "\"nobody\"");
    assert!(said.contains("needs.toml: old-alone") && said.contains("\"nobody\""), "{said}");
    let said = wrong("initiatives.toml", "focus = \"young\"", "focus = \"old\"");
    assert!(said.contains("initiatives.toml: open-gym") && said.contains("\"old\""), "{said}");
    let said = wrong("decisions.toml", "\"orsos-david@football\"", "\"orsos-david@school\"");
    assert!(said.contains("decisions.toml: ratify-charter") && said.contains("orsos-david@school"), "{said}");
    let said = wrong("meetings.toml", "\"3 18:00\"", "\"soon\"");
    assert!(said.contains("meetings.toml") && said.contains("\"soon\""), "{said}");
}
