//! Which tables a file holds, and their columns, asked of the file itself.

use crate::{Error, Result, fold};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// A table of the community's: no index, none of the engine's or the migrations' own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    pub name: String,
    pub columns: Vec<String>,
}

impl Table {
    pub fn select(&self) -> String {
        format!("select {} from {}", self.columns.join(", "), self.name)
    }

    pub fn insert(&self) -> String {
        let places: Vec<String> = (1..=self.columns.len()).map(|n| format!("?{n}")).collect();
        format!("insert into {} ({}) values ({})", self.name, self.columns.join(", "), places.join(", "))
    }
}

/// Opens a file that nobody else uses: one file, without a log beside it.
pub(crate) fn open(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let file = Connection::open_with_flags(path, flags)?;
    file.execute_batch(
        "pragma journal_mode = delete;
         pragma synchronous = off;
         pragma trusted_schema = off;
         pragma cache_size = -16384;",
    )?;
    fold::teach(&file)?;
    Ok(file)
}

/// All tables of the community, by name.
pub(crate) fn all(file: &Connection) -> Result<Vec<Table>> {
    let mut names = file.prepare(
        "select name from pragma_table_list
         where type = 'table' and schema = 'main' and name not like 'sqlite!_%' escape '!'
           and name not in ('refinery_schema_history', 'backup_sums', 'file_contents')
         order by name",
    )?;
    let names: rusqlite::Result<Vec<String>> = names.query_map([], |row| row.get(0))?.collect();
    names?.into_iter().map(|name| Ok(Table { columns: columns(file, &name)?, name })).collect()
}

/// The columns of a table, in their order.
pub(crate) fn columns(file: &Connection, table: &str) -> Result<Vec<String>> {
    let mut columns = file.prepare("select name from pragma_table_info(?1) order by cid")?;
    let names: rusqlite::Result<Vec<String>> = columns.query_map([table], |row| row.get(0))?.collect();
    Ok(names?)
}

/// Fails where a whole SQLite file holds something else than a community.
pub(crate) fn of_community(file: &Connection) -> Result<()> {
    let wanted = ["community", "persons", "refinery_schema_history"];
    let found: i64 = file.query_row(
        "select count(*) from sqlite_schema where type = 'table' and name in (?1, ?2, ?3)",
        wanted,
        |row| row.get(0),
    )?;
    if found == wanted.len() as i64 {
        Ok(())
    } else {
        Err(Error::Storage("the file is no backup of a community".into()))
    }
}

pub(crate) fn count_rows(file: &Connection) -> Result<u64> {
    let tables = all(file)?;
    let counts = tables.iter().map(|t| {
        let count: i64 = file.query_row(&format!("select count(*) from {}", t.name), [], |row| row.get(0))?;
        Ok(count.cast_unsigned())
    });
    counts.sum()
}
