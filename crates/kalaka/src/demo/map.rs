//! The map, alive: who knows somebody where, whom members miss, how much a focus concerns whom; and its counts, kept on
//! the first of each month.

use super::calendar::Moment;
use super::data::Data;
use super::story::Story;
use agree::stakes::{self, Degree, Stake};
use anyhow::{Context, Result};
use people::{acquaintances, map, missing, sectors};
use serde::Deserialize;

const FILE: &str = "map.toml";

/// Since when the map is counted.
const COUNTED: i64 = -364;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapRecord {
    acquaintances: Vec<AcquaintanceRecord>,
    missed: Vec<MissedRecord>,
    stakes: Vec<StakeRecord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AcquaintanceRecord {
    group: String,
    person: String,
    named: bool,
    at: Moment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MissedRecord {
    name: String,
    sector: String,
    person: String,
    reason: String,
    at: Moment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StakeRecord {
    focus: String,
    group: String,
    person: String,
    concern: i64,
    influence: i64,
    at: Moment,
}

pub fn tell(story: &mut Story, data: &'static Data) -> Result<()> {
    for known in &data.map.acquaintances {
        story.at(story.calendar.at(known.at)?, (FILE, &known.group), move |c, town, now| {
            let (group, person) = (town.groups.of(&known.group)?, town.people.of(&known.person)?);
            acquaintances::put(c, group, person, known.named, now)?;
            Ok(())
        })?;
    }
    for missed in &data.map.missed {
        story.at(story.calendar.at(missed.at)?, (FILE, &missed.name), move |c, town, now| {
            let sector = match missed.sector.as_str() {
                "" => None,
                key => Some(sectors::by_key(c, key)?.with_context(|| format!("there is no sector {key:?}"))?),
            };
            let (name, reason) = (missed.name.clone(), missed.reason.clone());
            let by = town.people.of(&missed.person)?;
            missing::note(c, &missing::Proposal { name, sector, reason }, by, now)?;
            Ok(())
        })?;
    }
    for said in &data.map.stakes {
        story.at(story.calendar.at(said.at)?, (FILE, &said.focus), move |c, town, now| {
            let (focus, group) = (town.focuses.of(&said.focus)?, town.groups.of(&said.group)?);
            let stake = Stake { concern: Degree::of(said.concern), influence: Degree::of(said.influence) };
            Ok(stakes::note(c, focus, group, stake, town.people.of(&said.person)?, now)?)
        })?;
    }
    count(story)
}

/// The counts that are kept once a month.
fn count(story: &mut Story) -> Result<()> {
    for day in COUNTED..0 {
        if day == COUNTED || story.calendar.day(day)?.day() == 1 {
            let at = story.calendar.at_time(day, 4, 0)?;
            story.at(at, (FILE, "counts"), |c, _, now| Ok(map::snapshot(c, now)?))?;
        }
    }
    Ok(())
}
