//! The community's memory, on either of two engines: an embedded SQLite file, or PostgreSQL.
//!
//! What happens in the domain is a plain function over one [`Conn`]. `Db::read` runs it on a reader
//! thread, `Db::write` on the one writer (SQLite, with group commit) or a pooled connection
//! (PostgreSQL), inside one transaction, to its end. SQL is one portable text; each statement is
//! declared with [`query!`], which registers it, so that a test can prepare all of them on both
//! engines.
//!
//! Deliberately absent: an object mapper, a query builder, lazy loading. A room's `queries.rs`
//! holds its SQL as visible strings.

mod backup;
mod conn;
pub mod contents;
mod database;
mod error;
pub mod fold;
mod generation;
pub mod jobs;
mod migrate;
mod param;
mod postgres_pool;
mod query;
mod record;
mod restore;
mod row;
mod scrub;
pub mod search;
mod sqlite_pool;
pub mod testing;
mod transfer;
mod words;

pub use conn::{Conn, Engine};
pub use database::{Db, Url};
pub use error::{Error, Result};
pub use param::{Param, ToParam};
pub use query::{Answer, Changed, One, STATEMENTS, Statement};
pub use record::Record;
pub use restore::{Restored, restore, restore_with};
pub use row::{FromColumn, FromRow, Row};

#[doc(hidden)]
pub use {linkme, serde};
