//! One option of several, or one proposal: the rules that need no rankings.
//!
//! A [`Poll`] asks for one of several options by a [`Rule`]; [`consent`] and [`gradients`] ask for yes or no to a
//! proposal. Each can be *chambered*: asked of sides or sectors by themselves, each with a quorum of its
//! own, all of which must pass ([`Joining`]). Every paper is counted and named: marked, blank, an
//! abstention, or spoiled and why ([`Turnout`]).
//!
//! | rule | what a voter says | use it when |
//! |---|---|---|
//! | [`Method::Plurality`], [`Rule::majority`] | one option | there are two |
//! | [`Method::Approval`] | all that are fine | several would do, and a quick answer is wanted |
//! | [`Method::Score`] | points for each | how much matters, and voters are not tactical |
//! | [`Method::Judgment`] | a grade in words for each | one answer should stand for most, and extremes shouldn't weigh more |
//! | [`Method::LeastResistance`] | points against each | the group must live with it together |
//! | [`Method::Dots`] | some dots to spread | a first look at many ideas |
//! | [`consent`] | consent, concern or objection | nobody's good reason may be passed over |
//! | [`gradients`] | one of eight levels | it matters how much, not only whether |
//!
//! Everything is counted in whole numbers and exact fractions. Ties are broken by a stated rule
//! ([`crate::committee::TieBreak`]) and reported in the [`Outcome`]. A [`certificate`] holds a count with the hash of its
//! [`Papers`], and is checked without running the rule; so do those of [`consent`] and [`gradients`].
//!
//! # Five voters, worked through
//!
//! Where shall the market stand? Three citizens, two organisations; each side must accept it.
//! ```
//! use tally::committee::TieBreak;
//! use tally::single::{Bar, Chamber, Joining, Method, Paper, Poll, Rule, Share};
//! let rule = Rule::of(Method::Approval).with_bar(Bar::MoreThan(Share::of(1, 2)));
//! let sides = [Chamber::named("citizens"), Chamber::named("organisations")];
//! let mut poll = Poll::new(rule, ["square", "school yard", "river bank"], sides)?;
//! poll.add(0, &Paper::Marked(vec![(0, 1), (2, 1)]), 2)?;
//! poll.add(0, &Paper::Marked(vec![(0, 1), (1, 1)]), 1)?;
//! poll.add(1, &Paper::Marked(vec![(1, 1), (2, 1)]), 2)?;
//! let count = poll.count(Joining::EachAccepts, TieBreak::ListOrder)?;
//! // All citizens like the square, but no organisation; of the school yard it is the other way around.
//! assert_eq!(count.winner(), Some(2));
//! # Ok::<(), tally::single::Fault>(())
//! ```

pub mod certificate;
mod chamber;
pub mod consent;
mod count;
mod fault;
mod figures;
pub mod gradients;
mod judgment;
mod papers;
mod poll;
mod retell;
mod rule;
#[cfg(test)]
mod tests;
mod turnout;

pub use certificate::Doubt;
pub use chamber::{Attendance, Chamber, Quorum, Share};
pub use count::{ChamberCount, Count, Joining, Outcome, Why};
pub use fault::Fault;
pub use figures::{Figures, Standing};
pub use judgment::Gauge;
pub use papers::{Group, Marking, Papers};
pub use poll::Poll;
pub use retell::Step;
pub use rule::{Bar, JudgmentTies, Mark, Method, Rule, Unmarked};
pub use turnout::{Paper, Spoiling, Turnout};
