//! What is asked of the table of notices, for the page that shows them.

use db::Changed;
use jiff::Timestamp;
use kit::PersonId;

db::row! {
    #[derive(Debug, Clone)]
    pub struct Told {
        pub id: i64,
        pub kind: String,
        pub path: String,
        pub title: String,
        pub by_name: String,
        pub count: i64,
        pub at: Timestamp,
        pub read_at: Option<Timestamp>,
    }
}

db::query! {
    /// The newest before a time, and at that time those with a smaller number.
    pub fn newest(person: PersonId, before: Timestamp, before_id: i64, limit: i64) -> Vec<Told> {
        "select id, kind, path, title, by_name, count, at, read_at from notifications
         where person_id = $1 and (at, id) < ($2, $3) order by at desc, id desc limit $4"
    }

    pub fn path_of(person: PersonId, id: i64) -> Option<String> {
        "select path from notifications where person_id = $1 and id = $2"
    }

    pub fn read(person: PersonId, id: i64, now: Timestamp) -> Changed {
        "update notifications set read_at = $3 where person_id = $1 and id = $2 and read_at is null"
    }

    pub fn sweep(before: Timestamp) -> Changed {
        "delete from notifications where read_at < $1"
    }

    /// All that one person was told.
    pub fn forget(person: PersonId) -> Changed {
        "delete from notifications where person_id = $1"
    }

    /// Others were told of somebody by their name, which is all that stands there of them.
    pub fn rename(was: &str, is: &str) -> Changed {
        "update notifications set by_name = $2 where by_name = $1"
    }

    pub fn read_all(person: PersonId, now: Timestamp) -> Changed {
        "update notifications set read_at = $2 where person_id = $1 and read_at is null"
    }
}
