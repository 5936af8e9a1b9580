//! My data: all that the platform holds of somebody, theirs to take along as one archive that reads well by itself,
//! and theirs to have deleted.
//!
//! The archive is made by a job into the data folder and is gone after some days; only its owner, signed in, gets
//! it. Deleting an account asks twice, and waits some days in which signing in takes it back, or is done at once.
//! What each area holds of a person, and what becomes of it, it says itself: see `kit::personal`.

mod archive;
mod deletion;
mod export;
mod leaving;
mod letters;
mod pages;
mod queries;
mod reading;

pub use export::{JOB as EXPORT, make};
pub use leaving::{JOB as DELETION, due, leave, tidy_up};

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/account/data", pages::index)
        .post("/account/data/exports", pages::create)
        .get("/account/data/exports/{id}", pages::show)
        .get("/account/data/deletion", deletion::new)
        .post("/account/data/deletion", deletion::create)
}
