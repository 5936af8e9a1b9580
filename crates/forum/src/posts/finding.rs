//! Posts as they are found. The first post of a thread is found as the thread itself; the others by their own
//! words, under the thread's title. So are the files that they show, by their names.

use super::post::path;
use super::{NewPost, Post, Posted, finding_files, queries};
use crate::{PostId, ThreadId};
use db::Conn;
use db::search::{self, Document, PART, Said};
use jiff::Timestamp;
use kit::Scope;

/// The thread that a post is found in.
#[derive(Clone, Copy)]
pub struct In<'a> {
    thread: ThreadId,
    scope: Scope,
    title: &'a str,
}

impl Posted {
    fn thread(&self) -> In<'_> {
        In { thread: self.thread, scope: self.scope, title: &self.title }
    }
}

impl queries::Source {
    /// The thread of this post.
    fn thread(&self, post: &Post) -> In<'_> {
        In { thread: post.thread_id, scope: self.scope, title: &self.title }
    }
}

impl Post {
    fn said<'a>(&self, place: &'a str) -> Said<'a> {
        Said { group: self.group_id.map(|group| group.0), side: self.side.as_str(), place }
    }
}

/// A thread, by its title and what its first post says.
fn put_thread(
    c: &mut Conn,
    of: In<'_>,
    plain: &str,
    (locale, said): (&str, Said<'_>),
    at: Timestamp,
) -> db::Result<()> {
    let document = Document {
        kind: "thread",
        subject_id: of.thread.0,
        scope: of.scope.as_str(),
        path: &format!("/threads/{}", of.thread),
        title: of.title,
        body: plain,
        locale,
        said: Some(said),
        at,
    };
    search::put(c, &document)
}

fn put_part(
    c: &mut Conn,
    (of, id, number): (In<'_>, PostId, i64),
    plain: &str,
    (locale, said): (&str, Said<'_>),
    at: Timestamp,
) -> db::Result<()> {
    let document = Document {
        kind: PART,
        subject_id: id.0,
        scope: of.scope.as_str(),
        path: &path(of.thread, number),
        title: of.title,
        body: plain,
        locale,
        said: Some(said),
        at,
    };
    search::put(c, &document)
}

/// A post that is new.
pub fn add(c: &mut Conn, posted: &Posted, new: &NewPost<'_>, at: Timestamp) -> db::Result<()> {
    let (of, plain, said) = (posted.thread(), &new.text.plain, (new.locale, new.by.said(&posted.place)));
    match posted.number {
        1 => put_thread(c, of, plain, said, at)?,
        number => put_part(c, (of, posted.id, number), plain, said, at)?,
    }
    if new.text.files.is_empty() { Ok(()) } else { finding_files::find_again(c, posted.id) }
}

/// A post that says something else now.
pub fn put(c: &mut Conn, post: &Post, source: &queries::Source, plain: &str) -> db::Result<()> {
    let (of, said) = (source.thread(post), (post.locale.as_str(), post.said(&source.place)));
    match post.number {
        1 => put_thread(c, of, plain, said, post.created_at)?,
        number => put_part(c, (of, post.id, number), plain, said, post.created_at)?,
    }
    finding_files::find_again(c, post.id)
}

/// A post that says nothing any more. Its thread is still found by its title, but not by who wrote that.
pub fn remove(c: &mut Conn, post: &Post, source: &queries::Source) -> db::Result<()> {
    if post.number == 1 {
        let nobody = Said { place: &source.place, ..Said::default() };
        put_thread(c, source.thread(post), "", (&post.locale, nobody), post.created_at)?;
    } else {
        search::remove(c, PART, post.id.0)?;
    }
    finding_files::find_again(c, post.id)
}

/// A post as the search knows it, for whoever changes what it says and is not its writer.
pub struct Found {
    post: Post,
    source: queries::Source,
}

/// The post with this number, where there is one.
pub fn found(c: &mut Conn, id: PostId) -> db::Result<Option<Found>> {
    let (Some(post), Some(source)) = (queries::by_id(c, id)?, queries::source(c, id)?) else {
        return Ok(None);
    };
    Ok(Some(Found { post, source }))
}

impl Found {
    /// Lets it be found by other words; by none where it is gone.
    pub fn put(&self, c: &mut Conn, plain: &str) -> db::Result<()> {
        if self.post.has_place_only() {
            return remove(c, &self.post, &self.source);
        }
        put(c, &self.post, &self.source, plain)
    }
}
