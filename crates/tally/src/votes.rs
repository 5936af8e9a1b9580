//! Yes, no and abstentions: what one chamber says to one question.

use crate::Fault;
use serde::{Deserialize, Serialize};

/// What a ballot says to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    Yes,
    No,
    /// I am here, and leave it to the others. Counts as present, for no side of the question.
    Abstain,
}

/// How many said what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub struct Votes {
    pub yes: u64,
    pub no: u64,
    pub abstain: u64,
}

impl Votes {
    /// Adds `voices` ballots of one choice. A sum past `u64` is refused, so no count ever wraps.
    pub fn add(&mut self, choice: Choice, voices: u64) -> Result<(), Fault> {
        self.cast().checked_add(voices).ok_or(Fault::TooMany)?;
        *match choice {
            Choice::Yes => &mut self.yes,
            Choice::No => &mut self.no,
            Choice::Abstain => &mut self.abstain,
        } += voices;
        Ok(())
    }

    /// All ballots, abstentions among them.
    pub fn cast(&self) -> u64 {
        self.yes + self.no + self.abstain
    }

    /// The ballots that decide: yes and no.
    pub fn decided(&self) -> u64 {
        self.yes + self.no
    }

    /// Whether more said yes than no. Equal numbers are no majority, and neither is nobody.
    pub fn is_majority(&self) -> bool {
        self.yes > self.no
    }

    /// What would have turned this chamber's answer around.
    pub fn swing(&self) -> Swing {
        if self.is_majority() {
            let lead = self.yes - self.no;
            // yes - k <= no + k, so k is half the lead, rounded up; a tie is enough to turn it.
            Swing { moved: Some(lead.div_ceil(2)), more: lead }
        } else {
            let behind = self.no - self.yes;
            // no - k < yes + k: more than half of what is missing must move, if so many said no.
            let needed = behind / 2 + 1;
            Swing { moved: (needed <= self.no).then_some(needed), more: behind + 1 }
        }
    }
}

/// The least that would have turned a chamber's answer around, with all other ballots as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Swing {
    /// So many voices choosing the opposite: from yes to no where the chamber agreed, from no to yes
    /// where it didn't. `None` where nobody said what would have to be changed.
    pub moved: Option<u64>,
    /// So many more voices (new ones, or some that abstained) on the side that lost.
    pub more: u64,
}
