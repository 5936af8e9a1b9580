//! The words that search looks in, made anew from the documents in the form of the engine that is
//! filled: a full-text index in the file, a column of each document on PostgreSQL.

use super::{Column, Kind, Table, columns, copy};
use crate::Result;
use crate::search::PART;
use postgres::Client;
use rusqlite::Connection;

pub(super) const TABLE: &str = "search_documents";

/// Fills the file's index from its documents.
pub(super) fn index(file: &Connection) -> Result<()> {
    file.execute(
        "insert into search_words (rowid, title, body)
         select id, fold(title), fold(body) from search_documents where kind <> ?1",
        [PART],
    )?;
    file.execute(
        "insert into search_parts (rowid, body)
         select id, spaced(body) || marks(group_id, side, locale, place, at) from search_documents where kind = ?1",
        [PART],
    )?;
    Ok(())
}

/// Fills PostgreSQL's documents by way of a table without their words, which only PostgreSQL can make.
pub(super) fn fill(file: &Connection, client: &mut Client, table: &Table) -> Result<()> {
    let mut columns = columns::of(client, table)?;
    let names = table.columns.join(", ");
    client.batch_execute(&format!(
        "create temporary table incoming on commit drop as
         select {names}, cast('' as text) as title_words, cast('' as text) as body_words from {TABLE} limit 0"
    ))?;
    columns.extend(["title_words", "body_words"].map(|name| Column { name: name.into(), kind: Kind::Text }));
    let select = format!(
        "select {names}, case kind when '{PART}' then '' else fold(title) end, fold(body) from {TABLE}"
    );
    copy(file, client, &select, "incoming", &columns)?;
    client.batch_execute(&format!(
        "insert into {TABLE} ({names}, words)
         select {names}, setweight(to_tsvector('simple', title_words), 'A')
                      || setweight(to_tsvector('simple', body_words), 'B')
         from incoming"
    ))?;
    Ok(())
}
