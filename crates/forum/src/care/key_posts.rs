//! Marking the posts that matter most in a long talk: they are named at its head. A guide marks them, and the public
//! log says so.

use super::{queries, settling};
use crate::PostId;
use crate::posts;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::error::ensure;
use kit::{App, Error, Problem, Result};
use people::Guide;
use people::sessions::cookie;

/// So many in one thread: what matters most is little.
const MOST: i64 = 7;

pub async fn create(State(app): State<App>, guide: Guide, Path(id): Path<PostId>) -> Result<Response> {
    set(&app, guide, id, true).await
}

pub async fn destroy(State(app): State<App>, guide: Guide, Path(id): Path<PostId>) -> Result<Response> {
    set(&app, guide, id, false).await
}

async fn set(app: &App, guide: Guide, id: PostId, is_key: bool) -> Result<Response> {
    let mark = move |c: &mut Conn| {
        let (post, _) = posts::seen(c, id, &guide)?;
        if post.key_at.is_some() == is_key {
            return Ok(post);
        }
        ensure(!is_key || post.hidden_at.is_none())?;
        if is_key && queries::count_key(c, post.thread_id)? >= MOST {
            return Err(Error::Conflict(Problem::new("care-key-enough").with("most", MOST)));
        }
        queries::mark_key(c, id, is_key.then_some(guide.now))?;
        queries::bump(c, post.thread_id)?;
        let kind = if is_key { "thread.key_post" } else { "thread.no_key_post" };
        settling::record(c, kind, post.thread_id, &guide)?;
        Ok::<_, Error>(post)
    };
    let post = app.db.write(mark).await?;
    app.live.tell(format!("threads/{}", post.thread_id), post.number);
    let mut response = kit::page::see(&post.path())?;
    let said = if is_key { "care-key-now" } else { "care-key-ended" };
    cookie::set_flash(response.headers_mut(), &app.settings, said);
    Ok(response)
}
