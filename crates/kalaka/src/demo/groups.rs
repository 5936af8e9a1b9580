//! The groups of the town. One that is in came in with its first representative (persons.rs); here are those
//! that are known, invited, or rest.

use super::founding::SignInKeys;
use super::story::Story;
use super::town::Town;
use anyhow::{Context, Result, bail};
use db::Conn;
use jiff::Timestamp;
use kit::{GroupId, PersonId, Side};
use people::groups::{self, Details, GroupState, NewGroup};
use people::sectors;
use serde::Deserialize;

/// Since when those are known that have been resting.
const KNOWN_BEFORE: i64 = 220;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupRecord {
    pub key: String,
    name: String,
    side: String,
    sector: String,
    state: String,
    pub since: i64,
    locale: String,
    purpose: String,
    offers: String,
    email: String,
    website: String,
}

impl GroupRecord {
    fn state(&self) -> Result<GroupState> {
        let parsed: Result<GroupState, ()> = self.state.parse();
        parsed.ok().with_context(|| format!("there is no state {:?}", self.state))
    }

    fn side(&self) -> Result<Side> {
        let parsed: Result<Side, ()> = self.side.parse();
        parsed.ok().with_context(|| format!("there is no side {:?}", self.side))
    }

    /// Puts it among the groups of the town, with what it says of itself.
    pub fn list(
        &'static self,
        c: &mut Conn,
        town: &mut Town,
        by: PersonId,
        now: Timestamp,
    ) -> Result<GroupId> {
        let side = self.side()?;
        let sector = match side {
            Side::Citizens => None,
            Side::Organisations => Some(
                sectors::by_key(c, &self.sector)?
                    .with_context(|| format!("there is no sector {:?}", self.sector))?,
            ),
        };
        let (name, purpose) = (self.name.clone(), self.purpose.trim().to_owned());
        let new = NewGroup {
            side,
            sector,
            name: name.clone(),
            purpose: purpose.clone(),
            state: GroupState::Listed,
        };
        let id = groups::create(c, &new, Some(by), now)?;
        let details = Details {
            sector,
            name,
            purpose,
            offers: self.offers.trim().into(),
            email: self.email.clone(),
            website: self.website.clone(),
            locale: Some(self.locale.clone()),
            ..Details::default()
        };
        groups::describe(c, id, &details, now)?;
        town.groups.put(&self.key, id)?;
        Ok(id)
    }
}

/// Those that nobody is here for, and those that rest: a guide wrote that down.
pub fn tell(
    story: &mut Story,
    all: &'static [(&'static str, GroupRecord)],
    keys: &'static SignInKeys,
) -> Result<()> {
    for (nth, (file, group)) in all.iter().enumerate() {
        let state = group.state().with_context(|| format!("{file}: {}", group.key))?;
        if state == GroupState::In {
            continue;
        }
        // One that rests was known long before; where people are in it, it came with them.
        let known = if state == GroupState::Dormant { group.since - KNOWN_BEFORE } else { group.since };
        let minute = (nth % 50) as i8;
        let place = (*file, group.key.as_str());
        story.at(story.calendar.at_time(known.min(-1), 10, minute)?, place, move |c, town, now| {
            let guide = town.people.of(&keys.guide)?;
            if !town.groups.has(&group.key) {
                group.list(c, town, guide, now)?;
            }
            Ok(())
        })?;
        story.at(story.calendar.at_time(group.since, 10, minute)?, place, move |c, town, now| {
            let (id, guide) = (town.groups.of(&group.key)?, town.people.of(&keys.guide)?);
            match state {
                GroupState::Listed => {}
                GroupState::Invited => groups::mark_invited(c, id, now)?,
                GroupState::Dormant => groups::set_state(c, id, state, guide, now)?,
                GroupState::In => bail!("a group comes in with its people"),
            }
            Ok(())
        })?;
    }
    Ok(())
}
