//! The charter says what the platform is for, and what it leaves to others, in a few sections. Each
//! change is a new version; the old ones stay readable. What the founding circle wrote is provisional
//! until both sides have ratified it, and a citizen group may have it voted on again.

mod edition;
mod finding;
mod pages;
mod queries;
mod ratification;
mod version;

pub use edition::publish;
pub use queries::current_number;
pub use ratification::{open_ratification, put_to_vote};
pub use version::Draft;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/charter", pages::show)
        .get("/charter/versions/{number}", pages::version)
        .get("/charter/edit", edition::edit)
        .post("/charter/edit", edition::update)
        .post("/charter/ratification", ratification::create)
}
