//! How often somebody may ask for what is cheap to answer and asked while one types. Counted in memory, by each node
//! for itself: a count in the database, as [`crate::limits`] keeps it, would cost more than the answer.

use crate::{Error, Result};
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// More than these in one minute are counted together no longer: memory has an end.
const MOST_KEYS: usize = 50_000;

/// What was asked in this minute, by whom.
#[derive(Debug, Default)]
pub struct Pace(Mutex<Minute>);

#[derive(Debug, Default)]
struct Minute {
    number: i64,
    used: HashMap<String, i64>,
}

impl Pace {
    /// Counts one more under `key`, and says `TooMany` past so many in a minute.
    pub fn take(&self, key: &str, most: i64, now: Timestamp) -> Result<()> {
        let mut minute = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let number = now.as_second() / 60;
        if minute.number != number || minute.used.len() >= MOST_KEYS {
            *minute = Minute { number, used: HashMap::new() };
        }
        let used = minute.used.entry(key.to_owned()).or_default();
        *used += 1;
        if *used > most { Err(Error::TooMany { seconds: 60 - now.as_second() % 60 }) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_so_many_in_a_minute() {
        let (pace, now) = (Pace::default(), "2026-11-23T09:00:20Z".parse::<Timestamp>().unwrap());
        assert!((0..3).all(|_| pace.take("a", 3, now).is_ok()));
        assert!(matches!(pace.take("a", 3, now), Err(Error::TooMany { seconds: 40 })));
        assert!(pace.take("b", 3, now).is_ok());
        let later = now + jiff::SignedDuration::from_secs(40);
        assert!(pace.take("a", 3, later).is_ok());
    }
}
