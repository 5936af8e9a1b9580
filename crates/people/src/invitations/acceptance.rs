//! Accepting an invitation: what it gives becomes a person's, and its giver hears of it.

use super::invitation::Invitation;
use super::queries;
use crate::links::InvitationId;
use crate::memberships::{self, GroupRole};
use crate::notices::{self, Notice};
use crate::persons::{self, Person};
use crate::{groups, roles};
use db::Conn;
use jiff::Timestamp;
use kit::{Error, Problem, Result, Role};

/// So many of the invitations to one address are looked at.
const MOST: i64 = 10;

/// The newest invitation by letter to an address that still lets its owner in.
pub fn open_for(c: &mut Conn, email: &str, now: Timestamp) -> Result<Option<InvitationId>> {
    let found = queries::newest_to(c, email, MOST)?;
    Ok(found.into_iter().find(|invitation| invitation.lets_in(now)).map(|invitation| invitation.id))
}

/// Gives a person what an invitation holds. The caller has seen to it that it is theirs: that it went to
/// their address, or is a link for whoever has it.
pub fn accept(
    c: &mut Conn,
    invitation: &Invitation,
    person: &Person,
    founding: bool,
    now: Timestamp,
) -> Result<()> {
    if !invitation.lets_in(now) {
        return Err(over());
    }
    if holds_already(c, invitation, person)? {
        return Ok(());
    }
    if queries::take_use(c, invitation.id, now)? == 0 {
        return Err(over());
    }
    // One who comes late, to the open platform, comes to what is open.
    if invitation.in_circle && founding && !person.in_circle {
        persons::set_in_circle(c, person.id, true)?;
    }
    if invitation.person_role == Role::Guide && person.role == Role::Member {
        roles::put(c, invitation.invited_by, person, Role::Guide, now)?;
    }
    if let (Some(group), Some(role)) = (invitation.group_id, invitation.group_role) {
        groups::admit_named(c, person.id, group, role, Some(invitation.invited_by), now)?;
    }
    tell_giver(c, invitation, person, now)
}

/// A copied link that one presses again uses nothing up, and takes no voice from one who has it.
fn holds_already(c: &mut Conn, invitation: &Invitation, person: &Person) -> Result<bool> {
    let Some(group) = invitation.group_id else { return Ok(false) };
    let held = memberships::role_in(c, person.id, group)?;
    let enough = held == Some(GroupRole::Representative) || (held.is_some() && held == invitation.group_role);
    Ok(enough && invitation.person_role == Role::Member)
}

fn tell_giver(c: &mut Conn, invitation: &Invitation, person: &Person, now: Timestamp) -> Result<()> {
    if person.id == invitation.invited_by {
        return Ok(());
    }
    let path = invitation.group_id.map_or_else(|| "/people".into(), |group| format!("/groups/{group}"));
    let notice = Notice {
        kind: "invitation-accepted",
        subject: ("invitation", invitation.id.0),
        path: &path,
        title: invitation.group_name.as_deref().unwrap_or_default(),
        by_name: &person.name,
    };
    Ok(notices::tell(c, invitation.invited_by, notice, now)?)
}

fn over() -> Error {
    Error::Conflict(Problem::new("invitations-is-over"))
}
