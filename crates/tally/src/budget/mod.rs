//! A budget: which projects are paid for, out of money that belongs to all.
//!
//! | rule | use it when |
//! |---|---|
//! | [Equal Shares](Rule::EqualShares) | every group of voters should decide over its part of the money |
//! | [sequential Phragmén](Rule::Phragmen) | the same is wanted, and the money should nearly be used up |
//! | [greedy](Rule::Greedy) | the most votes should win, whoever gets nothing |
//!
//! With Equal Shares comes a [`Completion`], since it leaves money over: usually [`ADD_ONE`]. Chambers
//! can be given shares of the money ([`with_shares`]), an [`audit`] says who was passed over, and a
//! certificate ([`certify`]) can be checked by anybody ([`verify`]).
//!
//! # Five voters, worked through
//!
//! There are 100 coins: 20 for each. Amina, Pista and Vera want a pitch (60) and a stage (40); Ilona and
//! Bence want a library corner (40).
//!
//! ```
//! use tally::budget::*;
//!
//! let project = |id: &str, cost| Project { id: id.into(), name: String::new(), cost };
//! let projects = vec![project("pitch", 60), project("stage", 40), project("library", 40)];
//! let mut builder = Builder::new(projects, 100, 1, BallotKind::Approval)?;
//! builder.add_listed(&[0, 1], 3)?; // Amina, Pista, Vera
//! builder.add_listed(&[2], 2)?; // Ilona, Bence
//! let instance = builder.build();
//!
//! // By votes alone the three decide over all the money, and two of five voters get nothing.
//! let greedy = count(&instance, Rule::Greedy { utility: Utility::Cost }, &TieBreak::Lexicographic)?;
//! assert_eq!(greedy.winners, [0, 1]);
//! let passed_over = audit(&instance, &greedy.winners, Utility::Cost)?.passed_over;
//! assert_eq!((passed_over[0].project, passed_over[0].weight), (2, 2));
//!
//! // Equal Shares: the three pay 20 each for the pitch, and have nothing left for the stage; the two pay
//! // 20 each for the library. (Pitch and stage were equally cheap for what they bring, and "pitch" comes
//! // before "stage".)
//! let rule = Rule::EqualShares { utility: Utility::Cost, completion: Completion::None };
//! let shared = count(&instance, rule, &TieBreak::Lexicographic)?;
//! assert_eq!(shared.winners, [0, 2]);
//! assert_eq!(shared.ties[0].over, [1]);
//! assert_eq!(audit(&instance, &shared.winners, Utility::Cost)?.passed_over, []);
//! # Ok::<(), Fault>(())
//! ```

mod audit;
mod certificate;
mod chambers;
mod count;
mod electorate;
mod equal_shares;
mod greedy;
mod instance;
mod ladder;
mod outcome;
mod phragmen;
mod ratio;
mod ties;
mod verify;

pub use audit::{Audit, PassedOver, Satisfaction, audit};
pub use certificate::{Certificate, Payment, ballot_hash, certify};
pub use chambers::with_shares;
pub use count::{ADD_ONE, count};
pub use electorate::Utility;
pub use equal_shares::{Completion, Start, Stop, Then};
pub use instance::{
    BallotKind, Builder, Fault, Group, Instance, MOST_MONEY, MOST_POINTS, MOST_PROJECTS, MOST_UNIT,
    MOST_WEIGHT, Mark, Project,
};
pub use outcome::{Outcome, Rule, Step};
pub use ratio::{NotARatio, Ratio};
pub use ties::{Tie, TieBreak};
pub use verify::{Refusal, verify};

#[cfg(test)]
mod tests;
