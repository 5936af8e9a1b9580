//! Saying no to an invitation: one press on its page, with a word if one likes. Whoever gave it hears of it, and
//! nobody writes a second time. The link goes on working, for those who think again.

use super::door::{self, DoorPage, Found};
use super::invitation::Invitation;
use super::queries;
use crate::Visitor;
use crate::notices::{self, Notice};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use db::Conn;
use kit::{App, Form, Result, page};

/// So long a word may be.
const REASON: usize = 500;

enum Outcome {
    Over,
    NotYours(Box<Found>),
    Declined,
}

pub async fn create(
    State(app): State<App>,
    visitor: Visitor,
    Path(secret): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let reason = form.text("reason", 0..=REASON);
    let (who, asked, wrong) = (visitor.clone(), secret.clone(), form.has_errors());
    let outcome = app.db.write(move |c| {
        let Some(found) = door::knocked(c, &asked, &who)? else { return Ok(Outcome::Over) };
        if wrong || !found.may_decline() {
            return Ok(Outcome::NotYours(Box::new(found)));
        }
        decline(c, &found.invitation, &reason, &who)?;
        Ok::<_, kit::Error>(Outcome::Declined)
    });
    match outcome.await? {
        Outcome::Over => door::over(&visitor),
        Outcome::NotYours(found) if wrong => page::invalid(&DoorPage::of(&visitor, *found, form)),
        Outcome::NotYours(found) => {
            page::with_status(StatusCode::FORBIDDEN, &DoorPage::of(&visitor, *found, Form::default()))
        }
        Outcome::Declined => page::see(&format!("/invitations/{secret}")),
    }
}

fn decline(c: &mut Conn, invitation: &Invitation, reason: &str, by: &Visitor) -> Result<()> {
    if queries::decline(c, invitation.id, reason, by.now)? == 0 || invitation.declined_at.is_some() {
        return Ok(());
    }
    let group = invitation.group_name.as_deref().unwrap_or_default();
    let notice = Notice {
        kind: "invitation-declined",
        subject: ("invitation", invitation.id.0),
        path: "/invitations?show=declined",
        title: if invitation.name.is_empty() { group } else { &invitation.name },
        by_name: &invitation.name,
    };
    Ok(notices::tell(c, invitation.invited_by, notice, by.now)?)
}
