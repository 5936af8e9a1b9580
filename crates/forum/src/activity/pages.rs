//! The log as a page.

use super::queries::{self, Happened};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::{App, Chrome, Form, Result, Section};
use people::Visitor;

/// So many lines stand on one page.
const PAGE: usize = 50;

/// What the log can be narrowed down to.
const KINDS: [&str; 9] =
    ["thread", "need", "focus", "decision", "initiative", "group", "agenda", "meeting", "charter"];

#[derive(Template)]
#[template(path = "activity/index.html")]
struct Index {
    chrome: Chrome,
    lines: Vec<Happened>,
    kind: &'static str,
    newer: Option<String>,
    older: Option<String>,
}

impl Index {
    /// The filters: address, name, whether it is the current one.
    fn filters(&self) -> Vec<(String, String, bool)> {
        let all = ("/activity".to_owned(), self.chrome.t("activity-all").to_string(), self.kind.is_empty());
        // messages: forum-kind-*
        let name = |kind: &str| self.chrome.t(&format!("forum-kind-{kind}")).to_string();
        let narrowed = KINDS.iter().map(|k| (format!("/activity?kind={k}"), name(k), self.kind == *k));
        std::iter::once(all).chain(narrowed).collect()
    }

    /// The day of a line, where the line before was another day's.
    fn new_day(&self, line: &Happened, index: &usize) -> Option<jiff::civil::Date> {
        let day = |line: &Happened| self.chrome.local(line.at).date();
        let before = index.checked_sub(1).and_then(|i| self.lines.get(i)).map(day);
        (before != Some(day(line))).then(|| day(line))
    }
}

pub async fn index(State(app): State<App>, visitor: Visitor, asked: Form) -> Result<Response> {
    let kind = KINDS.iter().copied().find(|k| *k == asked.value("kind")).unwrap_or_default();
    let before: i64 = asked.value("before").parse().unwrap_or(i64::MAX);
    let (circle, limit) = (visitor.sees_circle(), PAGE as i64 + 1);
    let read = move |c: &mut db::Conn| match kind {
        "" => queries::newest(c, circle, before, limit),
        kind => queries::newest_of_kind(c, circle, before, limit, kind),
    };
    let mut lines = app.db.read(read).await?;
    let has_older = lines.len() > PAGE;
    lines.truncate(PAGE);
    let narrowed = if kind.is_empty() { String::new() } else { format!("kind={kind}&") };
    let older = lines.last().filter(|_| has_older).map(|l| format!("/activity?{narrowed}before={}", l.id));
    let newest = if kind.is_empty() { "/activity".into() } else { format!("/activity?kind={kind}") };
    let newer = (before != i64::MAX).then_some(newest);
    kit::page::show(&Index { chrome: visitor.chrome(Section::Activity), lines, kind, newer, older })
}
