//! Full-text search over everything that can be found, in the transaction that changes it: FTS5 on
//! SQLite, a `tsvector` on PostgreSQL. Words are folded here, so both find alike.

mod many;
mod parts;

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

impl Document<'_> {
    /// The words of its title, by which it is found, unless it is a part.
    fn title_words(&self) -> String {
        if self.kind == PART { String::new() } else { fold::fold(self.title) }
    }
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

/// The kind of thing that is a part of another, as a post is of its thread: shown under the thread's
/// title, but found by its own words alone, or a title's word would find all parts.
pub const PART: &str = "post";

/// Adds a document, or replaces it.
pub fn put(c: &mut Conn, document: &Document<'_>) -> Result<()> {
    let Document { kind, subject_id, scope, path, title, body, at } = *document;
    match c.engine() {
        Engine::Sqlite => {
            let id = sql::put_sqlite(c, kind, subject_id, scope, path, title, body, at)?;
            if kind == PART {
                parts::index(c, id, body)?;
            } else {
                sql::put_words(c, id, &document.title_words(), &fold::fold(body))?;
            }
        }
        Engine::Postgres => {
            let (title_words, body_words) = (document.title_words(), fold::fold(body));
            sql::put_postgres(c, kind, subject_id, scope, path, title, body, at, &title_words, &body_words)?;
        }
    }
    Ok(())
}

/// Takes a document out; nothing happens where there is none.
pub fn remove(c: &mut Conn, kind: &str, subject_id: i64) -> Result<()> {
    let removed = sql::delete(c, kind, subject_id)?;
    match (removed, c.engine()) {
        (Some(id), Engine::Sqlite) if kind == PART => parts::remove(c, id),
        (Some(id), Engine::Sqlite) => sql::delete_words(c, id).map(drop),
        _ => Ok(()),
    }
}

/// Things and posts take turns of so many in what is found.
const TURN: usize = 10;

/// Of things that match, so many of the newest are looked at for the best: a common word is in thousands.
const LOOKED_AT: i64 = 300;

/// What matches what somebody typed, among `open` things and, when `circle`, those of the founding
/// circle: things, those with the words in their titles first, and posts, the newest first, ten of each in turn.
/// All words must occur; the last one may be unfinished. `kind` narrows it to one kind of thing, where not
/// empty. What comes first doesn't depend on `limit`.
pub fn find(c: &mut Conn, typed: &str, kind: &str, circle: bool, limit: i64) -> Result<Vec<Found>> {
    let words = fold::words(typed);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let things = if kind == PART { Vec::new() } else { things(c, &words, kind, circle, limit)? };
    let parts = if ["", PART].contains(&kind) { parts::find(c, &words, circle, limit)? } else { Vec::new() };
    let mut found = in_turns(things, parts);
    found.truncate(limit as usize);
    Ok(found)
}

fn in_turns(things: Vec<Found>, parts: Vec<Found>) -> Vec<Found> {
    let (mut things, mut parts) = (things.into_iter().peekable(), parts.into_iter().peekable());
    let mut found = Vec::new();
    while things.peek().is_some() || parts.peek().is_some() {
        found.extend(things.by_ref().take(TURN));
        found.extend(parts.by_ref().take(TURN));
    }
    found
}

fn things(c: &mut Conn, words: &[String], kind: &str, circle: bool, limit: i64) -> Result<Vec<Found>> {
    if c.engine() == Engine::Postgres {
        return sql::things_postgres(c, &tsquery(words, End::Open), kind, circle, limit);
    }
    let (anywhere, most) = (fts5(words, End::Open), LOOKED_AT.max(limit));
    let mut found = sql::best_sqlite(c, &format!("title : ({anywhere})"), kind, circle, limit, most)?;
    if (found.len() as i64) < limit {
        let known: Vec<i64> = found.iter().map(|thing| thing.id).collect();
        let others = sql::best_sqlite(c, &anywhere, kind, circle, limit, most)?;
        found.extend(others.into_iter().filter(|thing| !known.contains(&thing.id)));
        found.truncate(limit as usize);
    }
    Ok(found)
}

/// Things (not posts) that share rare words with a text, best first: candidates for likeness, which the room
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
            sql::things_sqlite(c, &any.join(" OR "), kind, circle, limit)
        }
        Engine::Postgres => {
            let any: Vec<String> = words.iter().map(|w| format!("{}:*", stem(w))).collect();
            sql::things_postgres(c, &any.join(" | "), kind, circle, limit)
        }
    }
}

