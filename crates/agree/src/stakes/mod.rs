//! How much a focus concerns a group, and how much the group can do about it: asked, never guessed. A group that is in
//! answers for itself, by whoever speaks for it, and its answer is shown as its own. About a group that is not in,
//! members say what they think, each for themselves; members see how many did, and what the middle one says. Whoever
//! has not answered is named as such.

mod answering;
mod grid;
mod on_map;
mod pages;
mod panel;
mod queries;
mod stake;

pub use answering::note;
pub use queries::forget;
pub use stake::{Degree, Stake, median};

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/focuses/{id}/stakes", pages::show)
        .get("/focuses/{id}/stakes/new", answering::new)
        .post("/focuses/{id}/stakes", answering::create)
        .delete("/focuses/{id}/stakes/{group}", answering::destroy)
}
