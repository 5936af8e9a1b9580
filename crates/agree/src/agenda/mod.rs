//! The agenda register holds what is on the municipality's table: a title, a few sentences, a link, a
//! day. Guides keep it, and so do the representatives of the local authority; it is typed in or comes
//! from a list. It is here so that nobody doubles the council's work unknowingly: where a need, a focus
//! or an initiative reads like an item, its author is shown the item and says how the two relate.
//! *Independent*: it is another matter. *Complements*: it does what the council does not. *Hands over*:
//! it ends where the council takes it on.

mod beside;
mod closure;
mod day;
mod edit;
pub mod import;
mod item;
mod keeping;
mod likely;
mod pages;
mod queries;
mod relation;
mod subject;

pub use beside::beside;
pub use closure::{close, reopen};
pub use day::Day;
pub use item::{Item, ItemId, Listed, NewItem, add};
pub use keeping::choices;
pub use likely::{Likely, likely};
pub use relation::{Related, Relation, Saying, move_subject, of_subject, relate};
pub use subject::{AGENDA_SUBJECTS, Subject, SubjectKind, Title, Titles, next_path, to_be_said};

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/agenda", pages::index)
        .get("/agenda/new", edit::new)
        .post("/agenda", edit::create)
        .get("/agenda/import", import::start)
        .post("/agenda/import", import::preview)
        .post("/agenda/import/items", import::create)
        .get("/agenda/relations/new", relation::new)
        .post("/agenda/relations", relation::create)
        .get("/agenda/{id}", pages::show)
        .get("/agenda/{id}/edit", edit::edit)
        .post("/agenda/{id}", edit::update)
        .post("/agenda/{id}/closure", closure::create)
        .delete("/agenda/{id}/closure", closure::destroy)
}
