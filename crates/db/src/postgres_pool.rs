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
use std::sync::atomic::{AtomicU64, Ordering};
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
        let mut first = connect(url)?;
        migrate::run(&mut first)?;
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

pub(crate) fn connect(url: &str) -> Result<Conn> {
    let mut client = Client::connect(url, NoTls)?;
    client.batch_execute("set timezone = 'UTC'; set client_min_messages = warning")?;
    Ok(Conn::postgres(client))
}

/// Connects at the first work, so that idle workers hold no connection.
fn work_loop(url: &str, waiting: &Receiver<Work>, statements: &AtomicU64) {
    let mut held: Option<Conn> = None;
    for work in waiting {
        if held.as_ref().is_none_or(Conn::is_closed) {
            held =
                connect(url).inspect_err(|error| tracing::error!(%error, "no connection to PostgreSQL")).ok();
        }
        let Some(c) = held.as_mut() else {
            refuse(work);
            continue;
        };
        match work {
            Work::Read(read) => drop(std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| read(c)))),
            Work::Write(write) => commit(c, write),
        }
        statements.fetch_add(c.take_statements(), Ordering::Relaxed);
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
