//! What is asked of the tables of posts, their versions, and what a thread counts of them.

use super::reactions::{Reacted, Reaction};
use super::{Post, Reason};
use crate::{PostId, ThreadId};
use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, Markup, PersonId, Scope, Side};

db::row! {
    /// The place of a new post in its thread.
    pub struct Taken {
        pub number: i64,
        pub title: String,
        pub scope: Scope,
        /// What the thread belongs to, as `focus-3`; empty for nothing.
        pub place: String,
        pub closed_at: Option<Timestamp>,
        /// Those who follow have been told of all posts up to this number.
        pub told_to: i64,
    }
}

db::row! {
    /// A thread, those who follow it, and its newest post.
    pub struct Untold {
        pub newest: i64,
        pub title: String,
        pub scope: Scope,
        pub by_name: String,
    }
}

db::row! {
    /// What a post says, and what it belongs to.
    #[derive(Debug, Clone)]
    pub struct Source {
        pub body: String,
        pub title: String,
        pub scope: Scope,
        /// What the thread belongs to, as `focus-3`; empty for nothing.
        pub place: String,
    }
}

db::row! {
    /// A post that stands elsewhere by now.
    #[derive(Debug, Clone)]
    pub struct Gone {
        pub number: i64,
        pub thread_id: ThreadId,
        pub number_now: i64,
        pub title: String,
        pub scope: Scope,
    }
}

db::row! {
    /// How a post read before.
    #[derive(Debug, Clone)]
    pub struct Version {
        pub html: Markup,
        pub replaced_at: Timestamp,
    }
}

db::row! {
    /// Somebody, or a group, who may be named in a text.
    pub struct Name {
        pub kind: String,
        pub id: i64,
        pub name: String,
    }
}

db::row! {
    /// What one sector, or whoever belongs to none, has on one side of a thread.
    #[derive(Debug, Clone)]
    pub struct Share {
        pub side: Side,
        /// The sector's name in each language, its colour and symbol.
        pub sector: Option<String>,
        pub colour: i64,
        pub symbol: String,
        pub voices: i64,
        pub posts: i64,
    }
}

/// A part of an upper room's statement, so that a list of things asks once for all of them: when somebody last
/// wrote in a thread that belongs to a thing, null where nobody has. `$id` is the column with its number.
#[macro_export]
macro_rules! last_post_of {
    ($kind:literal, $id:literal) => {
        concat!(
            "(select max(t.last_post_at) from threads t where t.subject_kind = '",
            $kind,
            "' and t.subject_id = ",
            $id,
            " and t.posts > 0)"
        )
    };
}

macro_rules! posts {
    ($rest:literal) => {
        concat!(
            "select p.id, p.thread_id, p.number, p.person_id, w.name as by_name, w.profile_for, p.group_id,
                    g.name as group_name,
                    coalesce(g.side, 'citizens') as side, p.html, p.locale, p.created_at, p.edited_at, p.deleted_at,
                    p.deleted_by, p.hidden_at, p.hidden_for, p.key_at
             from posts p join persons w on w.id = p.person_id left join groups g on g.id = p.group_id ",
            $rest
        )
    };
}

