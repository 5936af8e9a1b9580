//! Asking once more: a letter that got no answer is written a second time, once, after some days. Both links
//! work.

use super::invitation::Invitation;
use super::inviting::{language_of, take_address};
use super::withdrawal::seen;
use super::{fate, letters, queries};
use crate::Member;
use crate::links::InvitationId;
use crate::sessions::cookie;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::outbox::{self, Terms};
use kit::{App, Error, Problem, Result, page, token};

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<InvitationId>,
) -> Result<Response> {
    let house = app.clone();
    app.db.write(move |c| recall(c, &house, &member, id)).await?;
    let mut response = page::see("/invitations")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "invitations-recalled");
    Ok(response)
}

fn recall(c: &mut Conn, app: &App, by: &Member, id: InvitationId) -> Result<()> {
    let invitation = seen(c, id, by)?;
    let Some(email) = invitation.email.as_deref().filter(|_| invitation.may_be_recalled(by.now)) else {
        return Err(not_now());
    };
    take_address(c, email, by.now)?;
    let secret = token::new();
    if queries::recall(c, id, &secret.hash, by.now)? == 0 {
        return Err(not_now());
    }
    let url = app.settings.url(&format!("/invitations/{}", secret.text));
    let letter = written(c, by, &invitation, email, url)?;
    let terms = Terms { fate_to: Some((fate::JOB, id.0)), over: Some(invitation.expires_at), due: None };
    Ok(outbox::send_on(c, &letter, terms, by.now)?)
}

fn written(
    c: &mut Conn,
    by: &Member,
    invitation: &Invitation,
    email: &str,
    url: String,
) -> Result<outbox::Letter> {
    let left = invitation.expires_at.duration_since(by.now);
    let zone = by.community()?.time_zone.clone();
    let writer = letters::Writer {
        locale: language_of(c, email, by.locale)?,
        town: &by.community()?.name,
        inviter: &invitation.inviter,
        group: invitation.group_name.as_deref(),
        speaks: invitation.speaks(),
        name: &invitation.name,
        note: &invitation.note,
        days: (left.as_hours() / 24).max(1),
        url,
    };
    Ok(writer.recall(email, zone.to_datetime(invitation.created_at).date()))
}

fn not_now() -> Error {
    Error::Conflict(Problem::new("invitations-not-recalled"))
}
