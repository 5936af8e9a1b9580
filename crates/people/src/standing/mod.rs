//! Who may write. Guides may pause somebody: for a few days they read as before and send nothing, but for
//! their vote, which is nobody's to take, and an appeal. Who is blocked can't come in until that is lifted.
//! Whether somebody is paused is asked at one place, around all requests, so no room can forget it.

mod gate;
mod pages;
mod pause;
mod queries;

pub(crate) use gate::{may_still, refuse};
pub use pages::BlockedPage;
pub use pause::{Pause, lift, put};
pub use queries::{is_blocked, of_person};

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new().get("/account/pause", pages::show)
}
