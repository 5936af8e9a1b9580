//! The single transferable vote: a few of many, in proportion, by strict rankings.
//!
//! Who has a quota of votes is elected; what is more than the quota goes on to the next preferences, at a part of its
//! value; when nobody has a quota, the lowest is excluded and their ballots go on. Each [`Rule`] is a published
//! one and gives its numbers to the last digit; they elect different people at times, so a result
//! names its rule.
//!
//! **Ties** are broken as the rule says; where it says "by lot", the lots are a [`TieOrder`], and the
//! option that stands first in it is the one acted upon: transferred first, or excluded. All ties are
//! reported.
//!
//! **Ballots** with equal ranks are refused, as these rules have no place for them. Those who have withdrawn are passed
//! over; a ballot on which nobody else stands counts as blank.
//!
//! ```
//! use tally::ranked::{Poll, Ranking, TieOrder};
//! use tally::stv::{Contest, Rule};
//! let mut poll = Poll::among(["Ada", "Ben", "Chi"])?;
//! poll.add(Ranking::strict([0, 1]), 4)?; // Ada, then Ben
//! poll.add(Ranking::strict([2]), 2)?;
//! let contest = Contest { profile: &poll.close(), seats: 2, withdrawn: &[], lots: &TieOrder::by_index(3) };
//! let count = contest.count(Rule::Scottish)?;
//! // Three votes are enough. Ada has four; the one she does not need goes to Ben. Chi still has more.
//! assert_eq!(count.elected, [0, 2]);
//! # Ok::<(), tally::ranked::Fault>(())
//! ```

mod amount;
mod certificate;
mod count;
mod gregory;
mod keeping;
mod losers;
mod meek;
mod papers;
mod rule;
mod tell;
mod value;
mod verify;

#[cfg(test)]
mod tests;

pub use amount::Amount;
pub use certificate::Certificate;
pub use count::{Action, Contest, Count, Ended, Stage};
pub use rule::Rule;

use crate::ranked::{Fault, Tie, TieOrder};
