//! Which open decisions wait for somebody's voice: for the home page.

use super::{DecisionId, queries};
use db::Conn;
use jiff::Timestamp;
use kit::{Result, Side, Voice};
use people::Signed;

/// An open decision as the home page shows it to somebody.
#[derive(Debug, Clone)]
pub struct OpenDecision {
    pub id: DecisionId,
    pub question: String,
    pub locale: String,
    pub closes_at: Timestamp,
    /// How many of each side may vote, and how many have: `(may, have)`.
    pub organisations: (i64, i64),
    pub citizens: (i64, i64),
    /// Those voices of whoever looks that may vote and haven't.
    pub waiting: Vec<Voice>,
}

impl OpenDecision {
    pub fn path(&self) -> String {
        format!("/decisions/{}", self.id)
    }
}

/// How many of each side have voted in each open decision.
#[derive(Debug, Default)]
pub struct Cast(Vec<(DecisionId, Side, i64)>);

impl Cast {
    /// Of all that is open. Nobody is told what they voted.
    pub fn count(c: &mut Conn, now: Timestamp) -> db::Result<Cast> {
        queries::open_turnout(c, now).map(Cast)
    }

    fn of(&self, decision: DecisionId, side: Side) -> i64 {
        self.0.iter().find(|(id, its, _)| *id == decision && *its == side).map_or(0, |(_, _, voices)| *voices)
    }
}

/// All that is open, the next to close first.
pub fn open_now(
    c: &mut Conn,
    person: Option<&Signed>,
    counted: &Cast,
    now: Timestamp,
) -> Result<Vec<OpenDecision>> {
    let voices = person.map_or(&[][..], |p| &p.voices);
    let rows = queries::open_with_ballots(c, voices, now)?;
    let mut open: Vec<OpenDecision> = Vec::new();
    for row in &rows {
        if open.iter().any(|known| known.id == row.id) {
            continue;
        }
        let cast =
            |voice: &Voice| rows.iter().any(|r| r.id == row.id && r.voice.as_deref() == Some(&voice.key()));
        let electors = person.into_iter().flat_map(|p| p.voices.iter().zip(&p.since));
        let waiting = electors.filter(|(voice, since)| **since <= row.electors_until && !cast(voice));
        let organisations = counted.of(row.id, Side::Organisations);
        let citizens = counted.of(row.id, Side::Citizens);
        open.push(OpenDecision {
            id: row.id,
            question: row.question.clone(),
            locale: row.locale.clone(),
            closes_at: row.closes_at,
            // Where newcomers may vote, more may have than were here at the opening.
            organisations: (row.organisations.max(organisations), organisations),
            citizens: (row.citizens.max(citizens), citizens),
            waiting: waiting.map(|(voice, _)| voice.clone()).collect(),
        });
    }
    Ok(open)
}
