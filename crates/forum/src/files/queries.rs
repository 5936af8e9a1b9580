//! What is asked of the tables of files and of where they are shown.

use super::{File, FileKind};
use crate::{FileId, PostId, ThreadId};
use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId, Scope, Side};

db::row! {
    /// A file that somebody may show in a text.
    #[derive(Debug, Clone)]
    pub struct Showable {
        pub id: FileId,
        pub kind: FileKind,
        pub address: String,
        pub width: Option<i64>,
        pub height: Option<i64>,
        pub small_width: Option<i64>,
    }
}

db::row! {
    /// A content that must be in the store.
    #[derive(Debug, Clone)]
    pub struct Stored {
        pub id: FileId,
        pub hash: String,
        pub bytes: i64,
    }
}

db::row! {
    /// A file where it is found.
    pub struct Shown {
        pub name: String,
        pub created_at: Timestamp,
        pub thread_id: ThreadId,
        pub number: i64,
        pub scope: Scope,
        pub place: String,
        pub locale: String,
        pub group_id: Option<GroupId>,
        pub side: Side,
    }
}

db::row! {
    /// What is kept in all, of one person in their own voice, and of one group.
    pub struct Kept {
        pub community: i64,
        pub person: i64,
        pub group: i64,
    }
}

/// Whether a post that everybody reads who sees its thread shows the file `f`, in a thread of a scope.
macro_rules! shown_in {
    ($scope:literal) => {
        concat!(
            "exists (select 1 from file_uses u join posts p on p.id = u.post_id join threads t on t.id = p.thread_id
                     where u.file_id = f.id and p.deleted_at is null and p.hidden_at is null and t.scope = '",
            $scope,
            "')"
        )
    };
}

/// Whether nothing shows the file `f` since `$1`: no post, and no draft of its sender's.
macro_rules! unused {
    () => {
        "f.created_at < $1
         and not exists (select 1 from file_uses u join posts p on p.id = u.post_id
                         where u.file_id = f.id and (p.deleted_at is null or p.deleted_at >= $1))
         and not exists (select 1 from drafts d
                         where d.person_id = f.person_id and d.fields like '%(/files/' || f.id || '/%')"
    };
}

db::query! {
    pub fn insert(person: PersonId, group: Option<GroupId>, kind: FileKind, name: &str, address: &str, media_type: &str, hash: &str, bytes: i64, width: Option<i64>, height: Option<i64>, small_hash: Option<&str>, small_bytes: i64, small_width: Option<i64>, now: Timestamp) -> One<FileId> {
        "insert into files (person_id, group_id, kind, name, address, media_type, hash, bytes, width, height,
                            small_hash, small_bytes, small_width, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id"
    }

    pub fn by_id(id: FileId) -> Option<File> {
        concat!(
            "select f.id, f.person_id, f.kind, f.name, f.address, f.media_type, f.hash, f.bytes, f.small_hash,
                    f.small_bytes, ", shown_in!("open"), " as is_open, ", shown_in!("circle"), " as in_circle,
                    (select max(t.scope) from file_uses u join posts p on p.id = u.post_id
                     join threads t on t.id = p.thread_id
                     where u.file_id = f.id and p.deleted_at is null and p.hidden_at is not null) as hidden_in
             from files f where f.id = $1"
        )
    }

    /// Those among ten files that a person sent, or that everybody sees.
    pub fn showable(person: PersonId, a: i64, b: i64, d: i64, e: i64, g: i64, h: i64, i: i64, j: i64, k: i64, l: i64) -> Vec<Showable> {
        concat!(
            "select f.id, f.kind, f.address, f.width, f.height, f.small_width from files f
             where f.id in ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11) and (f.person_id = $1 or ",
            shown_in!("open"), ")"
        )
    }

    /// Nothing where the file is gone.
    pub fn use_in(file: FileId, post: PostId) -> Changed {
        "insert into file_uses (file_id, post_id) select f.id, cast($2 as bigint) from files f where f.id = $1
         on conflict (file_id, post_id) do nothing"
    }

    /// The files that a post shows, or showed.
    pub fn shown_by(post: PostId) -> Vec<FileId> {
        "select file_id from file_uses where post_id = $1 order by file_id"
    }

    /// The files that somebody's posts show, or showed, whoever sent them.
    pub fn shown_by_person(person: PersonId) -> Vec<FileId> {
        "select distinct u.file_id from posts p join file_uses u on u.post_id = p.id where p.person_id = $1
         order by u.file_id"
    }

    /// Where a file is shown first to the most people.
    pub fn first_shown(file: FileId) -> Option<Shown> {
        "select f.name, f.created_at, t.id as thread_id, p.number, t.scope,
                coalesce(t.subject_kind || '-' || t.subject_id, '') as place, p.locale, p.group_id,
                coalesce(g.side, 'citizens') as side
         from files f join file_uses u on u.file_id = f.id join posts p on p.id = u.post_id
         join threads t on t.id = p.thread_id left join groups g on g.id = p.group_id
         where f.id = $1 and p.deleted_at is null and p.hidden_at is null
         order by case t.scope when 'open' then 0 else 1 end, p.id limit 1"
    }

    pub fn kept(person: PersonId, group: Option<GroupId>) -> One<Kept> {
        "select (select coalesce(cast(sum(bytes + small_bytes) as bigint), 0) from files) as community,
                (select coalesce(cast(sum(bytes + small_bytes) as bigint), 0) from files
                 where person_id = $1 and group_id is null) as person,
                (select coalesce(cast(sum(bytes + small_bytes) as bigint), 0) from files
                 where group_id = $2) as \"group\""
    }

    /// Removes what nothing shows since then.
    pub fn forget_unused(before: Timestamp) -> Changed {
        concat!("delete from files where id in (select f.id from files f where ", unused!(), ")")
    }

    /// Removes what a person sent and no post shows.
    pub fn forget_of(person: PersonId) -> Changed {
        "delete from files where id in (
             select f.id from files f where f.person_id = $1
             and not exists (select 1 from file_uses u join posts p on p.id = u.post_id
                             where u.file_id = f.id and p.deleted_at is null))"
    }

    /// Something that nothing shows now, however new.
    pub fn unused(before: Timestamp) -> Option<FileId> {
        "select f.id from files f where f.created_at < $1
         and not exists (select 1 from file_uses u join posts p on p.id = u.post_id
                         where u.file_id = f.id and p.deleted_at is null) limit 1"
    }

    /// Each content that must be in the store, with the file that it is of.
    pub fn stored() -> Vec<Stored> {
        "select id, hash, bytes from files
         union all select id, small_hash as hash, small_bytes as bytes from files where small_hash is not null"
    }
}
