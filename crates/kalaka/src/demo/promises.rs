//! What was promised in the initiatives: kept, broken, moved, or still to be done.

use super::calendar::{Moment, moment_or_nothing};
use super::story::{Place, Story};
use super::town::Town;
use super::voice::VoiceKey;
use act::promises::{self, NewPromise, Promise, PromiseState};
use anyhow::{Context, Result};
use db::Conn;
use jiff::civil;
use kit::Words;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PromiseRecord {
    what: String,
    locale: String,
    voice: VoiceKey,
    at: Moment,
    due: i64,
    moves: Vec<MoveRecord>,
    state: String,
    #[serde(deserialize_with = "moment_or_nothing")]
    ended_at: Option<Moment>,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MoveRecord {
    at: Moment,
    to: i64,
    reason: String,
}

pub fn tell(story: &mut Story, promise: &'static PromiseRecord, place: Place) -> Result<()> {
    let (_, initiative) = place;
    let due = story.calendar.day(promise.due)?;
    story.at(story.calendar.at(promise.at)?, place, move |c, town, now| {
        let by = town.voice(c, &promise.voice)?;
        let new = NewPromise { what: promise.what.clone(), due, locale: promise.locale.clone(), key: None };
        promises::make(c, town.initiatives.of(initiative)?, &new, &by, now)?;
        Ok(())
    })?;
    for moved in &promise.moves {
        move_to(story, promise, (moved, story.calendar.day(moved.to)?), place)?;
    }
    end(story, promise, place)
}

fn move_to(
    story: &mut Story,
    promise: &'static PromiseRecord,
    (moved, to): (&'static MoveRecord, civil::Date),
    place: Place,
) -> Result<()> {
    story.at(story.calendar.at(moved.at)?, place, move |c, town, now| {
        let by = town.voice(c, &promise.voice)?;
        let found = promise.find(c, town, place.1)?;
        Ok(promises::move_to(c, &found, to, Words::new(&moved.reason, &promise.locale), &by, now)?)
    })
}

fn end(story: &mut Story, promise: &'static PromiseRecord, place: Place) -> Result<()> {
    let (file, key) = place;
    let parsed: Result<PromiseState, ()> = promise.state.parse();
    let state =
        parsed.ok().with_context(|| format!("{file}: {key}: there is no state {:?}", promise.state))?;
    if state == PromiseState::Open {
        return Ok(());
    }
    let ended =
        promise.ended_at.with_context(|| format!("{file}: {key}: {}: when did it end?", promise.what))?;
    story.at(story.calendar.at(ended)?, place, move |c, town, now| {
        let by = town.voice(c, &promise.voice)?;
        let found = promise.find(c, town, key)?;
        Ok(promises::end(c, &found, state, Words::new(&promise.note, &promise.locale), &by, now)?)
    })
}

impl PromiseRecord {
    /// The promise that was made, as it stands now.
    fn find(&self, c: &mut Conn, town: &Town, initiative: &str) -> Result<Promise> {
        let all = promises::of_initiative(c, town.initiatives.of(initiative)?)?;
        all.into_iter()
            .find(|p| p.what == self.what)
            .with_context(|| format!("nobody promised {:?}", self.what))
    }
}
