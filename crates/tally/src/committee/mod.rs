//! A few of many: committees, slates and short lists, elected by approval ballots (or orders).
//!
//! Each voter names whom they approve of, and a rule fills the seats. Which rule decides what the
//! committee is like: [`Rule::Approvals`] takes the most approved, so that a majority may win every
//! seat; the others are *proportional*: a group of voters that makes up a third and agrees gets about
//! a third of the seats. [`Rule::EqualShares`] says why most plainly: each voter has an equal part of the
//! seats to spend.
//!
//! | rule | proportional | in one sentence |
//! |---|---|---|
//! | [`Rule::Approvals`] | no | the most approvals win |
//! | [`Rule::SeqPav`] | roughly | each next winner adds most to everybody's satisfaction |
//! | [`Rule::Pav`] | yes (EJR) | the committee that satisfies most; hard to find when large |
//! | [`Rule::EqualShares`] | yes (EJR, priceable) | voters buy seats together, each with an equal part |
//! | [`Rule::SeqPhragmen`] | yes (PJR, priceable) | seats are loads that supporters share |
//! | [`Rule::ExpandingApprovals`] | yes (PSC) | on orders: a quota buys a seat, at ever lower ranks |
//!
//! Arithmetic is exact. [`Weighing::Shares`] gives each chamber its agreed part, however many vote in it.
//! Ties are broken by a stated [`TieBreak`] and reported; [`Election::count_all`] lists every committee
//! that ties allow.
//!
//! # Five voters, worked through
//!
//! Three seats. Amina, Béla and Carol want the park and the pool; Dezső and Edit want the library.
//! ```
//! use tally::committee::{Completion, Election, Profile, Rule};
//! let mut ballots = Profile::new(["park", "pool", "school", "library"])?;
//! ballots.add([0, 1, 2], 3)?;
//! ballots.add([3], 2)?;
//! let by = |rule| Election::new(rule, 3).count(&ballots).map(|outcome| outcome.winners);
//! // The three outvote the two on every seat …
//! assert_eq!(by(Rule::Approvals)?, [0, 1, 2]);
//! // … but 3/5 of a seat each is not enough for three of their own.
//! assert_eq!(by(Rule::EqualShares(Completion::Phragmen))?, [0, 3, 1]);
//! # Ok::<(), tally::committee::Fault>(())
//! ```

mod approvals;
pub mod audit;
mod ballots;
pub mod certificate;
mod electorate;
mod equal_shares;
mod expanding;
mod fault;
mod ladder;
mod outcome;
mod pav;
mod phragmen;
mod purses;
mod ratio;
mod rule;
mod seq_pav;
#[cfg(test)]
mod tests;
mod ties;
mod weighing;

pub use ballots::{Ballot, Ballots, Cast, Group, Orders, Profile};
pub use fault::Fault;
pub use outcome::{Completion, Measure, Outcome, Step};
pub use ratio::{NoRatio, Ratio};
pub use rule::{Election, Rule};
pub use ties::{Tie, TieBreak};
pub use weighing::Weighing;
