//! What is asked of the table of imports.

use crate::groups::ImportId;
use db::{Changed, One};
use jiff::Timestamp;
use kit::PersonId;

db::row! {
    #[derive(Debug, Clone)]
    pub struct Import {
        pub id: ImportId,
        pub file_name: String,
        pub mapping: String,
        pub created_at: Timestamp,
        pub done_at: Option<Timestamp>,
        pub undone_at: Option<Timestamp>,
        pub taken: i64,
        pub doubted: i64,
        pub left_out: i64,
        pub changed: i64,
    }
}

db::query! {
    pub fn insert(file_name: &str, content: &[u8], mapping: &str, by: Option<PersonId>, now: Timestamp) -> One<ImportId> {
        "insert into imports (file_name, content, mapping, created_by, created_at)
         values ($1, $2, $3, $4, $5) returning id"
    }

    pub fn by_id(id: ImportId) -> Option<Import> {
        "select id, file_name, cast(mapping as text) as mapping, created_at, done_at, undone_at, taken, doubted,
                left_out, changed
         from imports where id = $1"
    }

    pub fn newest(limit: i64) -> Vec<Import> {
        "select id, file_name, cast(mapping as text) as mapping, created_at, done_at, undone_at, taken, doubted,
                left_out, changed
         from imports order by id desc limit $1"
    }

    /// The file, as long as it isn't taken.
    pub fn content(id: ImportId) -> Option<Vec<u8>> {
        "select content from imports where id = $1 and done_at is null"
    }

    pub fn set_mapping(id: ImportId, mapping: &str) -> Changed {
        "update imports set mapping = $2 where id = $1 and done_at is null"
    }

    /// Taken, once. The file has done its service and goes: it is full of people's addresses.
    pub fn finish(id: ImportId, taken: i64, doubted: i64, left_out: i64, nothing: &[u8], now: Timestamp) -> Changed {
        "update imports set done_at = $6, taken = $2, doubted = $3, left_out = $4, content = $5, mapping = '{}'
         where id = $1 and done_at is null"
    }

    pub fn set_changed(id: ImportId, changed: i64) -> Changed {
        "update imports set changed = $2 where id = $1"
    }

    pub fn undo(id: ImportId, now: Timestamp) -> Changed {
        "update imports set undone_at = $2 where id = $1 and done_at is not null and undone_at is null"
    }

    /// Throws away a list that was never taken.
    pub fn discard(id: ImportId) -> Changed {
        "delete from imports where id = $1 and done_at is null"
    }
}
