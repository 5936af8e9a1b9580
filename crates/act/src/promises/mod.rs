//! A promise is a concrete action with an owner and a date. It is kept, broken, or moved to another
//! day with a reason; all of that stays to be read.

mod ending;
mod moving;
mod pages;
mod promise;
mod queries;

pub use ending::end;
pub use moving::move_to;
pub use promise::{Move, NewPromise, Promise, PromiseId, PromiseState, make};
pub use queries::{by_id, due_of, moves_of, of_initiative};

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/initiatives/{id}/promises/new", pages::new)
        .post("/initiatives/{id}/promises", pages::create)
        .get("/promises/{id}/end", ending::new)
        .post("/promises/{id}/end", ending::create)
        .get("/promises/{id}/move", moving::new)
        .post("/promises/{id}/move", moving::create)
}
