//! A bookmark is a post, or a whole thread, that somebody keeps for themselves: with a note, if they like, and with
//! a day on which they want to be reminded of it. Nobody else sees it, no guide either. What one may no longer see
//! is not shown by a bookmark of it: what is left is one's own note.

mod bookmark;
mod kept;
mod pages;
mod queries;
mod reminding;

pub use bookmark::{Of, keep, lead_on};
pub use kept::Kept;
pub use queries::forget;
pub use reminding::{JOB, remind};

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/bookmarks", pages::index)
        .get("/bookmarks/{id}", pages::edit)
        .post("/bookmarks/{id}", pages::update)
        .delete("/bookmarks/{id}", pages::destroy)
}
