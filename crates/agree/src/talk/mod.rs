//! What is talked about a thing: its threads, as a part of its own page, and the way to a new one.

use askama::Template;
use db::Conn;
use forum::threads::{self, ThreadCard};
use kit::{Chrome, Error, Markup, Result};
use people::Visitor;

#[derive(Template)]
#[template(path = "talk/_threads.html")]
struct Threads<'a> {
    chrome: &'a Chrome,
    threads: Vec<ThreadCard>,
    /// `focus-3`.
    subject: String,
}

/// A section of a thing's page. One statement.
pub fn about(c: &mut Conn, visitor: &Visitor, chrome: &Chrome, (kind, id): (&str, i64)) -> Result<Markup> {
    let threads = threads::of_subject(c, kind, id, visitor.sees_circle())?;
    let part = Threads { chrome, threads, subject: format!("{kind}-{id}") };
    part.render().map(Markup).map_err(|e| Error::Bug(format!("template: {e}")))
}
