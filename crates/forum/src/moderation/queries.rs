//! What is asked of the tables of flags, acts and appeals. Lists are read with the names and titles that they
//! show: asking those rooms case by case would be a question a line.

use super::ActId;
use super::act::{Act, Kind};
use super::flags::Flag;
use super::log::Line;
use super::queue::{Waiting, WaitingAppeal};
use crate::posts::Reason;
use crate::{PostId, ThreadId};
use db::{Changed, One};
use jiff::Timestamp;
use kit::PersonId;

db::row! {
    /// So often something befell a person, and was not undone.
    #[derive(Debug, Clone)]
    pub struct Before {
        pub kind: Kind,
        pub count: i64,
    }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Appeal {
        pub words: String,
        pub at: Timestamp,
        pub answered_at: Option<Timestamp>,
        pub overturned: Option<bool>,
        pub answer: String,
        pub answer_locale: String,
    }
}

macro_rules! acts {
    ($rest:literal) => {
        concat!(
            "select a.id, a.kind, a.reason, a.post_id, a.thread_id, p.number, coalesce(t.title, '') as title,
                    coalesce(t.scope, 'open') as scope, a.person_id, w.name as person_name, w.role as person_role,
                    a.by_id, g.name as by_name, a.words, a.locale, a.days, a.at, a.undone_at
             from moderation_acts a join persons w on w.id = a.person_id left join persons g on g.id = a.by_id
             left join posts p on p.id = a.post_id left join threads t on t.id = a.thread_id ",
            $rest
        )
    };
}

db::query! {
    /// Nothing where this person has flagged the post before.
    pub fn insert_flag(post: PostId, person: Option<PersonId>, reason: Reason, words: &str, now: Timestamp) -> Changed {
        "insert into flags (post_id, person_id, reason, words, at) values ($1, $2, $3, $4, $5)
         on conflict (post_id, person_id) do nothing"
    }

    pub fn open_flags(post: PostId) -> Vec<Flag> {
        "select f.reason, f.words, f.at, f.person_id, p.name as by_name
         from flags f left join persons p on p.id = f.person_id
         where f.post_id = $1 and f.act_id is null order by f.at, f.id"
    }

    pub fn settle_flags(post: PostId, act: ActId) -> Changed {
        "update flags set act_id = $2 where post_id = $1 and act_id is null"
    }

    /// Posts with flags that nobody has looked at, the longest waiting first. Guides don't see those of their own
    /// posts, nor those of groups that they speak for.
    pub fn waiting(guide: PersonId, circle: bool, limit: i64) -> Vec<Waiting> {
        "select f.post_id, f.count, f.first_at, t.title, t.scope, p.body, p.locale, w.name as by_name,
                g.name as group_name, coalesce(g.side, 'citizens') as side, p.hidden_at is not null as is_hidden
         from (select post_id, count(*) as count, min(at) as first_at from flags where act_id is null
               group by post_id) f
         join posts p on p.id = f.post_id join threads t on t.id = p.thread_id
         join persons w on w.id = p.person_id left join groups g on g.id = p.group_id
         where p.person_id <> $1 and (t.scope = 'open' or ($2 and t.scope = 'circle'))
           and not exists (select 1 from memberships m where m.group_id = p.group_id and m.person_id = $1
                           and m.role = 'representative')
         order by f.first_at, f.post_id limit $3"
    }

    pub fn waiting_reasons() -> Vec<(PostId, Reason)> {
        "select distinct post_id, reason from flags where act_id is null order by post_id, reason"
    }

    pub fn waiting_appeals(guide: PersonId, circle: bool, limit: i64) -> Vec<WaitingAppeal> {
        "select a.id as act_id, a.kind, a.reason, w.name as by_name, p.at, coalesce(t.scope, 'open') as scope
         from appeals p join moderation_acts a on a.id = p.act_id join persons w on w.id = a.person_id
         left join threads t on t.id = a.thread_id
         where p.answered_at is null and a.person_id <> $1
           and (t.scope is null or t.scope = 'open' or ($2 and t.scope = 'circle'))
         order by p.at, a.id limit $3"
    }

    /// Pauses and blocks that are in force.
    pub fn in_force(circle: bool, now: Timestamp, limit: i64) -> Vec<Act> {
        acts!(
            "where a.undone_at is null and (a.kind = 'blocked' or (a.kind = 'paused' and a.at + a.days * 86400000 > $2))
               and (t.scope is null or t.scope = 'open' or ($1 and t.scope = 'circle'))
             order by a.id desc limit $3"
        )
    }

    pub fn insert_act(kind: Kind, reason: Option<Reason>, post: Option<PostId>, thread: Option<ThreadId>, person: PersonId, by: Option<PersonId>, about: Option<ActId>, words: &str, locale: &str, days: Option<i64>, key_hash: Option<&[u8]>, now: Timestamp) -> One<ActId> {
        "insert into moderation_acts (kind, reason, post_id, thread_id, person_id, by_id, about_id, words, locale, days, key_hash, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id"
    }

    pub fn act(id: ActId) -> Option<Act> {
        acts!("where a.id = $1")
    }

    pub fn act_by_key(key_hash: &[u8]) -> Option<Act> {
        acts!("where a.key_hash = $1")
    }

    pub fn acts_of_post(post: PostId) -> Vec<Act> {
        acts!("where a.post_id = $1 order by a.id")
    }

    /// The acts of one kind on a post that are in force.
    pub fn in_force_on(post: PostId, kind: Kind) -> Vec<ActId> {
        "select id from moderation_acts where post_id = $1 and kind = $2 and undone_at is null order by id"
    }

    pub fn undo(id: ActId, now: Timestamp) -> Changed {
        "update moderation_acts set undone_at = $2 where id = $1 and undone_at is null"
    }

    pub fn history(person: PersonId) -> Vec<Before> {
        "select kind, count(*) as count from moderation_acts
         where person_id = $1 and undone_at is null and kind in ('hidden', 'warned', 'paused', 'blocked')
         group by kind order by kind"
    }

    /// Nothing where there was an appeal before.
    pub fn insert_appeal(act: ActId, words: &str, now: Timestamp) -> Changed {
        "insert into appeals (act_id, words, at) values ($1, $2, $3) on conflict (act_id) do nothing"
    }

    pub fn appeal(act: ActId) -> Option<Appeal> {
        "select words, at, answered_at, overturned, answer, answer_locale from appeals where act_id = $1"
    }

    /// Nothing where somebody was quicker.
    pub fn answer_appeal(act: ActId, overturned: bool, by: PersonId, answer: &str, locale: &str, now: Timestamp) -> Changed {
        "update appeals set overturned = $2, answered_by = $3, answer = $4, answer_locale = $5, answered_at = $6
         where act_id = $1 and answered_at is null"
    }

    /// The public log. The thread is named where the act is about a post.
    pub fn log(circle: bool, before: i64, limit: i64) -> Vec<Line> {
        "select a.id, a.kind, a.reason, a.days, a.at, b.kind as about, a.by_id is null as by_platform,
                t.id as thread_id, t.title, coalesce(t.scope, 'open') = 'circle' as is_circle
         from moderation_acts a left join moderation_acts b on b.id = a.about_id
         left join threads t on t.id = a.thread_id
         where (t.scope is null or t.scope = 'open' or ($1 and t.scope = 'circle')) and a.id < $2
         order by a.id desc limit $3"
    }
}
