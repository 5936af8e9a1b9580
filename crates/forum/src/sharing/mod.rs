//! Handing a thread or a post on: by its link, by e-mail, by a code that a phone's camera reads, by the device's own
//! sheet where it has one; and on paper. Nothing of it asks a foreign host. A link lets nobody see what they could
//! not see before.

mod print;
mod share;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new().get("/threads/{id}/share", share::show).get("/threads/{id}/print", print::show)
}
