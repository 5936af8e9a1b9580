//! What the large town agrees on and does: three hundred needs, three focuses that both sides adopted, one
//! decision that is open, three initiatives under each focus, with promises and results.

use super::chance::Chance;
use super::{Town, words};
use act::initiatives::{self, InitiativeId, NewInitiative};
use act::promises::{self, NewPromise};
use act::results::{self, NewResult};
use agree::decisions::{self, Choice, DecisionId, NewDecision};
use agree::focuses::{self, FocusId, Proposal};
use agree::needs::{self, NeedId, NewNeed};
use anyhow::Result;
use db::Conn;
use jiff::{SignedDuration, Timestamp, ToSpan};
use kit::{Voice, Words};
use std::sync::Arc;

/// What threads may be about, and what a measurement looks at.
pub struct Works {
    pub subjects: Vec<(&'static str, i64)>,
    pub decision: String,
    pub initiative: String,
}

const NEEDS: usize = 300;
const FOCUSES: usize = 3;
const INITIATIVES: usize = 3;

pub fn begin(town: &Town) -> Result<Works> {
    let needs = name_needs(town)?;
    let mut subjects: Vec<(&'static str, i64)> = needs.iter().map(|id| ("need", id.0)).collect();
    let mut last = InitiativeId(0);
    for n in 0..FOCUSES {
        let focus = adopt(town, n, &needs)?;
        subjects.push(("focus", focus.0));
        for m in 0..INITIATIVES {
            last = start(town, focus, n * INITIATIVES + m)?;
            subjects.push(("initiative", last.0));
        }
    }
    let open = put_to_vote(town, &needs, FocusId(1))?;
    subjects.push(("decision", open.0));
    Ok(Works { subjects, decision: format!("/decisions/{open}"), initiative: format!("/initiatives/{last}") })
}

fn name_needs(town: &Town) -> Result<Vec<NeedId>> {
    let (voices, at) = (town.voices.clone(), town.at(0.1));
    town.db.write_now(move |c| {
        (0..NEEDS)
            .map(|n| {
                let mut chance = Chance::new(1_000 + n as u64);
                let new = NewNeed {
                    title: words::line(&mut chance, 5),
                    body: words::post(&mut chance),
                    for_whom: words::line(&mut chance, 3),
                    locale: "hu".into(),
                };
                let any = |chance: &mut Chance| voices[chance.below(voices.len())].clone();
                let by = any(&mut chance);
                let id = needs::add(c, &new, None, &by[by.len() - 1], at)?;
                for _ in 0..chance.seldom(120) {
                    let with = any(&mut chance);
                    needs::join(c, id, &with[with.len() - 1], Words::default(), at)?;
                }
                Ok::<_, anyhow::Error>(id)
            })
            .collect()
    })
}

/// A focus that is proposed, put to the vote, and adopted.
fn adopt(town: &Town, n: usize, needs: &[NeedId]) -> Result<FocusId> {
    let at = town.at(0.2 + n as f64 * 0.02);
    let (by, needs) = (town.own(0).clone(), needs[n * 5..n * 5 + 5].to_vec());
    let closes = at + SignedDuration::from_hours(24 * 14);
    let (focus, decision) = town.db.write_now(move |c| propose(c, n, &needs, (None, closes), &by, at))?;
    vote(town, decision, at)?;
    town.db.write_now(move |c| crate::demo::work(c, closes))?;
    Ok(focus)
}

fn propose(
    c: &mut Conn,
    n: usize,
    needs: &[NeedId],
    (ends, closes_at): (Option<FocusId>, Timestamp),
    by: &Voice,
    at: Timestamp,
) -> Result<(FocusId, DecisionId)> {
    let mut chance = Chance::new(2_000 + n as u64);
    let (title, body) = (words::line(&mut chance, 4), words::post(&mut chance));
    let (locale, needs) = (String::from("hu"), needs.to_vec());
    let new =
        Proposal { title: title.clone(), body, locale: locale.clone(), term_months: 24, needs, key: None };
    let focus = focuses::propose(c, &new, by, at)?;
    let new = NewDecision {
        kind: "focus",
        subject: ("focus", focus.0),
        question: title,
        body: words::post(&mut chance),
        locale,
        ends_focus: ends.map(|focus| focus.0),
        closes_at,
    };
    Ok((focus, decisions::open(c, &new, by, at)?))
}

/// Half of all voices vote, most of them yes, some of them with a reason.
fn vote(town: &Town, decision: DecisionId, at: Timestamp) -> Result<()> {
    for part in town.voices.chunks(500) {
        let part: Vec<_> = part.to_vec();
        town.db.write_now(move |c| {
            let mut chance = Chance::new(part.len() as u64);
            for voice in part.iter().flat_map(|voices| voices.iter()) {
                let choice =
                    [Choice::Yes, Choice::Yes, Choice::Yes, Choice::No, Choice::Abstain][chance.below(5)];
                let reason = if chance.below(10) == 0 { words::line(&mut chance, 12) } else { String::new() };
                if chance.below(2) == 0 {
                    decisions::cast(c, decision, voice, (choice, Words::new(&reason, "hu")), at)?;
                }
            }
            Ok::<_, anyhow::Error>(())
        })?;
    }
    Ok(())
}

/// The decision that is open now: another focus in place of one.
fn put_to_vote(town: &Town, needs: &[NeedId], ends: FocusId) -> Result<DecisionId> {
    let (by, needs) = (town.own(0).clone(), needs[20..25].to_vec());
    let (at, closes) =
        (town.now - SignedDuration::from_hours(24 * 5), town.now + SignedDuration::from_hours(24 * 9));
    let (_, decision) =
        town.db.write_now(move |c| propose(c, FOCUSES, &needs, (Some(ends), closes), &by, at))?;
    vote(town, decision, at)?;
    Ok(decision)
}

/// An initiative that organisations of two sectors and citizens carry, so that it moves.
fn start(town: &Town, focus: FocusId, n: usize) -> Result<InitiativeId> {
    let carriers: Vec<Arc<Vec<Voice>>> =
        (n * 6..n * 6 + 6).map(|person| town.voices[person].clone()).collect();
    let (begun, now) = (town.at(0.4), town.now);
    town.db.write_now(move |c| {
        let mut chance = Chance::new(3_000 + n as u64);
        let (title, aim) = (words::line(&mut chance, 5), words::post(&mut chance));
        let new = NewInitiative { focus, title, aim, locale: "hu".into(), key: None };
        let id = initiatives::found(c, &new, &carriers[0][0], begun)?;
        for voices in &carriers {
            initiatives::carry(c, id, &voices[voices.len() - 1], begun)?;
        }
        for (m, voices) in carriers.iter().cycle().take(12).enumerate() {
            promise_and_show(c, id, m, &voices[0], (begun, now), &mut chance)?;
        }
        Ok::<_, anyhow::Error>(id)
    })
}

fn promise_and_show(
    c: &mut Conn,
    id: InitiativeId,
    m: usize,
    by: &Voice,
    (begun, now): (Timestamp, Timestamp),
    chance: &mut Chance,
) -> Result<()> {
    let at = begun + SignedDuration::from_hours(24 * 20 * m as i64);
    let due = jiff::tz::TimeZone::UTC.to_datetime(now).date().checked_add((m as i64 * 5 + 3).days())?;
    let new = NewPromise { what: words::line(chance, 6), due, locale: "hu".into(), key: None };
    promises::make(c, id, &new, by, at)?;
    let new = NewResult {
        title: words::line(chance, 5),
        body: words::post(chance),
        amount: Some(chance.below(500) as f64),
        unit: "fő".into(),
        link: String::new(),
        promise: None,
        locale: "hu".into(),
        key: None,
    };
    results::tell(c, id, &new, by, at)?;
    Ok(())
}
