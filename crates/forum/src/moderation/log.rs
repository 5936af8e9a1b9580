//! The public log: what was done, why, when, and in which thread; never to whom, nor by which guide, nor what the
//! post said. Of the founding circle's threads only the circle knows.

use super::act::Kind;
use super::{ActId, queries};
use crate::ThreadId;
use crate::posts::Reason;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::Timestamp;
use kit::{App, Chrome, Form, Result, Section};
use people::Visitor;

/// So many lines stand on one page.
const PAGE: usize = 50;

db::row! {
    #[derive(Debug, Clone)]
    pub struct Line {
        pub id: ActId,
        pub kind: Kind,
        pub reason: Option<Reason>,
        pub days: Option<i64>,
        pub at: Timestamp,
        /// The kind of act that this one undoes or confirms.
        pub about: Option<Kind>,
        pub by_platform: bool,
        pub thread_id: Option<ThreadId>,
        pub title: Option<String>,
        pub is_circle: bool,
    }
}

impl Line {
    /// The thread, where the act is about a post and not about a person.
    fn thread(&self) -> Option<(String, &str)> {
        let is_of_post = |kind| matches!(kind, Kind::Dismissed | Kind::Held | Kind::Hidden | Kind::Shown);
        let named = is_of_post(self.kind) || self.about.is_some_and(is_of_post);
        let (id, title) = (self.thread_id?, self.title.as_deref()?);
        named.then(|| (format!("/threads/{id}"), title))
    }
}

#[derive(Template)]
#[template(path = "moderation/log.html")]
struct LogPage {
    chrome: Chrome,
    lines: Vec<Line>,
    guides: bool,
    newer: Option<String>,
    older: Option<String>,
}

impl LogPage {
    /// "A guide paused somebody for 3 days".
    fn says(&self, line: &Line) -> String {
        let key = format!("moderation-log-{}", line.kind); // messages: moderation-log-*
        self.chrome.t(&key).with("days", line.days.unwrap_or_default()).to_string()
    }
}

pub async fn index(State(app): State<App>, visitor: Visitor, asked: Form) -> Result<Response> {
    visitor.community()?;
    let before: i64 = asked.value("before").parse().unwrap_or(i64::MAX);
    let circle = visitor.sees_circle();
    let mut lines = app.db.read(move |c| queries::log(c, circle, before, PAGE as i64 + 1)).await?;
    let has_older = lines.len() > PAGE;
    lines.truncate(PAGE);
    let older = lines.last().filter(|_| has_older).map(|l| format!("/moderation/log?before={}", l.id));
    let newer = (before != i64::MAX).then(|| "/moderation/log".to_owned());
    let (chrome, guides) = (visitor.chrome(Section::Activity), visitor.is_guide());
    kit::page::show(&LogPage { chrome, lines, guides, newer, older })
}
