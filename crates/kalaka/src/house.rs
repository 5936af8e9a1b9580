//! The whole house: every area's routes, in one table.

use crate::home;
use axum::response::{IntoResponse, Response};
use kit::Routes;

/// All routes of the platform.
pub fn routes() -> Routes {
    Routes::new()
        .get("/health", health)
        .merge(home::routes())
        .merge(people::routes())
        .merge(forum::routes())
        .merge(agree::routes())
        .merge(act::routes())
}

async fn health() -> Response {
    "ok".into_response()
}

/// The kinds of jobs inside the database, and what does them.
pub fn jobs() -> Vec<(&'static str, kit::Work)> {
    [people::jobs(), forum::jobs(), agree::jobs(), act::jobs()].concat()
}
