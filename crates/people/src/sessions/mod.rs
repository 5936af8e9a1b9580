//! A session is one device on which a person is signed in: a row that they can see and end. The
//! cookie holds 256 random bits; the row only their hash.
//!
//! Our own and not a session library's: a session here is one typed row that is read together with
//! its person in one statement, listed and ended by people. A store of untyped values would need a
//! second read on each request for the same thing.

pub mod cookie;
mod device;
mod queries;

pub use device::device;
pub use queries::{Identity, end, end_all, end_others, identity, of_person};

use db::Conn;
use jiff::Timestamp;
use kit::{PersonId, retention, token};

/// The kind of period after which a session that isn't used is over.
const PERIOD: &str = "sessions";

/// So many days, unless the community has chosen.
const DAYS: i64 = 90;

kit::period!("sessions", place 10, DAYS days of 1 to 365, let_go);

fn let_go(c: &mut Conn, before: Timestamp) -> kit::Result<()> {
    Ok(queries::sweep_all(c, before).map(drop)?)
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Session {
        pub id: i64,
        pub device: String,
        pub created_at: Timestamp,
        pub seen_at: Timestamp,
    }
}

/// Starts a session in place of the one that this browser had, whoever's it was: no secret from before
/// goes on after signing in.
pub fn renew(
    c: &mut Conn,
    before: Option<i64>,
    person: PersonId,
    device: &str,
    now: Timestamp,
) -> db::Result<String> {
    if let Some(before) = before {
        queries::close(c, before)?;
    }
    crate::persons::saw(c, person, now)?;
    start(c, person, device, now)
}

/// Starts a session and gives the secret for its cookie.
pub fn start(c: &mut Conn, person: PersonId, device: &str, now: Timestamp) -> db::Result<String> {
    queries::sweep(c, person, now)?;
    // Whoever comes in does not want to leave.
    crate::persons::stay(c, person, now)?;
    let lasts = retention::lasts(c, PERIOD)?;
    let secret = token::new();
    queries::insert(c, &secret.hash, token::number(), person, device, now, now + lasts)?;
    Ok(secret.text)
}

/// Says that whoever holds a session showed now that it is them, and gives its new secret.
pub fn prove(c: &mut Conn, id: i64, now: Timestamp) -> db::Result<String> {
    let secret = token::new();
    queries::prove(c, id, &secret.hash, now)?;
    Ok(secret.text)
}

/// Says that a session was used now.
pub fn touch(c: &mut Conn, id: i64, now: Timestamp) -> db::Result<()> {
    queries::touch(c, id, now, DAYS).map(drop)
}
