//! The initiatives under the focuses, who carries them, and what came of them.

use super::agenda::RelationRecord;
use super::calendar::Moment;
use super::promises::{self, PromiseRecord};
use super::story::{Place, Story};
use super::voice::VoiceKey;
use act::initiatives::{self, NewInitiative};
use act::results::{self, NewResult};
use anyhow::{Context, Result};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InitiativeRecord {
    pub key: String,
    pub title: String,
    locale: String,
    focus: String,
    aim: String,
    voice: VoiceKey,
    at: Moment,
    carriers: Vec<VoiceKey>,
    agenda: Vec<RelationRecord>,
    pub health: String,
    promises: Vec<PromiseRecord>,
    results: Vec<ResultRecord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ResultRecord {
    title: String,
    text: String,
    locale: String,
    amount: f64,
    unit: String,
    link: String,
    voice: VoiceKey,
    at: Moment,
}

const FILE: &str = "initiatives.toml";

pub fn tell(story: &mut Story, all: &'static [InitiativeRecord]) -> Result<()> {
    for initiative in all {
        let begun = story.calendar.at(initiative.at)?;
        begin(story, initiative, begun)?;
        carry(story, initiative, begun)?;
        for promise in &initiative.promises {
            promises::tell(story, promise, place(initiative))?;
        }
        initiative.results.iter().try_for_each(|result| show(story, result, initiative))?;
    }
    Ok(())
}

fn place(initiative: &'static InitiativeRecord) -> Place {
    (FILE, &initiative.key)
}

fn begin(story: &mut Story, initiative: &'static InitiativeRecord, at: Timestamp) -> Result<()> {
    story.at(at, place(initiative), move |c, town, now| {
        let by = town.voice(c, &initiative.voice)?;
        let new = NewInitiative {
            focus: town.focuses.of(&initiative.focus)?,
            title: initiative.title.clone(),
            aim: initiative.aim.trim().into(),
            locale: initiative.locale.clone(),
            key: None,
        };
        let id = initiatives::found(c, &new, &by, now)?;
        let say = |relation: &RelationRecord| {
            relation.say(c, town, (("initiative", id.0), &initiative.locale), &by, now)
        };
        initiative.agenda.iter().try_for_each(say)?;
        town.initiatives.put(&initiative.key, id)
    })
}

/// They took it up one after the other, in the evening of that day.
fn carry(story: &mut Story, initiative: &'static InitiativeRecord, begun: Timestamp) -> Result<()> {
    for (nth, carrier) in initiative.carriers.iter().enumerate() {
        let at = begun + SignedDuration::from_mins(25 * (nth as i64 + 1));
        story.at(at, place(initiative), move |c, town, now| {
            let by = town.voice(c, carrier)?;
            Ok(initiatives::carry(c, town.initiatives.of(&initiative.key)?, &by, now)?)
        })?;
    }
    Ok(())
}

fn show(
    story: &mut Story,
    result: &'static ResultRecord,
    initiative: &'static InitiativeRecord,
) -> Result<()> {
    story.at(story.calendar.at(result.at)?, place(initiative), move |c, town, now| {
        let by = town.voice(c, &result.voice)?;
        let new = NewResult {
            title: result.title.clone(),
            body: result.text.trim().into(),
            amount: Some(result.amount),
            unit: result.unit.clone(),
            link: result.link.clone(),
            promise: None,
            locale: result.locale.clone(),
            key: None,
        };
        let id = town.initiatives.of(&initiative.key)?;
        results::tell(c, id, &new, &by, now).with_context(|| result.title.clone())?;
        Ok(())
    })
}
