//! A guide brings in the town's list of organisations from a file as it is: read whatever wrote it, its
//! columns guessed and corrected, each row shown with what we noticed and what it is likely the same as,
//! then taken, all at once. It can be undone as long as nobody has touched what came.
//!
//! The pure part reads: `decode` or `workbook` → `table` → `columns` → `rows` → `likeness`. The rest asks and writes.

mod changes;
mod columns;
mod contacts;
mod decode;
mod hsds;
mod inviting;
mod likeness;
mod mapping;
mod outlook;
mod pages;
mod plan;
mod preview;
mod problem;
mod queries;
mod rows;
mod sectors;
mod shape;
mod table;
mod taking;
mod text;
mod undoing;
mod upload;
mod wording;
mod workbook;

pub use decode::{Unreadable, decode};
pub use table::{Table, table};
pub use taking::{Failed, Report, run_file};
pub use wording::unreadable;

use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use kit::Routes;

/// A file of the largest size, and what a form adds to it.
const LARGEST_FORM: usize = decode::MOST_BYTES + 1024 * 1024;

pub fn routes() -> Routes {
    Routes::new()
        .get("/groups/import", pages::index)
        .post("/groups/import", upload::create.layer(DefaultBodyLimit::max(LARGEST_FORM)))
        .get("/groups/import/{id}", pages::show)
        .post("/groups/import/{id}", mapping::update)
        .delete("/groups/import/{id}", pages::destroy)
        .get("/groups/import/{id}/rows", preview::show)
        .post("/groups/import/{id}/rows", preview::update)
        .post("/groups/import/{id}/undo", undoing::create)
        .get("/groups/import/{id}/invitations", inviting::new)
        .post("/groups/import/{id}/invitations", inviting::create)
}

#[cfg(test)]
mod real_list;
