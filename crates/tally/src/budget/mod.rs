//! A budget: which projects are paid for, out of money that belongs to all.

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
