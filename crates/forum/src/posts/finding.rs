//! Posts as they are found. The first post of a thread is found as the thread itself; the others by their own
//! words, under the thread's title.

use super::post::path;
use super::{Post, Posted, queries};
use crate::{PostId, ThreadId};
use db::Conn;
use db::search::{self, Document, PART};
use jiff::Timestamp;
use kit::Scope;

/// A thread, by its title and what its first post says.
pub fn put_thread(
    c: &mut Conn,
    thread: ThreadId,
    of: (Scope, &str),
    plain: &str,
    at: Timestamp,
) -> db::Result<()> {
    let ((scope, title), address) = (of, format!("/threads/{thread}"));
    let (kind, subject_id, scope) = ("thread", thread.0, scope.as_str());
    search::put(c, &Document { kind, subject_id, scope, path: &address, title, body: plain, at })
}

/// A post that is new, and not the first.
pub fn add(c: &mut Conn, posted: &Posted, plain: &str, at: Timestamp) -> db::Result<()> {
    let address = posted.path();
    let (subject_id, scope, title) = (posted.id.0, posted.scope.as_str(), posted.title.as_str());
    search::put(c, &Document { kind: PART, subject_id, scope, path: &address, title, body: plain, at })
}

/// A post that says something else now.
pub fn put(c: &mut Conn, post: &Post, of: (Scope, &str), plain: &str) -> db::Result<()> {
    if post.number == 1 {
        return put_thread(c, post.thread_id, of, plain, post.created_at);
    }
    let ((scope, title), address) = (of, path(post.thread_id, post.number));
    let (subject_id, scope, at) = (post.id.0, scope.as_str(), post.created_at);
    search::put(c, &Document { kind: PART, subject_id, scope, path: &address, title, body: plain, at })
}

/// A post that says nothing any more. Its thread is still found by its title.
pub fn remove(c: &mut Conn, post: &Post, of: (Scope, &str)) -> db::Result<()> {
    if post.number == 1 {
        return put_thread(c, post.thread_id, of, "", post.created_at);
    }
    search::remove(c, PART, post.id.0)
}

/// A post as the search knows it, for whoever changes what it says and is not its writer.
pub struct Found {
    post: Post,
    scope: Scope,
    title: String,
}

/// The post with this number, where there is one.
pub fn found(c: &mut Conn, id: PostId) -> db::Result<Option<Found>> {
    let (Some(post), Some(source)) = (queries::by_id(c, id)?, queries::source(c, id)?) else {
        return Ok(None);
    };
    Ok(Some(Found { post, scope: source.scope, title: source.title }))
}

impl Found {
    /// Lets it be found by other words.
    pub fn put(&self, c: &mut Conn, plain: &str) -> db::Result<()> {
        put(c, &self.post, (self.scope, &self.title), plain)
    }
}
