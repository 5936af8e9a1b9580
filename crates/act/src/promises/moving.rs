//! Moving a promise to another day, with a reason. Each move stays to be read.

use super::ending::{open, owned};
use super::promise::{Promise, PromiseId, due, happening};
use super::queries;
use crate::initiatives::{self, Initiative};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use forum::threads::language;
use jiff::{Timestamp, civil};
use kit::{App, Chrome, Error, Form, Result, Section, Voice, Words, activity};
use people::Member;

/// Moves an open promise; to the same day, or after its end, nothing happens.
pub fn move_to(
    c: &mut Conn,
    promise: &Promise,
    to: civil::Date,
    reason: Words<'_>,
    by: &Voice,
    now: Timestamp,
) -> Result<()> {
    let (day, initiative) = (to.to_string(), promise.initiative_id);
    if queries::move_to(c, promise.id, &day)? == 0 {
        return Ok(());
    }
    queries::insert_move(c, promise.id, &promise.due_on, &day, reason.text, reason.locale, by.person, now)?;
    initiatives::news(c, initiative, now)?;
    activity::record(c, by, happening("promise.moved", initiative, &promise.what), now)?;
    Ok(())
}

#[derive(Template)]
#[template(path = "promises/move.html")]
struct MovePage {
    chrome: Chrome,
    form: Form,
    promise: Promise,
    initiative: Initiative,
}

async fn page(app: &App, member: &Member, id: PromiseId, form: Form) -> Result<MovePage> {
    let (promise, initiative) = open(app, member, id).await?;
    Ok(MovePage { chrome: member.chrome(Section::Initiatives), form, promise, initiative })
}

pub async fn new(State(app): State<App>, member: Member, Path(id): Path<PromiseId>) -> Result<Response> {
    kit::page::show(&page(&app, &member, id, Form::default()).await?)
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<PromiseId>,
    mut form: Form,
) -> Result<Response> {
    let to = due(&mut form, member.chrome(Section::Initiatives).today());
    let reason = form.text("reason", 3..=500);
    let Some(to) = to.filter(|_| form.is_valid()) else {
        return kit::page::invalid(&page(&app, &member, id, form).await?);
    };
    let (locale, now) = (language::usual(&member).code(), member.now);
    let initiative = app
        .db
        .write(move |c| {
            let (promise, voice) = owned(c, id, &member)?;
            move_to(c, &promise, to, Words::new(&reason, locale), &voice, now)?;
            Ok::<_, Error>(promise.initiative_id)
        })
        .await?;
    kit::page::see(&format!("{}#promises", initiative.path()))
}
