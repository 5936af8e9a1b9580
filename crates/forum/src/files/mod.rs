//! Pictures and documents in posts. Somebody sends a file, sees it at once, and it becomes part of what they
//! write; until that is sent, nobody else sees it. Then whoever sees a post that shows it sees it too. What
//! nothing shows for a day goes.
//!
//! What a picture shows, for those who can't see it, stands in the text itself: `![The boat](/files/12/boat.webp)`.

mod describing;
mod file;
mod forgetting;
mod new;
mod queries;
mod quota;
mod serving;
mod upload;
mod using;

pub use file::{File, FileKind};
pub use forgetting::{JOB, JUST_NOW, forget_later, forget_of, sweep};
pub use new::accepted;
pub(crate) use queries::{Shown, first_shown, shown_by, shown_by_person};
pub use queries::{Stored, stored};
pub(crate) use using::{Usable, attach, usable};

use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use kit::{Routes, files};

/// A file of the largest size, and what a form adds to it.
const LARGEST_FORM: usize = files::LARGEST as usize + 64 * 1024;

pub fn routes() -> Routes {
    Routes::new()
        .get("/files/new", new::new)
        .post("/files", upload::create.layer(DefaultBodyLimit::max(LARGEST_FORM)))
        .get("/files/{id}/description", describing::new)
        .post("/files/{id}/description", describing::create)
        .get("/files/{id}/{name}", serving::show)
}
