//! The page from which a thread, or one post of it, is handed on.

use crate::ThreadId;
use crate::posts::{self, Looker, Post};
use crate::threads::{self, Thread};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Form, Markup, Result, Scope, Section};
use people::Visitor;

#[derive(Template)]
#[template(path = "sharing/share.html")]
struct SharePage {
    chrome: Chrome,
    thread: Thread,
    post: Option<Post>,
    /// The full address.
    url: String,
    code: Markup,
}

impl SharePage {
    fn path(&self) -> String {
        self.post.as_ref().map_or_else(|| self.thread.path(), Post::path)
    }

    fn is_circle(&self) -> bool {
        self.thread.scope != Scope::Open
    }

    fn letter_subject(&self) -> String {
        self.chrome.t("sharing-letter-subject").with("title", &self.thread.title).to_string()
    }

    fn letter(&self) -> String {
        let said = self.chrome.t("sharing-letter").with("title", &self.thread.title);
        said.with("town", &self.chrome.town).with("link", &self.url).to_string()
    }
}

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    asked: Form,
) -> Result<Response> {
    let number: Option<i64> = asked.value("post").parse().ok();
    let by = visitor.clone();
    let read = move |c: &mut Conn| {
        let thread = threads::seen(c, id, &by)?;
        let post = number.map(|number| post(c, id, number, &by)).transpose()?;
        Ok::<_, Error>((thread, post))
    };
    let (thread, post) = app.db.read(read).await?;
    let chrome = visitor.chrome(Section::Forum);
    let url = app.settings.url(&post.as_ref().map_or_else(|| thread.path(), Post::path));
    let code = kit::qr::svg(&url, &chrome.t("sharing-code").with("title", &thread.title).to_string())?;
    kit::page::show(&SharePage { chrome, thread, post, url, code })
}

/// What is removed or hidden is handed on by nobody.
fn post(c: &mut Conn, thread: ThreadId, number: i64, visitor: &Visitor) -> Result<Post> {
    let found = posts::page(c, thread, (number, number), &Looker::of(visitor))?.pop();
    found.filter(|post| !post.has_place_only()).ok_or(Error::NotFound)
}
