//! The people of the town: each joins on their day, speaks for their groups and is in others. The first who
//! comes for a group brings it in.

use super::calendar::Moment;
use super::data::Data;
use super::groups::GroupRecord;
use super::story::Story;
use anyhow::{Context, Result};
use db::Conn;
use jiff::Timestamp;
use kit::{PersonId, Role};
use people::groups;
use people::memberships::GroupRole;
use people::{persons, roles};
use serde::Deserialize;
use std::collections::HashMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonRecord {
    pub key: String,
    pub name: String,
    pub email: String,
    locale: String,
    role: String,
    pub joined: Moment,
    speaks_for: Vec<String>,
    member_of: Vec<String>,
}

impl PersonRecord {
    fn role(&self) -> Result<Role> {
        let parsed: Result<Role, ()> = self.role.parse();
        parsed.ok().with_context(|| format!("{FILE}: {}: there is no role {:?}", self.key, self.role))
    }
}

const FILE: &str = "people.toml";

/// When each group comes in.
type Arrivals = HashMap<&'static str, Timestamp>;

pub fn tell(story: &mut Story, data: &'static Data) -> Result<()> {
    let known: HashMap<&str, &'static GroupRecord> =
        data.groups.iter().map(|(_, g)| (g.key.as_str(), g)).collect();
    let founder = data.people.first().context("people.toml: nobody is there")?;
    let opened = story.calendar.at(data.town.opened)?;
    let mut arrivals = Arrivals::new();
    for person in &data.people {
        let joined = story.calendar.at(person.joined)?;
        join(story, person, joined, joined < opened, founder)?;
        for key in &person.speaks_for {
            let group = *known.get(key.as_str()).with_context(|| no_group(person, key))?;
            arrivals.entry(&group.key).or_insert(joined);
            speak_for(story, person, group, joined)?;
        }
    }
    for person in &data.people {
        for key in &person.member_of {
            let came = *arrivals.get(key.as_str()).with_context(|| no_group(person, key))?;
            be_in(story, person, key, came.max(story.calendar.at(person.joined)?))?;
        }
    }
    Ok(())
}

fn no_group(person: &PersonRecord, key: &str) -> String {
    format!("{FILE}: {}: nobody speaks for a group {key:?}", person.key)
}

/// Whoever comes before the opening is of the circle. The founder is here already.
fn join(
    story: &mut Story,
    person: &'static PersonRecord,
    at: Timestamp,
    in_circle: bool,
    founder: &'static PersonRecord,
) -> Result<()> {
    let role = person.role()?;
    story.at(at, (FILE, &person.key), move |c, town, now| {
        if person.key != founder.key {
            let id = persons::welcome(c, &person.name, &person.email, now)?.id;
            town.put_person(&person.key, id, &person.name)?;
            persons::set_in_circle(c, id, in_circle)?;
        }
        let id = town.people.of(&person.key)?;
        persons::set_locale(c, id, &person.locale)?;
        if person.key != founder.key && role != Role::Member {
            let by = town.people.of(&founder.key)?;
            give(c, by, id, role, now)?;
            if role == Role::Steward {
                // Whoever began it hands the keys on, and is from now on what the file says.
                give(c, id, by, founder.role()?, now)?;
            }
        }
        Ok(())
    })
}

fn give(c: &mut Conn, by: PersonId, to: PersonId, role: Role, now: Timestamp) -> Result<()> {
    let person = persons::by_id(c, to)?.context("somebody who is here")?;
    Ok(roles::put(c, by, &person, role, now)?)
}

/// The first who speaks for a group brings it.
fn speak_for(
    story: &mut Story,
    person: &'static PersonRecord,
    group: &'static GroupRecord,
    at: Timestamp,
) -> Result<()> {
    story.at(at, (FILE, &person.key), move |c, town, now| {
        let id = town.people.of(&person.key)?;
        if !town.groups.has(&group.key) {
            group.list(c, town, id, now)?;
        }
        Ok(groups::admit(c, id, town.groups.of(&group.key)?, GroupRole::Representative, now)?)
    })
}

fn be_in(story: &mut Story, person: &'static PersonRecord, group: &'static str, at: Timestamp) -> Result<()> {
    story.at(at, (FILE, &person.key), move |c, town, now| {
        let (id, group) = (town.people.of(&person.key)?, town.groups.of(group)?);
        Ok(groups::admit(c, id, group, GroupRole::Member, now)?)
    })
}
