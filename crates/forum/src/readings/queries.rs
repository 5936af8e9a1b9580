//! What is asked of the table of readings, and of the notices that end with reading.

use crate::ThreadId;
use db::Changed;
use jiff::Timestamp;
use kit::PersonId;

db::query! {
    pub fn put(person: PersonId, thread: ThreadId, number: i64) -> Changed {
        "insert into readings (person_id, thread_id, number) values ($1, $2, $3)
         on conflict (person_id, thread_id) do update set number = excluded.number
         where readings.number < excluded.number"
    }

    /// Whoever has reached the end needs no notice that the thread went on.
    pub fn read_replies(person: PersonId, thread: ThreadId, to: i64, now: Timestamp) -> Changed {
        "update notifications set read_at = $4
         where subject_kind = 'thread' and subject_id = $2 and person_id = $1 and read_at is null
           and $3 >= (select posts from threads where id = $2)"
    }

    /// Whoever has the post before them needs no notice that they are named in it.
    pub fn read_mentions(person: PersonId, thread: ThreadId, first: i64, last: i64, now: Timestamp) -> Changed {
        "update notifications set read_at = $5
         where person_id = $1 and read_at is null and subject_kind = 'post'
           and subject_id in (select id from posts where thread_id = $2 and number between $3 and $4)"
    }
}
