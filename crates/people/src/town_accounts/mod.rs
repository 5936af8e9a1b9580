//! A town's own accounts: where the town has a sign-in for its people already (OpenID Connect), whoever runs the
//! server may let them in by it. It stands for the letter, and no more: who has a second step is asked for it, and who
//! isn't here yet comes in as by a letter, where the community lets newcomers in or an invitation waits for them.
//!
//! Whose account is whose is known by what the town's sign-in calls it, which never changes. The first time, by the
//! address, if the town says that it has made sure of it: an address that anybody could have typed opens nothing. Signing
//! out here signs out here alone.

mod arriving;
mod asking;
mod letters;
mod pages;
mod provider;
mod queries;

pub use queries::forget;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/sign-in/town", asking::new)
        .get("/sign-in/town/return", arriving::show)
        .get("/account/town-account", pages::show)
        .delete("/account/town-account/{id}", pages::destroy)
}
