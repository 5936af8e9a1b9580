//! What is asked of the table of browsers.

use db::{Changed, One};
use jiff::Timestamp;
use kit::PersonId;

db::query! {
    pub fn is_known(hash: &[u8], person: PersonId) -> One<i64> {
        "select count(*) from browsers where token_hash = $1 and person_id = $2"
    }

    pub fn count(person: PersonId) -> One<i64> {
        "select count(*) from browsers where person_id = $1"
    }

    pub fn note(hash: &[u8], person: PersonId, device: &str, now: Timestamp) -> Changed {
        "insert into browsers (token_hash, person_id, device, created_at, seen_at) values ($1, $2, $3, $4, $4)
         on conflict (token_hash, person_id) do update set device = excluded.device, seen_at = excluded.seen_at"
    }

    pub fn sweep(before: Timestamp) -> Changed {
        "delete from browsers where seen_at < $1"
    }

    pub fn forget(person: PersonId) -> Changed {
        "delete from browsers where person_id = $1"
    }
}
