//! Posts as they are found: the newest first, without looking at all that match.
//!
//! Each write to an FTS5 index becomes a segment that is merged again and again with others, which costs
//! more than all else that a post writes. So on SQLite a new post waits in `search_documents`, where a
//! search reads it, until [`WAITING`] documents have come; then one statement indexes them together.

use super::{End, Found, Narrowing, fts5, marks, tsquery};
use crate::{Conn, Engine, Result, fold};

/// So many documents may have come since the last one that is indexed.
const WAITING: i64 = 256;

/// Lets the embedded engine find what a part says now.
pub(super) fn index(c: &mut Conn, id: i64) -> Result<()> {
    let indexed = indexed(c)?;
    if id <= indexed {
        sql::index_again(c, id)?;
    } else if id - indexed >= WAITING {
        sql::index_after(c, indexed)?;
    }
    Ok(())
}

pub(super) fn remove(c: &mut Conn, id: i64) -> Result<()> {
    if id <= indexed(c)? {
        sql::delete(c, id)?;
    }
    Ok(())
}

/// The last document that is in the index: ids only grow, so all above it wait.
fn indexed(c: &mut Conn) -> Result<i64> {
    Ok(sql::newest_indexed(c)?.unwrap_or_default())
}

/// One look through the posts: what it needs besides words.
pub(super) struct Posts<'a> {
    pub among: &'a Narrowing,
    /// The posts that wait, the newest first, each with its words: folded, and a blank before and after each.
    waiting: Vec<(Found, String)>,
    /// What SQLite's index is asked beside words.
    marks: String,
}

impl Posts<'_> {
    pub fn begin<'a>(c: &mut Conn, among: &'a Narrowing) -> Result<Posts<'a>> {
        if c.engine() == Engine::Postgres || !among.has_parts() {
            return Ok(Posts { among, waiting: Vec::new(), marks: String::new() });
        }
        Ok(Posts { among, waiting: waiting(c, among)?, marks: marks::wanted(c, among)? })
    }

    /// Those with the words as they stand, the newest first; where these leave room, those in which the last word
    /// goes on. A single letter is never taken for a beginning: too many words have it.
    pub fn find(&self, c: &mut Conn, words: &[String], limit: i64) -> Result<Vec<Found>> {
        if !self.among.has_parts() {
            return Ok(Vec::new());
        }
        let mut found = self.newest(c, (words, End::Closed), limit)?;
        let is_letter = words.last().is_some_and(|word| word.chars().count() == 1);
        if is_letter || found.len() as i64 == limit {
            return Ok(found);
        }
        let known: Vec<i64> = found.iter().map(|part| part.id).collect();
        let mut open = self.newest(c, (words, End::Open), limit)?;
        open.retain(|part| !known.contains(&part.id));
        found.extend(open);
        found.truncate(limit as usize);
        Ok(found)
    }

    /// The newest that match what is written as the engine reads it, and those of the waiting that are wanted.
    pub fn any(
        &self,
        c: &mut Conn,
        matching: &str,
        is_wanted: impl Fn(&str) -> bool,
        limit: i64,
    ) -> Result<Vec<Found>> {
        if !self.among.has_parts() {
            return Ok(Vec::new());
        }
        if c.engine() == Engine::Postgres {
            return ask(c, sql::find_postgres, matching, self.among, limit);
        }
        let matching = with_marks(matching.to_owned(), &self.marks);
        let mut found = ask(c, sql::find_sqlite, &matching, self.among, limit)?;
        let waiting = self.waiting.iter().filter(|(_, has)| is_wanted(has));
        found.extend(waiting.map(|(part, _)| part.clone()));
        Ok(found)
    }

    fn newest(&self, c: &mut Conn, (words, end): (&[String], End), limit: i64) -> Result<Vec<Found>> {
        if c.engine() == Engine::Postgres {
            return ask(c, sql::find_postgres, &tsquery(words, end), self.among, limit);
        }
        let matching = self.waiting.iter().filter(|(_, has)| matches(has, words, end));
        let mut found: Vec<Found> = matching.map(|(part, _)| part.clone()).take(limit as usize).collect();
        let left = limit - found.len() as i64;
        let wanted = with_marks(fts5(words, end), &self.marks);
        found.extend(ask(c, sql::find_sqlite, &wanted, self.among, left)?);
        Ok(found)
    }
}

fn with_marks(words: String, marks: &str) -> String {
    if marks.is_empty() { words } else { format!("({words}) AND {marks}") }
}

fn waiting(c: &mut Conn, among: &Narrowing) -> Result<Vec<(Found, String)>> {
    let parts = ask(c, sql::waiting, "", among, i64::MAX)?.into_iter();
    Ok(parts
        .map(|part| {
            let words = format!(" {} ", fold::spaced(&part.body));
            (part, words)
        })
        .collect())
}

fn ask(
    c: &mut Conn,
    statement: sql::Parts,
    matching: &str,
    among: &Narrowing,
    limit: i64,
) -> Result<Vec<Found>> {
    let Narrowing { kind, circle, member, group, side, sector, locale, place, tag: _, from, to } = among;
    statement(c, matching, kind, *circle, *member, *group, side, *sector, locale, place, *from, *to, limit)
}

