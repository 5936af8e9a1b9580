//! Who follows a thread hears when it goes on. Whoever writes in it follows it from then on, unless they
//! have asked not to hear of it.

mod queries;

use crate::{ThreadId, visibility};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::{App, PersonId, Result, Routes};
use people::Member;
use people::sessions::cookie;

pub fn routes() -> Routes {
    Routes::new().post("/threads/{id}/follow", create).delete("/threads/{id}/follow", destroy)
}

/// Whoever spoke follows, unless they have said no before.
pub fn begin(c: &mut Conn, person: PersonId, thread: ThreadId, now: Timestamp) -> db::Result<()> {
    queries::begin(c, person, thread, now).map(drop)
}

async fn create(State(app): State<App>, member: Member, Path(id): Path<ThreadId>) -> Result<Response> {
    set(&app, &member, id, false).await?;
    back(&app, id, "follows-begun")
}

async fn destroy(State(app): State<App>, member: Member, Path(id): Path<ThreadId>) -> Result<Response> {
    set(&app, &member, id, true).await?;
    back(&app, id, "follows-ended")
}

async fn set(app: &App, member: &Member, id: ThreadId, muted: bool) -> Result<()> {
    let (member, now) = (member.clone(), member.now);
    app.db
        .write(move |c| {
            visibility::scope_for(c, id, &member)?;
            queries::set(c, member.id(), id, muted, now)?;
            Ok(())
        })
        .await
}

fn back(app: &App, id: ThreadId, said: &str) -> Result<Response> {
    let mut response = kit::page::see(&format!("/threads/{id}"))?;
    cookie::set_flash(response.headers_mut(), &app.settings, said);
    Ok(response)
}
