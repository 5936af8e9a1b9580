//! The list of all initiatives, by focus.

use super::health::{Card, cards};
use super::panel::free;
use agree::focuses;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::{App, Chrome, Error, Result, Section};
use people::Visitor;

/// A focus with what is done under it.
struct Under {
    id: i64,
    title: String,
    locale: String,
    cards: Vec<Card>,
    /// How many more the focus has room for.
    free: i64,
}

impl Under {
    fn path(&self) -> String {
        format!("/focuses/{}", self.id)
    }

    fn heading(&self) -> String {
        format!("focus-{}", self.id)
    }
}

#[derive(Template)]
#[template(path = "initiatives/index.html")]
struct IndexPage {
    chrome: Chrome,
    focuses: Vec<Under>,
    /// Of focuses that are closed.
    past: Vec<Card>,
}

pub async fn index(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let chrome = visitor.chrome(Section::Initiatives);
    let (zone, now) = (chrome.zone.clone(), visitor.now);
    let most = visitor.community()?.max_initiatives;
    let (active, mut rest) =
        app.db.read(move |c| Ok::<_, Error>((focuses::active(c)?, cards(c, None, &zone, now)?))).await?;
    let mut all = Vec::with_capacity(active.len());
    for focus in active {
        let (cards, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(|card| card.focus_id == focus.id);
        rest = others;
        let free = free(&cards, most);
        all.push(Under { id: focus.id.0, title: focus.title, locale: focus.locale, cards, free });
    }
    kit::page::show(&IndexPage { chrome, focuses: all, past: rest })
}
