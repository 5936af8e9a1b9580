//! All with whom somebody writes, the newest first.

use super::party::Correspondence;
use super::{party, queries};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::{App, Chrome, Error, Form, Result, Section};
use people::Member;

const PAGE: usize = 30;

#[derive(Template)]
#[template(path = "correspondence/index.html")]
struct IndexPage {
    chrome: Chrome,
    member: Member,
    correspondences: Vec<Correspondence>,
    has_closed: bool,
    newer: Option<String>,
    older: Option<String>,
}

pub async fn show(State(app): State<App>, member: Member, asked: Form) -> Result<Response> {
    let before: i64 = asked.value("before").parse().unwrap_or(i64::MAX);
    let by = member.clone();
    let (mut found, has_closed) = app
        .db
        .read(move |c| {
            let mut found = queries::of_person(c, by.id(), before, PAGE as i64 + 1)?;
            // Only who speaks for a group now reads what is written to it.
            found.retain(|x| x.group_id.is_none_or(|g| x.person_id == by.id() || party::speaks_for(&by, g)));
            Ok::<_, Error>((found, queries::has_closed(c, by.id())?))
        })
        .await?;
    let has_older = found.len() > PAGE;
    found.truncate(PAGE);
    let oldest = found.last().filter(|_| has_older).map(|x| x.last_at.as_millisecond());
    kit::page::show(&IndexPage {
        chrome: member.chrome(Section::Account),
        member,
        correspondences: found,
        has_closed,
        newer: (before != i64::MAX).then(|| "/messages".to_owned()),
        older: oldest.map(|at| format!("/messages?before={at}")),
    })
}
