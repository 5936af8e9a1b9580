//! What was found, the best first.

use super::address::Address;
use super::narrow::{Choices, KINDS, Narrowed};
use super::snippet::{self, Wanted};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use db::search::{self, Found};
use jiff::Timestamp;
use kit::{App, Chrome, Form, Markup, Result, Section, Sharing};
use people::Visitor;
use std::sync::Arc;

/// So many stand on a page, and there are so many pages; who finds more does better with one more word.
const PAGE: usize = 20;
const PAGES: usize = 5;

/// Longer than anybody types.
pub const LONGEST: usize = 200;

/// One thing that was found.
struct Hit {
    path: String,
    title: Markup,
    excerpt: Markup,
    kind: String,
    /// Its language, where it isn't the page's.
    foreign: Option<String>,
    at: Timestamp,
}

#[derive(Template)]
#[template(path = "search/index.html")]
struct Index {
    chrome: Chrome,
    form: Form,
    typed: String,
    kind: &'static str,
    address: Address,
    choices: Arc<Choices>,
    languages: Vec<(&'static str, &'static str)>,
    /// What was looked for instead, where nothing has what was typed.
    mended: Option<String>,
    /// What it is narrowed down to: the address without it, and its name.
    parts: Vec<(String, String)>,
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
        let all =
            (self.address.without("kind"), self.chrome.t("search-all").to_string(), self.kind.is_empty());
        let narrowed = KINDS
            .iter()
            .map(|kind| (self.address.with("kind", kind), self.kind_name(kind), self.kind == *kind));
        std::iter::once(all).chain(narrowed).collect()
    }

    fn sides(&self) -> [(&'static str, String); 2] {
        let name = |key: &'static str| self.chrome.t(key).to_string();
        [("organisations", name("kit-organisations")), ("citizens", name("kit-citizens"))]
    }

    /// What kind of thing a hit is.
    fn one_of(&self, kind: &str) -> String {
        self.chrome.t(&format!("forum-one-{kind}")).to_string() // messages: forum-one-*
    }

    // messages: forum-kind-*
    fn kind_name(&self, kind: &str) -> String {
        self.chrome.t(&format!("forum-kind-{kind}")).to_string()
    }

    fn is_narrowed(&self) -> bool {
        !self.parts.is_empty() || self.form.has_errors()
    }
}

fn hit(found: Found, wanted: &Wanted, lang: &str) -> Hit {
    let (title, excerpt) = (snippet::marked(&found.title, wanted), snippet::excerpt(&found.body, wanted));
    let foreign = Some(found.locale).filter(|locale| !locale.is_empty() && locale != lang);
    Hit { path: found.path, title, excerpt, kind: found.kind, foreign, at: found.at }
}

/// The languages to choose among; none where there is one.
fn languages(visitor: &Visitor) -> Vec<(&'static str, &'static str)> {
    let spoken = visitor.community.as_ref().map_or(&[][..], |community| &community.languages);
    let named = spoken.iter().map(|language| (language.code(), language.own_name()));
    if spoken.len() > 1 { named.collect() } else { Vec::new() }
}

/// What one look reads.
struct Reading {
    choices: Arc<Choices>,
    form: Form,
    /// Nothing where something is wrong with the form.
    narrowed: Option<Narrowed>,
    found: Vec<Found>,
    mended: Option<String>,
}

fn read(
    c: &mut Conn,
    sharing: &Sharing,
    visitor: &Visitor,
    (mut form, typed): (Form, String),
    most: usize,
) -> Result<Reading> {
    let choices = Choices::read(c, sharing, visitor)?;
    let narrowed = Narrowed::read(c, &mut form, visitor, &choices)?;
    let (found, mended) = match &narrowed {
        Some(narrowed) => search::find_forgiving(c, &typed, &narrowed.among, most as i64)?,
        None => (Vec::new(), None),
    };
    Ok(Reading { choices, form, narrowed, found, mended })
}

pub async fn show(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let typed: String = kit::form::clean(form.value("q")).trim().chars().take(LONGEST).collect();
    let page = form.value("page").parse().unwrap_or(1).clamp(1, PAGES);
    let (sharing, by, asked) = (Sharing::begin(&app, visitor.now), visitor.clone(), (form, typed.clone()));
    let reading = app.db.read(move |c| read(c, &sharing, &by, asked.clone(), page * PAGE + 1)).await?;
    let Reading { choices, form, narrowed, found, mended } = reading;
    let (chrome, address) = (visitor.chrome(Section::Search), Address::of(&form));
    let goes_on = found.len() > page * PAGE;
    let words = mended.as_deref().unwrap_or(&typed);
    let wanted = Wanted::of(words);
    let here = found.into_iter().skip((page - 1) * PAGE).take(PAGE);
    let hits = here.map(|found| hit(found, &wanted, chrome.lang())).collect();
    let at = |page: usize| format!("{}&page={page}", address.with("q", words));
    let before = (page > 1).then(|| at(page - 1));
    let after = (goes_on && page < PAGES).then(|| at(page + 1));
    let has_more = goes_on && after.is_none();
    let parts = narrowed.iter().flat_map(|narrowed| narrowed.parts(&chrome, &address, &choices)).collect();
    let kind = KINDS.iter().copied().find(|kind| *kind == form.value("kind")).unwrap_or_default();
    let languages = languages(&visitor);
    let is_valid = form.is_valid();
    let index = Index {
        chrome,
        form,
        typed,
        kind,
        address,
        choices,
        languages,
        mended,
        parts,
        hits,
        before,
        after,
        has_more,
    };
    if is_valid { kit::page::show(&index) } else { kit::page::invalid(&index) }
}
