//! What is asked and changed of posts when somebody leaves.

use crate::{PostId, ThreadId};
use db::Changed;
use jiff::Timestamp;
use kit::{Markup, PersonId};

db::row! {
    /// A post, or a former version of one, with what it says.
    #[derive(Debug, Clone)]
    pub struct Written {
        pub id: PostId,
        pub thread_id: ThreadId,
        pub number: i64,
        pub body: String,
        pub html: Markup,
        pub is_there: bool,
    }
}

db::row! {
    /// A former version.
    pub struct Version {
        pub id: i64,
        pub post_id: PostId,
        pub body: String,
        pub html: Markup,
    }
}

db::query! {
    pub fn forget_drafts(person: PersonId) -> Changed {
        "delete from drafts where person_id = $1"
    }

    pub fn forget_readings(person: PersonId) -> Changed {
        "delete from readings where person_id = $1"
    }

    pub fn forget_followed_tags(person: PersonId) -> Changed {
        "delete from tag_follows where person_id = $1"
    }

    pub fn forget_follows(person: PersonId) -> Changed {
        "delete from follows where person_id = $1"
    }

    pub fn forget_reactions(voice: &str) -> Changed {
        "delete from reactions where voice = $1"
    }

    /// How their own posts read before; with `removed_alone`, of those alone that were removed.
    pub fn forget_versions(person: PersonId, removed_alone: bool) -> Changed {
        "delete from post_versions where post_id in
             (select id from posts where person_id = $1 and group_id is null and (deleted_at is not null or not $2))"
    }

    /// What their removed posts said.
    pub fn forget_texts(person: PersonId) -> Changed {
        "update posts set body = '', html = '' where person_id = $1 and deleted_at is not null"
    }

    /// Threads that they opened for themselves, and in which nobody else has a post.
    pub fn begun_alone(person: PersonId) -> Vec<ThreadId> {
        "select t.id from threads t
         where t.person_id = $1 and t.group_id is null
           and not exists (select 1 from posts p where p.thread_id = t.id and p.deleted_at is null
                             and (p.person_id <> $1 or p.group_id is not null))
         order by t.id"
    }

    pub fn retitle(thread: ThreadId, title: &str) -> Changed {
        "update threads set title = $2, version = version + 1 where id = $1"
    }

    pub fn retitle_activity(thread: ThreadId, title: &str) -> Changed {
        "update activity set title = $2 where subject_kind = 'thread' and subject_id = $1"
    }

    pub fn retitle_notices(thread: ThreadId, title: &str) -> Changed {
        "update notifications set title = $2
         where (subject_kind = 'thread' and subject_id = $1)
            or (subject_kind = 'post' and subject_id in (select id from posts where thread_id = $1))"
    }

    /// The posts that they wrote for themselves and that are still there, without what they say.
    pub fn own(person: PersonId) -> Vec<Written> {
        "select id, thread_id, number, '' as body, '' as html, true as is_there
         from posts where person_id = $1 and group_id is null and deleted_at is null order by id"
    }

    /// Nobody need be told of what is gone.
    pub fn forget_mentions(person: PersonId) -> Changed {
        "delete from notifications where subject_kind = 'post' and subject_id in
             (select id from posts where person_id = $1 and group_id is null)"
    }

    /// A person's own voice is a citizen's.
    pub fn uncount(voice: &str) -> Changed {
        "update threads set citizens = citizens - 1
         where id in (select thread_id from speakers where voice = $1 and posts > 0)"
    }

    pub fn uncount_posts(voice: &str) -> Changed {
        "update speakers set posts = 0 where voice = $1"
    }

    pub fn bump_all(person: PersonId) -> Changed {
        "update threads set version = version + 1
         where id in (select thread_id from posts where person_id = $1 and group_id is null)"
    }

    pub fn remove_all(person: PersonId, now: Timestamp) -> Changed {
        "update posts set body = '', html = '', deleted_at = coalesce(deleted_at, $2),
                deleted_by = coalesce(deleted_by, person_id)
         where person_id = $1 and group_id is null"
    }

    pub fn threads_of(person: PersonId) -> Vec<ThreadId> {
        "select thread_id from posts where person_id = $1 and group_id is null
         union
         select f.thread_id from former_places f join posts p on p.id = f.post_id
         where p.person_id = $1 and p.group_id is null
         order by thread_id"
    }

    /// Posts of others that quote something, and stand or stood in a thread.
    pub fn quoting(thread: ThreadId, person: PersonId) -> Vec<Written> {
        "select id, thread_id, number, body, html, deleted_at is null and hidden_at is null as is_there from posts
         where (thread_id = $1 or id in (select f.post_id from former_places f where f.thread_id = $1)) and (person_id <> $2 or group_id is not null) and html like '%<blockquote%' order by id"
    }

    /// The same, of anybody.
    pub fn all_quoting(thread: ThreadId) -> Vec<Written> {
        "select id, thread_id, number, body, html, deleted_at is null and hidden_at is null as is_there from posts
         where (thread_id = $1 or id in (select f.post_id from former_places f where f.thread_id = $1)) and html like '%<blockquote%' order by id"
    }

    pub fn all_versions_quoting(thread: ThreadId) -> Vec<Version> {
        "select v.id, v.post_id, v.body, v.html from post_versions v join posts p on p.id = v.post_id
         where (p.thread_id = $1 or p.id in (select f.post_id from former_places f where f.thread_id = $1)) and v.html like '%<blockquote%' order by v.id"
    }

    pub fn all_threads_of(person: PersonId) -> Vec<ThreadId> {
        "select thread_id from posts where person_id = $1
         union
         select f.thread_id from former_places f join posts p on p.id = f.post_id where p.person_id = $1
         order by thread_id"
    }

    /// Their posts in a thread, by number; with `groups`, also what they said for a group.
    pub fn numbers_of(thread: ThreadId, person: PersonId, groups: bool) -> Vec<i64> {
        "select number from posts where thread_id = $1 and person_id = $2 and (group_id is null or $3)
         union
         select f.number from former_places f join posts p on p.id = f.post_id
         where f.thread_id = $1 and p.person_id = $2 and (p.group_id is null or $3)
         order by number"
    }

    pub fn versions_quoting(thread: ThreadId, person: PersonId) -> Vec<Version> {
        "select v.id, v.post_id, v.body, v.html from post_versions v join posts p on p.id = v.post_id
         where (p.thread_id = $1 or p.id in (select f.post_id from former_places f where f.thread_id = $1)) and (p.person_id <> $2 or p.group_id is not null) and v.html like '%<blockquote%'
         order by v.id"
    }

    /// All that they said in a thread for themselves, and how it read before.
    pub fn texts_of(thread: ThreadId, person: PersonId) -> Vec<String> {
        "select body from posts where (thread_id = $1 or id in (select f.post_id from former_places f where f.thread_id = $1)) and person_id = $2 and group_id is null
         union all
         select v.body from post_versions v join posts p on p.id = v.post_id
         where (p.thread_id = $1 or p.id in (select f.post_id from former_places f where f.thread_id = $1)) and p.person_id = $2 and p.group_id is null"
    }

    /// Posts that mention somebody, in their order.
    pub fn naming(after: PostId, limit: i64) -> Vec<Written> {
        "select id, thread_id, number, body, html, deleted_at is null and hidden_at is null as is_there from posts
         where id > $1 and html like '%<strong class=\"mention\">%' order by id limit $2"
    }

    pub fn versions_naming() -> Vec<Version> {
        "select id, post_id, body, html from post_versions where html like '%<strong class=\"mention\">%' order by id"
    }

    pub fn rewrite(id: PostId, body: &str, html: &str) -> Changed {
        "update posts set body = $2, html = $3 where id = $1"
    }

    pub fn rewrite_version(id: i64, body: &str, html: &str) -> Changed {
        "update post_versions set body = $2, html = $3 where id = $1"
    }

    pub fn bump(thread: ThreadId) -> Changed {
        "update threads set version = version + 1 where id = $1"
    }

    pub fn let_go_of_versions(before: Timestamp) -> Changed {
        "delete from post_versions where post_id in (select id from posts where deleted_at < $1)"
    }

    pub fn let_go_of_texts(before: Timestamp) -> Changed {
        "update posts set body = '', html = '' where deleted_at < $1 and body <> ''"
    }

    pub fn forget_words_of_flags(person: PersonId) -> Changed {
        "update flags set words = '' where person_id = $1 and words <> ''"
    }

    /// What they were told of an act, and the secret by which they could appeal; the act itself stays in the log.
    pub fn forget_words_of_acts(person: PersonId) -> Changed {
        "update moderation_acts set words = '', key_hash = null where person_id = $1"
    }

    pub fn forget_words_of_appeals(person: PersonId) -> Changed {
        "update appeals set words = '', answer = ''
         where act_id in (select id from moderation_acts where person_id = $1)"
    }
}
