//! What is asked of the table of follows.

use crate::ThreadId;
use db::Changed;
use jiff::Timestamp;
use kit::PersonId;

db::query! {
    pub fn begin(person: PersonId, thread: ThreadId, now: Timestamp) -> Changed {
        "insert into follows (person_id, thread_id, since) values ($1, $2, $3)
         on conflict (person_id, thread_id) do nothing"
    }

    pub fn set(person: PersonId, thread: ThreadId, muted: bool, now: Timestamp) -> Changed {
        "insert into follows (person_id, thread_id, muted, since) values ($1, $2, $3, $4)
         on conflict (person_id, thread_id) do update set muted = excluded.muted"
    }
}
