//! The founding circle's own page: where we are, what is missing, what to do next.

use super::readiness::{Point, Readiness};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::{App, Chrome, Result, Section};
use people::Member;

#[derive(Template)]
#[template(path = "founding/show.html")]
struct ShowPage {
    chrome: Chrome,
    readiness: Readiness,
}

impl ShowPage {
    fn title(&self, point: &Point) -> String {
        let key = format!("founding-ready-{}", point.key); // messages: founding-ready-*
        self.chrome.t(&key).with("count", point.count).to_string()
    }

    fn hint(&self, point: &Point) -> String {
        let key = format!("founding-ready-{}-hint", point.key); // messages: founding-ready-*
        let missing = self.readiness.sectors_missing();
        let hint = self.chrome.t(&key).with("missing", self.chrome.list(&missing));
        hint.with("absent", missing.len()).to_string()
    }

    fn action(&self, point: &Point) -> String {
        let key = format!("founding-ready-{}-action", point.key); // messages: founding-ready-*
        self.chrome.t(&key).to_string()
    }

    /// The button of the first thing that is missing is the page's main one.
    fn weight(&self, point: &Point) -> &'static str {
        let points = self.readiness.points();
        let first = points.iter().find(|p| !p.is_done());
        if first.is_some_and(|first| first.key == point.key) { "" } else { "plain" }
    }
}

pub async fn show(State(app): State<App>, member: Member) -> Result<Response> {
    if !member.community()?.is_founding() {
        return kit::page::see("/charter");
    }
    let locale = member.locale;
    let readiness = app.db.read(move |c| Readiness::find(c, locale)).await?;
    kit::page::show(&ShowPage { chrome: member.chrome(Section::Home), readiness })
}
