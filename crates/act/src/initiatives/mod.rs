//! An initiative is work that several sectors carry under a focus. Until organisations of two sectors
//! and citizens carry it, it is a draft whose page says who is missing; then it starts by itself, as
//! soon as its focus has a free place. It has threads, promises and results. Without a promise in the
//! next 30 days, or without news for 30, it is quiet, after 60 stalled; those who carry it are told
//! before. It ends with a word on what came of it.

mod carrying;
mod closure;
mod edit;
mod health;
mod initiative;
mod pages;
mod panel;
mod queries;
mod start;
mod subject;
mod watch;

pub use carrying::carry;
pub use closure::close;
pub use health::{Card, card, cards};
pub use initiative::{Carrier, Health, Initiative, InitiativeId, Missing, carrying_voice};
pub use queries::{by_id, carriers, news};
pub use start::{NewInitiative, found};

use kit::Routes;
use kit::Work;

pub fn routes() -> Routes {
    Routes::new()
        .get("/initiatives", pages::index)
        .get("/initiatives/new", start::new)
        .post("/initiatives", start::create)
        .get("/initiatives/{id}/edit", edit::edit)
        .post("/initiatives/{id}", edit::update)
        .post("/initiatives/{id}/carriers", carrying::create)
        .delete("/initiatives/{id}/carriers", carrying::destroy)
        .get("/initiatives/{id}/closure", closure::new)
        .post("/initiatives/{id}/closure", closure::create)
}

/// What happens when a job of this room is due.
pub const JOBS: [(&str, Work); 1] = [(watch::JOB, watch::run)];
