//! The public log: what changed, when, by whom and in which voice, the newest first. Each room writes its
//! own lines (`activity-focus-adopted`), in the transaction of what they tell. What belongs to the founding
//! circle is told to the circle alone.

mod line;
mod pages;
mod queries;

pub use line::path_of;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new().get("/activity", pages::index)
}
