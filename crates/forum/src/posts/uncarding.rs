//! Taking away the card of a page that one's post links to. The link stays, and so does the card elsewhere.

use super::{Looker, Post, editing, queries};
use crate::{PostId, previews};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Error, Result};
use people::Member;
use people::sessions::cookie;

fn take_away(c: &mut Conn, id: PostId, preview: i64, by: &Member, now: Timestamp) -> Result<Post> {
    let (post, _) = editing::seen(c, id, by)?;
    ensure(Looker::of(by).may_edit(&post))?;
    if previews::take_away(c, id, preview, now)? == 0 {
        return Err(Error::NotFound);
    }
    queries::bump(c, post.thread_id)?;
    Ok(post)
}

pub async fn destroy(
    State(app): State<App>,
    member: Member,
    Path((id, preview)): Path<(PostId, i64)>,
) -> Result<Response> {
    let now = member.now;
    let post = app.db.write(move |c| take_away(c, id, preview, &member, now)).await?;
    app.live.tell(format!("threads/{}", post.thread_id), post.number);
    let mut response = kit::page::see(&post.path())?;
    cookie::set_flash(response.headers_mut(), &app.settings, "previews-taken-away");
    Ok(response)
}
