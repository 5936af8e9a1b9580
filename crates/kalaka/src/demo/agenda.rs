//! What the town's municipality has on its table, and how something of the platform relates to it.

use super::calendar::{Moment, moment_or_nothing};
use super::story::{Place, Story};
use super::town::Town;
use super::voice::VoiceKey;
use agree::agenda::{self, Day, NewItem, Relation, Saying};
use anyhow::{Context, Result};
use db::Conn;
use jiff::Timestamp;
use kit::{Voice, Words};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemRecord {
    key: String,
    title: String,
    locale: String,
    text: String,
    link: String,
    voice: VoiceKey,
    at: Moment,
    on_day: i64,
    until_day: i64,
    #[serde(deserialize_with = "moment_or_nothing")]
    closed_at: Option<Moment>,
}

/// How a need, a focus or an initiative relates to an item, as its author said it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelationRecord {
    item: String,
    relation: String,
    note: String,
}

impl RelationRecord {
    /// The note is in the language of what relates.
    pub fn say(
        &self,
        c: &mut Conn,
        town: &Town,
        (of, locale): ((&str, i64), &str),
        by: &Voice,
        now: Timestamp,
    ) -> Result<()> {
        let item = town.items.of(&self.item)?;
        let parsed: Result<Relation, ()> = self.relation.parse();
        let relation = parsed.ok().with_context(|| format!("there is no relation {:?}", self.relation))?;
        let saying = Saying { subject: of, relation, note: Words::new(&self.note, locale) };
        Ok(agenda::relate(c, item, saying, by, now)?)
    }
}

pub fn tell(story: &mut Story, items: &'static [ItemRecord]) -> Result<()> {
    for item in items {
        let place: Place = ("agenda.toml", &item.key);
        let first = story.calendar.day(item.on_day)?;
        let new = NewItem {
            title: item.title.clone(),
            body: item.text.trim().into(),
            link: item.link.clone(),
            locale: item.locale.clone(),
            on_day: Some(Day(first)),
            until_day: Some(Day(story.calendar.day(item.until_day)?)).filter(|last| last.0 != first),
        };
        story.at(story.calendar.at(item.at)?, place, move |c, town, now| {
            let by = town.voice(c, &item.voice)?;
            town.items.put(&item.key, agenda::add(c, &new, None, &by, now)?)
        })?;
        if let Some(closed) = item.closed_at {
            story.at(story.calendar.at(closed)?, place, move |c, town, now| {
                let by = town.voice(c, &item.voice)?;
                Ok(agenda::close(c, town.items.of(&item.key)?, Words::default(), &by, now)?)
            })?;
        }
    }
    Ok(())
}
