//! The embedded engine: a few reader threads, and one writer that commits for many at once.
//!
//! The writer takes what waits (up to [`GROUP`]), runs each in a savepoint of its own, commits once
//! with `synchronous=FULL`, and only then answers all: one fsync for many people's writes, and
//! nothing acknowledged that a power cut could take back.

use crate::database::{Read, Verdict, Write};
use crate::generation::Generation;
use crate::{Conn, Error, Result, fold, migrate};
use crossbeam_channel::{Receiver, Sender, unbounded};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::thread;

/// The most writes that share one commit.
const GROUP: usize = 64;

/// The first SQLite without the WAL-reset corruption.
const OLDEST_SQLITE: i32 = 3_051_003;

pub(crate) struct SqlitePool {
    reads: Sender<Read>,
    writes: Sender<Box<dyn Write>>,
}

impl SqlitePool {
    pub fn open(
        path: &Path,
        statements: &Arc<AtomicU64>,
        generation: &Arc<Generation>,
    ) -> Result<SqlitePool> {
        if rusqlite::version_number() < OLDEST_SQLITE {
            return Err(Error::Unavailable(format!(
                "SQLite {} can corrupt its log; 3.51.3 or newer is needed",
                rusqlite::version()
            )));
        }
        let may_write = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let writer = connect(path, may_write)?;
        // What a statement would undo is kept aside; in memory SQLite walks through all of it at the end of
        // each statement, so that a transaction of many takes a time that grows with the square of them.
        writer.execute_batch(
            "pragma temp_store = file; pragma cache_size = -16384; pragma wal_autocheckpoint = 4000",
        )?;
        let mut writer = Conn::sqlite(writer).counted_by(statements);
        migrate::run(&mut writer)?;
        let (writes, waiting) = unbounded();
        let shown = generation.clone();
        spawn("db-writer", move || write_loop(&mut writer, &waiting, &shown))?;

        let (reads, waiting) = unbounded();
        for n in 0..readers() {
            let reader = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
            let (mut reader, waiting) = (Conn::sqlite(reader).counted_by(statements), waiting.clone());
            spawn(&format!("db-reader-{n}"), move || read_loop(&mut reader, &waiting))?;
        }
        Ok(SqlitePool { reads, writes })
    }

    pub fn read(&self, work: Read) {
        // A closed queue drops the work, and with it its answer's sender: the caller is told.
        let _ = self.reads.send(work);
    }

    pub fn write(&self, work: Box<dyn Write>) {
        let _ = self.writes.send(work);
    }
}

fn readers() -> usize {
    thread::available_parallelism().map_or(2, |n| n.get().clamp(2, 8))
}

fn spawn(name: &str, f: impl FnOnce() + Send + 'static) -> Result<()> {
    let thread = thread::Builder::new().name(name.into()).spawn(f);
    thread.map(drop).map_err(|e| Error::Unavailable(e.to_string()))
}

pub(crate) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.set_prepared_statement_cache_capacity(512);
    connection.execute_batch(
        "pragma busy_timeout = 5000;
         pragma journal_mode = wal;
         pragma synchronous = full;
         pragma foreign_keys = on;
         pragma trusted_schema = off;
         pragma temp_store = memory;
         pragma cache_size = -4096;",
    )?;
    // Or a statement is prepared again each time it runs with other values.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    fold::teach(&connection)?;
    Ok(connection)
}

fn read_loop(c: &mut Conn, waiting: &Receiver<Read>) {
    for work in waiting {
        // One transaction, so that a page sees one state of the data.
        let begun = c.batch("begin").is_ok();
        let survived = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(c))).is_ok();
        if begun && c.batch("commit").is_err() {
            tracing::warn!(survived, "a read could not end its transaction");
        }
    }
}

fn write_loop(c: &mut Conn, waiting: &Receiver<Box<dyn Write>>, generation: &Generation) {
    while let Ok(first) = waiting.recv() {
        let mut group: Vec<Box<dyn Write>> = vec![first];
        group.extend(waiting.try_iter().take(GROUP - 1));
        let committed = commit_group(c, &mut group);
        // Before anybody is told: from then on no page may be shown that was made without it.
        if c.take_shows() {
            generation.grow();
        }
        for work in group {
            work.finish(committed.clone());
        }
    }
}

fn commit_group(c: &mut Conn, group: &mut [Box<dyn Write>]) -> Result<()> {
    c.batch("begin immediate")?;
    let done = group.iter_mut().try_for_each(|work| in_savepoint(c, work.as_mut()));
    let committed = done.and_then(|()| c.batch("commit"));
    if let Err(error) = &committed {
        tracing::error!(%error, "a group of writes could not be committed");
        // After some errors SQLite has rolled back by itself, and this has nothing to do.
        let _ = c.batch("rollback");
    }
    committed
}

fn in_savepoint(c: &mut Conn, work: &mut dyn Write) -> Result<()> {
    c.batch("savepoint work")?;
    match work.run(c) {
        Verdict::Keep => c.batch("release work"),
        // There is one writer, so nobody can have been in the way: trying again would not help.
        Verdict::Undo | Verdict::Retry => c.batch("rollback to work; release work"),
    }
}
