//! Tags say what threads are about: one list for the whole community, which guides keep in its languages. Whoever opens
//! a thread picks up to three of them; guides correct. Who follows a tag hears of each thread that gets it. A tag that
//! is retired is offered no more, and one that is merged leads to the other; threads lose nothing by either.

mod choosing;
mod following;
mod keeping;
mod merging;
mod queries;
mod retirement;
mod tag;

pub use choosing::{FIELD, Telling, choose, chosen, fill, offered, tell};
pub use queries::{forget_of, hand_on};
pub use tag::{Tag, all, find, follows, of_ids, of_thread};

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/tags", keeping::index)
        .get("/tags/new", keeping::new)
        .post("/tags", keeping::create)
        .get("/tags/{id}/edit", keeping::edit)
        .post("/tags/{id}", keeping::update)
        .post("/tags/{id}/retirement", retirement::create)
        .delete("/tags/{id}/retirement", retirement::destroy)
        .post("/tags/{id}/merge", merging::create)
        .post("/tags/{id}/follow", following::create)
        .delete("/tags/{id}/follow", following::destroy)
}
