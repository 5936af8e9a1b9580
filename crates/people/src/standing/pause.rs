//! What a pause is. A block is one without an end.

use super::queries;
use crate::sessions;
use db::Conn;
use jiff::Timestamp;
use kit::PersonId;

db::row! {
    /// Why somebody doesn't write, or doesn't come in, for now.
    #[derive(Debug, Clone)]
    pub struct Pause {
        /// None: blocked, until it is lifted.
        pub until: Option<Timestamp>,
        /// What they were told, and in which language.
        pub words: String,
        pub locale: String,
        /// Where it is explained and can be appealed.
        pub path: String,
    }
}

/// Pauses or blocks a person, in the place of what stood before. A block ends their sessions.
pub fn put(c: &mut Conn, person: PersonId, pause: &Pause, now: Timestamp) -> db::Result<()> {
    let Pause { until, words, locale, path } = pause;
    queries::put(c, person, *until, words, locale, path, now)?;
    if until.is_none() {
        sessions::end_all(c, person)?;
    }
    Ok(())
}

/// Ends what is explained at a path; another that has come in its place meanwhile goes on.
pub fn lift(c: &mut Conn, person: PersonId, path: &str) -> db::Result<()> {
    queries::lift(c, person, path).map(drop)
}
