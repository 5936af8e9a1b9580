//! Titles and names while somebody types: a part of a page, for the list under the field.

use super::pages::LONGEST;
use super::snippet::{self, Wanted};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::search::{self, Narrowing};
use kit::{App, Chrome, Form, Markup, Result, Section};
use people::Visitor;

/// So many are offered; a list that is longer is read by nobody.
const MOST: i64 = 8;

/// One letter is the beginning of too many words.
const LEAST: usize = 2;

struct Offer {
    path: String,
    title: Markup,
    kind: String,
}

#[derive(Template)]
#[template(path = "search/suggestions.html")]
struct Suggestions {
    chrome: Chrome,
    offers: Vec<Offer>,
}

impl Suggestions {
    /// What kind of thing it is.
    fn one_of(&self, kind: &str) -> String {
        self.chrome.t(&format!("forum-one-{kind}")).to_string() // messages: forum-one-*
    }
}

pub async fn show(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    visitor.pace(&app)?;
    let typed: String = kit::form::clean(form.value("q")).trim().chars().take(LONGEST).collect();
    let among = Narrowing { member: visitor.person.is_some(), ..Narrowing::of("", visitor.sees_circle()) };
    let wanted = Wanted::of(&typed);
    let found = match typed.chars().count() < LEAST {
        true => Vec::new(),
        false => app.db.read(move |c| search::titled(c, &typed, &among, MOST)).await?,
    };
    let offer = |found: search::Found| Offer {
        path: found.path,
        title: snippet::marked(&found.title, &wanted),
        kind: found.kind,
    };
    let offers = found.into_iter().map(offer).collect();
    kit::page::show(&Suggestions { chrome: visitor.chrome(Section::Search), offers })
}
