//! A text on its way into a post: as it was written, as it will be shown, as it is found, and whom it names.

use super::{markup, mentions, queries};
use crate::{FileId, PostId, files};
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
    /// The files that it shows.
    pub files: Vec<FileId>,
    /// The pages elsewhere that it shows by a link on a line of its own.
    pub links: Vec<String>,
}

impl Text {
    /// Composes what somebody wrote in Markdown. The database is asked only where somebody is named, or a file.
    pub fn of(c: &mut Conn, body: &str, writer: PersonId) -> Result<Text> {
        let files::Usable { files, pictures } = files::usable(c, body, writer)?;
        // A wide table scrolls by itself, with the keyboard too.
        let html = markdown::render_with(body, &pictures).0.replace("<table>", r#"<table tabindex="0">"#);
        let linked = mentions::link(c, &html)?;
        let plain = markup::plain(&linked.html);
        let links = markdown::lone_links(body);
        Ok(Text { body: body.into(), plain, mentioned: linked.persons, html: linked.html, files, links })
    }

    /// Composes what a post says, or said, once more, as its writer could.
    pub fn again(c: &mut Conn, body: &str, post: PostId) -> Result<Text> {
        let writer = queries::writer(c, post)?.unwrap_or(PersonId(0));
        Text::of(c, body, writer)
    }
}
