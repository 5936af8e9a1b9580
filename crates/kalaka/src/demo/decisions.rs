//! What was put to everybody, how they voted, and the closings, which count for themselves.

use super::calendar::Moment;
use super::story::{Place, Story, work};
use super::town::Town;
use super::voice::VoiceKey;
use agree::charter;
use agree::decisions::{self, Choice, DecisionId, NewDecision};
use anyhow::{Context, Result, bail, ensure};
use db::Conn;
use jiff::Timestamp;
use kit::{Voice, Words};
use serde::Deserialize;
use std::collections::HashMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionRecord {
    pub key: String,
    title: String,
    locale: String,
    text: String,
    about: String,
    replaces: String,
    voice: VoiceKey,
    opens: Moment,
    closes: Moment,
    pub expected: String,
    yes: Vec<VoiceKey>,
    no: Vec<VoiceKey>,
    abstain: Vec<VoiceKey>,
    reasons: Vec<ReasonRecord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReasonRecord {
    voice: VoiceKey,
    locale: String,
    text: String,
}

const FILE: &str = "decisions.toml";

pub fn tell(story: &mut Story, all: &'static [DecisionRecord]) -> Result<()> {
    for decision in all {
        let place: Place = (FILE, &decision.key);
        let (opens, closes) = (story.calendar.at(decision.opens)?, story.calendar.at(decision.closes)?);
        story.at(opens, place, move |c, town, now| {
            let by = town.voice(c, &decision.voice)?;
            let id = decision.open(c, town, &by, closes, now)?;
            town.decisions.put(&decision.key, id)
        })?;
        vote(story, decision, opens, closes)?;
        if closes <= story.calendar.now {
            story.at(closes, place, move |c, town, now| {
                work(c, now)?;
                decision.check(c, town)
            })?;
        }
    }
    Ok(())
}

impl DecisionRecord {
    fn open(
        &self,
        c: &mut Conn,
        town: &Town,
        by: &Voice,
        closes_at: Timestamp,
        now: Timestamp,
    ) -> Result<DecisionId> {
        let body = self.text.trim();
        if self.about == "charter" {
            let id = charter::put_to_vote(c, by, (&self.title, body, &self.locale), closes_at, now)?;
            return id.context("there is no charter to ratify yet");
        }
        let Some(("focus", key)) = self.about.split_once(':') else {
            bail!("nothing is about {:?}", self.about)
        };
        let ends = Some(&self.replaces).filter(|key| !key.is_empty());
        let new = NewDecision {
            kind: "focus",
            subject: ("focus", town.focuses.of(key)?.0),
            question: self.title.clone(),
            body: body.into(),
            locale: self.locale.clone(),
            ends_focus: ends.map(|key| town.focuses.of(key)).transpose()?.map(|id| id.0),
            closes_at,
        };
        Ok(decisions::open(c, &new, by, now)?)
    }

    /// All ballots, each with its choice and its reason. They come mixed: the file lists them by choice.
    fn ballots(&self) -> Result<Vec<(&VoiceKey, Choice, Words<'_>)>> {
        let mut reasons: HashMap<&VoiceKey, Words<'_>> =
            self.reasons.iter().map(|r| (&r.voice, Words::new(&r.text, &r.locale))).collect();
        let lists = [(Choice::Yes, &self.yes), (Choice::No, &self.no), (Choice::Abstain, &self.abstain)];
        let cast =
            lists.into_iter().flat_map(|(choice, voices)| voices.iter().map(move |voice| (voice, choice)));
        let mut ballots: Vec<_> =
            cast.map(|(voice, choice)| (voice, choice, reasons.remove(voice).unwrap_or_default())).collect();
        if let Some(voice) = reasons.keys().next() {
            bail!("{FILE}: {}: {voice} gives a reason and has no ballot", self.key);
        }
        ballots.sort_by_key(|(voice, ..)| voice.person.bytes().rev().collect::<Vec<_>>());
        Ok(ballots)
    }

    /// Whether it came out as the file says it must.
    fn check(&self, c: &mut Conn, town: &Town) -> Result<()> {
        let found =
            decisions::by_id(c, town.decisions.of(&self.key)?)?.context("a decision that was opened")?;
        let outcome = found.outcome.map_or("open", |outcome| outcome.as_str());
        ensure!(outcome == self.expected, "it came out as {outcome}, and not as {}", self.expected);
        Ok(())
    }
}

fn vote(
    story: &mut Story,
    decision: &'static DecisionRecord,
    opens: Timestamp,
    closes: Timestamp,
) -> Result<()> {
    let ballots = decision.ballots()?;
    let times = story.calendar.spread(opens, closes, ballots.len());
    for ((voice, choice, reason), at) in ballots.into_iter().zip(times) {
        story.at(at, (FILE, &decision.key), move |c, town, now| {
            let by = town.voice(c, voice)?;
            let cast = decisions::cast(c, town.decisions.of(&decision.key)?, &by, (choice, reason), now);
            cast.with_context(|| format!("the ballot of {voice}"))?;
            Ok(())
        })?;
    }
    Ok(())
}
