//! Hiding a post, for a reason that everybody reads. Its place stays; the text, and who wrote it, are gone
//! from every way out but for its writer and the guides. Whether it is to be hidden is for the room of
//! moderation to say.

use super::{Looker, Post, Text, finding, queries};
use crate::{PostId, previews, visibility};
use db::Conn;
use jiff::Timestamp;
use kit::{Chrome, Error, PersonId, Result, Side};
use people::Visitor;

db::words! {
    /// What can be wrong with a post.
    pub enum Reason {
        Unkind = "unkind",
        OffTopic = "off-topic",
        Advertising = "advertising",
        Harmful = "harmful",
        Personal = "personal",
        Other = "other",
        // Held by the platform until a guide has looked at it:
        Repeated = "repeated",
        Pattern = "pattern",
        Fast = "fast",
    }
}

impl Reason {
    /// Those that people choose among.
    pub fn offered() -> impl Iterator<Item = Reason> {
        Reason::ALL.iter().copied().filter(|reason| !reason.is_held())
    }

    /// Nobody has looked at it yet.
    pub fn is_held(self) -> bool {
        matches!(self, Reason::Repeated | Reason::Pattern | Reason::Fast)
    }

    /// "unkind to somebody", as it stands behind a colon.
    pub fn label(self, chrome: &Chrome) -> String {
        let key = format!("posts-reason-{self}"); // messages: posts-reason-*
        chrome.t(&key).to_string()
    }
}

impl Post {
    /// Without what only its writer and guides may know.
    fn veiled(self) -> Post {
        let (by_name, html) = Default::default();
        let (group_id, group_name, person_id, side) = (None, None, PersonId(0), Side::Citizens);
        Post { by_name, html, group_id, group_name, person_id, side, ..self }
    }
}

/// The posts as somebody may see them.
pub fn veil(posts: Vec<Post>, looker: &Looker) -> Vec<Post> {
    posts.into_iter().map(|post| if looker.sees_text(&post) { post } else { post.veiled() }).collect()
}

/// A post in a thread that somebody sees, also where it is hidden or removed: for guides.
pub fn whole(c: &mut Conn, id: PostId, guide: &Visitor) -> Result<(Post, queries::Source)> {
    let post = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    let source = queries::source(c, id)?.ok_or(Error::NotFound)?;
    visibility::ensure_seen(source.scope, guide)?;
    Ok((post, source))
}

pub fn hide(c: &mut Conn, id: PostId, reason: Reason, now: Timestamp) -> Result<()> {
    let (post, source) = found(c, id)?;
    queries::hide(c, id, reason, now)?;
    queries::forget_mentions(c, id)?;
    finding::remove(c, &post, &source)?;
    look_different(c, &post)
}

/// Shows a post that was hidden; one that was removed meanwhile stays so.
pub fn show(c: &mut Conn, id: PostId, now: Timestamp) -> Result<()> {
    let (post, source) = found(c, id)?;
    queries::show(c, id)?;
    if post.deleted_at.is_none() {
        let text = Text::again(c, &source.body, id)?;
        finding::put(c, &post, &source, &text.plain)?;
        previews::fetch_soon(c, id, now)?;
    }
    look_different(c, &post)
}

fn found(c: &mut Conn, id: PostId) -> Result<(Post, queries::Source)> {
    let post = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    Ok((post, queries::source(c, id)?.ok_or(Error::NotFound)?))
}

fn look_different(c: &mut Conn, post: &Post) -> Result<()> {
    queries::find_last_voice(c, post.thread_id)?;
    queries::bump(c, post.thread_id)?;
    Ok(())
}
