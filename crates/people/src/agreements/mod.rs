//! The community's agreements say how people treat each other here; what the platform is for stands in the charter.
//! Stewards write them, in one language of the community or in each. Every version stays readable, with what changed.
//!
//! Whoever joins accepts the newest one. When a version changes something that matters, members are asked to accept it:
//! for some days they write as before, after that a word is kept and waits until they have. Reading, voting, and going
//! need nobody's consent. A small correction asks nobody.

mod acceptance;
mod agreement;
mod comparison;
mod edition;
mod gate;
mod joining;
mod lines;
mod pages;
mod queries;

pub(crate) use gate::{ask_first, stops};
pub use joining::Asked;
pub use queries::forget;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/agreements", pages::show)
        .get("/agreements/versions/{number}", pages::version)
        .get("/agreements/comparison", comparison::show)
        .get("/agreements/edit", edition::edit)
        .post("/agreements/edit", edition::update)
        .get("/agreements/acceptance", acceptance::new)
        .post("/agreements/acceptance", acceptance::create)
}
