//! What the town's people and groups need, who joined them, and what a guide merged.

use super::agenda::RelationRecord;
use super::calendar::{Moment, moment_or_nothing};
use super::founding::SignInKeys;
use super::story::{Place, Story};
use super::voice::VoiceKey;
use agree::needs::{self, NewNeed};
use anyhow::Result;
use jiff::Timestamp;
use kit::Words;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeedRecord {
    key: String,
    title: String,
    locale: String,
    text: String,
    for_whom: String,
    voice: VoiceKey,
    at: Moment,
    merged_into: String,
    #[serde(deserialize_with = "moment_or_nothing")]
    merged_at: Option<Moment>,
    agenda: Vec<RelationRecord>,
    supporters: Vec<VoiceKey>,
}

const FILE: &str = "needs.toml";

pub fn tell(story: &mut Story, needs: &'static [NeedRecord], keys: &'static SignInKeys) -> Result<()> {
    for need in needs {
        let named = story.calendar.at(need.at)?;
        name(story, need, named)?;
        let merged = need.merged_at.map(|at| story.calendar.at(at)).transpose()?;
        join(story, need, named, merged.unwrap_or(story.calendar.now))?;
        if let Some(at) = merged {
            merge(story, need, at, VoiceKey::own(&keys.guide))?;
        }
    }
    Ok(())
}

fn place(need: &'static NeedRecord) -> Place {
    (FILE, &need.key)
}

fn name(story: &mut Story, need: &'static NeedRecord, at: Timestamp) -> Result<()> {
    story.at(at, place(need), move |c, town, now| {
        let by = town.voice(c, &need.voice)?;
        let new = NewNeed {
            title: need.title.clone(),
            body: need.text.trim().into(),
            for_whom: need.for_whom.clone(),
            locale: need.locale.clone(),
        };
        let id = needs::add(c, &new, None, &by, now)?;
        need.agenda
            .iter()
            .try_for_each(|relation| relation.say(c, town, (("need", id.0), &need.locale), &by, now))?;
        town.needs.put(&need.key, id)
    })
}

fn join(story: &mut Story, need: &'static NeedRecord, from: Timestamp, to: Timestamp) -> Result<()> {
    for (supporter, at) in need.supporters.iter().zip(story.calendar.spread(from, to, need.supporters.len()))
    {
        story.at(at, place(need), move |c, town, now| {
            let by = town.voice(c, supporter)?;
            Ok(needs::join(c, town.needs.of(&need.key)?, &by, Words::default(), now)?)
        })?;
    }
    Ok(())
}

fn merge(story: &mut Story, need: &'static NeedRecord, at: Timestamp, guide: VoiceKey) -> Result<()> {
    story.at(at, place(need), move |c, town, now| {
        let by = town.voice(c, &guide)?;
        let (source, target) = (town.needs.of(&need.key)?, town.needs.of(&need.merged_into)?);
        Ok(needs::merge(c, source, target, &by, now)?)
    })
}
