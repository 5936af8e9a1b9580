//! How votes are counted: exactly, in the open, and with an answer to "why?".
//!
//! Pure functions over what a caller hands in: no database, no web, no clock, no chance, no
//! floating point. A count returns more than its outcome: the numbers of each side and sector, the
//! steps in their order ([`two_sides::Step`]) from which a page retells in plain words why it came
//! out so, and *what would have changed it* ([`Swing`]). The same votes always give the same
//! count, in whatever order they are added.
//!
//! # Which rule
//!
//! | rule | use it when | module |
//! |---|---|---|
//! | **two sides**: a simple majority in each chamber | the question binds everybody, and no side may carry it alone | [`two_sides`] |
//! | **a budget**: Equal Shares, Phragmén, greedy | projects with costs share one sum of money | [`budget`] |
//! | **one of several**, or a proposal: plurality, approval, score, majority judgment, consent … | one answer is wanted, in one chamber or in each | [`single`] |
//! | **a few of many**: Equal Shares, Phragmén, PAV … | a committee or a short list should stand for everybody | [`committee`] |
//! | **ranked ballots**, ten rules (Schulze, ranked pairs, instant runoff, Borda, …) | one option of several is sought, and people can say what they like second best | [`ranked`] |
//! | **STV**, six published rules (Scottish, Meek, weighted inclusive Gregory, …) | a few of many are sought, in proportion to who likes them | [`stv`] |
//!
//! Ballots of others are read from their files by [`formats`]. More rules come beside these as modules
//! of their own; each names its paper or statute, its variant and how it breaks ties.
//!
//! # Five voters, worked through
//!
//! Shall "a safe way to school" become a focus of the town? The school and the clinic vote for
//! their organisations; Amina, Pista and Vera are citizens. Both sides must agree.
//!
//! ```
//! use tally::Choice::{Abstain, No, Yes};
//! use tally::two_sides::{Poll, Verdict};
//! # #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)] enum Side { Organisations, Citizens }
//! # use Side::{Citizens, Organisations};
//!
//! let mut poll = Poll::between([Organisations, Citizens])?;
//! poll.add(&Organisations, "education", Yes, 1)?; // the school
//! poll.add(&Organisations, "health", Abstain, 1)?; // the clinic is here, and leaves it to the others
//! poll.add(&Citizens, "", Yes, 1)?; // Amina
//! poll.add(&Citizens, "", No, 1)?; // Pista
//! poll.add(&Citizens, "", Yes, 1)?; // Vera
//! let count = poll.count();
//!
//! // One to nothing among the organisations, two to one among the citizens.
//! assert!(count.is_adopted());
//! assert_eq!(count.sides[0].verdict, Verdict::Agrees { by: 1 });
//! assert_eq!(count.sides[1].verdict, Verdict::Agrees { by: 1 });
//!
//! // One citizen moving from yes to no would have made it one to two.
//! let citizens = &count.sides[1];
//! assert_eq!(citizens.swing.moved, Some(1));
//! // One more citizen against it would have made a tie; a tie is no majority.
//! assert_eq!(citizens.swing.more, 1);
//! # Ok::<(), tally::Fault>(())
//! ```
//!
//! Why two sides and not one pot: had the five been counted together, three citizens could always
//! outvote two organisations, and in another town the organisations the citizens. A chambered count
//! asks each side by itself; each can say no, and neither can say yes for the other.

pub mod budget;
pub mod committee;
mod fault;
pub mod formats;
mod hashing;
mod pool;
pub mod ranked;
pub mod single;
pub mod stv;
pub mod two_sides;
mod votes;

pub use fault::Fault;
pub use pool::{Pooled, pool};
pub use votes::{Choice, Swing, Votes};
