//! Full-text search over everything that can be found, in the transaction that changes it: FTS5 on
//! SQLite, a `tsvector` on PostgreSQL. Words are folded here, so both find alike.

mod many;
mod marks;
mod narrowing;
mod parts;
mod spelling;
mod titles;

pub use many::{add_many, remove_many};
pub(crate) use marks::teach;
pub use narrowing::Narrowing;
pub use titles::{Titled, newest_of_kind, title_of};

use crate::{Conn, Engine, Result, fold};
use jiff::Timestamp;
use parts::Posts;

/// A thing as it can be found. `(kind, subject_id)` names it; `scope` says who may see it.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    pub kind: &'a str,
    pub subject_id: i64,
    /// `open`, `circle` or `private`; `members` for all who are signed in, `guests` for all who are not.
    pub scope: &'a str,
    pub path: &'a str,
    pub title: &'a str,
    /// Plain text or Markdown; never shown from here to somebody who may not see the thing.
    pub body: &'a str,
    /// The language it is written in; empty where it is in none.
    pub locale: &'a str,
    /// By whom and where it is said; `None` leaves that as it was.
    pub said: Option<Said<'a>>,
    pub at: Timestamp,
}

/// By whom and where something is said.
#[derive(Debug, Clone, Copy, Default)]
pub struct Said<'a> {
    /// The group in whose voice, or that it is.
    pub group: Option<i64>,
    /// Empty where it is nobody's.
    pub side: &'a str,
    /// The thing it belongs to, as `focus-3`; empty for none.
    pub place: &'a str,
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
        pub locale: String,
        pub at: Timestamp,
    }
}

/// The kind of thing that is a part of another, as a post is of its thread: shown under the thread's
/// title, but found by its own words alone, or a title's word would find all parts.
pub const PART: &str = "post";

