//! A platform begins with a few: they name the community, invite others, debate in private and
//! settle what the platform is for. A list of facts says what is still missing. Then a guide opens
//! the platform, and what was settled before is *provisional* until both sides have ratified it.

mod opening;
mod pages;
mod queries;
mod readiness;
mod start;

pub use opening::{open, open_doors};
pub use start::{Start, found};

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/founding/start", start::new)
        .post("/founding/start", start::create)
        .get("/founding", pages::show)
        .get("/founding/opening", opening::new)
        .post("/founding/opening", opening::create)
}
