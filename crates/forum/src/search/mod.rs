//! Search finds what somebody may see: threads and posts, needs, focuses, groups and the rest, by all the
//! words that were typed, the last of which may be unfinished. Accents and case don't matter.

mod pages;
mod snippet;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new().get("/search", pages::show)
}
