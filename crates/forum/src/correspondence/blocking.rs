//! Who may not write: the other of a correspondence, or, with a closed letterbox, whoever has not written before.

use super::{CorrespondenceId, party, queries};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Error, Result};
use people::Member;
use people::sessions::cookie;

fn back(app: &App, path: &str, said: &str) -> Result<Response> {
    let mut response = kit::page::see(path)?;
    cookie::set_flash(response.headers_mut(), &app.settings, said);
    Ok(response)
}

async fn set(app: &App, member: Member, id: CorrespondenceId, blocks: bool) -> Result<()> {
    let set = move |c: &mut Conn| {
        let found = party::found(c, id, &member)?;
        let for_group = found.is_for_group(&member);
        if blocks {
            queries::block(c, id, member.id(), for_group, member.now)?;
        } else {
            queries::unblock(c, id, member.id(), for_group)?;
        }
        Ok::<_, Error>(())
    };
    app.db.write(set).await
}

pub async fn block(
    State(app): State<App>,
    member: Member,
    Path(id): Path<CorrespondenceId>,
) -> Result<Response> {
    set(&app, member, id, true).await?;
    back(&app, &party::path(id), "correspondence-blocked")
}

pub async fn unblock(
    State(app): State<App>,
    member: Member,
    Path(id): Path<CorrespondenceId>,
) -> Result<Response> {
    set(&app, member, id, false).await?;
    back(&app, &party::path(id), "correspondence-unblocked")
}

pub async fn close(State(app): State<App>, member: Member) -> Result<Response> {
    app.db.write(move |c| queries::close_letterbox(c, member.id(), member.now)).await?;
    back(&app, "/messages", "correspondence-closed-now")
}

pub async fn open(State(app): State<App>, member: Member) -> Result<Response> {
    app.db.write(move |c| queries::open_letterbox(c, member.id())).await?;
    back(&app, "/messages", "correspondence-opened-now")
}
