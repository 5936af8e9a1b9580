//! Posts as they are found: the newest first, without looking at all that match.
//!
//! Each write to an FTS5 index becomes a segment that is merged again and again with others, which costs
//! more than all else that a post writes. So on SQLite a new post waits in `search_documents`, where a
//! search reads it, until [`WAITING`] documents have come; then one statement indexes them together.

use super::{End, Found, fts5, tsquery};
use crate::{Conn, Engine, Result, fold};

/// So many documents may have come since the last one that is indexed.
const WAITING: i64 = 256;

/// Lets the embedded engine find what a part says now.
pub(super) fn index(c: &mut Conn, id: i64, body: &str) -> Result<()> {
    let indexed = indexed(c)?;
    if id <= indexed {
        sql::put(c, id, &fold::spaced(body))?;
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

/// Those with the words as they stand, the newest first; where these leave room, those in which the last word
/// goes on. A single letter is never taken for a beginning: too many words have it.
pub(super) fn find(c: &mut Conn, words: &[String], circle: bool, limit: i64) -> Result<Vec<Found>> {
    let waiting = match c.engine() {
        Engine::Sqlite => waiting(c, circle)?,
        Engine::Postgres => Vec::new(),
    };
    let mut found = newest(c, &waiting, (words, End::Closed), circle, limit)?;
    let is_letter = words.last().is_some_and(|word| word.chars().count() == 1);
    if is_letter || found.len() as i64 == limit {
        return Ok(found);
    }
    let known: Vec<i64> = found.iter().map(|part| part.id).collect();
    let mut open = newest(c, &waiting, (words, End::Open), circle, limit)?;
    open.retain(|part| !known.contains(&part.id));
    found.extend(open);
    found.truncate(limit as usize);
    Ok(found)
}

/// The posts that wait, the newest first, each with its words: folded, and a blank before and after each.
fn waiting(c: &mut Conn, circle: bool) -> Result<Vec<(Found, String)>> {
    let after = indexed(c)?;
    let parts = sql::waiting(c, after, circle)?.into_iter();
    Ok(parts
        .map(|part| {
            let words = format!(" {} ", fold::spaced(&part.body));
            (part, words)
        })
        .collect())
}

fn newest(
    c: &mut Conn,
    waiting: &[(Found, String)],
    (words, end): (&[String], End),
    circle: bool,
    limit: i64,
) -> Result<Vec<Found>> {
    if c.engine() == Engine::Postgres {
        return sql::find_postgres(c, &tsquery(words, end), circle, limit);
    }
    let matching = waiting.iter().filter(|(_, has)| matches(has, words, end));
    let mut found: Vec<Found> = matching.map(|(part, _)| part.clone()).take(limit as usize).collect();
    let left = limit - found.len() as i64;
    found.extend(sql::find_sqlite(c, &fts5(words, end), circle, left)?);
    Ok(found)
}

/// Whether all wanted words occur; the last one may go on where the end is open.
fn matches(has: &str, wanted: &[String], end: End) -> bool {
    let is_open = |place: usize| end == End::Open && place + 1 == wanted.len();
    let occurs = |(place, word): (usize, &String)| {
        let word = if is_open(place) { format!(" {word}") } else { format!(" {word} ") };
        has.contains(&word)
    };
    wanted.iter().enumerate().all(occurs)
}

mod sql {
    use super::super::Found;

    crate::query! {
        #[only(sqlite)]
        pub fn newest_indexed() -> Option<i64> {
            "select rowid from search_parts order by rowid desc limit 1"
        }

        // The plus keeps SQLite from going through all posts by the index of kinds, to find the few that wait.
        #[only(sqlite)]
        pub fn index_after(id: i64) -> Changed {
            "insert into search_parts (rowid, body)
             select id, spaced(body) from search_documents where id > $1 and +kind = 'post' order by id"
        }

        #[only(sqlite)]
        pub fn put(id: i64, body: &str) -> Changed {
            "insert or replace into search_parts (rowid, body) values ($1, $2)"
        }

        #[only(sqlite)]
        pub fn delete(id: i64) -> Changed {
            "delete from search_parts where rowid = $1"
        }

        #[only(sqlite)]
        pub fn waiting(after: i64, circle: bool) -> Vec<Found> {
            "select id, kind, subject_id, path, title, body, at
             from search_documents
             where id > $1 and +kind = 'post' and (scope = 'open' or ($2 and scope = 'circle'))
             order by id desc"
        }

        // A cross join keeps the order in which the tables are written: FTS5 gives the newest first, and no
        // more of them are looked at than are asked for.
        #[only(sqlite)]
        pub fn find_sqlite(matching: &str, circle: bool, limit: i64) -> Vec<Found> {
            "select d.id, d.kind, d.subject_id, d.path, d.title, d.body, d.at
             from search_parts p cross join search_documents d on d.id = p.rowid
             where search_parts match $1 and (d.scope = 'open' or ($2 and d.scope = 'circle'))
             order by p.rowid desc limit $3"
        }

        #[only(postgres)]
        pub fn find_postgres(matching: &str, circle: bool, limit: i64) -> Vec<Found> {
            "select d.id, d.kind, d.subject_id, d.path, d.title, d.body, d.at
             from search_documents d
             where d.words @@ to_tsquery('simple', $1)
               and d.kind = 'post'
               and (d.scope = 'open' or ($2 and d.scope = 'circle'))
             order by d.id desc limit $3"
        }
    }
    use crate::Changed;
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

    #[test]
    fn what_waits_is_found_by_its_number_however_many_posts_there_are() {
        let place = testing::in_folder().unwrap();
        let mut c = testing::at_step(&place.url, testing::STEPS).unwrap();
        for name in ["waiting", "index_after"] {
            let is_it = |s: &&Statement| s.name.ends_with(&format!("search::parts::sql::{name}"));
            let statement = STATEMENTS.iter().find(is_it).unwrap();
            let sql =
                format!("explain query plan {}", statement.sql.replace("$1", "7").replace("$2", "true"));
            let plan: Vec<(i64, i64, i64, String)> = c.all(&sql, &[]).unwrap();
            let is_by_number = |detail: &str| detail.contains("search_documents USING INTEGER PRIMARY KEY");
            assert!(plan.iter().any(|(_, _, _, detail)| is_by_number(detail)), "{name}: {plan:?}");
        }
    }
}
