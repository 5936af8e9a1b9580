//! What a bookmark is, and how one is made, changed and taken away.

use super::{queries, reminding};
use crate::{BookmarkId, PostId, ThreadId, path_of_post};
use db::Conn;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use kit::{Error, Form, PersonId, Problem, Result, Scope};
use people::Member;

/// So many one person may have; who keeps everything finds nothing.
pub const MOST: i64 = 1_000;
/// So many letters has a note at most.
pub const NOTE: usize = 500;
/// A reminder is at most so many days away.
const FAR: i32 = 3 * 366;

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    Post(PostId),
    Thread(ThreadId),
}

db::row! {
    /// A bookmark, with what it is of.
    #[derive(Debug, Clone)]
    pub struct Bookmark {
        pub id: BookmarkId,
        pub note: String,
        pub remind_on: Option<String>,
        pub by_letter: bool,
        pub reminded_at: Option<Timestamp>,
        pub thread_id: ThreadId,
        /// The number of the post; none where the whole thread is kept.
        pub number: Option<i64>,
        pub title: String,
        pub scope: Scope,
        pub locale: String,
        pub by_name: String,
        pub body: String,
        /// Neither removed nor hidden.
        pub is_there: bool,
    }
}

impl Bookmark {
    /// Where what is kept is read.
    pub fn path(&self) -> String {
        path_to(self.thread_id, self.number)
    }

    pub fn remind_day(&self) -> Option<civil::Date> {
        self.remind_on.as_deref()?.parse().ok()
    }
}

pub fn path_to(thread: ThreadId, number: Option<i64>) -> String {
    number.map_or_else(|| format!("/threads/{thread}"), |number| path_of_post(thread, number))
}

/// Keeps something; what is kept already stays as it is. Whether the person sees it is for the caller to say.
pub fn keep(c: &mut Conn, person: PersonId, what: Of, now: Timestamp) -> Result<()> {
    if queries::count(c, person)? >= MOST {
        return Err(Error::Conflict(Problem::new("bookmarks-enough").with("most", MOST)));
    }
    match what {
        Of::Post(post) => queries::keep_post(c, person, post, now)?,
        Of::Thread(thread) => queries::keep_thread(c, person, thread, now)?,
    };
    Ok(())
}

/// Whoever kept a thread that was merged keeps what it has become.
pub fn lead_on(c: &mut Conn, from: ThreadId, into: ThreadId) -> Result<()> {
    queries::lead_on(c, from, into)?;
    queries::forget_thread(c, from)?;
    Ok(())
}

/// Somebody's own; another's isn't there.
pub fn own(c: &mut Conn, id: BookmarkId, member: &Member) -> Result<Bookmark> {
    queries::of(c, member.id(), id)?.ok_or(Error::NotFound)
}

/// What is said of a bookmark.
#[derive(Debug, Clone)]
pub struct Wish {
    note: String,
    day: Option<civil::Date>,
    by_letter: bool,
}

impl Wish {
    /// Reads a form; a day that was chosen before stays, also when it is over.
    pub fn parse(form: &mut Form, today: civil::Date, before: &Bookmark) -> Option<Wish> {
        let (note, day) = (form.text("note", 0..=NOTE), form.optional_day("remind_on"));
        if let Some(day) = day.filter(|day| before.remind_day() != Some(*day)) {
            match (day - today).get_days() {
                ..0 => form.add("remind_on", Problem::new("bookmarks-day-past")),
                0..=FAR => {}
                _ => form.add("remind_on", Problem::new("bookmarks-day-far")),
            }
        }
        let by_letter = form.value("by_letter") == "yes";
        form.is_valid().then_some(Wish { note, day, by_letter })
    }
}

/// Says something else of one's own bookmark, and sets the reminder down where its day is another.
pub fn change(c: &mut Conn, id: BookmarkId, by: &Member, wish: &Wish, zone: &TimeZone) -> Result<()> {
    let before = own(c, id, by)?;
    let is_moved = before.remind_day() != wish.day;
    let day = wish.day.map(|day| day.to_string());
    queries::update(c, id, &wish.note, day.as_deref(), wish.by_letter, is_moved)?;
    if let Some(day) = wish.day.filter(|_| is_moved) {
        reminding::set_down(c, id, day, zone, by.now)?;
    }
    Ok(())
}
