//! Who is here: all people by name, with their groups and what they are on the platform. Members see it,
//! nobody sees an address. Stewards say who is a guide or a steward; that is public, and ends the sessions of
//! whoever it befalls, so that nothing of the old role lives on in an open browser.

mod change;
mod letters;
mod pages;
mod queries;

pub use change::{is_last_steward, put};

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new().get("/people", pages::index).post("/people/{id}/role", change::update)
}
