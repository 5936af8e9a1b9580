//! What becomes of a proposal: a guide lists the group or sets it aside, or whoever named it takes it back.

use super::proposal::{Missing, MissingId};
use super::queries;
use crate::groups::{self, GroupState, NewGroup};
use crate::notices::{self, Notice};
use crate::{Guide, Member};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::error::ensure;
use kit::{App, Error, GroupId, Result, Scope};

/// Lists a group that was missed: it is known from now on, and can be invited.
fn take_up(c: &mut Conn, id: MissingId, by: &Member) -> Result<GroupId> {
    let missing = queries::open_by_id(c, id)?.ok_or(Error::NotFound)?;
    let new = NewGroup {
        side: missing.side,
        sector: missing.sector_id,
        name: missing.name.clone(),
        purpose: String::new(),
        state: GroupState::Listed,
    };
    let group = groups::create(c, &new, Some(by.id()), by.now)?;
    queries::settle(c, id, Some(group), by.id(), by.now)?;
    let subject = ("group", group.0);
    let what = Happening { kind: "group.added", subject, title: &missing.name, scope: Scope::Open };
    activity::record(c, by.own_voice(), what, by.now)?;
    tell(c, &missing, ("missing.listed", &format!("/groups/{group}")), by)?;
    Ok(group)
}

fn turn_down(c: &mut Conn, id: MissingId, by: &Member) -> Result<()> {
    let missing = queries::open_by_id(c, id)?.ok_or(Error::NotFound)?;
    queries::settle(c, id, None, by.id(), by.now)?;
    tell(c, &missing, ("missing.set-aside", "/groups/missing"), by)
}

/// Whoever named it is told what came of it, and the other guides need no notice any more.
fn tell(c: &mut Conn, missing: &Missing, (kind, path): (&str, &str), by: &Member) -> Result<()> {
    let subject = ("missing", missing.id.0);
    settled(c, missing.id, by.now)?;
    if missing.person_id != by.id() {
        let notice = Notice { kind, subject, path, title: &missing.name, by_name: &by.person.name };
        notices::tell(c, missing.person_id, notice, by.now)?;
    }
    Ok(())
}

fn settled(c: &mut Conn, id: MissingId, now: Timestamp) -> Result<()> {
    Ok(notices::settle(c, "missing.proposed", "missing", id.0, now).map(drop)?)
}

fn withdraw(c: &mut Conn, id: MissingId, by: &Member) -> Result<()> {
    let missing = queries::open_by_id(c, id)?.ok_or(Error::NotFound)?;
    ensure(missing.person_id == by.id())?;
    queries::withdraw(c, id)?;
    settled(c, id, by.now)
}

pub async fn list(State(app): State<App>, guide: Guide, Path(id): Path<MissingId>) -> Result<Response> {
    let group = app.db.write(move |c| take_up(c, id, &guide)).await?;
    kit::page::see(&format!("/groups/{group}"))
}

pub async fn set_aside(State(app): State<App>, guide: Guide, Path(id): Path<MissingId>) -> Result<Response> {
    app.db.write(move |c| turn_down(c, id, &guide)).await?;
    kit::page::see("/groups/missing")
}

pub async fn destroy(State(app): State<App>, member: Member, Path(id): Path<MissingId>) -> Result<Response> {
    app.db.write(move |c| withdraw(c, id, &member)).await?;
    kit::page::see("/groups/missing")
}
