//! The notices of one person: newest first; opening one leads to what it is about and marks it as read.

use super::queries::{self, Told};
use crate::Member;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use jiff::Timestamp;
use kit::headers::own_path;
use kit::{App, Chrome, Error, Result, Section, page};
use serde::Deserialize;

const PAGE: usize = 40;

#[derive(Template)]
#[template(path = "notices/index.html")]
struct IndexPage {
    chrome: Chrome,
    notices: Vec<Told>,
    newer: Option<String>,
    older: Option<String>,
}

impl IndexPage {
    /// `notices-<kind>` says it; the room that tells a kind has its message.
    fn says(&self, notice: &Told) -> String {
        let key = format!("notices-{}", notice.kind.replace(['.', '_'], "-"));
        let message = self.chrome.t(&key).with("who", &notice.by_name).with("title", &notice.title);
        let said = message.with("others", notice.count - 1).to_string();
        // A kind of another version has no words here; its subject still does.
        if said == key { notice.title.clone() } else { said }
    }

    fn has_unread(&self) -> bool {
        self.chrome.viewer.as_ref().is_some_and(|me| me.unread > 0)
    }
}

#[derive(Deserialize)]
pub struct Wish {
    /// The time and number of the last one seen: `1795424400000.12`.
    #[serde(default)]
    before: String,
}

pub async fn index(State(app): State<App>, member: Member, Query(wish): Query<Wish>) -> Result<Response> {
    let (at, id) = place(&wish.before).unwrap_or((Timestamp::MAX, i64::MAX));
    let person = member.id();
    let mut notices = app.db.read(move |c| queries::newest(c, person, at, id, PAGE as i64 + 1)).await?;
    let more = notices.len() > PAGE;
    notices.truncate(PAGE);
    let last = notices.last().filter(|_| more);
    let older = last.map(|n| format!("/notifications?before={}.{}", n.at.as_millisecond(), n.id));
    let newer = (!wish.before.is_empty()).then(|| "/notifications".to_owned());
    page::show(&IndexPage { chrome: member.chrome(Section::Account), notices, newer, older })
}

fn place(before: &str) -> Option<(Timestamp, i64)> {
    let (at, id) = before.split_once('.')?;
    Some((Timestamp::from_millisecond(at.parse().ok()?).ok()?, id.parse().ok()?))
}

/// Leads on. That it marks the notice as read on a GET does no harm: only its owner can do it, and a second
/// time changes nothing.
pub async fn show(State(app): State<App>, member: Member, Path(id): Path<i64>) -> Result<Response> {
    let (person, now) = (member.id(), member.now);
    let path = app
        .db
        .write(move |c| {
            let path = queries::path_of(c, person, id)?.ok_or(Error::NotFound)?;
            queries::read(c, person, id, now)?;
            Ok::<_, Error>(path)
        })
        .await?;
    page::see(own_path(&path))
}

pub async fn read(State(app): State<App>, member: Member, Path(id): Path<i64>) -> Result<Response> {
    let (person, now) = (member.id(), member.now);
    let read = move |c: &mut db::Conn| {
        queries::path_of(c, person, id)?.ok_or(Error::NotFound)?;
        Ok::<_, Error>(queries::read(c, person, id, now)?)
    };
    app.db.write(read).await?;
    page::see("/notifications")
}

pub async fn read_all(State(app): State<App>, member: Member) -> Result<Response> {
    let (person, now) = (member.id(), member.now);
    app.db.write(move |c| queries::read_all(c, person, now)).await?;
    page::see("/notifications")
}
