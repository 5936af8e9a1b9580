//! What is asked of the table of invitations.

use super::invitation::Invitation;
use crate::links::InvitationId;
use crate::memberships::GroupRole;
use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId, Role};

/// What each invitation is read with: its group, and what its giver is now.
macro_rules! invitations {
    ($rest:literal) => {
        concat!(
            "select i.id, i.email, i.on_paper, i.name, i.group_id, g.name as group_name, i.group_role, i.person_role,
                    i.in_circle, i.note, i.remark, i.next, i.created_at, i.expires_at, i.uses_left,
                    i.withdrawn_at, i.accepted_at, i.sent_at, i.bounced_at, i.opened_at, i.declined_at,
                    i.decline_reason, i.reminded_at, i.invited_by, p.name as inviter, p.role as inviter_role,
                    exists (select 1 from memberships m where m.person_id = i.invited_by
                            and m.group_id = i.group_id and m.role = 'representative') as inviter_represents,
                    p.left_at is not null as inviter_left
             from invitations i join persons p on p.id = i.invited_by left join groups g on g.id = i.group_id ",
            $rest
        )
    };
}

db::query! {
    pub fn by_id(id: InvitationId) -> Option<Invitation> {
        invitations!("where i.id = $1")
    }

    /// By the secret of its first letter, or of the second.
    pub fn by_token(hash: &[u8]) -> Option<Invitation> {
        invitations!("where i.token_hash = $1 or i.reminder_hash = $1")
    }

    pub fn of_group(group: GroupId, limit: i64) -> Vec<Invitation> {
        invitations!("where i.group_id = $1 order by i.id desc limit $2")
    }

    /// The newest to an address.
    pub fn newest_to(email: &str, limit: i64) -> Vec<Invitation> {
        invitations!("where i.email = $1 order by i.id desc limit $2")
    }

    /// The newest of all, as guides see them.
    pub fn newest(limit: i64) -> Vec<Invitation> {
        invitations!("order by i.id desc limit $1")
    }

    /// The newest that a person gave, or that are for a group that they represent.
    pub fn newest_of(person: PersonId, limit: i64) -> Vec<Invitation> {
        invitations!("where i.invited_by = $1 or exists (select 1 from memberships o where o.person_id = $1
                            and o.group_id = i.group_id and o.role = 'representative')
                      order by i.id desc limit $2")
    }

    pub fn by_key(key: &str) -> Option<InvitationId> {
        "select id from invitations where idempotency_key = $1"
    }

    pub fn insert(hash: &[u8], by: PersonId, email: Option<&str>, on_paper: bool, name: &str, group: Option<GroupId>, group_role: Option<GroupRole>, role: Role, in_circle: bool, note: &str, remark: &str, next: &str, now: Timestamp, expires: Timestamp, uses: i64, key: &str) -> One<InvitationId> {
        "insert into invitations
             (token_hash, invited_by, email, on_paper, name, group_id, group_role, person_role, in_circle, note,
              remark, next, created_at, expires_at, uses_left, idempotency_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning id"
    }

    /// Takes one of its uses; nothing changes where there is none any more.
    pub fn take_use(id: InvitationId, now: Timestamp) -> Changed {
        "update invitations set uses_left = uses_left - 1, accepted_at = coalesce(accepted_at, $2),
                declined_at = null, decline_reason = ''
         where id = $1 and uses_left > 0 and withdrawn_at is null and expires_at > $2"
    }

    pub fn withdraw(id: InvitationId, now: Timestamp) -> Changed {
        "update invitations set withdrawn_at = $2 where id = $1 and withdrawn_at is null"
    }

    /// The mail server took its letter.
    pub fn sent(id: InvitationId, now: Timestamp) -> Changed {
        "update invitations set sent_at = coalesce(sent_at, $2), bounced_at = null where id = $1"
    }

    /// There is no such address.
    pub fn bounced(id: InvitationId, now: Timestamp) -> Changed {
        "update invitations set bounced_at = coalesce(bounced_at, $2) where id = $1"
    }

    pub fn opened(id: InvitationId, now: Timestamp) -> Changed {
        "update invitations set opened_at = $2 where id = $1 and opened_at is null"
    }

    pub fn decline(id: InvitationId, reason: &str, now: Timestamp) -> Changed {
        "update invitations set declined_at = $3, decline_reason = $2
         where id = $1 and uses_left > 0 and withdrawn_at is null"
    }

    /// Gives it a second letter, once.
    pub fn recall(id: InvitationId, hash: &[u8], now: Timestamp) -> Changed {
        "update invitations set reminder_hash = $2, reminded_at = $3 where id = $1 and reminded_at is null"
    }

    /// Whom anybody has asked already: groups and addresses.
    pub fn asked() -> Vec<(Option<GroupId>, Option<String>)> {
        "select distinct group_id, email from invitations where group_id is not null or email is not null"
    }
}