db::query! {
    /// Counts the thread up. The row is held to the end of the transaction, so numbers have no holes.
    pub fn take_number(thread: ThreadId, person: PersonId, group: Option<GroupId>, now: Timestamp) -> Option<Taken> {
        "update threads set posts = posts + 1, last_post_at = $4, last_person_id = $2, last_group_id = $3,
                version = version + 1
         where id = $1 returning posts as number, title, scope,
                coalesce(subject_kind || '-' || subject_id, '') as place, closed_at, told_to"
    }

    /// Nothing where the key is known.
    pub fn insert(thread: ThreadId, number: i64, person: PersonId, group: Option<GroupId>, body: &str, html: &str, locale: &str, now: Timestamp, key: Option<&str>) -> Option<PostId> {
        "insert into posts (thread_id, number, person_id, group_id, body, html, locale, created_at, idempotency_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (idempotency_key) do nothing returning id"
    }

    /// How many posts of a person stand, up to so many.
    pub fn count_standing(person: PersonId, most: i64) -> One<i64> {
        "select count(*) from (select 1 as one from posts
                               where person_id = $1 and deleted_at is null and hidden_at is null limit $2) p"
    }

    /// How many of the newest posts say the same.
    pub fn count_same(body: &str) -> One<i64> {
        "select count(*) from (select body from posts order by id desc limit 200) p where p.body = $1"
    }

    /// When a person sent the post before their newest.
    pub fn before_newest_of(person: PersonId) -> Option<Timestamp> {
        "select created_at from posts where person_id = $1 order by id desc limit 1 offset 1"
    }

    /// One post more of a voice: how many it has now, and on which side it is counted.
    pub fn count_voice(thread: ThreadId, voice: &str, side: Side) -> One<(i64, Side)> {
        "insert into speakers (thread_id, voice, side, posts) values ($1, $2, $3, 1)
         on conflict (thread_id, voice) do update set posts = speakers.posts + 1
         returning posts, side"
    }

    /// One post less.
    pub fn uncount_voice(thread: ThreadId, voice: &str) -> Option<(i64, Side)> {
        "update speakers set posts = posts - 1 where thread_id = $1 and voice = $2 returning posts, side"
    }

    /// So many voices more, or less, have posts in a thread.
    pub fn add_voices(thread: ThreadId, side: Side, voices: i64) -> Changed {
        "update threads set organisations = organisations + case when $2 = 'organisations' then $3 else 0 end,
                citizens = citizens + case when $2 = 'citizens' then $3 else 0 end
         where id = $1"
    }

    /// Who has spoken, the sectors with most voices first.
    pub fn shares(thread: ThreadId) -> Vec<Share> {
        "select c.side, cast(x.names as text) as sector, coalesce(x.colour, 0) as colour, coalesce(x.symbol, '') as symbol,
                c.voices, c.posts
         from (select s.side, g.sector_id, count(*) as voices, cast(sum(s.posts) as bigint) as posts
               from speakers s
               left join groups g on g.id = case when s.voice like 'g%' then cast(substr(s.voice, 2) as bigint) end
               where s.thread_id = $1 and s.posts > 0 group by s.side, g.sector_id) c
         left join sectors x on x.id = c.sector_id
         order by c.voices desc, x.position, c.side"
    }

    pub fn between(thread: ThreadId, from: i64, to: i64) -> Vec<Post> {
        posts!("where p.thread_id = $1 and p.number between $2 and $3 order by p.number")
    }

    pub fn by_id(id: PostId) -> Option<Post> {
        posts!("where p.id = $1")
    }

    /// The post that a form with this key has made.
    pub fn by_key(key: &str) -> Option<Post> {
        posts!("where p.idempotency_key = $1")
    }

    /// When somebody last wrote anything.
    pub fn last_of_person(person: PersonId) -> Option<Timestamp> {
        "select created_at from posts where person_id = $1 order by id desc limit 1"
    }

    /// Those that guides have marked, by their numbers.
    pub fn key_posts(thread: ThreadId) -> Vec<Post> {
        posts!("where p.thread_id = $1 and p.key_at is not null and p.deleted_at is null and p.hidden_at is null
                order by p.number limit 20")
    }

    /// Where those posts stand now that stood at a range of places in a thread.
    pub fn gone(thread: ThreadId, from: i64, to: i64) -> Vec<Gone> {
        "select f.number, p.thread_id, p.number as number_now, t.title, t.scope
         from former_places f join posts p on p.id = f.post_id join threads t on t.id = p.thread_id
         where f.thread_id = $1 and f.number between $2 and $3 order by f.number"
    }

    pub fn writer(id: PostId) -> Option<PersonId> {
        "select person_id from posts where id = $1"
    }

    pub fn source(id: PostId) -> Option<Source> {
        "select p.body, t.title, t.scope, coalesce(t.subject_kind || '-' || t.subject_id, '') as place
         from posts p join threads t on t.id = p.thread_id where p.id = $1"
    }

    /// What a post says, as it was written.
    pub fn source_of(id: PostId) -> One<String> {
        "select body from posts where id = $1"
    }

    /// Keeps what a post says now, before it says something else.
    pub fn insert_version(id: PostId, now: Timestamp, by: PersonId) -> Changed {
        "insert into post_versions (post_id, body, html, replaced_at, replaced_by)
         select id, body, html, cast($2 as bigint), cast($3 as bigint) from posts where id = $1"
    }

    pub fn update(id: PostId, body: &str, html: &str, now: Timestamp) -> Changed {
        "update posts set body = $2, html = $3, edited_at = $4 where id = $1"
    }

    pub fn remove(id: PostId, by: PersonId, now: Timestamp) -> Changed {
        "update posts set deleted_at = $3, deleted_by = $2 where id = $1 and deleted_at is null"
    }

    pub fn hide(id: PostId, reason: Reason, now: Timestamp) -> Changed {
        "update posts set hidden_at = $3, hidden_for = $2 where id = $1"
    }

    pub fn show(id: PostId) -> Changed {
        "update posts set hidden_at = null, hidden_for = null where id = $1"
    }

    /// Lists name the last voice of a thread; who wrote what is hidden isn't named.
    pub fn find_last_voice(thread: ThreadId) -> Changed {
        "update threads set
             last_person_id = (select p.person_id from posts p where p.thread_id = threads.id and p.hidden_at is null
                               order by p.number desc limit 1),
             last_group_id = (select p.group_id from posts p where p.thread_id = threads.id and p.hidden_at is null
                              order by p.number desc limit 1)
         where id = $1"
    }

    /// Something of the thread looks different now.
    pub fn bump(thread: ThreadId) -> Changed {
        "update threads set version = version + 1 where id = $1"
    }

    pub fn versions(id: PostId, limit: i64) -> Vec<Version> {
        "select html, replaced_at from post_versions where post_id = $1 order by id desc limit $2"
    }

    /// When somebody last wrote in a thread that belongs to this.
    pub fn last_at_of_subject(kind: &str, id: i64) -> One<Option<Timestamp>> {
        "select max(last_post_at) from threads where subject_kind = $1 and subject_id = $2 and posts > 0"
    }

    /// Persons and groups whose names begin so.
    pub fn names(start: &str) -> Vec<Name> {
        "select 'person' as kind, id, name from persons where left_at is null and name_folded like $1 || '%'
         union all
         select 'group' as kind, id, name from groups where name_folded like $1 || '%'
         limit 2000"
    }

    /// Says that those who follow are told of all posts up to now; nothing where they were told of more than
    /// `$2` before.
    pub fn tell_up_to_now(thread: ThreadId, after: i64) -> Option<Untold> {
        "update threads set told_to = posts where id = $1 and told_to = $2
         returning posts as newest, title, scope,
                   coalesce((select g.name from groups g where g.id = last_group_id),
                            (select p.name from persons p where p.id = last_person_id), '') as by_name"
    }

    /// One statement for all: each hears of what they have not read, without the posts that name them, of which
    /// they were told already. `$4` is the address of a post, with `{n}` for its number.
    pub fn tell_followers(thread: ThreadId, after: i64, newest: i64, path: &str, title: &str, by_name: &str, now: Timestamp, circle: bool) -> Changed {
        "with naming as materialized (
             select n.person_id, p.number
             from posts p join notifications n
                  on n.subject_kind = 'post' and n.subject_id = p.id and n.kind = 'mention' and n.read_at is null
             where p.thread_id = $1 and p.number > $2 and p.number <= $3),
         behind as (
             select f.person_id, case when r.number > $2 then r.number else $2 end as read_to
             from follows f
             join persons p on p.id = f.person_id
             left join readings r on r.person_id = f.person_id and r.thread_id = f.thread_id
             where f.thread_id = $1 and not f.muted and (r.number is null or r.number < $3)
               and p.left_at is null and (p.in_circle or not $8)),
         counted as (
             select person_id, read_to,
                    $3 - read_to - (select count(*) from naming
                                    where naming.person_id = behind.person_id and naming.number > read_to) as count
             from behind)
         insert into notifications (person_id, kind, path, title, by_name, subject_kind, subject_id, count, at)
         select person_id, 'reply', replace(cast($4 as text), '{n}', cast(read_to + 1 as text)), cast($5 as text),
                cast($6 as text), 'thread', cast($1 as bigint), count, cast($7 as bigint)
         from counted where count > 0
         on conflict (subject_kind, subject_id, kind, person_id) where read_at is null
         do update set count = notifications.count + excluded.count, by_name = excluded.by_name, at = excluded.at"
    }

    pub fn tell_mentioned(person: PersonId, path: &str, title: &str, by_name: &str, post: PostId, now: Timestamp, circle: bool) -> Changed {
        "insert into notifications (person_id, kind, path, title, by_name, subject_kind, subject_id, at)
         select id, 'mention', cast($2 as text), cast($3 as text), cast($4 as text), 'post', cast($5 as bigint),
                cast($6 as bigint)
         from persons where id = $1 and left_at is null and (in_circle or not $7)
         on conflict (subject_kind, subject_id, kind, person_id) where read_at is null do nothing"
    }

    /// The first four voices of each kind of reaction to each post in a range of a thread, with how many there are,
    /// and how many of them are one of `$4` to `$7`.
    pub fn reactions(thread: ThreadId, from: i64, to: i64, a: &str, b: &str, d: &str, e: &str) -> Vec<Reacted> {
        "select x.post_id, x.kind, x.name, x.side, x.count, x.own
         from (select r.post_id, r.kind, coalesce(g.name, p.name) as name, coalesce(g.side, 'citizens') as side,
                      count(*) over (partition by r.post_id, r.kind) as count,
                      count(*) filter (where r.voice in ($4, $5, $6, $7)) over (partition by r.post_id, r.kind) as own,
                      row_number() over (partition by r.post_id, r.kind order by r.group_id is null, r.at, r.voice) as place
               from posts o join reactions r on r.post_id = o.id
               join persons p on p.id = r.person_id left join groups g on g.id = r.group_id
               where o.thread_id = $1 and o.number between $2 and $3 and o.deleted_at is null and o.hidden_at is null) x
         where x.place <= 4 order by x.post_id, x.kind, x.place"
    }

    pub fn insert_reaction(post: PostId, kind: Reaction, voice: &str, person: PersonId, group: Option<GroupId>, now: Timestamp) -> Changed {
        "insert into reactions (post_id, kind, voice, person_id, group_id, at) values ($1, $2, $3, $4, $5, $6)
         on conflict (post_id, kind, voice) do nothing"
    }

    pub fn take_reaction_back(post: PostId, kind: Reaction, voice: &str) -> Changed {
        "delete from reactions where post_id = $1 and kind = $2 and voice = $3"
    }

    pub fn is_closed(thread: ThreadId) -> One<bool> {
        "select closed_at is not null from threads where id = $1"
    }

    /// What is removed concerns nobody any more.
    pub fn forget_mentions(post: PostId) -> Changed {
        "delete from notifications where subject_kind = 'post' and subject_id = $1 and read_at is null"
    }
}
