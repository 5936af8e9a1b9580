//! Removing a post that one wrote. Its place stays, and says by whom and when. What it
//! said is shown and found no more; it is kept for the guides until the community's rules let it go.

use super::{Looker, Post, editing, finding, queries};
use crate::{PostId, files, previews};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::error::ensure;
use kit::{App, Result};
use people::Member;
use people::sessions::cookie;

fn remove(c: &mut Conn, id: PostId, by: &Member, now: Timestamp) -> Result<Post> {
    let (post, source) = editing::seen(c, id, by)?;
    ensure(Looker::of(by).may_remove(&post))?;
    queries::remove(c, id, by.id(), now)?;
    let voice = post.group_id.map_or_else(|| format!("p{}", post.person_id), |g| format!("g{g}"));
    if let Some((0, side)) = queries::uncount_voice(c, post.thread_id, &voice)? {
        queries::add_voices(c, post.thread_id, side, -1)?;
    }
    queries::forget_mentions(c, id)?;
    files::forget_later(c, now)?;
    previews::forget(c, id)?;
    queries::bump(c, post.thread_id)?;
    finding::remove(c, &post, &source)?;
    // Who wrote what is hidden isn't named.
    if post.hidden_at.is_none() {
        let subject = ("thread", post.thread_id.0);
        let what = Happening { kind: "post.removed", subject, title: &source.title, scope: source.scope };
        activity::record_with(c, Some((by.id(), post.group_id)), what, &serde_json::json!({}), now)?;
    }
    Ok(post)
}

pub async fn destroy(State(app): State<App>, member: Member, Path(id): Path<PostId>) -> Result<Response> {
    let now = member.now;
    let post = app.db.write(move |c| remove(c, id, &member, now)).await?;
    app.live.tell(format!("threads/{}", post.thread_id), post.number);
    let mut response = kit::page::see(&post.path())?;
    cookie::set_flash(response.headers_mut(), &app.settings, "posts-removed-now");
    Ok(response)
}
