//! Who hears of a post: at once those who are named in it; a moment later, by a job, those who follow its thread,
//! so that many posts at one time are told in one go. Nobody hears of what they may not see, or of what they
//! said themselves.

use super::post::path;
use super::{Posted, queries};
use crate::ThreadId;
use db::{Conn, jobs};
use jiff::{SignedDuration, Timestamp};
use kit::{PersonId, Result, Scope, Voice};
use serde_json::{Value, json};

/// The kind of job that tells those who follow a thread.
pub const JOB: &str = "posts.tell";

/// So long posts are gathered.
const MOMENT: SignedDuration = SignedDuration::from_secs(1);

/// Tells those who follow the thread in a moment, of the posts after a number that have come until then.
pub fn followers_soon(c: &mut Conn, thread: ThreadId, after: i64, now: Timestamp) -> db::Result<()> {
    let payload = json!({ "thread": thread, "after": after });
    jobs::enqueue(c, JOB, &payload, now + MOMENT).map(drop)
}

/// Tells those who follow. Several replies are one notice that counts, and leads to the first.
pub fn run(c: &mut Conn, payload: &Value, now: Timestamp) -> Result<()> {
    let (Some(thread), Some(after)) = (payload["thread"].as_i64(), payload["after"].as_i64()) else {
        return Ok(());
    };
    let thread = ThreadId(thread);
    let Some(untold) = queries::tell_up_to_now(c, thread, after)? else { return Ok(()) };
    let circle = untold.scope == Scope::Circle;
    let (newest, address) = (untold.newest, path(thread, "{n}"));
    queries::tell_followers(c, thread, after, newest, &address, &untold.title, &untold.by_name, now, circle)?;
    Ok(())
}

/// Tells those who are named.
pub fn mentioned(
    c: &mut Conn,
    posted: &Posted,
    by: &Voice,
    persons: &[PersonId],
    now: Timestamp,
) -> db::Result<()> {
    let circle = posted.scope == Scope::Circle;
    for person in persons.iter().filter(|p| **p != by.person) {
        queries::tell_mentioned(c, *person, &posted.path(), &posted.title, &by.name, posted.id, now, circle)?;
    }
    Ok(())
}
