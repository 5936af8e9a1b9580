//! The server engine: worker threads, each with a connection of its own.
//!
//! The same closures as on SQLite run here, each in a transaction; one that met a serialization
//! failure or a deadlock is run again. Ready for what R13-R16 of the reliability bars ask: a closed
//! connection is opened again before the next piece of work.

use crate::database::{Read, Verdict, Write};
use crate::{Conn, Error, Result, migrate};
use crossbeam_channel::{Receiver, Sender, unbounded};
use postgres::{Client, NoTls};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::thread;

const WORKERS: usize = 8;
const TRIES: usize = 5;

pub(crate) struct PostgresPool {
    queue: Sender<Work>,
}

enum Work {
    Read(Read),
    Write(Box<dyn Write>),
}

impl PostgresPool {
    pub fn open(url: &str, statements: &Arc<AtomicU64>) -> Result<PostgresPool> {
        migrated(url)?;
        let (queue, waiting) = unbounded();
        for n in 0..WORKERS {
            let (waiting, counter, url) = (waiting.clone(), statements.clone(), url.to_owned());
            let builder = thread::Builder::new().name(format!("db-postgres-{n}"));
            builder
                .spawn(move || work_loop(&url, &waiting, &counter))
                .map_err(|e| Error::Unavailable(e.to_string()))?;
        }
        Ok(PostgresPool { queue })
    }

    pub fn read(&self, work: Read) {
        // A closed queue drops the work, and with it its answer's sender: the caller is told.
        let _ = self.queue.send(Work::Read(work));
    }

    pub fn write(&self, work: Box<dyn Write>) {
        let _ = self.queue.send(Work::Write(work));
    }
}

/// Brings the tables up to date. On a thread of its own, for the client blocks, and a caller may be in the
/// middle of asynchronous work, where that is not allowed.
fn migrated(url: &str) -> Result<()> {
    let migrate = || migrate::run(&mut connect(url)?);
    thread::scope(|scope| scope.spawn(migrate).join())
        .unwrap_or_else(|_| Err(Error::Unavailable("the tables could not be brought up to date".into())))
}

pub(crate) fn connect(url: &str) -> Result<Conn> {
    let mut client = Client::connect(url, NoTls)?;
    client.batch_execute("set timezone = 'UTC'; set client_min_messages = warning")?;
    Ok(Conn::postgres(client))
}

/// Connects at the first work, so that idle workers hold no connection.
fn work_loop(url: &str, waiting: &Receiver<Work>, statements: &Arc<AtomicU64>) {
    let mut held: Option<Conn> = None;
    for work in waiting {
        if held.as_ref().is_none_or(Conn::is_closed) {
            let made = connect(url).map(|c| c.counted_by(statements));
            held = made.inspect_err(|error| tracing::error!(%error, "no connection to PostgreSQL")).ok();
        }
        let Some(c) = held.as_mut() else {
            refuse(work);
            continue;
        };
        match work {
            Work::Read(read) => look(c, read),
            Work::Write(write) => commit(c, write),
        }
    }
}

/// One transaction that sees one state of the data, as a page needs it.
fn look(c: &mut Conn, read: Read) {
    let begun = c.batch("begin isolation level repeatable read, read only").is_ok();
    let survived = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| read(c))).is_ok();
    if begun && c.batch("commit").is_err() {
        tracing::warn!(survived, "a read could not end its transaction");
    }
}

fn refuse(work: Work) {
    if let Work::Write(write) = work {
        write.finish(Err(Error::Unavailable("no connection to PostgreSQL".into())));
    }
}

fn commit(c: &mut Conn, mut work: Box<dyn Write>) {
    for attempt in 1..=TRIES {
        match attempt_once(c, work.as_mut()) {
            Err(Error::Busy(_)) if attempt < TRIES => {}
            outcome => return work.finish(outcome),
        }
    }
}

fn attempt_once(c: &mut Conn, work: &mut dyn Write) -> Result<()> {
    c.batch("begin")?;
    match work.run(c) {
        Verdict::Keep => c.batch("commit"),
        Verdict::Undo => c.batch("rollback"),
        Verdict::Retry => c.batch("rollback").and(Err(Error::Busy("in the way of another".into()))),
    }
}
