//! A certificate of a count: what it takes to check an outcome without running the rule.
//!
//! It names the ballots by their hash, the election, and for each seat its holder and the amount by
//! which it was won: the gain (sequential PAV), the load (sequential Phragmén) or the price (Equal Shares).
//! [`verify`] checks each amount and that no other candidate did better, with the tie-breaking
//! as stated. It searches for nothing, and reads each ballot once a seat.

mod book;
mod verify;

pub use verify::{Doubt, Wrong, verify};

use super::{Election, Measure, Outcome, Profile, Rule, Step};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

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
}

/// A seat, its holder, and by what it was won.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Award {
    pub candidate: usize,
    pub by: Measure,
}

/// The rule has no certificate of this kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there are certificates for sequential PAV, sequential Phragmén and Equal Shares")]
pub struct NoCertificate;

/// Writes the certificate of an outcome.
pub fn certify(profile: &Profile, outcome: &Outcome) -> Result<Certificate, NoCertificate> {
    if !matches!(outcome.rule, Rule::SeqPav | Rule::SeqPhragmen | Rule::EqualShares(_)) {
        return Err(NoCertificate);
    }
    let awards = outcome.protocol.iter().filter_map(|step| match step {
        Step::Elected { candidate, by, .. } => Some(Award { candidate: *candidate, by: by.clone() }),
        _ => None,
    });
    let election = Election {
        rule: outcome.rule,
        seats: outcome.seats,
        weighing: outcome.weighing.clone(),
        tie_break: outcome.tie_break.clone(),
    };
    Ok(Certificate { version: 1, ballots: ballot_hash(profile), election, awards: awards.collect() })
}

/// The SHA-256 of a set of ballots, in hexadecimal digits: of the candidates' names, the chambers'
/// names, then each group with its chamber, its number of ballots and its candidates. Numbers are eight bytes,
/// the lowest first; a text or list stands behind its length. Equal sets of ballots have equal
/// hashes, in whatever order the ballots came in.
pub fn ballot_hash(profile: &Profile) -> String {
    let mut hash = Sha256::new();
    names(&mut hash, profile.candidates());
    names(&mut hash, profile.chambers());
    for group in profile.groups() {
        number(&mut hash, group.chamber as u64);
        number(&mut hash, group.count);
        number(&mut hash, group.ballot.len() as u64);
        group.ballot.iter().for_each(|candidate| number(&mut hash, *candidate as u64));
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn names(hash: &mut Sha256, names: &[String]) {
    number(hash, names.len() as u64);
    for name in names {
        number(hash, name.len() as u64);
        hash.update(name);
    }
}

fn number(hash: &mut Sha256, number: u64) {
    hash.update(number.to_le_bytes());
}
