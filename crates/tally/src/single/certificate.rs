//! Certificates of polls: a count, so written down that anybody can check it against the papers.
//!
//! A certificate names the papers by their hash and holds the whole [`Count`]: the rule with its bar, the chambers with
//! their quorums, what became of the papers, each option's figures, the rankings and the outcome. [`verify`] reads
//! each paper once, and compares each option with the next of the ranking; it runs no rule.

mod measure;
mod outcome;
mod papers_read;
mod verify;

pub(super) use papers_read::{Sorted, sort};
pub use verify::verify;

use super::{Count, Fault, Mark, Papers};
use serde::{Deserialize, Serialize};

/// The form of the certificates that are written here.
pub(crate) const FORM: u32 = 1;

/// What proves the outcome of a poll. Kept as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The form of this certificate: 1.
    pub version: u32,
    /// [`Papers::hash`] of what was counted.
    pub papers: String,
    pub count: Count,
}

/// The certificate of a count of these papers.
pub fn certify(papers: &Papers<Vec<Mark>>, count: Count) -> Certificate {
    Certificate { version: FORM, papers: papers.hash(), count }
}

/// Why a certificate of a poll or a proposal doesn't prove what it says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Doubt {
    #[error("this certificate has form {0}; this check knows form 1")]
    OtherForm(u32),
    #[error("these are not the papers that were counted: their hash is {found}")]
    OtherPapers { found: String },
    #[error("it speaks of other options or chambers than the papers")]
    OtherPoll,
    #[error(transparent)]
    Fault(#[from] Fault),
    #[error("{}the numbers of papers are others", of(.chamber))]
    Turnout { chamber: String },
    #[error("{}the quorum is another", of(.chamber))]
    Quorum { chamber: String },
    #[error("{}the papers don't give “{option}” these figures", of(.chamber))]
    Figures { chamber: String, option: String },
    #[error("{}the papers say something else", of(.chamber))]
    Responses { chamber: String },
    #[error("{}the options don't rank so", of(.chamber))]
    Ranking { chamber: String },
    #[error("{}other options reach the bar", of(.chamber))]
    Accepted { chamber: String },
    #[error("the figures of all papers together are not the sum of the chambers'")]
    Together,
    #[error("the options don't rank so by all papers together")]
    RankingTogether,
    #[error("{}from its numbers follows another answer", of(.chamber))]
    Verdict { chamber: String },
    #[error("{}it would have turned with other numbers", of(.chamber))]
    Swing { chamber: String },
    #[error("from these numbers follows another outcome")]
    Outcome,
}

/// A chamber's name before what is said of it; one without a name is alone.
fn of(chamber: &str) -> String {
    if chamber.is_empty() { String::new() } else { format!("{chamber}: ") }
}

/// Whether a certificate has a form known here, and is of these papers.
pub(crate) fn check_papers<M: super::Marking>(
    version: u32,
    hash: &str,
    papers: &Papers<M>,
) -> Result<(), Doubt> {
    if version != FORM {
        return Err(Doubt::OtherForm(version));
    }
    let found = papers.hash();
    if found == hash { Ok(()) } else { Err(Doubt::OtherPapers { found }) }
}

/// Whether the chambers of a count are those of the papers, and such as can be counted.
pub(super) fn check_chambers<'a, M: super::Marking>(
    papers: &Papers<M>,
    claimed: impl Iterator<Item = &'a super::Chamber>,
) -> Result<(), Doubt> {
    let chambers: Vec<super::Chamber> = claimed.cloned().collect();
    let names = chambers.iter().map(|chamber| &chamber.name);
    ensure(names.eq(papers.chambers()), || Doubt::OtherPoll)?;
    Ok(super::chamber::check(&chambers)?)
}

/// Fails with this doubt unless something holds.
pub(crate) fn ensure(holds: bool, doubt: impl FnOnce() -> Doubt) -> Result<(), Doubt> {
    if holds { Ok(()) } else { Err(doubt()) }
}
