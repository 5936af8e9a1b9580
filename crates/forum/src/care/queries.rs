//! What changes in the forum's tables when posts and threads go elsewhere. Each statement is for a whole thread: a
//! talk may have hundreds of posts.

use crate::{PostId, ThreadId};
use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId, Scope};

db::row! {
    /// A post on its way to another thread.
    #[derive(Debug, Clone)]
    pub struct Going {
        pub id: PostId,
        pub number: i64,
        pub person_id: PersonId,
        pub group_id: Option<GroupId>,
        pub locale: String,
        pub created_at: Timestamp,
        pub html: String,
        /// Neither removed nor hidden: it can be found.
        pub is_there: bool,
    }
}

db::query! {
    pub fn posts_of(thread: ThreadId) -> Vec<Going> {
        "select id, number, person_id, group_id, locale, created_at, html,
                deleted_at is null and hidden_at is null as is_there
         from posts where thread_id = $1 order by number"
    }

    pub fn count_posts(thread: ThreadId) -> One<i64> {
        "select count(*) from posts where thread_id = $1"
    }

    /// A thread for posts that come from elsewhere: it belongs to what `like` belongs to, and is closed where that is.
    pub fn open_like(like: ThreadId, title: &str, person: PersonId, group: Option<GroupId>, locale: &str, at: Timestamp) -> One<ThreadId> {
        "insert into threads (title, scope, subject_kind, subject_id, person_id, group_id, locale, created_at, last_post_at,
                              closed_at, closing_reason, closing_locale)
         select cast($2 as text), scope, subject_kind, subject_id, cast($3 as bigint), cast($4 as bigint), cast($5 as text),
                cast($6 as bigint), cast($6 as bigint), closed_at, closing_reason, closing_locale
         from threads where id = $1 returning id"
    }

    pub fn note_place(thread: ThreadId, number: i64, post: PostId) -> Changed {
        "insert into former_places (thread_id, number, post_id) values ($1, $2, $3)"
    }

    pub fn put_post(post: PostId, thread: ThreadId, number: i64) -> Changed {
        "update posts set thread_id = $2, number = $3 where id = $1"
    }

    pub fn note_places(a: ThreadId, b: ThreadId) -> Changed {
        "insert into former_places (thread_id, number, post_id)
         select thread_id, number, id from posts where thread_id in ($1, $2)"
    }

    /// All posts of two threads into a third, in the order of time.
    pub fn put_posts(a: ThreadId, b: ThreadId, into: ThreadId) -> Changed {
        "update posts set thread_id = $3, number = o.place
         from (select id as post, row_number() over (order by created_at, id) as place
               from posts where thread_id in ($1, $2)) o
         where o.post = posts.id"
    }

    pub fn forget_speakers(thread: ThreadId) -> Changed {
        "delete from speakers where thread_id = $1"
    }

    pub fn count_speakers(thread: ThreadId) -> Changed {
        "insert into speakers (thread_id, voice, side, posts)
         select x.thread_id, x.voice, x.side, count(*)
         from (select p.thread_id, coalesce(g.side, 'citizens') as side,
                      case when p.group_id is null then 'p' || cast(p.person_id as text)
                           else 'g' || cast(p.group_id as text) end as voice
               from posts p left join groups g on g.id = p.group_id
               where p.thread_id = $1 and p.deleted_at is null) x
         group by x.thread_id, x.voice, x.side"
    }

    /// What lists say of a thread, by the posts and speakers that it has.
    pub fn count_thread(thread: ThreadId) -> Changed {
        "update threads set
             posts = case when posts > (select coalesce(max(number), 0) from posts where thread_id = $1) then posts
                          else (select coalesce(max(number), 0) from posts where thread_id = $1) end,
             moved = (select count(*) from former_places where thread_id = $1),
             last_post_at = coalesce((select max(created_at) from posts where thread_id = $1), last_post_at),
             last_person_id = (select person_id from posts where thread_id = $1 and hidden_at is null
                               order by number desc limit 1),
             last_group_id = (select group_id from posts where thread_id = $1 and hidden_at is null
                              order by number desc limit 1),
             organisations = (select count(*) from speakers where thread_id = $1 and side = 'organisations'),
             citizens = (select count(*) from speakers where thread_id = $1 and side = 'citizens'),
             version = version + 1
         where id = $1"
    }

    /// Those who follow were told of all that comes along.
    pub fn note_told(thread: ThreadId) -> Changed {
        "update threads set told_to = posts where id = $1"
    }

    /// Whoever had read a post before it was split off has read it now.
    pub fn split_readings(from: ThreadId, into: ThreadId) -> Changed {
        "insert into readings (person_id, thread_id, number)
         select r.person_id, cast($2 as bigint), count(*)
         from readings r join former_places f on f.thread_id = r.thread_id and f.number <= r.number
         join posts p on p.id = f.post_id and p.thread_id = $2
         where r.thread_id = $1 group by r.person_id"
    }

    pub fn split_follows(from: ThreadId, into: ThreadId) -> Changed {
        "insert into follows (person_id, thread_id, since, muted)
         select person_id, cast($2 as bigint), since, muted from follows where thread_id = $1"
    }

    /// Whoever read in one of two threads has read the new one up to the first post that they have not.
    pub fn merge_readings(a: ThreadId, b: ThreadId, into: ThreadId) -> Changed {
        "insert into readings (person_id, thread_id, number)
         select w.person_id, cast($3 as bigint),
                coalesce(min(case when f.number > coalesce(r.number, 0) then p.number end) - 1, max(p.number))
         from (select distinct person_id from readings where thread_id in ($1, $2)) w
         cross join former_places f
         join posts p on p.id = f.post_id and p.thread_id = $3
         left join readings r on r.person_id = w.person_id and r.thread_id = f.thread_id
         where f.thread_id in ($1, $2)
         group by w.person_id"
    }

    /// Who follows one of two threads follows the new one, unless they want to hear of neither.
    pub fn merge_follows(a: ThreadId, b: ThreadId, into: ThreadId) -> Changed {
        "insert into follows (person_id, thread_id, since, muted)
         select person_id, cast($3 as bigint), min(since), min(case when muted then 1 else 0 end) = 1
         from follows where thread_id in ($1, $2) group by person_id"
    }

    pub fn forget_readings(a: ThreadId, b: ThreadId) -> Changed {
        "delete from readings where thread_id in ($1, $2)"
    }

    pub fn forget_follows(a: ThreadId, b: ThreadId) -> Changed {
        "delete from follows where thread_id in ($1, $2)"
    }

    /// The summary of a thread goes along where the new one has none; it covers the same post.
    pub fn lead_summary(from: ThreadId, into: ThreadId) -> Changed {
        "update thread_summaries set thread_id = $2,
                until_number = coalesce((select max(p.number) from former_places f join posts p on p.id = f.post_id
                                         where f.thread_id = $1 and f.number <= until_number), 1)
         where thread_id = $1 and not exists (select 1 from thread_summaries s where s.thread_id = $2)"
    }

    pub fn forget_summary(thread: ThreadId) -> Changed {
        "delete from thread_summaries where thread_id = $1"
    }

    pub fn lead_announcement(from: ThreadId, into: ThreadId) -> Changed {
        "update announcements set thread_id = $2
         where thread_id = $1 and not exists (select 1 from announcements a where a.thread_id = $2)"
    }

    /// Of several unread notices on two threads one is enough.
    pub fn settle_notices(from: ThreadId, other: ThreadId, now: Timestamp) -> Changed {
        "update notifications set read_at = $3
         where subject_kind = 'thread' and subject_id = $1 and read_at is null
           and exists (select 1 from notifications n where n.subject_kind = 'thread' and n.subject_id = $2
                         and n.kind = notifications.kind and n.person_id = notifications.person_id
                         and n.read_at is null)"
    }

    pub fn lead_notices(a: ThreadId, b: ThreadId, into: ThreadId) -> Changed {
        "update notifications set subject_id = $3 where subject_kind = 'thread' and subject_id in ($1, $2)"
    }

    /// What is left of a merged thread is where it leads.
    pub fn lead_on(from: ThreadId, into: ThreadId) -> Changed {
        "update threads set merged_into = $2, posts = 0, moved = 0, told_to = 0, organisations = 0, citizens = 0,
                pinned_at = null, subject_kind = null, subject_id = null, version = version + 1
         where id = $1"
    }

    /// A thread at the top of the list stays there when it is merged.
    pub fn keep_pin(a: ThreadId, b: ThreadId, into: ThreadId) -> Changed {
        "update threads set pinned_at = (select max(t.pinned_at) from threads t where t.id in ($1, $2)) where id = $3"
    }

    pub fn place(thread: ThreadId, kind: Option<&str>, subject: Option<i64>, scope: Scope) -> Changed {
        "update threads set subject_kind = $2, subject_id = $3, scope = $4, version = version + 1 where id = $1"
    }

    pub fn narrow_activity(thread: ThreadId, scope: Scope) -> Changed {
        "update activity set scope = $2 where subject_kind = 'thread' and subject_id = $1"
    }

    /// Nobody keeps a notice of what they may no longer read.
    pub fn forget_notices_outside_circle(thread: ThreadId) -> Changed {
        "delete from notifications
         where person_id in (select id from persons where not in_circle)
           and ((subject_kind = 'thread' and subject_id = $1)
                or (subject_kind = 'post' and subject_id in (select id from posts where thread_id = $1)))"
    }

    pub fn announce(thread: ThreadId, person: PersonId, now: Timestamp, until: Timestamp) -> Changed {
        "insert into announcements (thread_id, person_id, announced_at, until) values ($1, $2, $3, $4)
         on conflict (thread_id) do update set person_id = excluded.person_id, announced_at = excluded.announced_at,
             until = excluded.until"
    }

    pub fn count_announced(other_than: ThreadId, now: Timestamp) -> One<i64> {
        "select count(*) from announcements where until > $2 and thread_id <> $1"
    }

    pub fn end_announcement(thread: ThreadId) -> Changed {
        "delete from announcements where thread_id = $1"
    }

    pub fn sweep_announcements(before: Timestamp) -> Changed {
        "delete from announcements where until < $1"
    }

    /// Everybody who may read it hears of an announcement, in one statement.
    pub fn tell_everybody(thread: ThreadId, path: &str, title: &str, by: &str, now: Timestamp, circle: bool, writer: PersonId) -> Changed {
        "insert into notifications (person_id, kind, path, title, by_name, subject_kind, subject_id, at)
         select id, 'announcement', cast($2 as text), cast($3 as text), cast($4 as text), 'thread', cast($1 as bigint),
                cast($5 as bigint)
         from persons where left_at is null and (in_circle or not $6) and id <> $7
         on conflict (subject_kind, subject_id, kind, person_id) where read_at is null do nothing"
    }

    pub fn mark_key(post: PostId, at: Option<Timestamp>) -> Changed {
        "update posts set key_at = $2 where id = $1"
    }

    pub fn count_key(thread: ThreadId) -> One<i64> {
        "select count(*) from posts where thread_id = $1 and key_at is not null"
    }

    pub fn bump(thread: ThreadId) -> Changed {
        "update threads set version = version + 1 where id = $1"
    }
}