/// Adds a document, or replaces it.
pub fn put(c: &mut Conn, document: &Document<'_>) -> Result<()> {
    let Document { kind, subject_id, scope, path, title, body, locale, said, at } = *document;
    let (is_said, Said { group, side, place }) = (said.is_some(), said.unwrap_or_default());
    match c.engine() {
        Engine::Sqlite => {
            let id = sql::put_sqlite(
                c, kind, subject_id, scope, path, title, body, at, locale, group, side, place, is_said,
            )?;
            if kind == PART {
                parts::index(c, id)?;
            } else {
                sql::put_words(c, id, &document.title_words(), &fold::fold(body))?;
            }
        }
        Engine::Postgres => {
            let words = (document.title_words(), fold::fold(body));
            sql::put_postgres(
                c, kind, subject_id, scope, path, title, body, at, locale, group, side, place, is_said,
                &words.0, &words.1,
            )?;
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
/// circle. `kind` narrows it to one kind of thing, where not empty.
pub fn find(c: &mut Conn, typed: &str, kind: &str, circle: bool, limit: i64) -> Result<Vec<Found>> {
    find_in(c, typed, &Narrowing::of(kind, circle), limit)
}

/// What matches what somebody typed, among what they see and ask for: things, those with the words in their titles
/// first, and posts, the newest first, ten of each in turn. All words must occur; the last one may be unfinished.
/// What comes first doesn't depend on `limit`.
pub fn find_in(c: &mut Conn, typed: &str, among: &Narrowing, limit: i64) -> Result<Vec<Found>> {
    let words = fold::words(typed);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let posts = Posts::begin(c, among)?;
    of_all_kinds(c, &words, &posts, limit)
}

/// What has the words, as [`find_in`] gives it, or, where nothing has, what has them with one typing error mended, and
/// these words.
pub fn find_forgiving(
    c: &mut Conn,
    typed: &str,
    among: &Narrowing,
    limit: i64,
) -> Result<(Vec<Found>, Option<String>)> {
    let words = fold::words(typed);
    if words.is_empty() {
        return Ok((Vec::new(), None));
    }
    let posts = Posts::begin(c, among)?;
    let found = of_all_kinds(c, &words, &posts, limit)?;
    if !found.is_empty() {
        return Ok((found, None));
    }
    let Some(mended) = spelling::mended(c, typed, &posts)? else { return Ok((found, None)) };
    Ok((of_all_kinds(c, &fold::words(&mended), &posts, limit)?, Some(mended)))
}

fn of_all_kinds(c: &mut Conn, words: &[String], posts: &Posts<'_>, limit: i64) -> Result<Vec<Found>> {
    let among = posts.among;
    let things = if among.kind == PART { Vec::new() } else { things(c, words, among, limit)? };
    let mut found = in_turns(things, posts.find(c, words, limit)?);
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

fn things(c: &mut Conn, words: &[String], among: &Narrowing, limit: i64) -> Result<Vec<Found>> {
    if c.engine() == Engine::Postgres {
        return best(c, &tsquery(words, End::Open), among, limit);
    }
    let anywhere = fts5(words, End::Open);
    let mut found = best(c, &format!("title : ({anywhere})"), among, limit)?;
    if (found.len() as i64) < limit {
        let known: Vec<i64> = found.iter().map(|thing| thing.id).collect();
        let others = best(c, &anywhere, among, limit)?;
        found.extend(others.into_iter().filter(|thing| !known.contains(&thing.id)));
        found.truncate(limit as usize);
    }
    Ok(found)
}

/// The best of the things that match what is written as the engine reads it.
fn best(c: &mut Conn, matching: &str, among: &Narrowing, limit: i64) -> Result<Vec<Found>> {
    let Narrowing { kind, circle, member, group, side, sector, locale, place, tag, from, to } = among;
    let (most, ask) = match c.engine() {
        Engine::Sqlite => (LOOKED_AT.max(limit), sql::best_sqlite as sql::Best),
        Engine::Postgres => (limit, sql::best_postgres as sql::Best),
    };
    ask(
        c, matching, kind, *circle, *member, *group, side, *sector, locale, place, *from, *to, limit, most,
        *tag,
    )
}

/// Things whose titles have all words that somebody types, the last of them unfinished; the best first.
pub fn titled(c: &mut Conn, typed: &str, among: &Narrowing, limit: i64) -> Result<Vec<Found>> {
    let words = fold::words(typed);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let matching = match c.engine() {
        Engine::Sqlite => format!("title : ({})", fts5(&words, End::Open)),
        // The words of titles have this weight.
        Engine::Postgres => {
            let last = words.len() - 1;
            let weigh = |(n, word): (usize, &String)| format!("{word}:{}A", if n == last { "*" } else { "" });
            words.iter().enumerate().map(weigh).collect::<Vec<_>>().join(" & ")
        }
    };
    best(c, &matching, among, limit)
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
            sql::like_sqlite(c, &any.join(" OR "), kind, circle, limit)
        }
        Engine::Postgres => {
            let any: Vec<String> = words.iter().map(|w| format!("{}:*", stem(w))).collect();
            best(c, &any.join(" | "), &Narrowing::of(kind, circle), limit)
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

#[expect(clippy::too_many_arguments, reason = "one for each column of a document, and each way to narrow")]
mod sql {
    use super::Found;
    use super::narrowing::narrowed;
    use jiff::Timestamp;

    /// Either engine's way to the best things.
    pub type Best = fn(
        &mut Conn,
        &str,
        &str,
        bool,
        bool,
        i64,
        &str,
        i64,
        &str,
        &str,
        Timestamp,
        Timestamp,
        i64,
        i64,
        i64,
    ) -> Result<Vec<Found>>;

    /// What a document that is there already becomes: by whom and where it was said only where that is told.
    macro_rules! replace {
        () => {
            " on conflict (kind, subject_id) do update
              set scope = excluded.scope, path = excluded.path, title = excluded.title, body = excluded.body,
                  at = excluded.at, locale = excluded.locale,
                  group_id = case when $12 then excluded.group_id else search_documents.group_id end,
                  side = case when $12 then excluded.side else search_documents.side end,
                  place = case when $12 then excluded.place else search_documents.place end"
        };
    }

    /// The condition on a thread's tag.
    macro_rules! tagged {
        () => {
            " and ($14 = 0 or (d.kind = 'thread' and d.subject_id in (select x.thread_id from thread_tags x where x.tag_id = $14)))"
        };
    }

    crate::query! {
        #[only(sqlite)]
        pub fn put_sqlite(kind: &str, subject_id: i64, scope: &str, path: &str, title: &str, body: &str, at: Timestamp, locale: &str, group: Option<i64>, side: &str, place: &str, is_said: bool) -> One<i64> {
            concat!(
                "insert into search_documents (kind, subject_id, scope, path, title, body, at, locale, group_id, side, place)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", replace!(), " returning id"
            )
        }

        #[only(sqlite)]
        pub fn put_words(id: i64, title: &str, body: &str) -> Changed {
            "insert or replace into search_words (rowid, title, body) values ($1, $2, $3)"
        }

        #[only(postgres)]
        pub fn put_postgres(kind: &str, subject_id: i64, scope: &str, path: &str, title: &str, body: &str, at: Timestamp, locale: &str, group: Option<i64>, side: &str, place: &str, is_said: bool, title_words: &str, body_words: &str) -> Changed {
            concat!(
                "insert into search_documents (kind, subject_id, scope, path, title, body, at, locale, group_id, side, place, words)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
                         setweight(to_tsvector('simple', $13), 'A') || setweight(to_tsvector('simple', $14), 'B'))",
                replace!(), ", words = excluded.words"
            )
        }

        pub fn delete(kind: &str, subject_id: i64) -> Option<i64> {
            "delete from search_documents where kind = $1 and subject_id = $2 returning id"
        }

        #[only(sqlite)]
        pub fn delete_words(id: i64) -> Changed {
            "delete from search_words where rowid = $1"
        }

        /// Those that are like a text: the best of all that have one of its words.
        #[only(sqlite)]
        pub fn like_sqlite(matching: &str, kind: &str, circle: bool, limit: i64) -> Vec<Found> {
            "select d.id, d.kind, d.subject_id, d.path, d.title, d.body, d.locale, d.at
             from search_words w join search_documents d on d.id = w.rowid
             where search_words match $1
               and ($2 = '' or d.kind = $2)
               and (d.scope = 'open' or ($3 and d.scope = 'circle'))
             order by bm25(search_words, 4.0, 1.0), d.id desc limit $4"
        }

        /// The best among the newest `most` of those that match.
        #[only(sqlite)]
        pub fn best_sqlite(matching: &str, kind: &str, circle: bool, member: bool, group: i64, side: &str, sector: i64, locale: &str, place: &str, from: Timestamp, to: Timestamp, limit: i64, most: i64, tag: i64) -> Vec<Found> {
            concat!(
                "select f.id, f.kind, f.subject_id, f.path, f.title, f.body, f.locale, f.at
                 from (select w.rowid as id, bm25(search_words, 4.0, 1.0) as rank
                       from search_words w cross join search_documents d on d.id = w.rowid
                       where search_words match $1 and ", narrowed!(), tagged!(), "
                       order by w.rowid desc limit $13) best
                 join search_documents f on f.id = best.id
                 order by best.rank, f.id desc limit $12"
            )
        }

        #[only(postgres)]
        pub fn best_postgres(matching: &str, kind: &str, circle: bool, member: bool, group: i64, side: &str, sector: i64, locale: &str, place: &str, from: Timestamp, to: Timestamp, limit: i64, most: i64, tag: i64) -> Vec<Found> {
            concat!(
                "select d.id, d.kind, d.subject_id, d.path, d.title, d.body, d.locale, d.at
                 from search_documents d
                 where d.words @@ to_tsquery('simple', $1) and d.kind <> 'post' and ", narrowed!(), tagged!(), "
                 order by ts_rank(d.words, to_tsquery('simple', $1)) desc, d.id desc limit least(cast($12 as bigint), cast($13 as bigint))"
            )
        }
    }
    use crate::{Changed, Conn, One, Result};
}
