//! A certificate of a count: what it takes to check an outcome without running the rule.
//!
//! It names the ballots by their hash, the election, and for each seat its holder and the amount by
//! which it was won: approvals, the gain (sequential PAV), the load (sequential Phragmén), the price (Equal Shares), or the
//! rank and the support there (Expanding Approvals). [`verify`] checks each amount and that no other candidate did
//! better, with the tie-breaking as stated. It searches for nothing, and reads each ballot once a seat.
//!
//! PAV elects all at once, so its certificate has the committee, its score, and the bound that its search found
//! ([`Compared`], which says what can be checked of that and what not).

mod book;
mod exchange;
mod expanding;
mod verify;

pub use verify::{Doubt, Wrong, verify, verify_orders};

use super::{Election, Measure, Orders, Outcome, Profile, Ratio, Step};
use crate::hashing::Hashing;
use serde::{Deserialize, Serialize};

/// What proves an outcome. Kept as JSON; fractions are written as text, `2/3`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The form of this certificate: 1.
    pub version: u32,
    /// The ballots' hash, by [`ballot_hash`].
    pub ballots: String,
    pub election: Election,
    /// The seats in the order in which they were won.
    pub awards: Vec<Award>,
    /// In PAV, which has no awards: the whole committee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared: Option<Compared>,
}

/// A seat, its holder, and by what it was won.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Award {
    pub candidate: usize,
    pub by: Measure,
}

/// A committee that was elected as a whole, by PAV.
///
/// That no committee has a higher score takes the search itself to know: finding the optimum is NP-hard, and no short
/// proof of it is known. What [`verify`] can say in time linear in the ballots, and does: the ballots are those that
/// were counted (their hash); the committee has this score, to the last fraction; and exchanging any one member for
/// anybody else leads to no score above the bound. Where score and bound are equal, which claims the optimum, no such
/// exchange raises the score. That alone gives EJR (Aziz, Elkind, Huang, Lackner, Sánchez-Fernández and Skowron, *On
/// the Complexity of Extended and Proportional Justified Representation*, AAAI 2018). Where the search is said to be
/// whole, none that leads to an equal score comes first in the order for ties. *Not* checked is that exchanging two
/// members or more leads no higher, and that the bound was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    /// Ascending.
    pub winners: Vec<usize>,
    /// A voter's nth winner counting 1/n, in voters.
    pub score: Ratio,
    /// No committee is said to have more.
    pub bound: Ratio,
    /// Whether the search is said to have been carried to its end.
    pub whole: bool,
}

impl Certificate {
    /// Who won by it, in the order in which seats were won.
    pub fn winners(&self) -> Vec<usize> {
        let together = self.compared.iter().flat_map(|compared| compared.winners.iter().copied());
        self.awards.iter().map(|award| award.candidate).chain(together).collect()
    }
}

/// Writes the certificate of an outcome on approval ballots.
pub fn certify(profile: &Profile, outcome: &Outcome) -> Certificate {
    certificate(ballot_hash(profile), outcome)
}

/// Writes the certificate of an outcome on orders.
pub fn certify_orders(orders: &Orders, outcome: &Outcome) -> Certificate {
    certificate(orders_hash(orders), outcome)
}

fn certificate(ballots: String, outcome: &Outcome) -> Certificate {
    let (mut awards, mut compared) = (Vec::new(), None);
    for step in &outcome.protocol {
        match step {
            Step::Elected { candidate, by, .. } => {
                awards.push(Award { candidate: *candidate, by: by.clone() });
            }
            Step::Compared { score, bound, whole, .. } => {
                let (winners, score, bound) = (outcome.winners.clone(), score.clone(), bound.clone());
                compared = Some(Compared { winners, score, bound, whole: *whole });
            }
            _ => {}
        }
    }
    let election = Election {
        rule: outcome.rule,
        seats: outcome.seats,
        weighing: outcome.weighing.clone(),
        tie_break: outcome.tie_break.clone(),
    };
    Certificate { version: 1, ballots, election, awards, compared }
}

/// The SHA-256 of a set of ballots, in hexadecimal digits: of the candidates' names, the chambers'
/// names, then each group with its chamber, its number of ballots and its candidates. Numbers are eight bytes,
/// the lowest first; a text or list stands behind its length. Equal sets of ballots have equal
/// hashes, in whatever order the ballots came in.
pub fn ballot_hash(profile: &Profile) -> String {
    let mut hash = Hashing::default();
    hash.texts(profile.candidates());
    hash.texts(profile.chambers());
    for group in profile.groups() {
        hash.number(group.chamber as u64);
        hash.number(group.count);
        hash.number(group.ballot.len() as u64);
        group.ballot.iter().for_each(|candidate| hash.number(*candidate as u64));
    }
    hash.finish()
}

/// The SHA-256 of a set of orders, as [`ballot_hash`]; a ballot is the list of its classes, the best first, each of them the
/// list of its candidates.
pub fn orders_hash(orders: &Orders) -> String {
    let mut hash = Hashing::default();
    hash.texts(orders.candidates());
    hash.texts(orders.chambers());
    for group in orders.groups() {
        hash.number(group.chamber as u64);
        hash.number(group.count);
        hash.number(group.ballot.len() as u64);
        for class in group.ballot {
            hash.number(class.len() as u64);
            class.iter().for_each(|candidate| hash.number(*candidate as u64));
        }
    }
    hash.finish()
}
