//! A text on its way into a post: as it was written, as it will be shown, as it is found, and whom it names.

use super::{markup, mentions};
use db::Conn;
use kit::{PersonId, Result, markdown};

/// Composed before the post is written, so that the one writer has little to do.
#[derive(Debug, Clone, Default)]
pub struct Text {
    pub body: String,
    pub html: String,
    pub plain: String,
    /// The persons who are named in it, and those who speak for groups that are.
    pub mentioned: Vec<PersonId>,
}

impl Text {
    /// Composes what was written in Markdown. The database is asked only where somebody is named.
    pub fn of(c: &mut Conn, body: &str) -> Result<Text> {
        // A wide table scrolls by itself, with the keyboard too.
        let html = markdown::render(body).0.replace("<table>", r#"<table tabindex="0">"#);
        let linked = mentions::link(c, &html)?;
        let plain = markup::plain(&linked.html);
        Ok(Text { body: body.into(), plain, mentioned: linked.persons, html: linked.html })
    }
}
