//! What is asked of the tables of previews. Posts, threads and the community's wish are read along: whether a page
//! may be read, and its card shown, hangs on all of them.

use super::card::Card;
use crate::{PostId, ThreadId};
use db::{Changed, One};
use jiff::Timestamp;
use kit::PersonId;

db::row! {
    /// A page that is to be read.
    #[derive(Debug, Clone)]
    pub struct Due {
        pub id: i64,
        pub address: String,
        pub host: String,
    }
}

macro_rules! due {
    ($what:literal, $rest:literal) => {
        concat!(
            "select ",
            $what,
            " from post_links l join link_previews v on v.id = l.preview_id
             join posts p on p.id = l.post_id join threads t on t.id = p.thread_id
             join community x on x.id = 1 and x.link_previews
             where l.post_id = $1 and l.taken_away_at is null and v.expires_at <= $2 and t.scope = 'open'
               and p.deleted_at is null and p.hidden_at is null ",
            $rest
        )
    };
}

db::query! {
    pub fn insert(address: &str, host: &str) -> Changed {
        "insert into link_previews (address, host) values ($1, $2) on conflict (address) do nothing"
    }

    /// A card that was taken away stays so.
    pub fn link(post: PostId, address: &str, position: i64) -> Changed {
        "insert into post_links (post_id, preview_id, position)
         select cast($1 as bigint), id, cast($3 as bigint) from link_previews where address = $2
         on conflict (post_id, preview_id) do update set position = excluded.position"
    }

    pub fn displace(post: PostId) -> Changed {
        "update post_links set position = -1 where post_id = $1"
    }

    pub fn unlink_displaced(post: PostId) -> Changed {
        "delete from post_links where post_id = $1 and position = -1"
    }

    pub fn unlink(post: PostId) -> Changed {
        "delete from post_links where post_id = $1"
    }

    pub fn unlink_person(person: PersonId) -> Changed {
        "delete from post_links where post_id in (select id from posts where person_id = $1 and group_id is null)"
    }

    pub fn ids_of_post(post: PostId) -> Vec<i64> {
        "select preview_id from post_links where post_id = $1"
    }

    pub fn ids_of_person(person: PersonId) -> Vec<i64> {
        "select distinct l.preview_id from posts p join post_links l on l.post_id = p.id
         where p.person_id = $1 and p.group_id is null"
    }

    pub fn delete_unused(id: i64) -> Changed {
        "delete from link_previews
         where id = $1 and not exists (select 1 from post_links l where l.preview_id = link_previews.id)"
    }

    pub fn due(post: PostId, now: Timestamp) -> Vec<Due> {
        due!("v.id, v.address, v.host", "order by l.position")
    }

    pub fn are_wanted(post: PostId, now: Timestamp) -> Option<i64> {
        due!("v.id", "limit 1")
    }

    pub fn count_of_host(host: &str, after: Timestamp) -> One<i64> {
        "select count(*) from link_previews where host = $1 and fetched_at > $2"
    }

    /// One reads it, whoever else links to it meanwhile.
    pub fn claim(id: i64, now: Timestamp, until: Timestamp) -> Changed {
        "update link_previews set fetched_at = $2, expires_at = $3 where id = $1 and expires_at <= $2"
    }

    pub fn keep(id: i64, title: &str, description: &str, site_name: &str, now: Timestamp, until: Timestamp) -> Changed {
        "update link_previews set title = $2, description = $3, site_name = $4, fetched_at = $5, expires_at = $6
         where id = $1"
    }

    /// The threads that show it look different now.
    pub fn bump(id: i64) -> Changed {
        "update threads set version = version + 1
         where id in (select p.thread_id from post_links l join posts p on p.id = l.post_id where l.preview_id = $1)"
    }

    /// The newest posts that show it.
    pub fn places(id: i64) -> Vec<(ThreadId, i64)> {
        "select p.thread_id, p.number from post_links l join posts p on p.id = l.post_id
         where l.preview_id = $1 order by p.id desc limit 20"
    }

    pub fn shown(thread: ThreadId, from: i64, to: i64) -> Vec<Card> {
        "select l.post_id, v.id, v.address, v.host, v.title, v.description, v.site_name
         from posts p join post_links l on l.post_id = p.id join link_previews v on v.id = l.preview_id
         join community x on x.id = 1 and x.link_previews
         where p.thread_id = $1 and p.number between $2 and $3 and p.deleted_at is null and p.hidden_at is null
           and l.taken_away_at is null and v.title <> ''
         order by p.number, l.position"
    }

    pub fn take_away(post: PostId, preview: i64, now: Timestamp) -> Changed {
        "update post_links set taken_away_at = $3 where post_id = $1 and preview_id = $2 and taken_away_at is null"
    }
}
