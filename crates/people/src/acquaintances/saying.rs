//! "I know somebody there": said with one press, and taken back with one.

use super::queries;
use crate::{Member, groups};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Error, Form, GroupId, Problem, Result};

/// Says that a member knows somebody in a group that is not in.
fn say(c: &mut Conn, group: GroupId, named: bool, by: &Member) -> Result<()> {
    let known = groups::by_id(c, group)?.ok_or(Error::NotFound)?;
    if !known.state.is_outside() {
        return Err(Error::Conflict(Problem::new("acquaintances-is-in")));
    }
    queries::put(c, group, by.id(), named, by.now)?;
    Ok(())
}

/// Back to where it was said.
fn back(form: &Form, group: GroupId) -> Result<Response> {
    match form.value("back") {
        "map" => kit::page::see(&format!("/groups/map#group-{group}")),
        _ => kit::page::see(&format!("/groups/{group}#known")),
    }
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(group): Path<GroupId>,
    form: Form,
) -> Result<Response> {
    let named = form.is_checked("named", "yes");
    app.db.write(move |c| say(c, group, named, &member)).await?;
    back(&form, group)
}

pub async fn destroy(
    State(app): State<App>,
    member: Member,
    Path(group): Path<GroupId>,
    form: Form,
) -> Result<Response> {
    app.db
        .write(move |c| {
            groups::by_id(c, group)?.ok_or(Error::NotFound)?;
            queries::take_back(c, group, member.id())?;
            Ok::<_, Error>(())
        })
        .await?;
    back(&form, group)
}
