//! A sum over each table of a file, kept in the file: SHA-256 over all rows in the order of their key,
//! and one over the schema. The same rows have the same sum, whichever engine they came from.

use super::tables;
use crate::Result;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Sums by table; the schema's own under the empty name.
pub(crate) type Sums = BTreeMap<String, Vec<u8>>;

/// Computes the sums of a file that is ready, and writes them into it.
pub(crate) fn write(file: &Connection) -> Result<()> {
    let sums = of(file)?;
    file.execute_batch("begin; create table backup_sums (name text primary key, sum blob not null)")?;
    for (name, sum) in sums {
        file.execute("insert into backup_sums (name, sum) values (?1, ?2)", (name, sum))?;
    }
    file.execute_batch("commit")?;
    Ok(())
}

/// The sums that a file carries; none where it carries none.
pub(crate) fn kept(file: &Connection) -> Result<Sums> {
    let there = file
        .query_row("select 1 from sqlite_schema where name = 'backup_sums'", [], |_| Ok(()))
        .optional()?;
    if there.is_none() {
        return Ok(Sums::new());
    }
    let mut read = file.prepare("select name as name, sum as sum from backup_sums")?;
    let sums: rusqlite::Result<Sums> = read.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect();
    Ok(sums?)
}

/// What a file holds otherwise than its sums say.
pub(crate) fn differing(file: &Connection, kept: &Sums) -> Result<Vec<String>> {
    if kept.is_empty() {
        return Ok(Vec::new());
    }
    // The schema first: nothing can be read safely by names that are damaged.
    if kept.get("") != Some(&schema(file)?) {
        return Ok(vec!["the schema is not as it was written".into()]);
    }
    let found = of(file)?;
    let names = kept.keys().chain(found.keys()).filter(|name| kept.get(*name) != found.get(*name));
    let differing: BTreeSet<&String> = names.collect();
    Ok(differing.into_iter().map(|name| format!("{name} is not as it was written")).collect())
}

/// Takes the sums out again.
pub(crate) fn remove(file: &Connection) -> Result<()> {
    Ok(file.execute_batch("drop table if exists backup_sums")?)
}

/// The sums of what stands in a file now, the search index's own tables and the migrations' included.
pub(crate) fn of(file: &Connection) -> Result<Sums> {
    let mut names = file.prepare(
        "select name from pragma_table_list
         where type in ('table', 'shadow') and schema = 'main' and name not in ('backup_sums', 'sqlite_schema')",
    )?;
    let names: rusqlite::Result<Vec<String>> = names.query_map([], |row| row.get(0))?.collect();
    let mut sums = Sums::from([(String::new(), schema(file)?)]);
    for name in names? {
        let sum = rows(file, &format!("select * from \"{name}\" order by {}", key(file, &name)?))?;
        sums.insert(name, sum);
    }
    Ok(sums)
}

fn schema(file: &Connection) -> Result<Vec<u8>> {
    rows(
        file,
        "select type as type, name as name, tbl_name as tbl_name, sql as sql from sqlite_schema
         where tbl_name <> 'backup_sums' order by type, name",
    )
}

/// The columns that tell a table's rows apart: its primary key, or all of them.
fn key(file: &Connection, table: &str) -> Result<String> {
    let mut read =
        file.prepare("select '\"' || name || '\"' from pragma_table_info(?1) where pk > 0 order by pk")?;
    let key: rusqlite::Result<Vec<String>> = read.query_map([table], |row| row.get(0))?.collect();
    let mut key = key?;
    if key.is_empty() {
        key = tables::columns(file, table)?.into_iter().map(|name| format!("\"{name}\"")).collect();
    }
    Ok(key.join(", "))
}

fn rows(file: &Connection, select: &str) -> Result<Vec<u8>> {
    let mut read = file.prepare(select)?;
    let columns: Vec<String> = read.column_names().map(String::from).collect();
    let mut sum = Sha256::new();
    sum.update(columns.join(",").as_bytes());
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        sum.update(b"\n");
        for i in 0..columns.len() {
            add(&mut sum, row.get_ref(i)?);
        }
    }
    Ok(sum.finalize().to_vec())
}

/// Each value with its kind and length, so that no two rows look alike.
fn add(sum: &mut Sha256, value: ValueRef<'_>) {
    let mut put = |kind: u8, bytes: &[u8]| {
        sum.update([kind]);
        sum.update((bytes.len() as u64).to_le_bytes());
        sum.update(bytes);
    };
    match value {
        ValueRef::Null => put(b'n', &[]),
        ValueRef::Integer(n) => put(b'i', &n.to_le_bytes()),
        ValueRef::Real(x) => put(b'r', &x.to_bits().to_le_bytes()),
        ValueRef::Text(text) => put(b't', text),
        ValueRef::Blob(bytes) => put(b'b', bytes),
    }
}
