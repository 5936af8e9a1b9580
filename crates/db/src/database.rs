//! The database as the program holds it: where it is, and how work is handed to its threads.

use crate::generation::Generation;
use crate::postgres_pool::PostgresPool;
use crate::sqlite_pool::SqlitePool;
use crate::{Conn, Engine, Error, Result, migrate};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::oneshot;

/// Where a community's data is: a file, or a PostgreSQL database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Url {
    File(PathBuf),
    Postgres(String),
}

impl Url {
    /// `postgres://…` is a server; anything else the path of a file.
    pub fn parse(text: &str) -> Url {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Url::Postgres(text.into())
        } else {
            Url::File(text.strip_prefix("sqlite:").unwrap_or(text).into())
        }
    }
}

/// A handle to the community's database; cheap to clone.
#[derive(Clone)]
pub struct Db {
    pool: Pool,
    statements: Arc<AtomicU64>,
    generation: Arc<Generation>,
}

#[derive(Clone)]
enum Pool {
    Sqlite(Arc<SqlitePool>),
    Postgres(Arc<PostgresPool>),
}

/// Work for a reader: it sends its own answer.
pub(crate) type Read = Box<dyn FnOnce(&mut Conn) + Send>;

/// Work for the writer. It is run inside a transaction (again, after a serialization failure), and
/// answers only when that is durable.
pub(crate) trait Write: Send {
    /// Whether what it did is to be kept, must be undone, or may be tried again.
    fn run(&mut self, c: &mut Conn) -> Verdict;
    fn finish(self: Box<Self>, committed: Result<()>);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Keep,
    Undo,
    Retry,
}

impl Db {
    /// Opens the database, creating the file where there is none, and migrates it to this
    /// program's schema.
    pub fn open(url: &Url) -> Result<Db> {
        let (statements, generation) = (Arc::new(AtomicU64::new(0)), Arc::new(Generation::default()));
        let pool = match url {
            Url::File(path) => Pool::Sqlite(Arc::new(SqlitePool::open(path, &statements, &generation)?)),
            Url::Postgres(url) => Pool::Postgres(Arc::new(PostgresPool::open(url, &statements)?)),
        };
        let db = Db { pool, statements, generation };
        db.write_now(migrate::check_version)?;
        Ok(db)
    }

    pub fn engine(&self) -> Engine {
        match self.pool {
            Pool::Sqlite(_) => Engine::Sqlite,
            Pool::Postgres(_) => Engine::Postgres,
        }
    }

    /// How many statements have run since the database was opened.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// A number that is another after each commit that may have changed what guests see, from the moment
    /// on at which the commit is acknowledged. `None` on PostgreSQL: other nodes write there too.
    pub fn generation(&self) -> Option<u64> {
        matches!(self.pool, Pool::Sqlite(_)).then(|| self.generation.now())
    }

    /// Runs `f` on a reader thread. It sees one state of the data on SQLite; each statement's own on
    /// PostgreSQL.
    pub async fn read<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (send, answer) = oneshot::channel();
        self.submit_read(f, move |outcome| drop(send.send(outcome)));
        answer.await.unwrap_or_else(|_| Err(Error::Panicked.into()))
    }

    /// Runs `f` in a transaction and answers when it is durable. `f` may run more than once.
    pub async fn write<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: Fn(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (send, answer) = oneshot::channel();
        self.submit_write(f, move |outcome| drop(send.send(outcome)));
        answer.await.unwrap_or_else(|_| Err(Error::Panicked.into()))
    }

    /// [`Db::read`] for callers outside the async world: commands, tests.
    pub fn read_now<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (send, answer) = std::sync::mpsc::sync_channel(1);
        self.submit_read(f, move |outcome| drop(send.send(outcome)));
        answer.recv().unwrap_or_else(|_| Err(Error::Panicked.into()))
    }

    /// [`Db::write`] for callers outside the async world.
    pub fn write_now<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: Fn(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (send, answer) = std::sync::mpsc::sync_channel(1);
        self.submit_write(f, move |outcome| drop(send.send(outcome)));
        answer.recv().unwrap_or_else(|_| Err(Error::Panicked.into()))
    }

    /// Writes a copy of the whole database into a new file while everybody goes on working.
    pub async fn backup(&self, to: &Path) -> Result<()> {
        self.backup_with(to, |_| Ok(())).await
    }

    /// The same; `add` is given the new file, and puts the contents of files into it ([`crate::contents::put`]).
    pub async fn backup_with(
        &self,
        to: &Path,
        add: impl FnOnce(&mut Conn) -> Result<()> + Send + 'static,
    ) -> Result<()> {
        let to = to.to_path_buf();
        self.read(move |c| crate::backup::write(c, &to, add)).await
    }

    /// Leaves nothing of what was deleted on the pages of the embedded engine: not in its file, its log, or its
    /// search indexes. It rewrites the file, so it takes a time that grows with it, in which nobody else writes.
    pub async fn scrub(&self) -> Result<()> {
        self.write(crate::scrub::run).await
    }

    /// What the engine itself finds wrong with the data; nothing, when all is well.
    pub async fn check(&self) -> Result<Vec<String>> {
        self.read(crate::backup::faults).await
    }

    fn submit_read<T, E>(
        &self,
        f: impl FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
        answer: impl FnOnce(Result<T, E>) + Send + 'static,
    ) where
        T: 'static,
        E: 'static,
    {
        let work: Read = Box::new(move |c| answer(f(c)));
        match &self.pool {
            Pool::Sqlite(pool) => pool.read(work),
            Pool::Postgres(pool) => pool.read(work),
        }
    }

    fn submit_write<T, E>(
        &self,
        f: impl Fn(&mut Conn) -> Result<T, E> + Send + 'static,
        answer: impl FnOnce(Result<T, E>) + Send + 'static,
    ) where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let work = Box::new(Typed { f, answer, outcome: None });
        match &self.pool {
            Pool::Sqlite(pool) => pool.write(work),
            Pool::Postgres(pool) => pool.write(work),
        }
    }
}

/// A write with its types, hidden behind [`Write`] for the queue.
struct Typed<F, A, T, E> {
    f: F,
    answer: A,
    outcome: Option<Result<T, E>>,
}

impl<F, A, T, E> Write for Typed<F, A, T, E>
where
    F: Fn(&mut Conn) -> Result<T, E> + Send,
    A: FnOnce(Result<T, E>) + Send,
    T: Send,
    E: From<Error> + Send,
{
    fn run(&mut self, c: &mut Conn) -> Verdict {
        let attempt = std::panic::AssertUnwindSafe(|| (self.f)(c));
        let outcome = std::panic::catch_unwind(attempt).unwrap_or_else(|_| Err(Error::Panicked.into()));
        let verdict = match (&outcome, c.take_conflict()) {
            (Ok(_), _) => Verdict::Keep,
            (Err(_), true) => Verdict::Retry,
            (Err(_), false) => Verdict::Undo,
        };
        self.outcome = Some(outcome);
        verdict
    }

    fn finish(self: Box<Self>, committed: Result<()>) {
        let outcome = match (committed, self.outcome) {
            // A closure that failed has nothing to commit: its own error is the answer.
            (_, Some(Err(own))) => Err(own),
            (Ok(()), Some(Ok(value))) => Ok(value),
            (Err(error), _) => Err(error.into()),
            (Ok(()), None) => Err(Error::Panicked.into()),
        };
        (self.answer)(outcome);
    }
}
