//! The community itself: what it is called, where it is, which languages and which clock it lives by, how
//! newcomers come in. Those are facts, and a steward keeps them right; each change is in the public log. How
//! much it takes on at a time, its *caps*, is no setting of anybody's: a decision of both sides changes them.

mod caps;
mod change;
mod facts;
mod pages;
mod queries;
pub mod zones;

pub use caps::{Caps, WHEN_CHANGED, put};
pub(crate) use change::ways_in;
pub use facts::Facts;
pub use queries::set_second_step;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/community", pages::show)
        .get("/community/edit", change::edit)
        .post("/community", change::update)
        .get("/community/caps", caps::new)
        .post("/community/caps", caps::create)
}
