//! Which open decisions wait for somebody's voice: for the home page.

use super::{DecisionId, queries};
use db::Conn;
use jiff::Timestamp;
use kit::{Result, Voice};
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

/// All that is open, the next to close first. How many have voted is told only where `counted`; nobody is told what.
pub fn open_now(
    c: &mut Conn,
    person: Option<&Signed>,
    counted: bool,
    now: Timestamp,
) -> Result<Vec<OpenDecision>> {
    let voices = person.map_or(&[][..], |p| &p.voices);
    let rows = queries::open_with_ballots(c, voices, counted, now)?;
    let mut open: Vec<OpenDecision> = Vec::new();
    for row in &rows {
        if open.iter().any(|known| known.id == row.id) {
            continue;
        }
        let cast =
            |voice: &Voice| rows.iter().any(|r| r.id == row.id && r.voice.as_deref() == Some(&voice.key()));
        let electors = person.into_iter().flat_map(|p| p.voices.iter().zip(&p.since));
        let waiting = electors.filter(|(voice, since)| **since <= row.electors_until && !cast(voice));
        open.push(OpenDecision {
            id: row.id,
            question: row.question.clone(),
            locale: row.locale.clone(),
            closes_at: row.closes_at,
            // Where newcomers may vote, more may have than were here at the opening.
            organisations: (row.organisations.max(row.organisations_cast), row.organisations_cast),
            citizens: (row.citizens.max(row.citizens_cast), row.citizens_cast),
            waiting: waiting.map(|(voice, _)| voice.clone()).collect(),
        });
    }
    Ok(open)
}
