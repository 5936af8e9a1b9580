//! A certificate of an STV count: its stages are the evidence.

use super::{Contest, Count, Fault, Rule, verify};
use crate::ranked::{Flaw, Profile};
use serde::{Deserialize, Serialize};

/// The claim that these stages follow from these ballots by the rule. [`Certificate::verify`] checks it without running
/// the rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// [`Profile::fingerprint`] of all ballots, those who have withdrawn still on them.
    pub ballots: String,
    pub count: Count,
}

impl Certificate {
    /// Counts, and certifies the outcome.
    pub fn of(contest: &Contest<'_>, rule: Rule) -> Result<Certificate, Fault> {
        Ok(Certificate { ballots: contest.profile.fingerprint(), count: contest.count(rule)? })
    }

    /// Checks who was elected, all tallies, transfers, exclusions and the order in which they came, walking once along each
    /// ballot (for Meek once for each stage).
    ///
    /// Of a Meek count it checks in each stage that the votes are the ballots distributed by the keep factors shown; that
    /// everybody elected holds the quota, and after the last iteration hardly more; and that who is elected or excluded
    /// is so by these votes. That says all about who wins; how many iterations it took is not looked at. What only tells
    /// the story (ties, and how far the next lowest was) is checked for Gregory's rules.
    pub fn verify(&self, profile: &Profile) -> Result<(), Flaw> {
        verify::certificate(self, profile)
    }
}
