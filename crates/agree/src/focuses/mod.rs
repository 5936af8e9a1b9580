//! A focus is a need that the community has adopted for a term. It is proposed out of needs, in any
//! voice, and adopted by a decision of both sides. No more than the community's cap are active at
//! once, so that they get done: when all places are taken, the decision names the one that ends.
//! If a place that was free at the opening is taken by the time both sides have agreed, the focus
//! waits, and takes the next place that is free. A closure is a row (who, when, why), so reopening
//! loses no history: what a guide ended early may be taken up again while its term runs and a place is
//! free; what its term or a decision ended comes back as a proposal only.

mod adoption;
mod closure;
mod focus;
mod opening;
mod pages;
pub mod panels;
mod proposal;
mod queries;
mod ratification;
mod subject;
mod term;

pub use adoption::{Places, fill_places, places};
pub use focus::{Focus, FocusId, FocusState};
pub use proposal::{Proposal, propose};
pub use queries::{active, by_id, hold_places, is_active, mark_provisional, title};
pub use ratification::open_ratifications;
pub use term::end_terms;

use kit::Routes;
use kit::Work;

pub fn routes() -> Routes {
    Routes::new()
        .get("/focuses", pages::index)
        .get("/focuses/new", proposal::new)
        .post("/focuses", proposal::create)
        .get("/focuses/{id}", pages::show)
        .get("/focuses/{id}/edit", proposal::edit)
        .post("/focuses/{id}", proposal::update)
        .get("/focuses/{id}/decision", opening::new)
        .post("/focuses/{id}/decision", opening::create)
        .get("/focuses/{id}/closure", closure::new)
        .post("/focuses/{id}/ratification", ratification::create)
        .post("/focuses/{id}/closure", closure::create)
        .delete("/focuses/{id}/closure", closure::destroy)
}

/// What happens when a job of this room is due.
pub const JOBS: [(&str, Work); 1] = [(term::JOB, term::run)];
