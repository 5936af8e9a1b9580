//! A need is a need or an interest that people and groups of the town share. Anybody names one: what,
//! for whom, in which voice. Others join it with theirs, and what many share may become a focus. Whoever
//! is about to name what is there already is shown it first and may join it instead; a guide merges two
//! that are one, and everybody who joined either shares the other.

mod adding;
mod alike;
mod edit;
mod listing;
mod merge;
mod need;
mod offspring;
mod pages;
mod queries;
mod subject;
mod support;

pub use adding::{NewNeed, add};
pub use listing::{Listed, most_shared};
pub use merge::merge;
pub use need::{Need, NeedId};
pub use offspring::{OFFSPRING, Offspring};
pub use queries::{by_id, count_open};
pub use support::{join, leave};

use db::{Conn, Engine};
use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/needs", listing::index)
        .get("/needs/new", adding::new)
        .post("/needs", adding::create)
        .get("/needs/{id}", pages::show)
        .get("/needs/{id}/edit", edit::edit)
        .post("/needs/{id}", edit::update)
        .post("/needs/{id}/supports", support::create)
        .delete("/needs/{id}/supports", support::destroy)
        .get("/needs/{id}/merge", merge::new)
        .post("/needs/{id}/merge", merge::create)
}

/// What needs are called, in the order asked for; of one that isn't there, nothing.
pub fn titles(c: &mut Conn, ids: &[NeedId]) -> kit::Result<Vec<(NeedId, String)>> {
    Ok(named(c, ids)?.into_iter().map(|(id, title, _)| (id, title)).collect())
}

/// The same with the language of each.
pub fn named(c: &mut Conn, ids: &[NeedId]) -> kit::Result<Vec<(NeedId, String, String)>> {
    let list = serde_json::json!(ids).to_string();
    let mut found = match (ids, c.engine()) {
        ([], _) => Vec::new(),
        (_, Engine::Sqlite) => queries::titles_sqlite(c, &list)?,
        (_, Engine::Postgres) => queries::titles_postgres(c, &list)?,
    };
    found.sort_by_key(|(id, ..)| ids.iter().position(|wanted| wanted == id));
    Ok(found)
}
