//! What an invitation is, and what it is worth.

use crate::links::InvitationId;
use crate::memberships::GroupRole;
use jiff::{SignedDuration, Timestamp};
use kit::{GroupId, PersonId, Role};

db::row! {
    #[derive(Debug, Clone)]
    pub struct Invitation {
        pub id: InvitationId,
        /// Whom the letter went to; `None`: a letter on paper, or a link to copy, for whoever has it.
        pub email: Option<String>,
        pub on_paper: bool,
        pub name: String,
        pub group_id: Option<GroupId>,
        pub group_name: Option<String>,
        pub group_role: Option<GroupRole>,
        pub person_role: Role,
        pub in_circle: bool,
        pub note: String,
        /// What those who invite should know: who asked, and where.
        pub remark: String,
        pub next: String,
        pub created_at: Timestamp,
        pub expires_at: Timestamp,
        pub uses_left: i64,
        pub withdrawn_at: Option<Timestamp>,
        pub accepted_at: Option<Timestamp>,
        /// When the mail server took the letter, or refused it for good.
        pub sent_at: Option<Timestamp>,
        pub bounced_at: Option<Timestamp>,
        /// When its page was first looked at.
        pub opened_at: Option<Timestamp>,
        pub declined_at: Option<Timestamp>,
        pub decline_reason: String,
        pub reminded_at: Option<Timestamp>,
        pub invited_by: PersonId,
        pub inviter: String,
        pub inviter_role: Role,
        pub inviter_represents: bool,
        pub inviter_left: bool,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A letter that has not left yet.
    Waiting,
    Sent,
    /// The address doesn't exist.
    Bounced,
    Opened,
    /// On paper or to be copied: nobody can tell where it is.
    Open,
    Declined,
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
            State::Waiting => "invitations-state-waiting",
            State::Sent => "invitations-state-sent",
            State::Bounced => "invitations-state-bounced",
            State::Opened => "invitations-state-opened",
            State::Open => "invitations-state-open",
            State::Declined => "invitations-state-declined",
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
            State::Waiting | State::Sent | State::Open => "open",
            State::Opened => "moving",
            State::Bounced => "broken",
            State::Accepted => "kept",
            State::Declined => "quiet",
            State::UsedUp | State::Expired | State::Withdrawn | State::Void => "closed",
        }
    }

    /// Still on its way to somebody.
    pub fn is_open(self) -> bool {
        matches!(self, State::Waiting | State::Sent | State::Bounced | State::Opened | State::Open)
    }
}

/// A letter that got no answer is recalled once, and not before so long.
pub const PATIENCE: SignedDuration = SignedDuration::from_hours(24 * 5);

impl Invitation {
    pub fn state(&self, now: Timestamp) -> State {
        if self.withdrawn_at.is_some() {
            State::Withdrawn
        } else if self.uses_left < 1 {
            if self.is_for_one() { State::Accepted } else { State::UsedUp }
        } else if self.declined_at.is_some() {
            State::Declined
        } else if self.expires_at <= now {
            State::Expired
        } else if !self.is_still_given() {
            State::Void
        } else {
            self.on_its_way()
        }
    }

    fn on_its_way(&self) -> State {
        match (&self.email, self.is_for_one() && self.opened_at.is_some()) {
            (_, true) => State::Opened,
            (Some(_), _) if self.bounced_at.is_some() => State::Bounced,
            (Some(_), _) if self.sent_at.is_some() => State::Sent,
            (Some(_), _) => State::Waiting,
            (None, _) => State::Open,
        }
    }

    /// Whether one may come in by it. Who said no may think again.
    pub fn lets_in(&self, now: Timestamp) -> bool {
        self.state(now).is_open() || (self.state(now) == State::Declined && self.lets_in_again(now))
    }

    fn lets_in_again(&self, now: Timestamp) -> bool {
        Invitation { declined_at: None, ..self.clone() }.state(now).is_open()
    }

    /// It went to somebody; a link to copy goes to whoever has it.
    pub fn is_for_one(&self) -> bool {
        self.email.is_some() || self.on_paper
    }

    /// Whether its letter may be written once more now.
    pub fn may_be_recalled(&self, now: Timestamp) -> bool {
        let waits = matches!(self.state(now), State::Sent | State::Opened | State::Waiting);
        waits
            && self.email.is_some()
            && self.reminded_at.is_none()
            && now.duration_since(self.created_at) >= PATIENCE
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
