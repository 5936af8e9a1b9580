//! Who hears of a post: those who follow its thread, in one statement however many they are, and those who
//! are named in it. Nobody hears of what they may not see, or of what they said themselves.

use super::{Posted, queries};
use db::Conn;
use jiff::Timestamp;
use kit::{PersonId, Scope, Voice};

/// Tells those who follow the thread. Several replies are one notice that counts, and leads to the first.
pub fn followers(c: &mut Conn, posted: &Posted, by: &Voice, now: Timestamp) -> db::Result<()> {
    let circle = posted.scope == Scope::Circle;
    queries::tell_followers(
        c,
        posted.thread,
        by.person,
        &posted.path(),
        &posted.title,
        &by.name,
        now,
        circle,
        posted.id,
    )?;
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
