//! The one place where somebody is stopped who has not accepted in time: what they send is kept on the page that asks,
//! and goes on from there.

use super::acceptance::{AcceptancePage, THEN};
use crate::{Member, Visitor, proving, standing};
use axum::body::Body;
use axum::extract::FromRequest;
use axum::http::{Method, Request, StatusCode};
use axum::response::Response;
use kit::{App, Error, Form, page};

/// Where one goes on without having accepted, beside what one who is paused may do: in, out, and to what is one's own.
const OPEN: [&str; 7] = [
    "/agreements/acceptance",
    "/account/data",
    "/account/second-step",
    "/account/address",
    "/sign-in",
    "/invitations/",
    "/code",
];

/// Whether this waits until its sender has accepted.
pub fn stops(visitor: &Visitor, method: &Method, path: &str) -> bool {
    let due = visitor.person.as_ref().and_then(|person| person.agreements_due);
    let is_late = due.is_some_and(|due| due <= visitor.now);
    is_late && !standing::may_still(method, path) && !OPEN.iter().any(|start| path.starts_with(start))
}

/// Asks, and keeps what was sent. A file can't be kept; whoever sends one is told to send it again.
pub async fn ask_first(app: &App, visitor: &Visitor, request: Request<Body>) -> Result<Response, Error> {
    let member = Member::of(visitor).ok_or(Error::SignInFirst)?;
    let then = proving::address(request.method(), &visitor.path);
    let sent = Form::from_request(request, &()).await;
    let is_lost = sent.is_err();
    let mut form = sent.unwrap_or_default();
    if !is_lost {
        form.set(THEN, then);
    }
    let mut shown = AcceptancePage::of(app, &member, form).await?.ok_or(Error::Forbidden)?;
    shown.is_lost = is_lost;
    page::with_status(StatusCode::FORBIDDEN, &shown)
}
