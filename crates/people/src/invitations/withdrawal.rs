//! Withdrawing an invitation: its giver, whoever represents its group, or a guide. Its link is dead at once,
//! also where somebody has it open.

use super::invitation::Invitation;
use super::queries;
use crate::Member;
use crate::links::InvitationId;
use crate::memberships::{self, GroupRole};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Error, Result, page};

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<InvitationId>,
) -> Result<Response> {
    app.db.write(move |c| withdraw(c, &member, id)).await?;
    page::see("/invitations")
}

fn withdraw(c: &mut Conn, by: &Member, id: InvitationId) -> Result<()> {
    seen(c, id, by)?;
    queries::withdraw(c, id, by.now)?;
    Ok(())
}

/// The invitation, for its giver, whoever represents its group, and the guides; others don't know of it.
pub(super) fn seen(c: &mut Conn, id: InvitationId, member: &Member) -> Result<Invitation> {
    let invitation = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    if is_seen_by(c, &invitation, member)? { Ok(invitation) } else { Err(Error::NotFound) }
}

fn is_seen_by(c: &mut Conn, invitation: &Invitation, member: &Member) -> Result<bool> {
    if member.is_guide() || invitation.invited_by == member.id() {
        return Ok(true);
    }
    let Some(group) = invitation.group_id else { return Ok(false) };
    Ok(memberships::role_in(c, member.id(), group)? == Some(GroupRole::Representative))
}
