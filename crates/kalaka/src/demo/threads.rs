//! What the town talks about.

use super::calendar::Moment;
use super::story::{Place, Story};
use super::town::Town;
use super::voice::VoiceKey;
use anyhow::{Result, bail};
use db::Conn;
use forum::posts::{self, NewPost, Posted, Reaction, Text};
use forum::threads::{self, NewThread};
use jiff::Timestamp;
use kit::{Scope, Voice};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThreadFile {
    pub threads: Vec<ThreadRecord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThreadRecord {
    pub key: String,
    title: String,
    locale: String,
    about: String,
    circle: bool,
    pub posts: Vec<PostRecord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostRecord {
    pub at: Moment,
    pub voice: VoiceKey,
    locale: String,
    text: String,
}

pub fn tell(story: &mut Story, all: &'static [(&'static str, ThreadRecord)]) -> Result<()> {
    for (file, thread) in all {
        let place: Place = (*file, &thread.key);
        let Some((first, answers)) = thread.posts.split_first() else {
            bail!("{file}: {}: nobody says anything", thread.key)
        };
        open(story, thread, first, place)?;
        let mut before = story.calendar.at(first.at)?;
        for post in answers {
            before = answer(story, thread, post, (before, place))?;
        }
    }
    Ok(())
}

fn open(
    story: &mut Story,
    thread: &'static ThreadRecord,
    first: &'static PostRecord,
    place: Place,
) -> Result<()> {
    story.at(story.calendar.at(first.at)?, place, move |c, town, now| {
        let by = town.voice(c, &first.voice)?;
        let new = NewThread {
            title: &thread.title,
            body: first.text.trim(),
            by: &by,
            scope: if thread.circle { Scope::Circle } else { Scope::Open },
            subject: thread.subject(town)?,
            locale: &thread.locale,
            key: None,
        };
        town.threads.put(&thread.key, threads::open(c, &new, now)?)
    })
}

/// Posts stand in the file in the order in which they were written.
fn answer(
    story: &mut Story,
    thread: &'static ThreadRecord,
    post: &'static PostRecord,
    (before, place): (Timestamp, Place),
) -> Result<Timestamp> {
    let at = story.calendar.at(post.at)?;
    if at < before {
        bail!("{}: {}: a post of {} comes before the one above it", place.0, place.1, post.voice);
    }
    story.at(at, place, move |c, town, now| {
        let by = town.voice(c, &post.voice)?;
        let text = Text::of(c, post.text.trim(), by.person)?;
        let new = NewPost {
            thread: town.threads.of(&thread.key)?,
            by: &by,
            text: &text,
            locale: &post.locale,
            key: None,
        };
        let posted = posts::add(c, &new, now)?;
        answer_lightly(c, &posted, &by, now)
    })?;
    Ok(at)
}

/// Who answers often has a light word for the post before, too.
fn answer_lightly(c: &mut Conn, posted: &Posted, by: &Voice, now: Timestamp) -> Result<()> {
    const WORDS: [Reaction; 6] = [
        Reaction::Agree,
        Reaction::Thanks,
        Reaction::Agree,
        Reaction::Help,
        Reaction::Thanks,
        Reaction::Explain,
    ];
    let Some(before) = posts::numbered(c, posted.thread, posted.number - 1)? else { return Ok(()) };
    if posted.number % 3 == 0 || before.person_id == by.person {
        return Ok(());
    }
    let word = WORDS[(posted.id.0 % 6) as usize];
    Ok(posts::react(c, (&before, &posted.title), word, by, now)?)
}

impl ThreadRecord {
    /// What it belongs to.
    fn subject(&self, town: &Town) -> Result<Option<(&'static str, i64)>> {
        Ok(match self.about.split_once(':') {
            None if self.about.is_empty() => None,
            Some(("focus", key)) => Some(("focus", town.focuses.of(key)?.0)),
            Some(("initiative", key)) => Some(("initiative", town.initiatives.of(key)?.0)),
            Some(("decision", key)) => Some(("decision", town.decisions.of(key)?.0)),
            Some(("need", key)) => Some(("need", town.needs.of(key)?.0)),
            _ => bail!("nothing is about {:?}", self.about),
        })
    }
}
