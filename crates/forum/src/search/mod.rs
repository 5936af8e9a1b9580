//! Search finds what somebody may see: threads and posts, needs, focuses, groups, people, the names of files and the
//! rest, by all the words that were typed, the last of which may be unfinished. Accents and case don't matter. It
//! can be narrowed down: to one kind, to what was said in a group's voice, on a side, in a sector, a language, a place,
//! a time.

mod address;
mod narrow;
mod pages;
mod snippet;
mod suggestions;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new().get("/search", pages::show).get("/search/suggestions", suggestions::show)
}
