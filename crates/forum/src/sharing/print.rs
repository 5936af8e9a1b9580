//! A thread on paper: one post below the other, without what can be pressed. A long one comes in parts; which posts
//! are wanted can be chosen.

use crate::ThreadId;
use crate::posts::{self, Looker, Post};
use crate::threads::{self, Thread};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Form, Markup, Result, Section};
use people::Visitor;

/// So many posts come at once, some fifty sheets: more would keep an old computer busy.
const MOST: i64 = 300;

#[derive(Template)]
#[template(path = "sharing/print.html")]
struct PrintPage {
    chrome: Chrome,
    form: Form,
    thread: Thread,
    posts: Vec<Post>,
    range: (i64, i64),
    url: String,
    code: Markup,
}

impl PrintPage {
    fn is_whole(&self) -> bool {
        self.range == (1, self.thread.posts.max(1))
    }

    /// The part after this one.
    fn next(&self) -> Option<String> {
        let (from, to) = (self.range.1 + 1, (self.range.1 + MOST).min(self.thread.posts));
        (from <= to).then(|| format!("{}/print?from={from}&to={to}", self.thread.path()))
    }

    fn previous(&self) -> Option<String> {
        let (from, to) = ((self.range.0 - MOST).max(1), self.range.0 - 1);
        (from <= to).then(|| format!("{}/print?from={from}&to={to}", self.thread.path()))
    }

    /// With its year: a sheet may lie for long.
    fn day(&self, post: &Post) -> Markup {
        self.chrome.date(&self.chrome.local(post.created_at).date())
    }

    fn today(&self) -> Markup {
        self.chrome.date(&self.chrome.today())
    }
}

/// The posts that a form asks for: as many as come at once, from the first where it names none.
fn range(asked: &Form, posts: i64) -> (i64, i64) {
    let (posts, typed) = (posts.max(1), |field| asked.value(field).trim().parse::<i64>().ok());
    let from = typed("from").unwrap_or(1).clamp(1, posts);
    let most = (from + MOST - 1).min(posts);
    (from, typed("to").unwrap_or(most).clamp(from, most))
}

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    asked: Form,
) -> Result<Response> {
    let (by, looker) = (visitor.clone(), Looker::of(&visitor));
    let read = move |c: &mut Conn| {
        let thread = threads::seen(c, id, &by)?;
        let range = range(&asked, thread.posts);
        let posts = posts::page(c, id, range, &looker)?;
        Ok::<_, Error>((thread, range, posts))
    };
    let (thread, range, posts) = app.db.read(read).await?;
    let chrome = visitor.chrome(Section::Forum);
    let url = app.settings.url(&thread.path());
    let code = kit::qr::svg(&url, &chrome.t("sharing-code").with("title", &thread.title).to_string())?;
    let form = Form::with(&[("from", &range.0.to_string()), ("to", &range.1.to_string())]);
    kit::page::show(&PrintPage { chrome, form, thread, posts, range, url, code })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_never_longer_than_what_comes_at_once() {
        let asked = |from: &str, to: &str, posts| range(&Form::with(&[("from", from), ("to", to)]), posts);
        assert_eq!(asked("", "", 12), (1, 12));
        assert_eq!(asked("", "", 10_000), (1, 300));
        assert_eq!(asked("301", "9999", 10_000), (301, 600));
        assert_eq!(asked("9990", "", 10_000), (9_990, 10_000));
        assert_eq!(asked("5", "3", 12), (5, 5));
        assert_eq!(asked("-4", "many", 12), (1, 12));
        assert_eq!(asked("99", "", 0), (1, 1));
        assert_eq!(asked("9223372036854775807", "9223372036854775807", 7), (7, 7));
    }
}
