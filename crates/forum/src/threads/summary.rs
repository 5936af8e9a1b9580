//! In a few words what was said so far, by a guide: for whoever comes late to a long thread. It says when it was
//! written and up to which post, so that nobody takes it for the whole.

use super::thread::{self, Thread, seen};
use super::{language, queries};
use crate::ThreadId;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::{App, Chrome, Error, Form, Problem, Result, Section, Words, markdown};
use people::Guide;

/// So many letters at most; a summary that needs more is none.
const LONGEST: usize = 2_000;

db::row! {
    #[derive(Debug, Clone)]
    pub struct Summary {
        pub body: String,
        pub html: String,
        pub locale: String,
        /// The number of the last post that it covers.
        pub until_number: i64,
        pub written_at: Timestamp,
    }
}

#[derive(Template)]
#[template(path = "threads/summary.html")]
struct SummaryPage {
    chrome: Chrome,
    form: Form,
    thread: Thread,
    languages: Vec<(&'static str, &'static str)>,
    is_there: bool,
}

async fn page(app: &App, guide: &Guide, id: ThreadId, form: Option<Form>) -> Result<SummaryPage> {
    let by = guide.clone();
    let (thread, summary) =
        app.db.read(move |c| Ok::<_, Error>((seen(c, id, &by)?, queries::summary(c, id)?))).await?;
    let usual = language::usual(guide).code();
    let is_there = summary.is_some();
    let form = form.unwrap_or_else(|| {
        let (body, locale) = summary.as_ref().map_or(("", usual), |s| (s.body.as_str(), s.locale.as_str()));
        Form::with(&[("body", body), ("locale", locale), ("until", &thread.posts.to_string())])
    });
    let (chrome, languages) = (guide.chrome(Section::Forum), language::options(guide));
    Ok(SummaryPage { chrome, form, thread, languages, is_there })
}

/// Puts a summary in the place of the one before.
fn put(c: &mut Conn, id: ThreadId, by: &Guide, words: Words<'_>, until: i64) -> Result<()> {
    let thread = seen(c, id, by)?;
    let until = until.clamp(1, thread.posts.max(1));
    let html = markdown::render(words.text).0;
    queries::put_summary(c, id, words.text, &html, words.locale, until, by.id(), by.now)?;
    let what = Happening {
        kind: "thread.summarised",
        subject: ("thread", id.0),
        title: &thread.title,
        scope: thread.scope,
    };
    activity::record_with(c, Some((by.id(), None)), what, &serde_json::json!({}), by.now)?;
    Ok(())
}

pub async fn edit(State(app): State<App>, guide: Guide, Path(id): Path<ThreadId>) -> Result<Response> {
    kit::page::show(&page(&app, &guide, id, None).await?)
}

pub async fn create(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<ThreadId>,
    mut form: Form,
) -> Result<Response> {
    let (body, locale) = (form.text("body", 10..=LONGEST), language::chosen(&mut form, &guide));
    let until = form.value("until").trim().parse::<i64>();
    if !until.as_ref().is_ok_and(|number| *number > 0) {
        form.add("until", Problem::new("threads-summary-until-number"));
    }
    let (true, Ok(until)) = (form.is_valid(), until) else {
        return kit::page::invalid(&page(&app, &guide, id, Some(form)).await?);
    };
    app.db.write(move |c| put(c, id, &guide, Words::new(&body, locale), until)).await?;
    thread::back(&app, id, "threads-summary-kept")
}

pub async fn destroy(State(app): State<App>, guide: Guide, Path(id): Path<ThreadId>) -> Result<Response> {
    app.db
        .write(move |c| {
            seen(c, id, &guide)?;
            queries::delete_summary(c, id)?;
            Ok::<_, Error>(())
        })
        .await?;
    thread::back(&app, id, "threads-summary-gone")
}