/// Whether all wanted words occur; the last one may go on where the end is open.
pub(super) fn matches(has: &str, wanted: &[String], end: End) -> bool {
    let is_open = |place: usize| end == End::Open && place + 1 == wanted.len();
    let occurs = |(place, word): (usize, &String)| {
        let word = if is_open(place) { format!(" {word}") } else { format!(" {word} ") };
        has.contains(&word)
    };
    wanted.iter().enumerate().all(occurs)
}

#[expect(clippy::too_many_arguments, reason = "one for each way to narrow")]
mod sql {
    use super::super::Found;
    use super::super::narrowing::narrowed;
    use jiff::Timestamp;

    /// A question for posts that match.
    pub type Parts = fn(
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
    ) -> Result<Vec<Found>>;

    macro_rules! parts {
        () => {
            "select d.id, d.kind, d.subject_id, d.path, d.title, d.body, d.locale, d.at "
        };
    }

    crate::query! {
        #[only(sqlite)]
        pub fn newest_indexed() -> Option<i64> {
            "select rowid from search_parts order by rowid desc limit 1"
        }

        // The plus keeps SQLite from going through all posts by the index of kinds, to find the few that wait.
        #[only(sqlite)]
        pub fn index_after(id: i64) -> Changed {
            "insert into search_parts (rowid, body)
             select id, spaced(body) || marks(group_id, side, locale, place, at)
             from search_documents where id > $1 and +kind = 'post' order by id"
        }

        #[only(sqlite)]
        pub fn index_again(id: i64) -> Changed {
            "insert or replace into search_parts (rowid, body)
             select id, spaced(body) || marks(group_id, side, locale, place, at) from search_documents where id = $1"
        }

        #[only(sqlite)]
        pub fn delete(id: i64) -> Changed {
            "delete from search_parts where rowid = $1"
        }

        /// The posts with a higher number than all that are in the index. That `nothing` is empty: this takes what
        /// the other questions take.
        #[only(sqlite)]
        pub fn waiting(nothing: &str, kind: &str, circle: bool, member: bool, group: i64, side: &str, sector: i64, locale: &str, place: &str, from: Timestamp, to: Timestamp, limit: i64) -> Vec<Found> {
            concat!(
                parts!(), "from search_documents d
                 where d.id > coalesce((select rowid from search_parts order by rowid desc limit 1), 0) and $1 = '' and +d.kind = 'post' and ", narrowed!(), " order by d.id desc limit $12"
            )
        }

        // A cross join keeps the order in which the tables are written: FTS5 gives the newest first, and no
        // more of them are looked at than are asked for.
        #[only(sqlite)]
        pub fn find_sqlite(matching: &str, kind: &str, circle: bool, member: bool, group: i64, side: &str, sector: i64, locale: &str, place: &str, from: Timestamp, to: Timestamp, limit: i64) -> Vec<Found> {
            concat!(
                parts!(), "from search_parts p cross join search_documents d on d.id = p.rowid
                 where search_parts match $1 and ", narrowed!(), " order by p.rowid desc limit $12"
            )
        }

        #[only(postgres)]
        pub fn find_postgres(matching: &str, kind: &str, circle: bool, member: bool, group: i64, side: &str, sector: i64, locale: &str, place: &str, from: Timestamp, to: Timestamp, limit: i64) -> Vec<Found> {
            concat!(
                parts!(), "from search_documents d
                 where d.words @@ to_tsquery('simple', $1) and d.kind = 'post' and ", narrowed!(), "
                 order by d.id desc limit $12"
            )
        }
    }
    use crate::{Changed, Conn, Result};
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{STATEMENTS, Statement};
    use crate::testing;

    #[test]
    fn all_words_must_occur_and_only_the_last_may_go_on() {
        let has = " az arviz utan az iskola ";
        let wants = |typed: &str, end| matches(has, &fold::words(typed), end);
        assert!(wants("iskola árvíz", End::Closed) && wants("az isk", End::Open));
        assert!(!wants("az isk", End::Closed) && !wants("isk az", End::Open));
    }

    /// A statement with something in the place of each parameter.
    fn bound(sql: &str) -> String {
        (1..=12).rev().fold(sql.to_owned(), |sql, n| sql.replace(&format!("${n}"), "7"))
    }

    #[test]
    fn what_waits_is_found_by_its_number_however_many_posts_there_are() {
        let place = testing::in_folder().unwrap();
        let mut c = testing::at_step(&place.url, testing::STEPS).unwrap();
        for name in ["waiting", "index_after"] {
            let is_it = |s: &&Statement| s.name.ends_with(&format!("search::parts::sql::{name}"));
            let statement = STATEMENTS.iter().find(is_it).unwrap();
            let sql = format!("explain query plan {}", bound(statement.sql));
            let plan: Vec<(i64, i64, i64, String)> = c.all(&sql, &[]).unwrap();
            let is_by_number = |detail: &str| detail.contains(" USING INTEGER PRIMARY KEY");
            assert!(plan.iter().any(|(_, _, _, detail)| is_by_number(detail)), "{name}: {plan:?}");
        }
    }
}
