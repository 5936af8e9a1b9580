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

/// Puts a letter in the outbox. It goes out if, and only if, the transaction commits.
pub fn send(c: &mut Conn, letter: &Letter, now: Timestamp) -> db::Result<()> {
    write(c, JOB, letter, now, None)
}

/// [`send`] of a letter that is worth nothing after a time: the link in it is over then. A mail server that
/// is away for a day gets none of these.
pub fn send_before(c: &mut Conn, letter: &Letter, over: Timestamp, now: Timestamp) -> db::Result<()> {
    write(c, JOB, letter, now, Some(over))
}

/// Does the same work as [`send_before`] and sends nothing, so that nobody can tell by the time it takes
/// whether an address is known.
pub fn pretend(c: &mut Conn, letter: &Letter, over: Timestamp, now: Timestamp) -> db::Result<()> {
    write(c, UNSENT, letter, now, Some(over))
}

fn write(
    c: &mut Conn,
    kind: &str,
    letter: &Letter,
    now: Timestamp,
    over: Option<Timestamp>,
) -> db::Result<()> {
    let payload = serde_json::json!({
        "to": letter.to, "subject": letter.subject, "text": letter.text, "unsubscribe": letter.unsubscribe,
        "at": now.as_millisecond(), "over": over.map(Timestamp::as_millisecond),
    });
    jobs::enqueue(c, kind, &payload, now).map(drop)
}
