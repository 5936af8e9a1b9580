//! What somebody is writing and hasn't sent: an answer, a thread, a change of a post. It is kept on the server
//! as they type, found again on any device where they sign in, and gone when it is sent. Nobody else
//! sees it.

mod keeper;
mod keeping;
mod leading;
mod pages;
mod place;
mod queries;

pub use keeper::Keeper;
pub use keeping::{add_line, find, forget, keep};
pub use leading::{follow_posts, lead_on};
pub use place::Place;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/drafts", pages::index)
        .post("/drafts/{place}", pages::create)
        .delete("/drafts/{place}", pages::destroy)
}
