//! What is asked of the table of drafts.

use crate::{PostId, ThreadId};
use db::Changed;
use jiff::Timestamp;
use kit::{PersonId, Scope};

db::row! {
    #[derive(Debug, Clone)]
    pub struct Kept {
        pub fields: String,
        pub saved_at: Timestamp,
    }
}

db::row! {
    /// What somebody has begun.
    #[derive(Debug, Clone)]
    pub struct Begun {
        pub person_id: PersonId,
        pub fields: String,
        pub saved_at: Timestamp,
    }
}

db::row! {
    /// A draft in the list of somebody's own.
    #[derive(Debug, Clone)]
    pub struct Listed {
        pub place: String,
        pub fields: String,
        pub saved_at: Timestamp,
        /// Of the thread that it is for, where there is one.
        pub title: Option<String>,
        pub scope: Option<Scope>,
    }
}

db::query! {
    pub fn find(person: PersonId, place: &str) -> Option<Kept> {
        "select fields, saved_at from drafts where person_id = $1 and place = $2"
    }

    pub fn put(person: PersonId, place: &str, thread: Option<ThreadId>, fields: &str, now: Timestamp) -> Changed {
        "insert into drafts (person_id, place, thread_id, fields, saved_at) values ($1, $2, $3, $4, $5)
         on conflict (person_id, place) do update set fields = excluded.fields, saved_at = excluded.saved_at"
    }

    /// What anybody has begun at a place.
    pub fn at_place(place: &str) -> Vec<Begun> {
        "select person_id, fields, saved_at from drafts where place = $1 order by person_id"
    }

    pub fn follow_posts(thread: ThreadId) -> Changed {
        "update drafts set thread_id = $1
         where place in (select 'change-' || cast(p.id as text) from posts p where p.thread_id = $1)"
    }

    pub fn delete(person: PersonId, place: &str) -> Changed {
        "delete from drafts where person_id = $1 and place = $2"
    }

    /// All but the newest of a person.
    pub fn delete_oldest(person: PersonId, most: i64) -> Changed {
        "delete from drafts where person_id = $1 and place in
            (select place from drafts where person_id = $1 order by saved_at desc, place limit 1000 offset $2)"
    }

    pub fn newest(person: PersonId, limit: i64) -> Vec<Listed> {
        "select d.place, d.fields, d.saved_at, t.title, t.scope
         from drafts d left join threads t on t.id = d.thread_id
         where d.person_id = $1 order by d.saved_at desc, d.place limit $2"
    }

    pub fn thread_of_post(id: PostId) -> Option<ThreadId> {
        "select thread_id from posts where id = $1 and deleted_at is null"
    }

    /// Whether a form with this key was sent.
    pub fn is_sent(key: &str) -> Option<i64> {
        "select id from posts where idempotency_key = $1"
    }
}
