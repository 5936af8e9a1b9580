//! Taking a list back: its groups go, but for those that somebody has touched since.

use super::queries;
use crate::Guide;
use crate::groups::{self, ImportId};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::activity::{self, Happening};
use kit::{App, Error, Problem, Result, Scope};

fn undo(c: &mut Conn, id: ImportId, by: &Guide) -> Result<()> {
    let import = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    if queries::undo(c, id, by.now)? == 0 {
        return Err(Error::Conflict(Problem::new("import-nothing-to-undo")));
    }
    let back = groups::take_back_changes(c, id, by.now)?;
    let gone = groups::take_back(c, id)?;
    let title = import.file_name.as_str();
    let what = Happening { kind: "import.undone", subject: ("import", id.0), title, scope: Scope::Open };
    activity::record_with(
        c,
        Some((by.id(), None)),
        what,
        &serde_json::json!({ "gone": gone, "back": back }),
        by.now,
    )?;
    Ok(())
}

pub async fn create(State(app): State<App>, guide: Guide, Path(id): Path<ImportId>) -> Result<Response> {
    app.db.write(move |c| undo(c, id, &guide)).await?;
    kit::page::see(&format!("/groups/import/{id}"))
}
