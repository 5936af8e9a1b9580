//! The words that search looks in, made anew from the documents in the form of the engine that is
//! filled: a full-text index in the file, a column of each document on PostgreSQL.

use super::{Column, Kind, Table, columns, copy};
use crate::{Result, fold};
use postgres::Client;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

pub(super) const TABLE: &str = "search_documents";

/// Fills the file's index from its documents.
pub(super) fn index(file: &Connection) -> Result<()> {
    know_fold(file)?;
    file.execute("insert into search_words (rowid, title, body) select id, fold(title), fold(body) from search_documents", [])?;
    Ok(())
}

/// Fills PostgreSQL's documents by way of a table without their words, which only PostgreSQL can make.
pub(super) fn fill(file: &Connection, client: &mut Client, table: &Table) -> Result<()> {
    know_fold(file)?;
    let mut columns = columns::of(client, table)?;
    let names = table.columns.join(", ");
    client.batch_execute(&format!(
        "create temporary table incoming on commit drop as
         select {names}, cast('' as text) as title_words, cast('' as text) as body_words from {TABLE} limit 0"
    ))?;
    columns.extend(["title_words", "body_words"].map(|name| Column { name: name.into(), kind: Kind::Text }));
    let select = format!("select {names}, fold(title), fold(body) from {TABLE}");
    copy(file, client, &select, "incoming", &columns)?;
    client.batch_execute(&format!(
        "insert into {TABLE} ({names}, words)
         select {names}, setweight(to_tsvector('simple', title_words), 'A')
                      || setweight(to_tsvector('simple', body_words), 'B')
         from incoming"
    ))?;
    Ok(())
}

/// Teaches the file how words are compared.
fn know_fold(file: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    file.create_scalar_function("fold", 1, flags, |values| Ok(fold::fold(&values.get::<String>(0)?)))?;
    Ok(())
}
