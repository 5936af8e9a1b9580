//! Two sides: a motion that needs a majority in each chamber.
//!
//! **Definition.** Ballots say *yes*, *no* or *abstain*, and each belongs to one side (chamber). A
//! side *agrees* when more of its ballots say yes than no: a simple majority of the votes cast, as
//! Robert's Rules (12th ed., § 44) and most parliaments count it. An abstention makes its voice
//! present and is reported, and counts neither for nor against. The motion is *adopted* when every
//! side agrees, and *rejected* otherwise: the sides are joined as the two houses of a bicameral
//! parliament are, and no side can carry a motion alone, however large it is.
//!
//! **Ties.** Equal numbers of yes and no are no majority: the side does not agree, and its verdict
//! says [`Verdict::Tied`]. Nobody decides in its place, and no lot is drawn.
//!
//! **Nobody.** A side in which nobody voted does not agree ([`Verdict::Silent`]), and neither does
//! one in which all abstained ([`Verdict::OnlyAbstained`]): silence is not consent.
//!
//! **Quorum.** None but that. (A quorum per chamber is a later rule's variant, and would be named in
//! its result.)
//!
//! **Complexity.** Linear in what is added; memory in the number of sides and labels.

pub mod certificate;
mod retell;
#[cfg(test)]
mod tests;

pub use retell::Step;

use crate::{Choice, Fault, Swing, Votes};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The rule's name in results and in files.
pub const RULE: &str = "two_sides";

/// Ballots as they come in, of sides `S`, each with a label `L` (a sector) for the table.
#[derive(Debug, Clone)]
pub struct Poll<S, L> {
    sides: Vec<(S, BTreeMap<L, Votes>)>,
    /// All voices so far; checked, so that no sum of the count can wrap.
    voices: u64,
}

impl<S: PartialEq, L: Ord> Poll<S, L> {
    /// A poll between these sides, each of which must agree. They are named here because a side
    /// without a ballot must stop the motion, not vanish.
    pub fn between(sides: impl IntoIterator<Item = S>) -> Result<Poll<S, L>, Fault> {
        let sides: Vec<_> = sides.into_iter().map(|side| (side, BTreeMap::new())).collect();
        let twice =
            sides.iter().enumerate().any(|(n, (side, _))| sides[..n].iter().any(|(other, _)| other == side));
        match (sides.is_empty(), twice) {
            (true, _) => Err(Fault::NoSides),
            (_, true) => Err(Fault::SideTwice),
            _ => Ok(Poll { sides, voices: 0 }),
        }
    }

    /// Adds `voices` equal ballots.
    pub fn add(&mut self, side: &S, label: L, choice: Choice, voices: u64) -> Result<(), Fault> {
        let found = self.sides.iter_mut().find(|(s, _)| s == side);
        let (_, labels) = found.ok_or(Fault::UnknownSide)?;
        self.voices = self.voices.checked_add(voices).ok_or(Fault::TooMany)?;
        labels.entry(label).or_default().add(choice, voices)
    }

    /// Counts what was added.
    pub fn count(self) -> Count<S, L> {
        let sides: Vec<_> =
            self.sides.into_iter().map(|(side, labels)| SideCount::of(side, labels)).collect();
        let adopted = sides.iter().all(|side| side.verdict.agrees());
        Count { sides, outcome: if adopted { Outcome::Adopted } else { Outcome::Rejected } }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Every side agreed.
    Adopted,
    /// One side or more did not.
    Rejected,
}

/// How a poll came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count<S, L> {
    /// In the order in which the poll named them.
    pub sides: Vec<SideCount<S, L>>,
    pub outcome: Outcome,
}

/// How one side came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideCount<S, L> {
    pub side: S,
    pub votes: Votes,
    /// The same votes by label, in the labels' order.
    pub by_label: Vec<(L, Votes)>,
    pub verdict: Verdict,
    /// What would have turned this side around.
    pub swing: Swing,
}

/// What a side says, and by how many voices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// More yes than no, by so many.
    Agrees { by: u64 },
    /// More no than yes, by so many.
    Refuses { by: u64 },
    /// As many yes as no, so many each: no majority.
    Tied { each: u64 },
    /// Some were there, and nobody said yes or no.
    OnlyAbstained,
    /// Nobody voted.
    Silent,
}

impl Verdict {
    fn of(votes: &Votes) -> Verdict {
        use std::cmp::Ordering::{Equal, Greater, Less};
        match votes.yes.cmp(&votes.no) {
            Greater => Verdict::Agrees { by: votes.yes - votes.no },
            Less => Verdict::Refuses { by: votes.no - votes.yes },
            Equal if votes.yes > 0 => Verdict::Tied { each: votes.yes },
            Equal if votes.abstain > 0 => Verdict::OnlyAbstained,
            Equal => Verdict::Silent,
        }
    }

    pub fn agrees(&self) -> bool {
        matches!(self, Verdict::Agrees { .. })
    }
}

impl<S, L: Ord> SideCount<S, L> {
    fn of(side: S, labels: BTreeMap<L, Votes>) -> SideCount<S, L> {
        let mut votes = Votes::default();
        for label in labels.values() {
            // `Poll::add` has made sure that the sum of all fits.
            votes.yes += label.yes;
            votes.no += label.no;
            votes.abstain += label.abstain;
        }
        let (verdict, swing) = (Verdict::of(&votes), votes.swing());
        SideCount { side, votes, by_label: labels.into_iter().collect(), verdict, swing }
    }
}

impl<S, L> Count<S, L> {
    pub fn is_adopted(&self) -> bool {
        self.outcome == Outcome::Adopted
    }

    /// What would have changed the outcome. Where it was adopted: any one of these sides turning. Where
    /// it was rejected: all of these sides turning, since each of them stood against it.
    pub fn turning(&self) -> impl Iterator<Item = &SideCount<S, L>> {
        let adopted = self.is_adopted();
        self.sides.iter().filter(move |side| side.verdict.agrees() == adopted)
    }
}
