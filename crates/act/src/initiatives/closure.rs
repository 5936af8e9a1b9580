//! Closing an initiative honestly: done, or not, with a word on what came of it. Its place is free at
//! once, and the next draft that is ready takes it.

use super::carrying::{fill_places, happening, to_change};
use super::initiative::{Initiative, InitiativeId};
use super::queries;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use forum::threads::language;
use jiff::Timestamp;
use kit::{App, Chrome, Error, Form, Result, Section, Voice, Words, activity};
use people::Member;

pub fn close(c: &mut Conn, id: InitiativeId, note: Words<'_>, by: &Voice, now: Timestamp) -> Result<()> {
    let initiative = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    if queries::close(c, id, note.text, note.locale, now)? == 0 {
        return Ok(());
    }
    activity::record(c, by, happening("initiative.closed", &initiative), now)?;
    fill_places(c, initiative.focus_id, now)
}

#[derive(Template)]
#[template(path = "initiatives/closing.html")]
struct ClosingPage {
    chrome: Chrome,
    form: Form,
    initiative: Initiative,
}

async fn page(app: &App, member: Member, id: InitiativeId, form: Form) -> Result<ClosingPage> {
    let chrome = member.chrome(Section::Initiatives);
    let (initiative, _) = app.db.read(move |c| to_change(c, id, &member)).await?;
    Ok(ClosingPage { chrome, form, initiative })
}

pub async fn new(State(app): State<App>, member: Member, Path(id): Path<InitiativeId>) -> Result<Response> {
    kit::page::show(&page(&app, member, id, Form::default()).await?)
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<InitiativeId>,
    mut form: Form,
) -> Result<Response> {
    let note = form.text("note", 3..=2_000);
    if !form.is_valid() {
        return kit::page::invalid(&page(&app, member, id, form).await?);
    }
    let (locale, now) = (language::usual(&member).code(), member.now);
    app.db
        .write(move |c| {
            let (_, voice) = to_change(c, id, &member)?;
            close(c, id, Words::new(&note, locale), &voice, now)
        })
        .await?;
    kit::page::see(&id.path())
}
