//! One connection, on either engine, as every function of the domain sees it.

use crate::{Error, FromRow, Param, Result, Row, ToParam, generation};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// A connection inside a transaction. Statements are prepared once a connection.
pub struct Conn {
    inner: Inner,
    /// How many statements ran, on this connection and those that count with it.
    statements: Arc<AtomicU64>,
    /// Whether a statement of this transaction met a serialization failure or a deadlock.
    conflict: bool,
    /// Whether a statement of this transaction may have changed what guests see.
    shows: bool,
}

enum Inner {
    Sqlite(rusqlite::Connection),
    Postgres(Box<Postgres>),
}

struct Postgres {
    client: postgres::Client,
    prepared: HashMap<String, postgres::Statement>,
}

impl Postgres {
    fn prepare(&mut self, sql: &str) -> Result<postgres::Statement> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql)?;
        self.prepared.insert(sql.into(), statement.clone());
        Ok(statement)
    }
}

impl Conn {
    pub(crate) fn sqlite(connection: rusqlite::Connection) -> Conn {
        Conn::around(Inner::Sqlite(connection))
    }

    pub(crate) fn postgres(client: postgres::Client) -> Conn {
        Conn::around(Inner::Postgres(Box::new(Postgres { client, prepared: HashMap::new() })))
    }

    fn around(inner: Inner) -> Conn {
        Conn { inner, statements: Arc::default(), conflict: false, shows: false }
    }

    /// Counts its statements with those of other connections.
    pub(crate) fn counted_by(self, statements: &Arc<AtomicU64>) -> Conn {
        Conn { statements: statements.clone(), ..self }
    }

    pub fn engine(&self) -> Engine {
        match self.inner {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Postgres(_) => Engine::Postgres,
        }
    }

    /// The engine's own connection, for what goes beyond statements: copying whole tables.
    pub(crate) fn as_sqlite(&mut self) -> Option<&mut rusqlite::Connection> {
        match &mut self.inner {
            Inner::Sqlite(connection) => Some(connection),
            Inner::Postgres(_) => None,
        }
    }

    pub(crate) fn as_postgres(&mut self) -> Option<&mut postgres::Client> {
        match &mut self.inner {
            Inner::Sqlite(_) => None,
            Inner::Postgres(pg) => Some(&mut pg.client),
        }
    }

    pub(crate) fn take_conflict(&mut self) -> bool {
        std::mem::take(&mut self.conflict)
    }

    pub(crate) fn take_shows(&mut self) -> bool {
        std::mem::take(&mut self.shows)
    }

    fn note(&mut self, sql: &str) {
        self.statements.fetch_add(1, Ordering::Relaxed);
        self.shows = self.shows || generation::may_show(sql);
    }

    fn noting_conflict<T>(&mut self, outcome: Result<T>) -> Result<T> {
        self.conflict |= matches!(outcome, Err(Error::Busy(_)));
        outcome
    }

    /// All rows of the answer.
    pub fn all<R: FromRow>(&mut self, sql: &str, params: &[&dyn ToParam]) -> Result<Vec<R>> {
        let mut found = Vec::new();
        self.each(sql, params, |row| {
            found.push(R::from_row(row)?);
            Ok(true)
        })?;
        Ok(found)
    }

    /// The first row of the answer, if there is one.
    pub fn first<R: FromRow>(&mut self, sql: &str, params: &[&dyn ToParam]) -> Result<Option<R>> {
        let mut found = None;
        self.each(sql, params, |row| {
            found = Some(R::from_row(row)?);
            Ok(false)
        })?;
        Ok(found)
    }

    /// Hands each row to `take` until that says `false`.
    fn each(
        &mut self,
        sql: &str,
        params: &[&dyn ToParam],
        take: impl FnMut(&Row<'_>) -> Result<bool>,
    ) -> Result<()> {
        self.note(sql);
        let outcome = self.step(sql, params, take);
        self.noting_conflict(outcome)
    }

    fn step(
        &mut self,
        sql: &str,
        params: &[&dyn ToParam],
        mut take: impl FnMut(&Row<'_>) -> Result<bool>,
    ) -> Result<()> {
        match &mut self.inner {
            Inner::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                let only_reads = statement.readonly();
                bind(&mut statement, params)?;
                let mut rows = statement.raw_query();
                let mut wanted = true;
                // An `insert … returning` must be stepped to its end, or it is not done.
                while let Some(row) = rows.next()? {
                    if wanted {
                        wanted = take(&Row::Sqlite(row))?;
                    }
                    if !wanted && only_reads {
                        break;
                    }
                }
            }
            Inner::Postgres(pg) => {
                let statement = pg.prepare(sql)?;
                let values: Vec<Param<'_>> = values(params).collect();
                for row in pg.client.query(&statement, &borrowed(&values))? {
                    if !take(&Row::Postgres(&row))? {
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    /// Runs a statement that answers with no rows; how many rows it changed.
    pub fn run(&mut self, sql: &str, params: &[&dyn ToParam]) -> Result<u64> {
        self.note(sql);
        let outcome = self.execute(sql, params);
        self.noting_conflict(outcome)
    }

    fn execute(&mut self, sql: &str, params: &[&dyn ToParam]) -> Result<u64> {
        match &mut self.inner {
            Inner::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                bind(&mut statement, params)?;
                Ok(statement.raw_execute()? as u64)
            }
            Inner::Postgres(pg) => {
                let statement = pg.prepare(sql)?;
                let values: Vec<Param<'_>> = values(params).collect();
                Ok(pg.client.execute(&statement, &borrowed(&values))?)
            }
        }
    }

    /// Runs several statements without parameters: migrations, transactions, pragmas.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<()> {
        match &mut self.inner {
            Inner::Sqlite(connection) => Ok(connection.execute_batch(sql)?),
            Inner::Postgres(pg) => Ok(pg.client.batch_execute(sql)?),
        }
    }

    /// The names of the columns a statement would answer with, without running it.
    pub(crate) fn columns_of(&mut self, sql: &str) -> Result<Vec<String>> {
        match &mut self.inner {
            Inner::Sqlite(connection) => {
                let statement = connection.prepare(sql)?;
                Ok(statement.column_names().map(String::from).collect())
            }
            Inner::Postgres(pg) => {
                let statement = pg.client.prepare(sql)?;
                Ok(statement.columns().iter().map(|c| c.name().into()).collect())
            }
        }
    }

    pub(crate) fn is_closed(&self) -> bool {
        match &self.inner {
            Inner::Sqlite(_) => false,
            Inner::Postgres(pg) => pg.client.is_closed(),
        }
    }
}

/// To SQLite `$2` is a name, numbered by where it first stands; to PostgreSQL, and to us, it is the
/// second value.
fn bind(statement: &mut rusqlite::Statement<'_>, params: &[&dyn ToParam]) -> Result<()> {
    for index in 1..=statement.parameter_count() {
        let name = statement.parameter_name(index).unwrap_or_default();
        let number: usize = name.get(1..).and_then(|n| n.parse().ok()).unwrap_or(index);
        let value = params.get(number - 1).map_or(Param::Null, |p| p.to_param());
        statement.raw_bind_parameter(index, value)?;
    }
    Ok(())
}

fn values<'a>(params: &'a [&'a dyn ToParam]) -> impl Iterator<Item = Param<'a>> {
    params.iter().map(|p| p.to_param())
}

fn borrowed<'a>(values: &'a [Param<'a>]) -> Vec<&'a (dyn postgres::types::ToSql + Sync)> {
    values.iter().map(|v| v as &(dyn postgres::types::ToSql + Sync)).collect()
}
