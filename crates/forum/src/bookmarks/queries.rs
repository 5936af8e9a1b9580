//! What is asked of the table of bookmarks. Posts and threads are read along: a list that asked for each of them
//! would be a question a line.

use super::bookmark::Bookmark;
use super::reminding::Due;
use crate::{BookmarkId, PostId, ThreadId};
use db::{Changed, One};
use jiff::Timestamp;
use kit::PersonId;

macro_rules! bookmarks {
    ($rest:literal) => {
        concat!(
            "select b.id, b.note, b.remind_on, b.by_letter, b.reminded_at, t.id as thread_id, p.number, t.title, t.scope,
                    coalesce(p.locale, t.locale) as locale, coalesce(g.name, w.name) as by_name,
                    substr(coalesce(p.body, ''), 1, 600) as body,
                    p.id is null or (p.deleted_at is null and p.hidden_at is null) as is_there
             from bookmarks b
             left join posts p on p.id = b.post_id
             join threads t on t.id = coalesce(p.thread_id, b.thread_id)
             join persons w on w.id = coalesce(p.person_id, t.person_id)
             left join groups g on g.id = case when p.id is null then t.group_id else p.group_id end
             where b.person_id = $1 ",
            $rest
        )
    };
}

db::query! {
    /// The newest before one of them.
    pub fn newest(person: PersonId, before: i64, limit: i64) -> Vec<Bookmark> {
        bookmarks!("and b.id < $2 order by b.id desc limit $3")
    }

    pub fn of(person: PersonId, id: BookmarkId) -> Option<Bookmark> {
        bookmarks!("and b.id = $2")
    }

    pub fn count(person: PersonId) -> One<i64> {
        "select count(*) from bookmarks where person_id = $1"
    }

    pub fn keep_post(person: PersonId, post: PostId, now: Timestamp) -> Changed {
        "insert into bookmarks (person_id, post_id, created_at) values ($1, $2, $3)
         on conflict (person_id, post_id) do nothing"
    }

    pub fn keep_thread(person: PersonId, thread: ThreadId, now: Timestamp) -> Changed {
        "insert into bookmarks (person_id, thread_id, created_at) values ($1, $2, $3)
         on conflict (person_id, thread_id) do nothing"
    }

    /// Those of posts with numbers in a range, and that of the thread itself.
    pub fn in_thread(person: PersonId, thread: ThreadId, from: i64, to: i64) -> Vec<(BookmarkId, Option<PostId>)> {
        "select b.id, b.post_id from posts p join bookmarks b on b.post_id = p.id and b.person_id = $1
         where p.thread_id = $2 and p.number between $3 and $4
         union all
         select id, post_id from bookmarks where person_id = $1 and thread_id = $2"
    }

    /// Another day than before has not been reminded of yet.
    pub fn update(id: BookmarkId, note: &str, remind_on: Option<&str>, by_letter: bool, is_moved: bool) -> Changed {
        "update bookmarks set note = $2, remind_on = $3, by_letter = $4,
                reminded_at = case when $5 then null else reminded_at end
         where id = $1"
    }

    pub fn delete(person: PersonId, id: BookmarkId) -> Changed {
        "delete from bookmarks where person_id = $1 and id = $2"
    }

    /// A reminder that nobody has had yet, for somebody who still sees what it is of.
    pub fn due(id: BookmarkId) -> Option<Due> {
        "select b.remind_on, b.by_letter, b.note, b.person_id, w.name, w.email, w.locale, t.id as thread_id, p.number,
                t.title
         from bookmarks b
         join persons w on w.id = b.person_id
         left join posts p on p.id = b.post_id
         join threads t on t.id = coalesce(p.thread_id, b.thread_id)
         where b.id = $1 and b.reminded_at is null and w.left_at is null
           and (t.scope = 'open' or (t.scope = 'circle' and w.in_circle))"
    }

    pub fn note_reminded(id: BookmarkId, now: Timestamp) -> Changed {
        "update bookmarks set reminded_at = $2 where id = $1 and reminded_at is null"
    }

    pub fn lead_on(from: ThreadId, into: ThreadId) -> Changed {
        "update bookmarks set thread_id = $2
         where thread_id = $1
           and not exists (select 1 from bookmarks b where b.thread_id = $2 and b.person_id = bookmarks.person_id)"
    }

    pub fn forget_thread(thread: ThreadId) -> Changed {
        "delete from bookmarks where thread_id = $1"
    }

    /// All that somebody kept.
    pub fn forget(person: PersonId) -> Changed {
        "delete from bookmarks where person_id = $1"
    }
}
