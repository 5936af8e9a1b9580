//! What an invitation is, and what it is worth.

use crate::links::InvitationId;
use crate::memberships::GroupRole;
use jiff::Timestamp;
use kit::{GroupId, PersonId, Role};

db::row! {
    #[derive(Debug, Clone)]
    pub struct Invitation {
        pub id: InvitationId,
        /// Whom the letter went to; `None`: a link to copy, for whoever has it.
        pub email: Option<String>,
        pub name: String,
        pub group_id: Option<GroupId>,
        pub group_name: Option<String>,
        pub group_role: Option<GroupRole>,
        pub person_role: Role,
        pub in_circle: bool,
        pub note: String,
        pub next: String,
        pub created_at: Timestamp,
        pub expires_at: Timestamp,
        pub uses_left: i64,
        pub withdrawn_at: Option<Timestamp>,
        pub accepted_at: Option<Timestamp>,
        pub invited_by: PersonId,
        pub inviter: String,
        pub inviter_role: Role,
        pub inviter_represents: bool,
        pub inviter_left: bool,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Open,
    Accepted,
    UsedUp,
    Expired,
    Withdrawn,
    /// Whoever gave it may not give it any more.
    Void,
}

impl State {
    pub fn message(self) -> &'static str {
        match self {
            State::Open => "invitations-state-open",
            State::Accepted => "invitations-state-accepted",
            State::UsedUp => "invitations-state-used-up",
            State::Expired => "invitations-state-expired",
            State::Withdrawn => "invitations-state-withdrawn",
            State::Void => "invitations-state-void",
        }
    }

    /// The sign that stands beside the word.
    pub fn sign(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Accepted => "kept",
            State::UsedUp | State::Expired | State::Withdrawn | State::Void => "closed",
        }
    }
}

impl Invitation {
    pub fn state(&self, now: Timestamp) -> State {
        if self.withdrawn_at.is_some() {
            State::Withdrawn
        } else if self.uses_left < 1 {
            if self.email.is_some() { State::Accepted } else { State::UsedUp }
        } else if self.expires_at <= now {
            State::Expired
        } else if !self.is_still_given() {
            State::Void
        } else {
            State::Open
        }
    }

    pub fn is_open(&self, now: Timestamp) -> bool {
        self.state(now) == State::Open
    }

    fn is_still_given(&self) -> bool {
        !self.inviter_left
            && may_give(self.inviter_role, self.inviter_represents, self.person_role, self.group_id)
    }

    /// What one will be in the group: said with its name.
    pub fn speaks(&self) -> bool {
        self.group_role == Some(GroupRole::Representative)
    }
}

/// Who may invite: a guide anybody and to anything, a representative others to the group that is theirs.
/// Nobody is made a steward by a link.
pub fn may_give(own: Role, represents: bool, role: Role, group: Option<GroupId>) -> bool {
    role != Role::Steward && (own.guides() || (represents && group.is_some() && role == Role::Member))
}
