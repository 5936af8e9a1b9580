//! One file that holds the whole community, from either engine, with a sum over each table in it;
//! and what the engine finds wrong with the data.
//!
//! The file is an ordinary SQLite database, so it can be read in fifty years. From the embedded engine
//! it is a copy of one moment; from PostgreSQL all rows of one moment in the same schema. Pages of
//! SQLite carry no checksum, so the sums are what tells a file that was damaged since.

use crate::transfer::{sums, tables, to_file};
use crate::{Conn, Engine, Error, Result, contents};
use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// Writes the community into the new file `to`, as it stands at one moment, while writes go on. The
/// file is there whole, or not at all. `add` puts beside the rows what they speak of.
pub(crate) fn write(c: &mut Conn, to: &Path, add: impl FnOnce(&mut Conn) -> Result<()>) -> Result<()> {
    if to.exists() {
        return Err(Error::Storage(format!("{} is there already", to.display())));
    }
    let part = beside(to, "part");
    create(&part)?;
    let written = fill(c, &part, add).and_then(|()| settle(&part, to));
    if written.is_err() {
        let _ = std::fs::remove_file(&part);
    }
    written
}

fn fill(c: &mut Conn, part: &Path, add: impl FnOnce(&mut Conn) -> Result<()>) -> Result<()> {
    match c.engine() {
        Engine::Sqlite => copy(c, part)?,
        Engine::Postgres => to_file(c, part)?,
    }
    let mut file = Conn::sqlite(tables::open(part)?);
    contents::create(&mut file)?;
    add(&mut file)?;
    drop(file);
    let file = tables::open(part)?;
    sums::write(&file)?;
    file.close().map_err(|(_, error)| error.into())
}

fn copy(c: &mut Conn, part: &Path) -> Result<()> {
    let path = part.to_str().ok_or_else(|| Error::Storage("the file's name is not UTF-8".into()))?;
    // `vacuum` can't run inside the reader's transaction; it sees one moment by itself.
    c.batch("commit")?;
    let copied = c.run("vacuum into $1", &[&path]);
    c.batch("begin")?;
    copied.map(drop)
}

/// What `integrity_check` and `foreign_key_check` say; empty when all is well. PostgreSQL checks its
/// own pages and keys as it reads and writes them.
pub(crate) fn faults(c: &mut Conn) -> Result<Vec<String>> {
    if c.engine() == Engine::Postgres {
        return Ok(Vec::new());
    }
    let mut found: Vec<String> = c.all("pragma integrity_check", &[])?;
    found.retain(|line| line != "ok");
    let orphans: Vec<(String, Option<i64>)> = c.all("pragma foreign_key_check", &[])?;
    found.extend(orphans.into_iter().map(|(table, row)| format!("{table}: row {row:?} refers to nothing")));
    Ok(found)
}

/// The name under which a file is written until it is whole.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// An empty file for its owner alone. One that was left by a run that died is written over.
pub(crate) fn create(path: &Path) -> Result<()> {
    let made = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path);
    made.map(drop).map_err(|e| storage(path, &e))
}

/// Gives a file that is whole its name, and waits until the disk has both.
pub(crate) fn settle(part: &Path, path: &Path) -> Result<()> {
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let settled = File::open(part)
        .and_then(|file| file.sync_all())
        .and_then(|()| std::fs::rename(part, path))
        .and_then(|()| File::open(folder)?.sync_all());
    settled.map_err(|e| storage(path, &e))
}

pub(crate) fn storage(path: &Path, error: &std::io::Error) -> Error {
    Error::Storage(format!("{}: {error}", path.display()))
}
