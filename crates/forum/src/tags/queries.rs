//! What is asked of the tables of tags.

use super::tag::TagRow;
use crate::{TagId, ThreadId};
use db::{Changed, One};
use jiff::Timestamp;
use kit::PersonId;

db::query! {
    pub fn all() -> Vec<TagRow> {
        "select id, names, descriptions, retired_at, merged_into from tags where merged_into is null"
    }

    pub fn by_id(id: TagId) -> Option<TagRow> {
        "select id, names, descriptions, retired_at, merged_into from tags where id = $1"
    }

    pub fn of_thread(thread: ThreadId) -> Vec<TagRow> {
        "select t.id, t.names, t.descriptions, t.retired_at, t.merged_into
         from thread_tags x join tags t on t.id = x.tag_id where x.thread_id = $1"
    }

    pub fn insert(names: &str, descriptions: &str, now: Timestamp) -> One<TagId> {
        "insert into tags (names, descriptions, created_at) values ($1, $2, $3) returning id"
    }

    pub fn update(id: TagId, names: &str, descriptions: &str) -> Changed {
        "update tags set names = $2, descriptions = $3 where id = $1 and merged_into is null"
    }

    pub fn retire(id: TagId, at: Option<Timestamp>) -> Changed {
        "update tags set retired_at = $2 where id = $1 and merged_into is null"
    }

    /// Gives a thread a tag that is in use.
    pub fn give(thread: ThreadId, tag: TagId) -> Changed {
        "insert into thread_tags (thread_id, tag_id)
         select cast($1 as bigint), id from tags where id = $2 and retired_at is null and merged_into is null
         on conflict (thread_id, tag_id) do nothing"
    }

    pub fn take(thread: ThreadId, tag: TagId) -> Changed {
        "delete from thread_tags where thread_id = $1 and tag_id = $2"
    }

    /// A tag's threads and followers go to another tag, and links to it lead there.
    pub fn lead_threads(from: TagId, into: TagId) -> Changed {
        "insert into thread_tags (thread_id, tag_id)
         select thread_id, cast($2 as bigint) from thread_tags where tag_id = $1
         on conflict (thread_id, tag_id) do nothing"
    }

    pub fn forget_threads(tag: TagId) -> Changed {
        "delete from thread_tags where tag_id = $1"
    }

    pub fn lead_followers(from: TagId, into: TagId) -> Changed {
        "insert into tag_follows (person_id, tag_id, since)
         select person_id, cast($2 as bigint), since from tag_follows where tag_id = $1
         on conflict (person_id, tag_id) do nothing"
    }

    pub fn forget_followers(tag: TagId) -> Changed {
        "delete from tag_follows where tag_id = $1"
    }

    pub fn lead(from: TagId, into: TagId) -> Changed {
        "update tags set merged_into = $2 where id = $1 or merged_into = $1"
    }

    pub fn follow(person: PersonId, tag: TagId, now: Timestamp) -> Changed {
        "insert into tag_follows (person_id, tag_id, since) values ($1, $2, $3)
         on conflict (person_id, tag_id) do nothing"
    }

    pub fn unfollow(person: PersonId, tag: TagId) -> Changed {
        "delete from tag_follows where person_id = $1 and tag_id = $2"
    }

    pub fn follows(person: PersonId, tag: TagId) -> Option<i64> {
        "select since from tag_follows where person_id = $1 and tag_id = $2"
    }

    /// Everybody who follows a tag and may read the thread hears that it has it, in one statement.
    pub fn tell(thread: ThreadId, tag: TagId, path: &str, title: &str, by: &str, now: Timestamp, circle: bool, writer: PersonId) -> Changed {
        "insert into notifications (person_id, kind, path, title, by_name, subject_kind, subject_id, at)
         select p.id, 'tagged', cast($3 as text), cast($4 as text), cast($5 as text), 'thread', cast($1 as bigint),
                cast($6 as bigint)
         from tag_follows f join persons p on p.id = f.person_id
         where f.tag_id = $2 and p.left_at is null and (p.in_circle or not $7) and p.id <> $8
         on conflict (subject_kind, subject_id, kind, person_id) where read_at is null do nothing"
    }

    /// A thread that comes of another is about the same.
    pub fn hand_on(from: ThreadId, into: ThreadId) -> Changed {
        "insert into thread_tags (thread_id, tag_id)
         select cast($2 as bigint), tag_id from thread_tags where thread_id = $1"
    }

    pub fn forget_of(thread: ThreadId) -> Changed {
        "delete from thread_tags where thread_id = $1"
    }
}
