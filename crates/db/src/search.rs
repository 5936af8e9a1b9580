//! Full-text search over everything that can be found, in the transaction that changes it: FTS5 on
//! SQLite, a `tsvector` on PostgreSQL. Words are folded here, so both find alike.

mod many;

pub use many::{add_many, remove_many};

use crate::{Conn, Engine, Result, fold};
use jiff::Timestamp;

/// A thing as it can be found. `(kind, subject_id)` names it; `scope` says who may see it.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    pub kind: &'a str,
    pub subject_id: i64,
    /// `open`, `circle` or `private`.
    pub scope: &'a str,
    pub path: &'a str,
    pub title: &'a str,
    /// Plain text or Markdown; never shown from here to somebody who may not see the thing.
    pub body: &'a str,
    pub at: Timestamp,
}

crate::row! {
    #[derive(Debug, Clone, PartialEq)]
    pub struct Found {
        pub id: i64,
        pub kind: String,
        pub subject_id: i64,
        pub path: String,
        pub title: String,
        pub body: String,
        pub at: Timestamp,
    }
}

/// Adds a document, or replaces it.
pub fn put(c: &mut Conn, document: &Document<'_>) -> Result<()> {
    remove(c, document.kind, document.subject_id)?;
    insert(c, document, &fold::fold(document.title))
}

/// Adds a new part of a thing, such as a post of a thread: shown under the thing's title, but found by
/// its own words alone, or a title's word would find all parts.
pub fn add_part(c: &mut Conn, document: &Document<'_>) -> Result<()> {
    insert(c, document, "")
}

/// Replaces a part of a thing, or adds it.
pub fn put_part(c: &mut Conn, document: &Document<'_>) -> Result<()> {
    remove(c, document.kind, document.subject_id)?;
    insert(c, document, "")
}

fn insert(c: &mut Conn, document: &Document<'_>, title_words: &str) -> Result<()> {
    let Document { kind, subject_id, scope, path, title, body, at } = *document;
    let body_words = fold::fold(body);
    match c.engine() {
        Engine::Sqlite => {
            let id = sql::insert_sqlite(c, kind, subject_id, scope, path, title, body, at)?;
            sql::insert_words(c, id, title_words, &body_words)?;
        }
        Engine::Postgres => {
            sql::insert_postgres(
                c,
                kind,
                subject_id,
                scope,
                path,
                title,
                body,
                at,
                title_words,
                &body_words,
            )?;
        }
    }
    Ok(())
}

/// Takes a document out; nothing happens where there is none.
pub fn remove(c: &mut Conn, kind: &str, subject_id: i64) -> Result<()> {
    let removed = sql::delete(c, kind, subject_id)?;
    if let (Some(id), Engine::Sqlite) = (removed, c.engine()) {
        sql::delete_words(c, id)?;
    }
    Ok(())
}

/// The best matches for what somebody typed, among `open` things and, when `circle`, those of the
/// founding circle. All words must occur; the last one may be unfinished. `kind` narrows it to one
/// kind of thing, where not empty.
pub fn find(c: &mut Conn, typed: &str, kind: &str, circle: bool, limit: i64) -> Result<Vec<Found>> {
    let words = fold::words(typed);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    match c.engine() {
        Engine::Sqlite => sql::find_sqlite(c, &fts5(&words), kind, circle, limit),
        Engine::Postgres => sql::find_postgres(c, &tsquery(&words), kind, circle, limit),
    }
}

/// Things that share rare words with a text, best first: candidates for likeness, which the room
/// then judges by itself. Any word counts.
pub fn like(c: &mut Conn, text: &str, kind: &str, circle: bool, limit: i64) -> Result<Vec<Found>> {
    let mut words: Vec<String> = fold::words(text).into_iter().filter(|w| w.chars().count() > 3).collect();
    words.sort();
    words.dedup();
    words.truncate(40);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    match c.engine() {
        Engine::Sqlite => {
            let any: Vec<String> = words.iter().map(|w| format!("\"{}\" *", stem(w))).collect();
            sql::find_sqlite(c, &any.join(" OR "), kind, circle, limit)
        }
        Engine::Postgres => {
            let any: Vec<String> = words.iter().map(|w| format!("{}:*", stem(w))).collect();
            sql::find_postgres(c, &any.join(" | "), kind, circle, limit)
        }
    }
}

/// The part of a word that its endings leave alone, roughly, in languages that add endings.
fn stem(word: &str) -> String {
    let letters = word.chars().count();
    word.chars().take(if letters > 6 { letters - 2 } else { letters }).collect()
}

/// Words hold only letters and digits, so quoting them is enough to keep FTS5's operators out.
fn fts5(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|w| format!("\"{w}\"")).collect();
    format!("{} *", quoted.join(" "))
}

fn tsquery(words: &[String]) -> String {
    format!("{}:*", words.join(" & "))
}

#[expect(clippy::too_many_arguments, reason = "one for each column of a document")]
mod sql {
    use super::Found;
    use jiff::Timestamp;

    crate::query! {
        #[only(sqlite)]
        pub fn insert_sqlite(kind: &str, subject_id: i64, scope: &str, path: &str, title: &str, body: &str, at: Timestamp) -> One<i64> {
            "insert into search_documents (kind, subject_id, scope, path, title, body, at)
             values ($1, $2, $3, $4, $5, $6, $7) returning id"
        }

        #[only(sqlite)]
        pub fn insert_words(id: i64, title: &str, body: &str) -> Changed {
            "insert into search_words (rowid, title, body) values ($1, $2, $3)"
        }

        #[only(postgres)]
        pub fn insert_postgres(kind: &str, subject_id: i64, scope: &str, path: &str, title: &str, body: &str, at: Timestamp, title_words: &str, body_words: &str) -> Changed {
            "insert into search_documents (kind, subject_id, scope, path, title, body, at, words)
             values ($1, $2, $3, $4, $5, $6, $7,
                     setweight(to_tsvector('simple', $8), 'A') || setweight(to_tsvector('simple', $9), 'B'))"
        }

        pub fn delete(kind: &str, subject_id: i64) -> Option<i64> {
            "delete from search_documents where kind = $1 and subject_id = $2 returning id"
        }

        #[only(sqlite)]
        pub fn delete_words(id: i64) -> Changed {
            "delete from search_words where rowid = $1"
        }

        #[only(sqlite)]
        pub fn find_sqlite(matching: &str, kind: &str, circle: bool, limit: i64) -> Vec<Found> {
            "select d.id, d.kind, d.subject_id, d.path, d.title, d.body, d.at
             from search_words w join search_documents d on d.id = w.rowid
             where search_words match $1
               and ($2 = '' or d.kind = $2)
               and (d.scope = 'open' or ($3 and d.scope = 'circle'))
             order by bm25(search_words, 4.0, 1.0), d.id desc limit $4"
        }

        #[only(postgres)]
        pub fn find_postgres(matching: &str, kind: &str, circle: bool, limit: i64) -> Vec<Found> {
            "select d.id, d.kind, d.subject_id, d.path, d.title, d.body, d.at
             from search_documents d
             where d.words @@ to_tsquery('simple', $1)
               and ($2 = '' or d.kind = $2)
               and (d.scope = 'open' or ($3 and d.scope = 'circle'))
             order by ts_rank(d.words, to_tsquery('simple', $1)) desc, d.id desc limit $4"
        }
    }
    use crate::{Changed, One};
}
