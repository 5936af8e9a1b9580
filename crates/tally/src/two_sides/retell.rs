//! The protocol: the steps of a count in their order, as data, from which a page or a person tells
//! why it came out so.

use super::{Count, Outcome, Verdict};
use crate::Votes;

/// One step of the count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step<'c, S> {
    /// The ballots of one side were counted.
    Counted { side: &'c S, votes: Votes },
    /// From that follows what the side says.
    Found { side: &'c S, verdict: Verdict },
    /// The sides were put together; `against` are those that did not agree.
    Joined { outcome: Outcome, against: Vec<&'c S> },
}

impl<S, L> Count<S, L> {
    pub fn protocol(&self) -> Vec<Step<'_, S>> {
        let of_side = self.sides.iter().flat_map(|s| {
            [
                Step::Counted { side: &s.side, votes: s.votes },
                Step::Found { side: &s.side, verdict: s.verdict },
            ]
        });
        let against = self.sides.iter().filter(|s| !s.verdict.agrees()).map(|s| &s.side).collect();
        of_side.chain([Step::Joined { outcome: self.outcome, against }]).collect()
    }
}
