//! Closing a thread: a guide says why, and from then on it is read but not written in. Another guide may open it
//! again. Both stand in the public log; who began the thread is told.

use super::thread::{self, Thread, seen};
use super::{language, queries};
use crate::ThreadId;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::{App, Chrome, Form, Result, Section, Words};
use people::Guide;
use people::notices::{self, Notice};

#[derive(Template)]
#[template(path = "threads/close.html")]
struct ClosePage {
    chrome: Chrome,
    form: Form,
    thread: Thread,
    languages: Vec<(&'static str, &'static str)>,
}

/// Closes it; nothing happens where it is closed already.
fn close(c: &mut Conn, id: ThreadId, by: &Guide, reason: Words<'_>, now: Timestamp) -> Result<()> {
    let thread = seen(c, id, by)?;
    if queries::close(c, id, reason.text, reason.locale, now)? == 0 {
        return Ok(());
    }
    record(c, "thread.closed", &thread, by, now)?;
    if thread.person_id != by.id() {
        let (subject, path) = (("thread", id.0), thread.path());
        let (kind, by_name) = ("thread.closed", by.own_voice().name.as_str());
        let notice = Notice { kind, subject, path: &path, title: &thread.title, by_name };
        notices::tell(c, thread.person_id, notice, now)?;
    }
    Ok(())
}

fn reopen(c: &mut Conn, id: ThreadId, by: &Guide, now: Timestamp) -> Result<()> {
    let thread = seen(c, id, by)?;
    if queries::reopen(c, id)? > 0 {
        record(c, "thread.reopened", &thread, by, now)?;
    }
    Ok(())
}

fn record(c: &mut Conn, kind: &str, thread: &Thread, by: &Guide, now: Timestamp) -> Result<()> {
    let subject = ("thread", thread.id.0);
    let what = Happening { kind, subject, title: &thread.title, scope: thread.scope };
    activity::record_with(c, Some((by.id(), None)), what, &serde_json::json!({}), now)?;
    Ok(())
}

async fn page(app: &App, guide: &Guide, id: ThreadId, form: Form) -> Result<ClosePage> {
    let by = guide.clone();
    let thread = app.db.read(move |c| seen(c, id, &by)).await?;
    let (chrome, languages) = (guide.chrome(Section::Forum), language::options(guide));
    Ok(ClosePage { chrome, form, thread, languages })
}

pub async fn new(State(app): State<App>, guide: Guide, Path(id): Path<ThreadId>) -> Result<Response> {
    let form = Form::with(&[("locale", language::usual(&guide).code())]);
    kit::page::show(&page(&app, &guide, id, form).await?)
}

pub async fn create(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<ThreadId>,
    mut form: Form,
) -> Result<Response> {
    let (reason, locale) = (form.text("reason", 3..=500), language::chosen(&mut form, &guide));
    if !form.is_valid() {
        return kit::page::invalid(&page(&app, &guide, id, form).await?);
    }
    let now = guide.now;
    app.db.write(move |c| close(c, id, &guide, Words::new(&reason, locale), now)).await?;
    thread::back(&app, id, "threads-closed-now")
}

pub async fn destroy(State(app): State<App>, guide: Guide, Path(id): Path<ThreadId>) -> Result<Response> {
    let now = guide.now;
    app.db.write(move |c| reopen(c, id, &guide, now)).await?;
    thread::back(&app, id, "threads-reopened-now")
}
