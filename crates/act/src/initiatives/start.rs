//! Beginning an initiative: a draft under a focus, in a voice that carries it from the first.

use super::initiative::InitiativeId;
use super::queries;
use agree::focuses::{self, FocusId};
use agree::{agenda, preview};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use db::Conn;
use forum::threads::language;
use jiff::Timestamp;
use kit::{App, Chrome, Error, Form, Problem, Result, Scope, Section, Voice, activity, markdown};
use people::Member;
use serde::Deserialize;
use std::ops::RangeInclusive;

pub(super) const TITLE: RangeInclusive<usize> = 5..=120;
pub(super) const AIM: RangeInclusive<usize> = 10..=8_000;

/// An initiative as somebody proposes it.
#[derive(Debug, Clone)]
pub struct NewInitiative {
    pub focus: FocusId,
    pub title: String,
    pub aim: String,
    pub locale: String,
    /// What makes a form that is sent twice one initiative.
    pub key: Option<String>,
}

impl NewInitiative {
    fn parse(form: &mut Form, member: &Member) -> Option<NewInitiative> {
        let focus = form.choice("focus");
        let (title, aim) = (form.line("title", TITLE), form.text("aim", AIM));
        let locale = language::chosen(form, member).into();
        let key = member.form_key(form);
        let new = NewInitiative { focus: focus?, title, aim, locale, key };
        form.is_valid().then_some(new)
    }

    /// As the agenda reads it.
    fn text(&self) -> String {
        format!("{}\n{}", self.title, self.aim)
    }
}

/// Adds an initiative under an active focus, carried by who proposes it.
pub fn found(c: &mut Conn, new: &NewInitiative, by: &Voice, now: Timestamp) -> Result<InitiativeId> {
    if !focuses::is_active(c, new.focus)? {
        return Err(Error::Conflict(Problem::new("initiatives-focus-not-active")));
    }
    let NewInitiative { focus, title, aim, locale, key } = new;
    let (html, key) = (markdown::render(aim).0, key.as_deref());
    let Some(id) = queries::insert(c, *focus, title, aim, &html, locale, by.person, by.group, now, key)?
    else {
        return queries::by_key(c, key.unwrap_or_default())?.ok_or(Error::NotFound);
    };
    find_in_search(c, id, (title, aim, locale), Some(by.said(&format!("focus-{focus}"))), now)?;
    let subject = ("initiative", id.0);
    let what = activity::Happening { kind: "initiative.proposed", subject, title, scope: Scope::Open };
    activity::record(c, by, what, now)?;
    queries::carry(c, id, &by.key(), by.person, by.group, now)?;
    Ok(id)
}

pub(super) fn find_in_search(
    c: &mut Conn,
    id: InitiativeId,
    (title, aim, locale): (&str, &str, &str),
    said: Option<db::search::Said<'_>>,
    now: Timestamp,
) -> Result<()> {
    let (scope, path) = (Scope::Open.as_str(), id.path());
    let document = db::search::Document {
        kind: "initiative",
        subject_id: id.0,
        scope,
        path: &path,
        title,
        body: aim,
        locale,
        said,
        at: now,
    };
    Ok(db::search::put(c, &document)?)
}

#[derive(Template)]
#[template(path = "initiatives/new.html")]
struct NewPage {
    chrome: Chrome,
    form: Form,
    focuses: Vec<(String, String)>,
    voices: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
}

async fn page(app: &App, member: &Member, form: Form) -> Result<NewPage> {
    let active = app.db.read(focuses::active).await?;
    let focuses = active.into_iter().map(|f| (f.id.to_string(), f.title)).collect();
    let chrome = member.chrome(Section::Initiatives);
    let (voices, languages) = (member.voice_options(), language::options(member));
    Ok(NewPage { chrome, form, focuses, voices, languages })
}

#[derive(Deserialize)]
pub struct Under {
    #[serde(default)]
    focus: String,
}

pub async fn new(State(app): State<App>, member: Member, Query(under): Query<Under>) -> Result<Response> {
    let (key, locale) = (kit::token::number().to_string(), language::usual(&member).code());
    let form = Form::with(&[("focus", &under.focus), ("key", &key), ("locale", locale)]);
    kit::page::show(&page(&app, &member, form).await?)
}

pub async fn create(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let voice = member.voice(&mut form);
    let new = NewInitiative::parse(&mut form, &member).filter(|_| !preview::is_asked(&form));
    let (Some(new), Some(voice)) = (new, voice) else {
        let page = page(&app, &member, form).await?;
        return preview::again(&page, &page.form);
    };
    let now = member.now;
    let next = app
        .db
        .write(move |c| {
            let id = found(c, &new, &voice, now)?;
            // Where the council has something alike on its table, the author is asked how they relate.
            agenda::next_path(c, "initiative", id.0, &new.text(), &id.path())
        })
        .await?;
    kit::page::see(&next)
}
