//! What is asked of the table of threads. Lists are read with the readings, follows and voices that each card
//! shows: asking those rooms thread by thread would be a question a card.

use super::summary::Summary;
use super::{Thread, ThreadCard};
use crate::{TagId, ThreadId};
use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId, Scope};

macro_rules! cards {
    ($rest:literal) => {
        concat!(
            "select t.id, t.title, t.scope, t.subject_kind, t.subject_id, t.locale, t.posts, t.last_post_at,
                    t.closed_at is not null as is_closed, t.pinned_at is not null as is_pinned, coalesce(g.name, p.name) as opened_by, coalesce(g.side, 'citizens') as opened_side,
                    coalesce(lg.name, lp.name, p.name) as last_by, coalesce(lg.side, 'citizens') as last_side,
                    t.organisations, t.citizens, t.moved, a.until as announced_until,
                    coalesce(r.number, 0) as read, coalesce(not f.muted, false) as follows,
                    coalesce((select string_agg(cast(x.tag_id as text), ',') from thread_tags x where x.thread_id = t.id), '') as tags
             from threads t
             join persons p on p.id = t.person_id left join groups g on g.id = t.group_id
             left join persons lp on lp.id = t.last_person_id left join groups lg on lg.id = t.last_group_id
             left join readings r on r.thread_id = t.id and r.person_id = $1
             left join follows f on f.thread_id = t.id and f.person_id = $1
             left join announcements a on a.thread_id = t.id
             where t.merged_into is null and (t.scope = 'open' or ($2 and t.scope = 'circle')) ",
            $rest
        )
    };
}

