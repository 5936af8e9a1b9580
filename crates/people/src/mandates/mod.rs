//! Who speaks for a group, from when, until when, and named by whom. A representative hands the mandate to another
//! person of the group, who accepts it. A month and a week before one ends, its holder is reminded; when it ends, the
//! voice is silent, and the group's page says so where nobody else speaks for it.

mod handing;
mod keeping;
mod letters;
mod pages;
mod queries;
mod renewing;

pub use keeping::{JOB, keep, set_down};
pub use queries::forget;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/groups/{id}/mandates", pages::index)
        .post("/groups/{id}/mandates", pages::update)
        .get("/groups/{id}/mandates/{person}", renewing::edit)
        .post("/groups/{id}/mandates/{person}", renewing::update)
        .post("/groups/{id}/handovers", handing::create)
        .delete("/groups/{id}/handovers", handing::destroy)
        .post("/groups/{id}/handovers/{person}", handing::answer)
}
