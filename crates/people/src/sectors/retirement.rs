//! Taking a sector out of use.

use super::queries;
use super::sector::LEAST;
use crate::Guide;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::activity::{self, Happening};
use kit::{App, Error, Problem, Result, Scope, SectorId};

/// A sector that groups are in stays: they would have none. And two at least make a town.
fn retire(c: &mut Conn, id: SectorId, by: &Guide) -> Result<()> {
    let sector = queries::in_use(c, id)?.ok_or(Error::NotFound)?;
    if queries::in_order(c)?.len() <= LEAST {
        return Err(Error::Conflict(Problem::new("sectors-too-few").with("count", LEAST)));
    }
    if queries::retire(c, &sector.key, by.now)? == 0 {
        let count = queries::groups_in(c, id)?;
        return Err(Error::Conflict(Problem::new("sectors-not-empty").with("count", count)));
    }
    let title = sector.named(by.community()?.main_language()).name;
    let what =
        Happening { kind: "sector.retired", subject: ("sector", id.0), title: &title, scope: Scope::Open };
    activity::record(c, by.own_voice(), what, by.now)?;
    Ok(())
}

pub async fn create(State(app): State<App>, guide: Guide, Path(id): Path<SectorId>) -> Result<Response> {
    app.db.write(move |c| retire(c, id, &guide)).await?;
    kit::page::see("/sectors")
}
