//! Putting a thread on the home page until the end of a day, for what everybody should know. Everybody who may read
//! it is told once. Few at a time: what is announced always is announced never.

use super::{queries, settling};
use crate::ThreadId;
use crate::threads::{self, Thread};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::{Timestamp, civil};
use kit::{App, Chrome, Error, Form, Problem, Result, Scope, Section};
use people::Guide;
use people::sessions::cookie;

/// So many at a time.
const MOST: i64 = 2;
/// An announcement stands for so many days at most.
const FAR: i32 = 60;

#[derive(Template)]
#[template(path = "care/announce.html")]
struct AnnouncePage {
    chrome: Chrome,
    form: Form,
    thread: Thread,
}

async fn page(app: &App, guide: &Guide, id: ThreadId, form: Form) -> Result<AnnouncePage> {
    let by = guide.clone();
    let thread = app.db.read(move |c| threads::seen(c, id, &by)).await?;
    Ok(AnnouncePage { chrome: guide.chrome(Section::Forum), form, thread })
}

pub async fn new(State(app): State<App>, guide: Guide, Path(id): Path<ThreadId>) -> Result<Response> {
    let in_a_week = guide.chrome(Section::Forum).today().saturating_add(jiff::Span::new().days(7));
    let form = Form::with(&[("until", &in_a_week.to_string())]);
    kit::page::show(&page(&app, &guide, id, form).await?)
}

pub async fn create(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<ThreadId>,
    mut form: Form,
) -> Result<Response> {
    let today = guide.chrome(Section::Forum).today();
    let Some(until) = last_day(&mut form, today) else {
        return kit::page::invalid(&page(&app, &guide, id, form).await?);
    };
    let zone = guide.community()?.time_zone.clone();
    let until = until.tomorrow().ok().and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
    let until = until.ok_or_else(|| Error::Bug("a day without an end".into()))?;
    app.db.write(move |c| announce(c, id, until, &guide)).await?;
    back(&app, id, "care-announced-now")
}

fn last_day(form: &mut Form, today: civil::Date) -> Option<civil::Date> {
    let day = form.day("until")?;
    if (0..=FAR).contains(&(day - today).get_days()) {
        return Some(day);
    }
    form.add("until", Problem::new("care-announce-days").with("most", i64::from(FAR)));
    None
}

fn announce(c: &mut Conn, id: ThreadId, until: Timestamp, by: &Guide) -> Result<()> {
    let thread = threads::seen(c, id, by)?;
    if queries::count_announced(c, id, by.now)? >= MOST {
        return Err(Error::Conflict(Problem::new("care-announce-enough").with("most", MOST)));
    }
    queries::announce(c, id, by.id(), by.now, until)?;
    let (path, name, circle) = (thread.path(), by.own_voice().name.as_str(), thread.scope != Scope::Open);
    queries::tell_everybody(c, id, &path, &thread.title, name, by.now, circle, by.id())?;
    queries::bump(c, id)?;
    settling::record(c, "thread.announced", id, by)
}

pub async fn destroy(State(app): State<App>, guide: Guide, Path(id): Path<ThreadId>) -> Result<Response> {
    let end = move |c: &mut Conn| {
        threads::seen(c, id, &guide)?;
        queries::end_announcement(c, id)?;
        Ok::<_, Error>(queries::bump(c, id)?)
    };
    app.db.write(end).await?;
    back(&app, id, "care-announce-ended")
}

fn back(app: &App, id: ThreadId, said: &str) -> Result<Response> {
    let mut response = kit::page::see(&format!("/threads/{id}"))?;
    cookie::set_flash(response.headers_mut(), &app.settings, said);
    Ok(response)
}

kit::period!("announcements", place 45, 30 days of 1 to 365, let_go);

/// Announcements that were over before a time; that they were made stays in the public log.
fn let_go(c: &mut Conn, before: Timestamp) -> Result<()> {
    Ok(queries::sweep_announcements(c, before).map(drop)?)
}
