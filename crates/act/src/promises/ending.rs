//! How a promise ended: kept, or not. Both are said plainly, with a word on it.

use super::promise::{Promise, PromiseId, PromiseState, happening};
use super::queries;
use crate::initiatives::{self, Initiative};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use forum::threads::language;
use jiff::Timestamp;
use kit::{App, Chrome, Error, Form, Problem, Result, Section, Voice, Words, activity};
use people::Member;

/// Ends a promise. A second ending changes nothing.
pub fn end(
    c: &mut Conn,
    promise: &Promise,
    state: PromiseState,
    note: Words<'_>,
    by: &Voice,
    now: Timestamp,
) -> Result<()> {
    if queries::end(c, promise.id, state, note.text, note.locale, by.person, now)? == 0 {
        return Ok(());
    }
    let initiative = promise.initiative_id;
    initiatives::news(c, initiative, now)?;
    let kind = if state == PromiseState::Kept { "promise.kept" } else { "promise.broken" };
    activity::record(c, by, happening(kind, initiative, &promise.what), now)?;
    Ok(())
}

/// A promise of which somebody may say how it went, and the voice in which they do.
pub(super) fn owned(c: &mut Conn, id: PromiseId, member: &Member) -> Result<(Promise, Voice)> {
    let promise = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    let voice = promise.voice_of(member).cloned().ok_or(Error::Forbidden)?;
    Ok((promise, voice))
}

/// The same, for a form: what has ended needs none any more.
pub(super) async fn open(app: &App, member: &Member, id: PromiseId) -> Result<(Promise, Initiative)> {
    let asked = member.clone();
    let find = move |c: &mut Conn| {
        let (promise, _) = owned(c, id, &asked)?;
        let initiative = initiatives::by_id(c, promise.initiative_id)?.ok_or(Error::NotFound)?;
        Ok::<_, Error>((promise, initiative))
    };
    let (promise, initiative) = app.db.read(find).await?;
    if !promise.is_open() {
        return Err(Error::Conflict(Problem::new("promises-ended")));
    }
    Ok((promise, initiative))
}

#[derive(Template)]
#[template(path = "promises/end.html")]
struct EndPage {
    chrome: Chrome,
    form: Form,
    promise: Promise,
    initiative: Initiative,
}

async fn page(app: &App, member: &Member, id: PromiseId, form: Form) -> Result<EndPage> {
    let (promise, initiative) = open(app, member, id).await?;
    Ok(EndPage { chrome: member.chrome(Section::Initiatives), form, promise, initiative })
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
    let (state, note) = (ended(&mut form), form.text("note", 0..=1_000));
    if state == Some(PromiseState::Broken) && note.is_empty() && form.is_valid() {
        form.add("note", Problem::new("promises-say-why"));
    }
    let Some(state) = state.filter(|_| form.is_valid()) else {
        return kit::page::invalid(&page(&app, &member, id, form).await?);
    };
    let (locale, now) = (language::usual(&member).code(), member.now);
    let initiative = app
        .db
        .write(move |c| {
            let (promise, voice) = owned(c, id, &member)?;
            end(c, &promise, state, Words::new(&note, locale), &voice, now)?;
            Ok::<_, Error>(promise.initiative_id)
        })
        .await?;
    kit::page::see(&format!("{}#promises", initiative.path()))
}

/// Kept or broken; that it is still open is no ending.
fn ended(form: &mut Form) -> Option<PromiseState> {
    let state = form.choice::<PromiseState>("state");
    if state == Some(PromiseState::Open) {
        form.add("state", Problem::new("kit-form-choose"));
    }
    state.filter(|state| *state != PromiseState::Open)
}
