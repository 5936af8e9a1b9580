//! What was found, the best first.

use super::snippet::{self, Wanted};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::search::{self, Found};
use jiff::Timestamp;
use kit::{App, Chrome, Form, Markup, Result, Section};
use people::Visitor;

/// So many stand on a page, and there are so many pages; who finds more does better with one more word.
const PAGE: usize = 20;
const PAGES: usize = 5;

/// Longer than anybody types.
const LONGEST: usize = 200;

/// What the search can be narrowed down to.
const KINDS: [&str; 11] = [
    "thread",
    "post",
    "need",
    "focus",
    "decision",
    "initiative",
    "result",
    "group",
    "agenda",
    "meeting",
    "charter",
];

/// One thing that was found.
struct Hit {
    path: String,
    title: Markup,
    excerpt: Markup,
    kind: String,
    at: Timestamp,
}

#[derive(Template)]
#[template(path = "search/index.html")]
struct Index {
    chrome: Chrome,
    form: Form,
    typed: String,
    kind: &'static str,
    hits: Vec<Hit>,
    /// The addresses of the pages before and after.
    before: Option<String>,
    after: Option<String>,
    /// This is the last page, and there is more.
    has_more: bool,
}

impl Index {
    /// The filters: address, name, whether it is the current one.
    fn filters(&self) -> Vec<(String, String, bool)> {
        let typed = kit::page::encoded(&self.typed);
        let all =
            (format!("/search?q={typed}"), self.chrome.t("search-all").to_string(), self.kind.is_empty());
        let narrowed = KINDS
            .iter()
            .map(|kind| (format!("/search?q={typed}&kind={kind}"), self.kind_name(kind), self.kind == *kind));
        std::iter::once(all).chain(narrowed).collect()
    }

    /// What kind of thing a hit is.
    fn one_of(&self, kind: &str) -> String {
        self.chrome.t(&format!("forum-one-{kind}")).to_string() // messages: forum-one-*
    }

    // messages: forum-kind-*
    fn kind_name(&self, kind: &str) -> String {
        self.chrome.t(&format!("forum-kind-{kind}")).to_string()
    }
}

fn hit(found: Found, wanted: &Wanted) -> Hit {
    let (title, excerpt) = (snippet::marked(&found.title, wanted), snippet::excerpt(&found.body, wanted));
    Hit { path: found.path, title, excerpt, kind: found.kind, at: found.at }
}

pub async fn show(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let typed: String = kit::form::clean(form.value("q")).trim().chars().take(LONGEST).collect();
    let kind = KINDS.iter().copied().find(|k| *k == form.value("kind")).unwrap_or_default();
    let page = form.value("page").parse().unwrap_or(1).clamp(1, PAGES);
    let (asked, circle) = (typed.clone(), visitor.sees_circle());
    let find = move |c: &mut db::Conn| match asked.is_empty() {
        true => Ok(Vec::new()),
        false => search::find(c, &asked, kind, circle, (page * PAGE) as i64 + 1),
    };
    let found = app.db.read(find).await?;
    let goes_on = found.len() > page * PAGE;
    let wanted = Wanted::of(&typed);
    let hits = found.into_iter().skip((page - 1) * PAGE).take(PAGE).map(|f| hit(f, &wanted)).collect();
    let address = |page: usize| format!("/search?q={}&kind={kind}&page={page}", kit::page::encoded(&typed));
    let before = (page > 1).then(|| address(page - 1));
    let after = (goes_on && page < PAGES).then(|| address(page + 1));
    let has_more = goes_on && after.is_none();
    let chrome = visitor.chrome(Section::Search);
    kit::page::show(&Index { chrome, form, typed, kind, hits, before, after, has_more })
}
