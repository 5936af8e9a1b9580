//! All rows of a community from one engine to the other, by the schema and not by a list: a table
//! that a later migration adds is taken along.
//!
//! Both directions see one moment: a read-only repeatable-read transaction on PostgreSQL, one
//! transaction on SQLite. Ids stay, and so do the marks of the highest id ever given. The words that
//! search looks in are made anew from the documents, since each engine keeps them in its own way.

mod columns;
pub(crate) mod sums;
pub(crate) mod tables;
mod words;

use crate::{Conn, Error, Result, migrate};
use columns::{Column, Kind};
use postgres::binary_copy::BinaryCopyInWriter;
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::{ToSql, Type};
use rusqlite::types::Value;
use std::path::Path;
use tables::Table;

/// Writes all of PostgreSQL's rows into an empty SQLite file.
pub(crate) fn to_file(c: &mut Conn, path: &Path) -> Result<()> {
    let mut file = Conn::sqlite(tables::open(path)?);
    migrate::run(&mut file)?;
    c.batch("begin isolation level repeatable read read only")?;
    let copied = match (file.as_sqlite(), c.as_postgres()) {
        (Some(file), Some(client)) => in_one_transaction(file, |file| gather(client, file)),
        _ => Err(Error::Unavailable("a transfer is from PostgreSQL to a file".into())),
    };
    c.batch("rollback")?;
    copied
}

/// Writes all rows of a file with this program's schema into an empty PostgreSQL.
pub(crate) fn from_file(file: &rusqlite::Connection, c: &mut Conn) -> Result<()> {
    c.batch("begin")?;
    let filled = match c.as_postgres() {
        Some(client) => fill(file, client),
        None => Err(Error::Unavailable("a transfer is from a file to PostgreSQL".into())),
    };
    c.batch(if filled.is_ok() { "commit" } else { "rollback" })?;
    filled
}

fn in_one_transaction(
    file: &rusqlite::Connection,
    work: impl FnOnce(&rusqlite::Connection) -> Result<()>,
) -> Result<()> {
    // Rows come table by table, and a row may refer to one that comes later.
    file.execute_batch("pragma foreign_keys = off; begin")?;
    let done = work(file);
    file.execute_batch(if done.is_ok() { "commit" } else { "rollback" })?;
    done
}

fn gather(client: &mut postgres::Client, file: &rusqlite::Connection) -> Result<()> {
    for table in tables::all(file)? {
        let columns = columns::of(client, &table)?;
        let mut insert = file.prepare(&table.insert())?;
        let select = format!("select {} from {}", columns::selected(&columns), table.name);
        let mut rows = client.query_raw(&select, Vec::<i64>::new())?;
        while let Some(row) = rows.next()? {
            let values: Result<Vec<Value>> =
                columns.iter().enumerate().map(|(i, c)| c.read(&row, i)).collect();
            insert.execute(rusqlite::params_from_iter(values?))?;
        }
    }
    words::index(file)?;
    keep_marks(client, file)
}

/// The highest ids ever given, so that what was deleted does not lend its number to something new.
fn keep_marks(client: &mut postgres::Client, file: &rusqlite::Connection) -> Result<()> {
    for (table, column) in columns::numbered(client)? {
        let mark = format!("select pg_sequence_last_value(pg_get_serial_sequence('{table}', '{column}'))");
        let mark: Option<i64> = client.query_one(&mark, &[])?.try_get(0)?;
        file.execute("delete from sqlite_sequence where name = ?1", [&table])?;
        if let Some(mark) = mark {
            file.execute("insert into sqlite_sequence (name, seq) values (?1, ?2)", (&table, mark))?;
        }
    }
    Ok(())
}

fn fill(file: &rusqlite::Connection, client: &mut postgres::Client) -> Result<()> {
    let tables = tables::all(file)?;
    for table in &tables {
        let full = format!("select exists (select 1 from {})", table.name);
        if client.query_one(&full, &[])?.try_get(0)? {
            return Err(Error::Storage(format!("the database is not empty: there are {} in it", table.name)));
        }
    }
    let keys = columns::foreign_keys(client)?;
    alter_keys(client, &keys, "deferrable initially deferred")?;
    for table in &tables {
        if table.name == words::TABLE {
            words::fill(file, client, table)?;
        } else {
            let columns = columns::of(client, table)?;
            copy(file, client, &table.select(), &table.name, &columns)?;
        }
    }
    client.batch_execute("set constraints all immediate")?;
    alter_keys(client, &keys, "not deferrable")?;
    set_marks(file, client)
}

/// A key is checked when all tables are there, not row by row.
fn alter_keys(client: &mut postgres::Client, keys: &[(String, String)], how: &str) -> Result<()> {
    let each = keys.iter().map(|(table, key)| format!("alter table {table} alter constraint {key} {how};"));
    Ok(client.batch_execute(&each.collect::<String>())?)
}

fn set_marks(file: &rusqlite::Connection, client: &mut postgres::Client) -> Result<()> {
    for (table, column) in columns::numbered(client)? {
        let mark = file
            .query_row("select max(seq) from sqlite_sequence where name = ?1", [&table], |row| row.get(0));
        let mark: Option<i64> = mark?;
        if let Some(mark) = mark.filter(|mark| *mark > 0) {
            let set = format!("select setval(pg_get_serial_sequence('{table}', '{column}'), $1)");
            client.query_one(&set, &[&mark])?;
        }
    }
    Ok(())
}

/// Streams the answer of `select` into a table of PostgreSQL.
fn copy(
    file: &rusqlite::Connection,
    client: &mut postgres::Client,
    select: &str,
    into: &str,
    columns: &[Column],
) -> Result<()> {
    let names: Vec<&str> = columns.iter().map(|c| c.name.as_str()).collect();
    let types: Vec<Type> = columns.iter().map(|c| c.kind.sent_as()).collect();
    let statement = format!("copy {into} ({}) from stdin (format binary)", names.join(", "));
    let mut writer = BinaryCopyInWriter::new(client.copy_in(&statement)?, &types);
    let mut read = file.prepare(select)?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        let values: Result<Vec<Value>> = (0..columns.len()).map(|i| Ok(row.get(i)?)).collect();
        let values = values?;
        let params: Vec<_> = values.iter().zip(columns).map(|(value, c)| c.kind.param(value)).collect();
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|p| p as &(dyn ToSql + Sync)).collect();
        writer.write(&params)?;
    }
    writer.finish()?;
    Ok(())
}