/// The part of a word that its endings leave alone, roughly, in languages that add endings.
fn stem(word: &str) -> String {
    let letters = word.chars().count();
    word.chars().take(if letters > 6 { letters - 2 } else { letters }).collect()
}

/// Whether the last word may go on.
#[derive(Debug, Clone, Copy, PartialEq)]
enum End {
    Closed,
    Open,
}

/// Words hold only letters and digits, so quoting them is enough to keep FTS5's operators out.
fn fts5(words: &[String], end: End) -> String {
    let quoted: Vec<String> = words.iter().map(|w| format!("\"{w}\"")).collect();
    let star = if end == End::Open { " *" } else { "" };
    format!("{}{star}", quoted.join(" "))
}

fn tsquery(words: &[String], end: End) -> String {
    let star = if end == End::Open { ":*" } else { "" };
    format!("{}{star}", words.join(" & "))
}

#[expect(clippy::too_many_arguments, reason = "one for each column of a document")]
mod sql {
    use super::Found;
    use jiff::Timestamp;

    crate::query! {
        #[only(sqlite)]
        pub fn put_sqlite(kind: &str, subject_id: i64, scope: &str, path: &str, title: &str, body: &str, at: Timestamp) -> One<i64> {
            "insert into search_documents (kind, subject_id, scope, path, title, body, at)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (kind, subject_id) do update
             set scope = excluded.scope, path = excluded.path, title = excluded.title, body = excluded.body, at = excluded.at
             returning id"
        }

        #[only(sqlite)]
        pub fn put_words(id: i64, title: &str, body: &str) -> Changed {
            "insert or replace into search_words (rowid, title, body) values ($1, $2, $3)"
        }

        #[only(postgres)]
        pub fn put_postgres(kind: &str, subject_id: i64, scope: &str, path: &str, title: &str, body: &str, at: Timestamp, title_words: &str, body_words: &str) -> Changed {
            "insert into search_documents (kind, subject_id, scope, path, title, body, at, words)
             values ($1, $2, $3, $4, $5, $6, $7,
                     setweight(to_tsvector('simple', $8), 'A') || setweight(to_tsvector('simple', $9), 'B'))
             on conflict (kind, subject_id) do update
             set scope = excluded.scope, path = excluded.path, title = excluded.title, body = excluded.body,
                 at = excluded.at, words = excluded.words"
        }

        pub fn delete(kind: &str, subject_id: i64) -> Option<i64> {
            "delete from search_documents where kind = $1 and subject_id = $2 returning id"
        }

        #[only(sqlite)]
        pub fn delete_words(id: i64) -> Changed {
            "delete from search_words where rowid = $1"
        }

        #[only(sqlite)]
        pub fn things_sqlite(matching: &str, kind: &str, circle: bool, limit: i64) -> Vec<Found> {
            "select d.id, d.kind, d.subject_id, d.path, d.title, d.body, d.at
             from search_words w join search_documents d on d.id = w.rowid
             where search_words match $1
               and ($2 = '' or d.kind = $2)
               and (d.scope = 'open' or ($3 and d.scope = 'circle'))
             order by bm25(search_words, 4.0, 1.0), d.id desc limit $4"
        }

        /// The same among the newest `most` of those that match.
        #[only(sqlite)]
        pub fn best_sqlite(matching: &str, kind: &str, circle: bool, limit: i64, most: i64) -> Vec<Found> {
            "select d.id, d.kind, d.subject_id, d.path, d.title, d.body, d.at
             from (select w.rowid as id, bm25(search_words, 4.0, 1.0) as rank
                   from search_words w cross join search_documents s on s.id = w.rowid
                   where search_words match $1
                     and ($2 = '' or s.kind = $2)
                     and (s.scope = 'open' or ($3 and s.scope = 'circle'))
                   order by w.rowid desc limit $5) best
             join search_documents d on d.id = best.id
             order by best.rank, d.id desc limit $4"
        }

        #[only(postgres)]
        pub fn things_postgres(matching: &str, kind: &str, circle: bool, limit: i64) -> Vec<Found> {
            "select d.id, d.kind, d.subject_id, d.path, d.title, d.body, d.at
             from search_documents d
             where d.words @@ to_tsquery('simple', $1)
               and d.kind <> 'post'
               and ($2 = '' or d.kind = $2)
               and (d.scope = 'open' or ($3 and d.scope = 'circle'))
             order by ts_rank(d.words, to_tsquery('simple', $1)) desc, d.id desc limit $4"
        }
    }
    use crate::{Changed, One};
}
