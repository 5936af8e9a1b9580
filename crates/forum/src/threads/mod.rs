//! A thread is a talk with a title: posts, one after the other. It is open to everybody, or it belongs to
//! the founding circle and only they know of it. It may belong to any other thing: a focus, an initiative,
//! a decision. The list shows what was talked about last, and what is new to whoever looks.

mod card;
mod closing;
mod index;
mod keeping;
pub mod language;
mod latest;
mod leading;
mod new;
mod pinning;
mod queries;
mod quoting;
mod reply;
mod show;
mod similar;
mod subjects;
mod summary;
mod tagged;
mod tagging;
mod thread;

pub use card::{ThreadCard, front, newest, of_subject};
pub use subjects::{Label, SUBJECTS, Subject, SubjectKind};
pub use thread::{NewThread, Thread, open};
pub(crate) use thread::{range_of, seen};

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/threads", index::show)
        .get("/threads/new", new::new)
        .get("/threads/similar", similar::show)
        .get("/threads/newest", latest::show)
        .post("/threads", new::create)
        .get("/threads/{id}", show::show)
        .post("/threads/{id}/posts", reply::create)
        .get("/threads/{id}/closing", closing::new)
        .post("/threads/{id}/closing", closing::create)
        .delete("/threads/{id}/closing", closing::destroy)
        .post("/threads/{id}/pin", pinning::create)
        .delete("/threads/{id}/pin", pinning::destroy)
        .post("/threads/{id}/bookmark", keeping::create)
        .get("/threads/{id}/summary", summary::edit)
        .post("/threads/{id}/summary", summary::create)
        .delete("/threads/{id}/summary", summary::destroy)
        .get("/threads/{id}/tags", tagging::edit)
        .post("/threads/{id}/tags", tagging::update)
        .get("/tags/{id}", tagged::show)
}
