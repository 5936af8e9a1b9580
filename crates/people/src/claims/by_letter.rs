//! Where the letter to a group's address leads: who claims the group, and two buttons. Opening it does nothing, since
//! the scanners of mail servers open every link.

use super::claim::{Claim, Outcome};
use super::deciding::{Answer, settle};
use super::queries;
use crate::Visitor;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::{App, Chrome, Error, Form, Problem, Result, Section, page, token};

#[derive(Template)]
#[template(path = "claims/letter.html")]
struct LetterPage {
    chrome: Chrome,
    /// None where the link is over, or never was.
    claim: Option<Claim>,
}

impl LetterPage {
    fn show(visitor: &Visitor, claim: Option<Claim>) -> Result<Response> {
        let status = if claim.is_some() { StatusCode::OK } else { StatusCode::GONE };
        page::with_status(status, &LetterPage { chrome: visitor.chrome(Section::None), claim })
    }
}

fn find(c: &mut Conn, secret: &str, now: Timestamp) -> Result<Option<Claim>> {
    Ok(queries::by_token(c, &token::hash(secret))?.filter(|claim| claim.is_open(now)))
}

pub async fn show(State(app): State<App>, visitor: Visitor, Path(secret): Path<String>) -> Result<Response> {
    let now = visitor.now;
    let claim = app.db.read(move |c| find(c, &secret, now)).await?;
    LetterPage::show(&visitor, claim)
}

pub async fn create(
    State(app): State<App>,
    visitor: Visitor,
    Path(secret): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let chosen = form.choice::<Outcome>("outcome").filter(|outcome| *outcome != Outcome::Withdrawn);
    let (house, now) = (app.clone(), visitor.now);
    let settled = app.db.write(move |c| answer(c, &house, &secret, chosen, now)).await?;
    match settled {
        Some(claim) => page::see(&format!("/groups/{}", claim.group_id)),
        None => LetterPage::show(&visitor, None),
    }
}

fn answer(
    c: &mut Conn,
    app: &App,
    secret: &str,
    chosen: Option<Outcome>,
    now: Timestamp,
) -> Result<Option<Claim>> {
    let Some(claim) = find(c, secret, now)? else { return Ok(None) };
    let outcome = chosen.ok_or_else(|| Error::Invalid(Problem::new("kit-form-choose")))?;
    settle(c, app, &claim, Answer { outcome, words: "", by: None }, now)?;
    Ok(Some(claim))
}
