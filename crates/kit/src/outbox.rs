//! Letters: written into the transaction that causes them, sent after it by a worker (`reach`).

use db::{Conn, jobs};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub const JOB: &str = "mail";

/// A letter that is written as any other and then put away.
pub const UNSENT: &str = "mail.unsent";

/// A letter to one person, in plain text with one link at most a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub text: String,
    /// Where one says "no more of these"; sent as `List-Unsubscribe` (RFC 8058).
    #[serde(default)]
    pub unsubscribe: Option<String>,
}

db::words! {
    /// What became of a letter, as far as the mail server's answer tells.
    pub enum Fate {
        /// It was taken.
        Sent = "sent",
        /// The address was refused for good.
        Refused = "refused",
    }
}

/// On which terms a letter goes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terms<'a> {
    /// Not before this time: many letters go one after the other.
    pub due: Option<Timestamp>,
    /// Worth nothing any more from this time on.
    pub over: Option<Timestamp>,
    /// The kind of job that hears what became of it, and about what: its payload is `{"id", "fate"}`.
    pub fate_to: Option<(&'a str, i64)>,
}

/// Puts a letter in the outbox. It goes out if, and only if, the transaction commits.
pub fn send(c: &mut Conn, letter: &Letter, now: Timestamp) -> db::Result<()> {
    send_on(c, letter, Terms::default(), now)
}

/// [`send`] on terms of its own.
pub fn send_on(c: &mut Conn, letter: &Letter, terms: Terms<'_>, now: Timestamp) -> db::Result<()> {
    write(c, JOB, letter, terms, now)
}

/// [`send`] of a letter that is worth nothing after a time: the link in it is over then. A mail server that
/// is away for a day gets none of these.
pub fn send_before(c: &mut Conn, letter: &Letter, over: Timestamp, now: Timestamp) -> db::Result<()> {
    write(c, JOB, letter, Terms { over: Some(over), ..Terms::default() }, now)
}

/// Does the same work as [`send_before`] and sends nothing, so that nobody can tell by the time it takes
/// whether an address is known.
pub fn pretend(c: &mut Conn, letter: &Letter, over: Timestamp, now: Timestamp) -> db::Result<()> {
    write(c, UNSENT, letter, Terms { over: Some(over), ..Terms::default() }, now)
}

fn write(c: &mut Conn, kind: &str, letter: &Letter, terms: Terms<'_>, now: Timestamp) -> db::Result<()> {
    let payload = serde_json::json!({
        "to": letter.to, "subject": letter.subject, "text": letter.text, "unsubscribe": letter.unsubscribe,
        "at": now.as_millisecond(), "over": terms.over.map(Timestamp::as_millisecond), "fate_to": terms.fate_to,
    });
    jobs::enqueue(c, kind, &payload, terms.due.unwrap_or(now)).map(drop)
}
