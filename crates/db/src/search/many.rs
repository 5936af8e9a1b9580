//! Many new documents at once, for a list that comes in: one by one into the embedded engine, in bundles
//! over the wire to a server, where each statement is a way there and back.

use super::{Document, Said, put, remove};
use crate::{Changed, Conn, Engine, Result, fold};
use serde::Serialize;

/// So many documents go to a server in one statement.
const BUNDLE: usize = 500;

/// One document of a bundle, as PostgreSQL reads it.
#[derive(Serialize)]
struct Sent<'a> {
    kind: &'a str,
    subject_id: i64,
    scope: &'a str,
    path: &'a str,
    title: &'a str,
    body: &'a str,
    locale: &'a str,
    group_id: Option<i64>,
    side: &'a str,
    place: &'a str,
    at: i64,
    title_words: String,
    body_words: String,
}

impl<'a> From<&Document<'a>> for Sent<'a> {
    fn from(document: &Document<'a>) -> Sent<'a> {
        let Document { kind, subject_id, scope, path, title, body, locale, said, at } = *document;
        let (title_words, body_words) = (document.title_words(), fold::fold(body));
        let (Said { group: group_id, side, place }, at) = (said.unwrap_or_default(), at.as_millisecond());
        Sent {
            kind,
            subject_id,
            scope,
            path,
            title,
            body,
            locale,
            group_id,
            side,
            place,
            at,
            title_words,
            body_words,
        }
    }
}

/// Adds documents of things that have none yet.
pub fn add_many(c: &mut Conn, documents: &[Document<'_>]) -> Result<()> {
    if c.engine() == Engine::Sqlite {
        return documents.iter().try_for_each(|document| put(c, document));
    }
    for bundle in documents.chunks(BUNDLE) {
        let sent: Vec<Sent<'_>> = bundle.iter().map(Sent::from).collect();
        insert_bundle(c, &serde_json::json!(sent).to_string())?;
    }
    Ok(())
}

/// Takes out the documents of many things of one kind.
pub fn remove_many(c: &mut Conn, kind: &str, subjects: &[i64]) -> Result<()> {
    if c.engine() == Engine::Sqlite {
        return subjects.iter().try_for_each(|subject| remove(c, kind, *subject));
    }
    delete_bundle(c, kind, &serde_json::json!(subjects).to_string())?;
    Ok(())
}

crate::query! {
    #[only(postgres)]
    fn delete_bundle(kind: &str, subjects: &str) -> Changed {
        "delete from search_documents
         where kind = $1
           and subject_id in (select cast(sent as bigint) from json_array_elements_text($2::json) as sent)"
    }

    #[only(postgres)]
    fn insert_bundle(documents: &str) -> Changed {
        "insert into search_documents (kind, subject_id, scope, path, title, body, locale, group_id, side, place, at, words)
         select kind, subject_id, scope, path, title, body, locale, group_id, side, place, at,
                setweight(to_tsvector('simple', title_words), 'A')
                || setweight(to_tsvector('simple', body_words), 'B')
         from json_to_recordset($1::json) as sent (kind text, subject_id bigint, scope text, path text,
              title text, body text, locale text, group_id bigint, side text, place text, at bigint, title_words text,
              body_words text)"
    }
}
