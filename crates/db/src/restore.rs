//! The way back: from one file into a new embedded database, or into an empty PostgreSQL.
//!
//! Nothing of a file is believed before its structure, its keys and its sums are right, and nothing
//! is ever restored over data that is there.

use crate::backup::{beside, create, settle, storage};
use crate::contents::{self, Keep};
use crate::transfer::{from_file, sums, tables};
use crate::{Conn, Error, Result, Url, backup, migrate, postgres_pool};
use std::path::Path;

/// What came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Restored {
    pub rows: u64,
    /// False for a file without sums: a database that somebody copied by hand. Only its structure
    /// could be looked at.
    pub proven: bool,
}

/// Fills the new database `into` from a backup. `scratch` is a folder with room for a copy of the file,
/// the new database's own where that is a file.
pub fn restore(file: &Path, into: &Url, scratch: &Path) -> Result<Restored> {
    restore_with(file, into, scratch, &mut |_, _| Ok(()))
}

/// The same; `keep` is given each file that the backup holds.
pub fn restore_with(file: &Path, into: &Url, scratch: &Path, keep: &mut Keep<'_>) -> Result<Restored> {
    let part = match into {
        Url::File(target) if target.exists() => {
            return Err(Error::Storage(format!("{} is there already", target.display())));
        }
        Url::File(target) => beside(target, "restoring"),
        Url::Postgres(_) => scratch.join("restoring.db"),
    };
    create(&part)?;
    let restored = std::fs::copy(file, &part)
        .map_err(|e| storage(file, &e))
        .and_then(|_| proved(&part))
        .and_then(|restored| contents(&part, keep).map(|()| restored))
        .and_then(|restored| place(&part, into).map(|()| restored));
    if restored.is_err() || matches!(into, Url::Postgres(_)) {
        let _ = std::fs::remove_file(&part);
    }
    restored
}

/// Looks whether the copy is whole, and takes the sums out of it, which stop being true with the
/// next write.
fn proved(part: &Path) -> Result<Restored> {
    let mut c = Conn::sqlite(unreadable(tables::open(part))?);
    let mut faults = unreadable(backup::faults(&mut c))?;
    let Some(file) = c.as_sqlite() else { return Err(damaged(&faults)) };
    let kept = unreadable(sums::kept(file))?;
    if faults.is_empty() {
        faults = unreadable(sums::differing(file, &kept))?;
    }
    if !faults.is_empty() {
        return Err(damaged(&faults));
    }
    unreadable(tables::of_community(file))?;
    let rows = unreadable(tables::count_rows(file))?;
    sums::remove(file)?;
    Ok(Restored { rows, proven: !kept.is_empty() })
}

fn contents(part: &Path, keep: &mut Keep<'_>) -> Result<()> {
    contents::take_out(&mut Conn::sqlite(tables::open(part)?), keep)
}

fn place(part: &Path, into: &Url) -> Result<()> {
    match into {
        Url::File(target) => settle(part, target),
        Url::Postgres(url) => {
            let mut file = Conn::sqlite(tables::open(part)?);
            migrate::run(&mut file)?;
            migrate::check_version(&mut file)?;
            let mut c = postgres_pool::connect(url)?;
            migrate::run(&mut c)?;
            migrate::check_version(&mut c)?;
            file.as_sqlite().map_or(Ok(()), |file| from_file(file, &mut c))
        }
    }
}

/// What can't be read of a file that should be a backup means that it is damaged, or no backup.
fn unreadable<T>(outcome: Result<T>) -> Result<T> {
    outcome.map_err(|error| match error {
        Error::Sql(why) | Error::Constraint(why) => damaged(&[why]),
        other => other,
    })
}

fn damaged(faults: &[String]) -> Error {
    let some: Vec<&str> = faults.iter().take(5).map(String::as_str).collect();
    Error::Storage(format!("the backup is damaged: {}", some.join("; ")))
}
