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
//! There are 100 coins: 20 for each. Amina, Pista and Vera want a pitch (60); Ilona and Bence want a
//! library corner (40), and Vera too.
//!
//! ```
//! use tally::budget::*;
//!
//! let project = |id: &str, cost| Project { id: id.into(), name: String::new(), cost };
//! let projects = vec![project("pitch", 60), project("stage", 40), project("library", 40)];
//! let mut builder = Builder::new(projects, 100, 1, BallotKind::Approval)?;
//! builder.add_listed(&[0, 1], 2)?; // Amina and Pista would like a stage as well
//! builder.add_listed(&[0, 1, 2], 1)?; // Vera likes all three
//! builder.add_listed(&[2], 2)?; // Ilona and Bence
//! let instance = builder.build();
//!
//! // By votes alone the pitch and the stage win, and two of five voters get nothing.
//! let greedy = count(&instance, Rule::Greedy { utility: Utility::Cost }, &TieBreak::Lexicographic)?;
//! assert_eq!(greedy.winners, [2, 0]); // a tie of three votes each; "library" comes first
//! assert_eq!(greedy.ties[0].over, [0, 1]);
//!
//! // Equal Shares: three voters share each project. The library takes 40/3 from Ilona, Bence and Vera,
//! // who has 20/3 left; so the stage costs Amina and Pista 50/3 each, and Vera all she has.
//! let rule = Rule::EqualShares { utility: Utility::Cost, completion: Completion::None };
//! let shared = count(&instance, rule, &TieBreak::Lexicographic)?;
//! assert_eq!(shared.winners, [2, 1]);
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
    BallotKind, Builder, Fault, Group, Instance, MOST_MONEY, MOST_POINTS, MOST_PROJECTS, MOST_WEIGHT, Mark,
    Project,
};
pub use outcome::{Outcome, Rule, Step};
pub use ratio::{NotARatio, Ratio};
pub use ties::{Tie, TieBreak};
pub use verify::{Refusal, verify};

#[cfg(test)]
mod tests;
