//! Who lives in the large town: everybody joins within a month; three groups of four are organisations,
//! of which each sector has its share; a group has a representative and some members.

use super::chance::Chance;
use super::{Town, words};
use agree::community::Facts;
use agree::founding::{self, Start};
use anyhow::{Context, Result};
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use kit::{GroupId, PersonId, Side, Voice};
use people::groups::{self, GroupState, NewGroup};
use people::memberships::GroupRole;
use people::{persons, sectors, voices};
use std::sync::Arc;

/// So many people or groups come in one transaction.
const BATCH: usize = 500;

/// Founds the community, opens it, and lets everybody move in.
pub fn settle(town: &mut Town) -> Result<()> {
    let founder = found(town)?;
    let mut persons = vec![founder];
    for from in (1..town.size.people).step_by(BATCH) {
        let (to, at) = (town.size.people.min(from + BATCH), town.at(0.01));
        persons.extend(town.db.write_now(move |c| join(c, from..to, at))?);
    }
    let persons = Arc::new(persons);
    for from in (0..town.size.groups).step_by(BATCH) {
        let (to, at, persons) = (town.size.groups.min(from + BATCH), town.at(0.03), persons.clone());
        town.db.write_now(move |c| (from..to).try_for_each(|n| gather(c, n, &persons, at)))?;
    }
    town.voices = town.db.read_now(move |c| voices_of(c, &persons))?;
    Ok(())
}

fn found(town: &Town) -> Result<PersonId> {
    let start = Start {
        facts: Facts {
            name: "Nagyvölgy".into(),
            place: "Nagyvölgy".into(),
            languages: vec!["hu", "en"],
            time_zone: "Europe/Budapest".into(),
        },
        sectors: sectors::FIRST.iter().map(|(key, ..)| *key).collect(),
        guide: words::name(0),
        email: email(0),
    };
    let (began, opened) = (town.at(0.0), town.at(0.005));
    town.db.write_now(move |c| {
        let founder = founding::found(c, &start, began)?;
        let voice = voices::of_person(c, founder, &words::name(0))?.into_iter().next();
        founding::open_doors(c, &voice.context("everybody has a voice of their own")?, opened)?;
        Ok::<_, anyhow::Error>(founder)
    })
}

fn email(n: usize) -> String {
    format!("person{n}@nagyvolgy.example")
}

fn join(c: &mut Conn, numbers: std::ops::Range<usize>, at: Timestamp) -> Result<Vec<PersonId>> {
    let mut joined = Vec::with_capacity(numbers.len());
    for n in numbers {
        let at = at + SignedDuration::from_mins(n as i64);
        joined.push(persons::welcome(c, &words::name(n), &email(n), at)?.id);
    }
    Ok(joined)
}

/// One group. Person `n / 2` represents it, so some represent two.
fn gather(c: &mut Conn, n: usize, persons: &[PersonId], at: Timestamp) -> Result<()> {
    let mut chance = Chance::new(n as u64);
    let (key, ..) = sectors::FIRST[n % sectors::FIRST.len()];
    let is_citizens = n % 4 == 3;
    let new = NewGroup {
        side: if is_citizens { Side::Citizens } else { Side::Organisations },
        sector: if is_citizens { None } else { sectors::by_key(c, key)? },
        name: format!("{} {}", words::line(&mut chance, 2), n + 1),
        purpose: words::line(&mut chance, 30),
        state: GroupState::Listed,
    };
    let id = groups::create(c, &new, None, at)?;
    if n % 8 == 6 {
        // Known, and nobody is here for it.
        return Ok(());
    }
    groups::admit(c, persons[n / 2], id, GroupRole::Representative, at)?;
    for _ in 0..chance.below(16) {
        add_member(c, persons[200 + chance.below(persons.len() - 200)], id, at)?;
    }
    Ok(())
}

fn add_member(c: &mut Conn, person: PersonId, group: GroupId, at: Timestamp) -> Result<()> {
    Ok(groups::admit(c, person, group, GroupRole::Member, at)?)
}

fn voices_of(c: &mut Conn, persons: &[PersonId]) -> Result<Vec<Arc<Vec<Voice>>>> {
    let each = persons
        .iter()
        .enumerate()
        .map(|(n, person)| Ok(Arc::new(voices::of_person(c, *person, &words::name(n))?)));
    each.collect()
}
