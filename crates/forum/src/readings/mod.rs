//! How far a person has read a thread: the number of the last post they had before them. What comes
//! after is new to them, and "to where I was" leads there. Opening a page moves the mark, never back.

mod queries;

use crate::ThreadId;
use db::Conn;
use futures_util::FutureExt;
use jiff::Timestamp;
use kit::{App, PersonId, Result};

/// Moves the mark of a person, where they have read on.
pub fn mark(c: &mut Conn, person: PersonId, thread: ThreadId, number: i64) -> db::Result<()> {
    queries::put(c, person, thread, number).map(drop)
}

/// Somebody has these posts before them: moves their mark, and takes away the notices that led here.
/// Handed to the writer without waiting for it, since nobody should wait to read.
pub fn saw(app: &App, person: PersonId, thread: ThreadId, from: i64, to: i64) {
    let now = app.now();
    let seen = app.db.write(move |c| see(c, person, thread, (from, to), now));
    let _ = seen.now_or_never();
}

fn see(
    c: &mut Conn,
    person: PersonId,
    thread: ThreadId,
    (from, to): (i64, i64),
    now: Timestamp,
) -> Result<()> {
    mark(c, person, thread, to)?;
    queries::read_replies(c, person, thread, to, now)?;
    queries::read_mentions(c, person, thread, from, to, now)?;
    Ok(())
}
