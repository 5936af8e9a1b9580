//! What a thread is, and how one is opened.

use super::subjects::Label;
use super::{card, queries};
use crate::posts::{self, NewPost, Posted, Text};
use crate::{ThreadId, visibility};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::{App, Error, GroupId, PersonId, Result, Scope, Side, Voice};
use people::Visitor;
use people::sessions::cookie;

/// So many posts stand on one page.
pub const PAGE: i64 = 20;

db::row! {
    /// A thread as one person sees it: with how far they have read, and whether they follow.
    #[derive(Debug, Clone)]
    pub struct Thread {
        pub id: ThreadId,
        pub title: String,
        pub scope: Scope,
        pub subject_kind: Option<String>,
        pub subject_id: Option<i64>,
        pub person_id: PersonId,
        pub by_name: String,
        pub group_id: Option<GroupId>,
        pub group_name: Option<String>,
        pub side: Side,
        pub locale: String,
        pub created_at: Timestamp,
        pub posts: i64,
        pub last_post_at: Timestamp,
        pub closed_at: Option<Timestamp>,
        /// Why a guide closed it.
        pub closing_reason: String,
        pub closing_locale: String,
        /// Since when it stands at the top of the list.
        pub pinned_at: Option<Timestamp>,
        pub version: i64,
        /// So many of its posts stand elsewhere by now.
        pub moved: i64,
        pub has_key_posts: bool,
        pub has_tags: bool,
        /// Until when it stands on the home page.
        pub announced_until: Option<Timestamp>,
        pub read: i64,
        pub follows: bool,
    }
}

impl Thread {
    pub fn path(&self) -> String {
        path(self.id)
    }

    /// How many posts stand here.
    pub fn count(&self) -> i64 {
        self.posts - self.moved
    }

    /// The number of pages, at least one.
    pub fn pages(&self) -> i64 {
        page_of(self.posts)
    }

    /// What it belongs to.
    pub fn label(&self) -> Option<Label> {
        Some(Label { kind: self.subject_kind.clone()?, id: self.subject_id? })
    }
}

pub fn path(thread: ThreadId) -> String {
    format!("/threads/{thread}")
}

/// The thread as this visitor sees it.
pub fn seen(c: &mut Conn, id: ThreadId, visitor: &Visitor) -> Result<Thread> {
    let thread =
        queries::by_id(c, id, visitor.person_id().unwrap_or(card::NOBODY))?.ok_or(Error::NotFound)?;
    visibility::ensure_seen(thread.scope, visitor)?;
    Ok(thread)
}

/// Leads back to a thread, with a word on what was done.
pub fn back(app: &App, id: ThreadId, said: &str) -> Result<Response> {
    let mut response = kit::page::see(&path(id))?;
    cookie::set_flash(response.headers_mut(), &app.settings, said);
    Ok(response)
}

/// The page that has a post; the first for whatever lies before it.
pub fn page_of(number: i64) -> i64 {
    (number.max(1) - 1) / PAGE + 1
}

/// The numbers of the posts on a page.
pub fn range_of(page: i64) -> (i64, i64) {
    ((page - 1) * PAGE + 1, page * PAGE)
}

/// A thread to be opened. What it belongs to was found for who opens it; so was their seeing its scope.
#[derive(Debug, Clone)]
pub struct NewThread<'a> {
    pub title: &'a str,
    pub body: &'a str,
    pub by: &'a Voice,
    pub scope: Scope,
    pub subject: Option<(&'a str, i64)>,
    pub locale: &'a str,
    pub key: Option<&'a str>,
}

/// Opens a thread with its first post.
pub fn open(c: &mut Conn, new: &NewThread<'_>, now: Timestamp) -> Result<ThreadId> {
    let text = Text::of(c, new.body, new.by.person)?;
    Ok(open_with(c, new, &text, now)?.thread)
}

/// The same with a text that is composed already.
pub fn open_with(c: &mut Conn, new: &NewThread<'_>, text: &Text, now: Timestamp) -> Result<Posted> {
    let NewThread { title, by, scope, subject, locale, key, .. } = *new;
    let (kind, subject_id) = subject.unzip();
    let thread = queries::insert(c, title, scope, kind, subject_id, by.person, by.group, locale, now)?;
    let first = NewPost { thread, by, text, locale, key };
    let posted = posts::write(c, &first, now)?;
    posts::publish_first(c, &posted, &first, now)?;
    let what = Happening { kind: "thread.opened", subject: ("thread", thread.0), title, scope };
    activity::record(c, by, what, now)?;
    Ok(posted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_twenty_posts_and_an_empty_thread_one_page() {
        assert_eq!([0, 1, 20, 21, 40, 10_000].map(page_of), [1, 1, 1, 2, 2, 500]);
    }
}
