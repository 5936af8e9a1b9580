//! What a claim is, and who may say what to it.

use crate::Member;
use crate::memberships::GroupRole;
use jiff::{SignedDuration, Timestamp};
use kit::{GroupId, PersonId};

/// So long a claim waits for an answer.
pub const LASTS: SignedDuration = SignedDuration::from_hours(24 * 14);

db::id! {
    ClaimId,
}

db::words! {
    pub enum Outcome {
        Confirmed = "confirmed",
        Refused = "refused",
        Withdrawn = "withdrawn",
    }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Claim {
        pub id: ClaimId,
        pub group_id: GroupId,
        pub group_name: String,
        pub person_id: PersonId,
        pub person_name: String,
        /// Who they are in the group, as they say it.
        pub words: String,
        pub locale: String,
        /// Whether the group's published address was written to.
        pub by_letter: bool,
        pub created_at: Timestamp,
        pub expires_at: Timestamp,
        pub outcome: Option<Outcome>,
        /// What those who decided said.
        pub answer: String,
    }
}

impl Claim {
    pub fn path(&self) -> String {
        format!("/claims/{}", self.id)
    }

    pub fn is_open(&self, now: Timestamp) -> bool {
        self.outcome.is_none() && now < self.expires_at
    }

    pub fn is_of(&self, member: &Member) -> bool {
        self.person_id == member.id()
    }

    /// Whoever speaks for the group, and the guides; nobody on their own claim.
    pub fn may_be_decided_by(&self, member: &Member, role: Option<GroupRole>) -> bool {
        let in_charge = member.is_guide() || role == Some(GroupRole::Representative);
        in_charge && !self.is_of(member)
    }

    pub fn sign(&self, now: Timestamp) -> &'static str {
        match self.outcome {
            Some(Outcome::Confirmed) => "kept",
            None if self.is_open(now) => "open",
            _ => "quiet",
        }
    }

    pub fn state(&self, now: Timestamp) -> &'static str {
        match self.outcome {
            Some(Outcome::Confirmed) => "claims-state-confirmed",
            Some(Outcome::Refused) => "claims-state-refused",
            Some(Outcome::Withdrawn) => "claims-state-withdrawn",
            None if self.is_open(now) => "claims-state-open",
            None => "claims-state-over",
        }
    }
}
