//! A result is what came of an initiative, with its evidence: a text, a number with its unit, a link.
//! Whoever carries the initiative or promised something in it tells it. It is what a town looks at
//! after a year.

mod pages;
mod queries;
mod result;

pub use queries::{newest, of_initiative};
pub use result::{NewResult, Outcome, ResultId, may_tell, tell};

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/results", pages::index)
        .get("/initiatives/{id}/results/new", pages::new)
        .post("/initiatives/{id}/results", pages::create)
}
