//! Following a tag: who does hears of each thread that gets it.

use super::{queries, tag};
use crate::TagId;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Error, Result};
use people::Member;
use people::sessions::cookie;

pub async fn create(State(app): State<App>, member: Member, Path(id): Path<TagId>) -> Result<Response> {
    let follow = move |c: &mut Conn| {
        let id = tag::find(c, id)?.id;
        queries::follow(c, member.id(), id, member.now)?;
        Ok::<_, Error>(id)
    };
    let id = app.db.write(follow).await?;
    back(&app, id, "tags-followed")
}

pub async fn destroy(State(app): State<App>, member: Member, Path(id): Path<TagId>) -> Result<Response> {
    let unfollow = move |c: &mut Conn| {
        let id = tag::find(c, id)?.id;
        queries::unfollow(c, member.id(), id)?;
        Ok::<_, Error>(id)
    };
    let id = app.db.write(unfollow).await?;
    back(&app, id, "tags-unfollowed")
}

/// Leads back to the page of a tag, with a word on what was done.
pub fn back(app: &App, id: TagId, said: &str) -> Result<Response> {
    let mut response = kit::page::see(&format!("/tags/{id}"))?;
    cookie::set_flash(response.headers_mut(), &app.settings, said);
    Ok(response)
}
