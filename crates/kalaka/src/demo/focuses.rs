//! The focuses that were proposed out of needs. Whether one is active is what its decision says.

use super::agenda::RelationRecord;
use super::calendar::Moment;
use super::story::Story;
use super::voice::VoiceKey;
use agree::focuses::{self, Proposal};
use anyhow::Result;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FocusRecord {
    key: String,
    title: String,
    locale: String,
    text: String,
    needs: Vec<String>,
    voice: VoiceKey,
    at: Moment,
    term_months: i64,
    #[expect(dead_code, reason = "for who reads the file; decisions.toml names the focus itself")]
    decision: String,
    agenda: Vec<RelationRecord>,
}

pub fn tell(story: &mut Story, all: &'static [FocusRecord]) -> Result<()> {
    for focus in all {
        story.at(story.calendar.at(focus.at)?, ("focuses.toml", &focus.key), move |c, town, now| {
            let by = town.voice(c, &focus.voice)?;
            let new = Proposal {
                title: focus.title.clone(),
                body: focus.text.trim().into(),
                locale: focus.locale.clone(),
                term_months: focus.term_months,
                needs: focus.needs.iter().map(|key| town.needs.of(key)).collect::<Result<_>>()?,
                key: None,
            };
            let id = focuses::propose(c, &new, &by, now)?;
            focus
                .agenda
                .iter()
                .try_for_each(|relation| relation.say(c, town, (("focus", id.0), &focus.locale), &by, now))?;
            town.focuses.put(&focus.key, id)
        })?;
    }
    Ok(())
}
