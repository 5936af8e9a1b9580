//! How often one address or one network may ask for the same thing. Counted in the database, so
//! several nodes count together.

use crate::{Error, Result};
use db::{Changed, Conn, One};
use jiff::Timestamp;

/// So many in one window of so many minutes.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    pub count: i64,
    pub minutes: i64,
}

/// Counts one more under `key`, and says `TooMany` past the limit.
pub fn take(c: &mut Conn, key: &str, limit: Limit, now: Timestamp) -> Result<()> {
    let window = limit.minutes * 60;
    let start = now.as_second() / window * window;
    let used = count(c, key, start)?;
    if used == 1 {
        // The first of a new window sweeps what is over.
        sweep(c, start - 24 * 3600)?;
    }
    if used > limit.count {
        return Err(Error::TooMany { seconds: start + window - now.as_second() });
    }
    Ok(())
}

db::query! {
    fn count(key: &str, start: i64) -> One<i64> {
        "insert into limits (key, window_start, count) values ($1, $2, 1)
         on conflict (key, window_start) do update set count = limits.count + 1
         returning count"
    }

    fn sweep(before: i64) -> Changed {
        "delete from limits where window_start < $1"
    }
}
