//! The list of one's own drafts, and the way in for what is being typed.

use super::keeping::{self, Draft, MOST};
use super::{Place, queries};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use kit::{App, Chrome, Error, Form, Result, Section, words};
use people::Member;
use people::sessions::cookie;
use serde::Deserialize;

/// So many letters of a draft stand in the list.
const OPENING: usize = 160;

/// A draft as its writer finds it again.
struct Shown {
    place: Place,
    title: String,
    opening: String,
    locale: String,
    saved_at: Timestamp,
}

impl Shown {
    /// `None` where what it is for isn't shown to the member any more.
    fn of(listed: queries::Listed, member: &Member) -> Option<Shown> {
        let place: Place = listed.place.parse().ok()?;
        if listed.scope.is_some_and(|scope| !member.sees(scope)) {
            return None;
        }
        let draft = Draft::of(&listed.fields, listed.saved_at);
        Some(Shown {
            title: listed.title.unwrap_or_else(|| draft.field("title").to_owned()),
            opening: words::opening(draft.field("body"), OPENING),
            locale: draft.field("locale").to_owned(),
            saved_at: draft.saved_at,
            place,
        })
    }

    fn kind(&self) -> &'static str {
        match self.place {
            Place::Answer(_) => "drafts-answer",
            Place::Change(_) => "drafts-change",
            Place::Thread(_) => "drafts-thread",
        }
    }
}

#[derive(Template)]
#[template(path = "drafts/index.html")]
struct IndexPage {
    chrome: Chrome,
    drafts: Vec<Shown>,
}

pub async fn index(State(app): State<App>, member: Member) -> Result<Response> {
    let person = member.id();
    let listed = app.db.read(move |c| queries::newest(c, person, MOST)).await?;
    let drafts = listed.into_iter().filter_map(|draft| Shown::of(draft, &member)).collect();
    kit::page::show(&IndexPage { chrome: member.chrome(Section::Forum), drafts })
}

fn parse(place: &str) -> Result<Place> {
    place.parse().map_err(|()| Error::NotFound)
}

#[derive(Deserialize)]
pub struct Wish {
    /// A button was pressed, and leads on to the list.
    #[serde(default)]
    back: String,
    /// Another button leads on to where a file is chosen: `files`.
    #[serde(default)]
    then: String,
}

/// Answers a script with the time under which it is kept, in milliseconds: the next one goes on from there.
pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(place): Path<String>,
    Query(wish): Query<Wish>,
    form: Form,
) -> Result<Response> {
    let place = parse(&place)?;
    let now = member.now;
    let next = (wish.then == "files").then(|| format!("/files/new?for={place}"));
    let kept = app.db.write(move |c| keeping::keep(c, &member, &place, &form, now)).await?;
    if let Some(next) = next {
        return kit::page::see(&next);
    }
    if wish.back.is_empty() {
        return Ok(kept.map_or(0, Timestamp::as_millisecond).to_string().into_response());
    }
    let mut response = kit::page::see("/drafts")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "drafts-kept");
    Ok(response)
}

pub async fn destroy(State(app): State<App>, member: Member, Path(place): Path<String>) -> Result<Response> {
    let place = parse(&place)?;
    app.db.write(move |c| keeping::forget(c, member.id(), &place)).await?;
    let mut response = kit::page::see("/drafts")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "drafts-discarded");
    Ok(response)
}
