//! A thread as lists show it: here, on the home page, on the page of what it belongs to.

use super::queries;
use super::thread::{page_of, path};
use crate::{ThreadId, posts};
use db::Conn;
use jiff::Timestamp;
use kit::{PersonId, Scope, Side};

db::row! {
    #[derive(Debug, Clone)]
    pub struct ThreadCard {
        pub id: ThreadId,
        pub title: String,
        pub scope: Scope,
        pub subject_kind: Option<String>,
        pub subject_id: Option<i64>,
        pub locale: String,
        pub posts: i64,
        pub last_post_at: Timestamp,
        pub is_closed: bool,
        pub is_pinned: bool,
        /// Who opened it: a group, or a person in their own voice.
        pub opened_by: String,
        pub opened_side: Side,
        /// The last voice.
        pub last_by: String,
        pub last_side: Side,
        /// How many voices of each side have spoken.
        pub organisations: i64,
        pub citizens: i64,
        /// So many of its posts stand elsewhere by now.
        pub moved: i64,
        /// Until when it stands on the home page.
        pub announced_until: Option<Timestamp>,
        /// The last post that the visitor has read; 0 where they haven't opened it, or for a stranger.
        pub read: i64,
        pub follows: bool,
        /// The numbers of its tags: `3,12`.
        pub tags: String,
    }
}

impl ThreadCard {
    pub fn path(&self) -> String {
        path(self.id)
    }

    /// Where the visitor was: the first post that is new to them, or the last; the beginning where they have
    /// never been.
    pub fn path_on(&self) -> String {
        match self.read {
            0 => self.path(),
            // A link to a post leads to where that post went; here one reads on.
            read if self.moved > 0 => {
                format!("{}?page={}#new", self.path(), page_of((read + 1).min(self.posts)))
            }
            read => posts::path(self.id, (read + 1).min(self.posts.max(1))),
        }
    }

    /// How many posts stand here.
    pub fn count(&self) -> i64 {
        self.posts - self.moved
    }

    /// How many posts are new to the visitor.
    pub fn new_posts(&self) -> i64 {
        (self.posts - self.read).max(0)
    }

    pub fn is_circle(&self) -> bool {
        self.scope == Scope::Circle
    }

    /// Its language, where it isn't the page's.
    pub fn foreign(&self, chrome: &kit::Chrome) -> Option<&str> {
        (self.locale != chrome.lang()).then_some(self.locale.as_str())
    }
}

/// So many threads of one thing are shown on its page.
const MOST_OF_SUBJECT: i64 = 20;

/// The threads that belong to a thing, what was talked about last first. `circle`: whether who asks is of
/// the founding circle.
pub fn of_subject(c: &mut Conn, kind: &str, id: i64, circle: bool) -> db::Result<Vec<ThreadCard>> {
    queries::of_subject(c, NOBODY, circle, kind, id, MOST_OF_SUBJECT)
}

/// The threads that guides have announced, and after them those that were talked in last.
pub fn front(
    c: &mut Conn,
    person: Option<PersonId>,
    circle: bool,
    now: Timestamp,
    limit: i64,
) -> db::Result<(Vec<ThreadCard>, Vec<ThreadCard>)> {
    let cards = queries::front(c, person.unwrap_or(NOBODY), circle, now, limit)?;
    Ok(cards.into_iter().partition(|card| card.announced_until.is_some_and(|until| until > now)))
}

/// The threads that were talked in last, with what is new to a person.
pub fn newest(
    c: &mut Conn,
    person: Option<PersonId>,
    circle: bool,
    limit: i64,
) -> db::Result<Vec<ThreadCard>> {
    queries::older(c, person.unwrap_or(NOBODY), circle, "", i64::MAX, i64::MAX, limit)
}

/// Has read nothing and follows nothing.
pub const NOBODY: PersonId = PersonId(0);