db::query! {
    /// The threads before a place in the list, newest activity first. `narrow`: 'unread', 'followed', or the kind
    /// of what they belong to; empty for all.
    pub fn older(person: PersonId, circle: bool, narrow: &str, at: i64, id: i64, limit: i64) -> Vec<ThreadCard> {
        cards!(
            "and ($3 = '' or ($3 = 'unread' and t.posts > coalesce(r.number, 0))
                  or ($3 = 'followed' and not f.muted) or t.subject_kind = $3)
             and (t.last_post_at, t.id) < ($4, $5)
             order by t.last_post_at desc, t.id desc limit $6"
        )
    }

    /// The same after a place in the list, from there on.
    pub fn newer(person: PersonId, circle: bool, narrow: &str, at: i64, id: i64, limit: i64) -> Vec<ThreadCard> {
        cards!(
            "and ($3 = '' or ($3 = 'unread' and t.posts > coalesce(r.number, 0))
                  or ($3 = 'followed' and not f.muted) or t.subject_kind = $3)
             and (t.last_post_at, t.id) > ($4, $5)
             order by t.last_post_at, t.id limit $6"
        )
    }

    /// The threads with a tag before a place in the list, newest activity first.
    pub fn tagged_older(person: PersonId, circle: bool, narrow: &str, at: i64, id: i64, limit: i64, tag: TagId) -> Vec<ThreadCard> {
        cards!(
            "and ($3 = '' or ($3 = 'unread' and t.posts > coalesce(r.number, 0))
                  or ($3 = 'followed' and not f.muted) or t.subject_kind = $3)
             and (t.last_post_at, t.id) < ($4, $5)
             and t.id in (select x.thread_id from thread_tags x where x.tag_id = $7)
             order by t.last_post_at desc, t.id desc limit $6"
        )
    }

    /// The same after a place in the list, from there on.
    pub fn tagged_newer(person: PersonId, circle: bool, narrow: &str, at: i64, id: i64, limit: i64, tag: TagId) -> Vec<ThreadCard> {
        cards!(
            "and ($3 = '' or ($3 = 'unread' and t.posts > coalesce(r.number, 0))
                  or ($3 = 'followed' and not f.muted) or t.subject_kind = $3)
             and (t.last_post_at, t.id) > ($4, $5)
             and t.id in (select x.thread_id from thread_tags x where x.tag_id = $7)
             order by t.last_post_at, t.id limit $6"
        )
    }

    /// Those at the top of the list.
    pub fn pinned(person: PersonId, circle: bool, limit: i64) -> Vec<ThreadCard> {
        cards!("and t.pinned_at is not null order by t.pinned_at desc, t.id desc limit $3")
    }

    /// Those that were talked in last, and those that guides have announced.
    pub fn front(person: PersonId, circle: bool, now: Timestamp, limit: i64) -> Vec<ThreadCard> {
        cards!("and (t.id in (select n.id from threads n order by n.last_post_at desc, n.id desc limit 40)
                     or a.until > $3)
                order by case when a.until > $3 then 0 else 1 end, t.last_post_at desc, t.id desc limit $4")
    }

    /// Where a thread has gone that was merged.
    pub fn merged_into(id: ThreadId) -> Option<(ThreadId, Scope)> {
        "select t.id, t.scope from threads m join threads t on t.id = m.merged_into where m.id = $1"
    }

    pub fn count_pinned() -> One<i64> {
        "select count(*) from threads where pinned_at is not null"
    }

    pub fn pin(id: ThreadId, at: Option<Timestamp>) -> Changed {
        "update threads set pinned_at = $2, version = version + 1 where id = $1"
    }

    pub fn summary(id: ThreadId) -> Option<Summary> {
        "select body, html, locale, until_number, written_at from thread_summaries where thread_id = $1"
    }

    pub fn put_summary(id: ThreadId, body: &str, html: &str, locale: &str, until: i64, by: PersonId, now: Timestamp) -> Changed {
        "insert into thread_summaries (thread_id, body, html, locale, until_number, person_id, written_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (thread_id) do update
         set body = excluded.body, html = excluded.html, locale = excluded.locale, until_number = excluded.until_number,
             person_id = excluded.person_id, written_at = excluded.written_at"
    }

    pub fn delete_summary(id: ThreadId) -> Changed {
        "delete from thread_summaries where thread_id = $1"
    }

    pub fn of_subject(person: PersonId, circle: bool, kind: &str, id: i64, limit: i64) -> Vec<ThreadCard> {
        cards!("and t.subject_kind = $3 and t.subject_id = $4 order by t.last_post_at desc, t.id desc limit $5")
    }

    /// A thread, whoever may see it.
    pub fn by_id(id: ThreadId, person: PersonId) -> Option<Thread> {
        "select t.id, t.title, t.scope, t.subject_kind, t.subject_id, t.person_id, p.name as by_name, t.group_id,
                g.name as group_name, coalesce(g.side, 'citizens') as side, t.locale, t.created_at, t.posts,
                t.last_post_at, t.closed_at, t.closing_reason, t.closing_locale, t.pinned_at, t.version, t.moved,
                exists (select 1 from posts k where k.thread_id = t.id and k.key_at is not null) as has_key_posts,
                exists (select 1 from thread_tags x where x.thread_id = t.id) as has_tags,
                a.until as announced_until, coalesce(r.number, 0) as read,
                coalesce(not f.muted, false) as follows
         from threads t
         join persons p on p.id = t.person_id left join groups g on g.id = t.group_id
         left join readings r on r.thread_id = t.id and r.person_id = $2
         left join follows f on f.thread_id = t.id and f.person_id = $2
         left join announcements a on a.thread_id = t.id
         where t.id = $1 and t.merged_into is null"
    }

    pub fn close(id: ThreadId, reason: &str, locale: &str, now: Timestamp) -> Changed {
        "update threads set closed_at = $4, closing_reason = $2, closing_locale = $3, version = version + 1
         where id = $1 and closed_at is null"
    }

    pub fn reopen(id: ThreadId) -> Changed {
        "update threads set closed_at = null, closing_reason = '', closing_locale = '', version = version + 1
         where id = $1 and closed_at is not null"
    }

    pub fn insert(title: &str, scope: Scope, kind: Option<&str>, subject: Option<i64>, person: PersonId, group: Option<GroupId>, locale: &str, now: Timestamp) -> One<ThreadId> {
        "insert into threads (title, scope, subject_kind, subject_id, person_id, group_id, locale, created_at, last_post_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8) returning id"
    }
}
