//! Which posts of a page somebody keeps, and whether they keep the thread: shown where the buttons are.

use super::queries;
use crate::{BookmarkId, PostId, ThreadId};
use db::Conn;
use people::Visitor;
use std::borrow::Borrow;
use std::collections::HashMap;

/// A visitor's own bookmarks among the posts of a page.
#[derive(Debug, Clone, Default)]
pub struct Kept(HashMap<Option<PostId>, BookmarkId>);

impl Kept {
    /// Of the posts of a thread with numbers in a range, and of the thread itself. A stranger's are none, and
    /// nothing is asked.
    pub fn find(
        c: &mut Conn,
        thread: ThreadId,
        (from, to): (i64, i64),
        visitor: &Visitor,
    ) -> db::Result<Kept> {
        let Some(person) = visitor.person_id() else { return Ok(Kept::default()) };
        let found = queries::in_thread(c, person, thread, from, to)?;
        Ok(Kept(found.into_iter().map(|(id, post)| (post, id)).collect()))
    }

    /// Where the bookmark of a post is looked after, where it is kept.
    pub fn path_of_post(&self, post: impl Borrow<PostId>) -> Option<String> {
        self.path(Some(*post.borrow()))
    }

    pub fn path_of_thread(&self) -> Option<String> {
        self.path(None)
    }

    fn path(&self, of: Option<PostId>) -> Option<String> {
        self.0.get(&of).map(|id| format!("/bookmarks/{id}"))
    }
}
