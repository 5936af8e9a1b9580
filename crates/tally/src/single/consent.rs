//! Consent: a proposal passes unless a reasoned objection stands.
//!
//! **Definition.** Sociocracy's rule (G. Endenburg; Rau and Koch-Gonzalez, *Many Voices One Song*, 2018): nobody
//! need be for the proposal; it passes when nobody has a reasoned objection against it. An objection
//! without a reason is counted and shown, and stops nothing; a reasoned one stands until it is *resolved* (its
//! voter withdraws it, or the proposal was changed to meet it), which is recorded with its reason. A
//! concern is heard, and stops nothing. Abstentions, blank and spoiled papers count for a quorum only.
//!
//! **Chambers.** Each must pass: have its quorum, at least one paper of consent or concern, and no standing
//! objection. There are no **ties**. **Complexity**: linear in the papers.

pub mod certificate;

use super::Fault;
use super::chamber::{self, Attendance, Chamber};
use super::papers::Papers;
use super::turnout::{Paper, Spoiling, Turnout};
use serde::{Deserialize, Serialize};

/// What a paper says to the proposal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Response {
    Consent,
    /// Consent, with something that should be heard.
    Concern(String),
    Objection(Objection),
}

/// An objection against a proposal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Objection {
    /// Why the proposal would do harm. Without words it is no reasoned objection.
    pub reason: String,
    /// How it was resolved, if it was.
    pub resolved: Option<String>,
}

impl Objection {
    /// Whether it stops the proposal.
    pub fn stands(&self) -> bool {
        !self.reason.trim().is_empty() && self.resolved.is_none()
    }
}

/// A proposal, while its papers come in.
#[derive(Debug, Clone)]
pub struct Proposal {
    chambers: Vec<(Chamber, Turnout, Responses)>,
}

/// What a chamber's papers say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Responses {
    pub consent: u64,
    /// Each concern, with how many papers share it.
    pub concerns: Vec<(String, u64)>,
    pub objections: Vec<(Objection, u64)>,
}

/// How a proposal came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub chambers: Vec<ChamberCount>,
    /// Whether every chamber passed it.
    pub passes: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChamberCount {
    pub chamber: Chamber,
    pub turnout: Turnout,
    pub attendance: Attendance,
    pub responses: Responses,
    pub verdict: Verdict,
}

/// What a chamber says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Passes,
    NoQuorum,
    /// So many reasoned objections stand.
    Objected {
        standing: u64,
    },
    /// Nobody consented or objected: silence is not consent.
    Silent,
}

impl Proposal {
    pub fn to(chambers: impl IntoIterator<Item = Chamber>) -> Result<Proposal, Fault> {
        let chambers: Vec<Chamber> = chambers.into_iter().collect();
        chamber::check(&chambers)?;
        let none = |chamber| (chamber, Turnout::default(), Responses::default());
        Ok(Proposal { chambers: chambers.into_iter().map(none).collect() })
    }

    /// A proposal with these papers on it; `chambers` are theirs, with their quorums.
    pub fn of(papers: &Papers<Response>, chambers: Vec<Chamber>) -> Result<Proposal, Fault> {
        let mut proposal = Proposal::to(chambers)?;
        papers
            .groups()
            .try_for_each(|group| proposal.add(group.chamber, group.paper.clone(), group.count))?;
        Ok(proposal)
    }

    /// Adds `papers` equal papers of a chamber.
    pub fn add(&mut self, chamber: usize, paper: Paper<Response>, papers: u64) -> Result<(), Fault> {
        let chambers = self.chambers.len();
        let found = self.chambers.get_mut(chamber).ok_or(Fault::UnknownChamber { chamber, chambers })?;
        let (_, turnout, responses) = found;
        turnout.arrive(papers)?;
        match paper {
            Paper::Abstention => turnout.abstained += papers,
            Paper::Blank => turnout.blank += papers,
            Paper::Illegible => turnout.spoil(Spoiling::Illegible, papers),
            Paper::Marked(response) => {
                turnout.marked += papers;
                match response {
                    Response::Consent => responses.consent += papers,
                    Response::Concern(text) => responses.concerns.push((text, papers)),
                    Response::Objection(objection) => responses.objections.push((objection, papers)),
                }
            }
        }
        Ok(())
    }

    /// Counts what was added.
    pub fn count(self) -> Result<Count, Fault> {
        let chambers = self
            .chambers
            .into_iter()
            .map(|(chamber, turnout, responses)| {
                let attendance = chamber.attendance(&turnout)?;
                let verdict = verdict(&responses, attendance);
                Ok(ChamberCount { chamber, turnout, attendance, responses, verdict })
            })
            .collect::<Result<Vec<_>, Fault>>()?;
        let passes = chambers.iter().all(|chamber| chamber.verdict == Verdict::Passes);
        Ok(Count { chambers, passes })
    }
}

fn verdict(responses: &Responses, attendance: Attendance) -> Verdict {
    let standing = responses.objections.iter().filter(|(objection, _)| objection.stands());
    let standing: u64 = standing.map(|(_, papers)| papers).sum();
    let heard = responses.consent > 0 || responses.concerns.iter().any(|(_, papers)| *papers > 0);
    match attendance.is_quorum() {
        false => Verdict::NoQuorum,
        true if standing > 0 => Verdict::Objected { standing },
        true if heard => Verdict::Passes,
        true => Verdict::Silent,
    }
}
