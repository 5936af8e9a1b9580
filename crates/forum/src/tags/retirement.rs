//! Taking a tag off the list, and putting it back. Threads that have it keep it.

use super::keeping::{self, MOST};
use super::{following, queries, tag};
use crate::TagId;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Error, Problem, Result};
use people::Guide;

pub async fn create(State(app): State<App>, guide: Guide, Path(id): Path<TagId>) -> Result<Response> {
    app.db.write(move |c| set(c, id, true, &guide)).await?;
    following::back(&app, id, "tags-retired-now")
}

pub async fn destroy(State(app): State<App>, guide: Guide, Path(id): Path<TagId>) -> Result<Response> {
    app.db.write(move |c| set(c, id, false, &guide)).await?;
    following::back(&app, id, "tags-restored-now")
}

fn set(c: &mut Conn, id: TagId, is_retired: bool, by: &Guide) -> Result<()> {
    let row = tag::find(c, id)?;
    if row.retired_at.is_some() == is_retired {
        return Ok(());
    }
    if !is_retired && keeping::in_use(c, by)? >= MOST {
        return Err(Error::Conflict(Problem::new("tags-too-many").with("most", MOST as i64)));
    }
    queries::retire(c, row.id, is_retired.then_some(by.now))?;
    keeping::record(c, if is_retired { "tag.retired" } else { "tag.restored" }, row.id, by)
}
