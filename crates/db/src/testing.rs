//! A fresh database for one test: a file in a folder of its own, or, where the environment names a
//! server in `KALAKA_TEST_POSTGRES`, a database of its own on that server. The same tests run on both.

use crate::{
    Conn, Db, Engine, Result, STATEMENTS, Statement, Url, migrate, postgres_pool, sqlite_pool, transfer,
};
use rusqlite::OpenFlags;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// A migrated database that is gone when this is dropped.
pub struct Fresh {
    pub db: Db,
    pub url: Url,
    // Last, so that it goes after the database's own threads were told.
    _place: Place,
}

/// Where a database can be, with nothing in it; gone when this is dropped.
pub struct Place {
    pub url: Url,
    server: Option<(String, String)>,
    folder: Option<PathBuf>,
}

static COUNT: AtomicU64 = AtomicU64::new(0);

fn unique() -> String {
    format!("kalaka_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// Opens a fresh, migrated database.
pub fn fresh() -> Result<Fresh> {
    opened(place()?)
}

/// Opens the database at a place.
pub fn opened(place: Place) -> Result<Fresh> {
    Ok(Fresh { db: Db::open(&place.url)?, url: place.url.clone(), _place: place })
}

/// An empty place on the engine of this run.
pub fn place() -> Result<Place> {
    match std::env::var("KALAKA_TEST_POSTGRES") {
        Ok(server) => on_server(server),
        Err(_) => in_folder(),
    }
}

/// An empty place for an embedded database, whatever the engine of this run.
pub fn in_folder() -> Result<Place> {
    let folder = std::env::temp_dir().join(unique());
    std::fs::create_dir_all(&folder).map_err(|e| crate::Error::Storage(e.to_string()))?;
    Ok(Place { url: Url::File(folder.join("community.db")), server: None, folder: Some(folder) })
}

fn on_server(server: String) -> Result<Place> {
    let name = unique();
    let mut client = postgres::Client::connect(&server, postgres::NoTls)?;
    client.batch_execute(&format!("create database {name}"))?;
    let (host, _) = server.rsplit_once('/').unwrap_or((&server, ""));
    Ok(Place { url: Url::Postgres(format!("{host}/{name}")), server: Some((server, name)), folder: None })
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.server
            && let Ok(mut client) = postgres::Client::connect(server, postgres::NoTls)
        {
            // Best effort: the server itself is thrown away after the tests.
            let _ = client.batch_execute(&format!("drop database if exists {name} with (force)"));
        }
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

/// How many steps the schema took to where it is.
pub const STEPS: usize = migrate::NEWEST;

/// A connection to a database as a program that knew only so many steps would have left it.
pub fn at_step(url: &Url, steps: usize) -> Result<Conn> {
    let mut c = match url {
        Url::File(path) => Conn::sqlite(sqlite_pool::connect(path, OpenFlags::default())?),
        Url::Postgres(url) => postgres_pool::connect(url)?,
    };
    migrate::run_to(&mut c, steps)?;
    Ok(c)
}

/// The sum over each table of a backup: alike where the rows are alike. Left out is what may differ
/// between two files with the same rows: when each was migrated, how its search index lies on the disk.
pub fn sums_of(file: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut sums = transfer::sums::of(&transfer::tables::open(file)?)?;
    let is_index =
        |table: &str| ["search_words_", "search_parts_"].iter().any(|name| table.starts_with(name));
    sums.retain(|table, _| !is_index(table) && table != "refinery_schema_history");
    Ok(sums)
}

/// Prepares every registered statement and says what is wrong with each that fails: bad SQL, or
/// columns that aren't the struct's, in name or order.
pub fn wrong_statements(db: &Db) -> Result<Vec<String>> {
    let engine = db.engine();
    let ours = |s: &&Statement| s.only.is_none_or(|only| only == engine);
    let statements: Vec<&'static Statement> = STATEMENTS.iter().filter(ours).collect();
    db.read_now(move |c| {
        Ok(statements
            .into_iter()
            .filter_map(|s| wrong(c, s).map(|why| format!("{}: {why}", s.name)))
            .collect())
    })
}

fn wrong(c: &mut Conn, statement: &Statement) -> Option<String> {
    match c.columns_of(statement.sql) {
        Err(error) => {
            // A failed `prepare` ends PostgreSQL's transaction; there is none around reads there.
            Some(error.to_string())
        }
        Ok(found) => {
            let wanted = (statement.columns)();
            let differ = !wanted.is_empty() && found != wanted;
            differ.then(|| format!("columns are {found:?}, the struct has {wanted:?}"))
        }
    }
}

/// The engine that the tests of this process run on.
pub fn engine() -> Engine {
    if std::env::var_os("KALAKA_TEST_POSTGRES").is_some() { Engine::Postgres } else { Engine::Sqlite }
}
