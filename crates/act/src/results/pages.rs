//! All results of the town, and telling one.

use super::queries;
use super::result::{NewResult, Outcome, may_tell, tell};
use crate::initiatives::{self, Initiative, InitiativeId};
use crate::promises::{self, Promise};
use agree::preview;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use db::Conn;
use forum::threads::language;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, Result, Section};
use people::{Member, Visitor};
use serde::Deserialize;

const PAGE: usize = 24;

#[derive(Template)]
#[template(path = "results/index.html")]
struct IndexPage {
    chrome: Chrome,
    results: Vec<Outcome>,
    newer: Option<String>,
    older: Option<String>,
}

#[derive(Deserialize)]
pub struct From {
    #[serde(default)]
    before: String,
}

pub async fn index(State(app): State<App>, visitor: Visitor, Query(from): Query<From>) -> Result<Response> {
    let before = from.before.parse().unwrap_or(0);
    let mut results = app.db.read(move |c| queries::newest(c, before, PAGE as i64 + 1)).await?;
    let more = results.len() > PAGE;
    results.truncate(PAGE);
    let older = results.last().filter(|_| more).map(|last| format!("/results?before={}", last.id));
    let newer = (before != 0).then(|| "/results".to_owned());
    kit::page::show(&IndexPage { chrome: visitor.chrome(Section::Initiatives), results, newer, older })
}

#[derive(Template)]
#[template(path = "results/new.html")]
struct NewPage {
    chrome: Chrome,
    form: Form,
    initiative: Initiative,
    promises: Vec<(String, String)>,
    voices: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
}

/// The initiative and its promises, for who may tell what came of it.
fn to_tell(c: &mut Conn, id: InitiativeId, member: &Member) -> Result<(Initiative, Vec<Promise>)> {
    let initiative = initiatives::by_id(c, id)?.ok_or(Error::NotFound)?;
    let promises = promises::of_initiative(c, id)?;
    ensure(may_tell(member, &initiatives::carriers(c, id)?, &promises))?;
    Ok((initiative, promises))
}

async fn page(app: &App, member: &Member, id: InitiativeId, form: Form) -> Result<NewPage> {
    let asked = member.clone();
    let (initiative, promises) = app.db.read(move |c| to_tell(c, id, &asked)).await?;
    let promises = promises.into_iter().map(|p| (p.id.to_string(), p.what)).collect();
    let (voices, languages) = (member.voice_options(), language::options(member));
    let chrome = member.chrome(Section::Initiatives);
    Ok(NewPage { chrome, form, initiative, promises, voices, languages })
}

#[derive(Deserialize)]
pub struct Came {
    /// The promise that it came from.
    #[serde(default)]
    promise: String,
}

pub async fn new(
    State(app): State<App>,
    member: Member,
    Path(id): Path<InitiativeId>,
    Query(came): Query<Came>,
) -> Result<Response> {
    let (key, locale) = (kit::token::number().to_string(), language::usual(&member).code());
    let form = Form::with(&[("key", &key), ("locale", locale), ("promise", &came.promise)]);
    kit::page::show(&page(&app, &member, id, form).await?)
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<InitiativeId>,
    mut form: Form,
) -> Result<Response> {
    let voice = member.voice(&mut form);
    let new = NewResult::parse(&mut form, &member).filter(|_| !preview::is_asked(&form));
    let (Some(new), Some(voice)) = (new, voice) else {
        let page = page(&app, &member, id, form).await?;
        return preview::again(&page, &page.form);
    };
    let now = member.now;
    app.db
        .write(move |c| {
            to_tell(c, id, &member)?;
            tell(c, id, &new, &voice, now)
        })
        .await?;
    kit::page::see(&format!("{}#results", id.path()))
}
