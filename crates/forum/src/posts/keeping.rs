//! Keeping a post among one's bookmarks, by the button that stands at it.

use super::editing;
use crate::PostId;
use crate::bookmarks::{self, Of};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Result};
use people::Member;
use people::sessions::cookie;

pub async fn create(State(app): State<App>, member: Member, Path(id): Path<PostId>) -> Result<Response> {
    let keep = move |c: &mut Conn| {
        let (post, _) = editing::seen(c, id, &member)?;
        bookmarks::keep(c, member.id(), Of::Post(id), member.now)?;
        Ok::<_, kit::Error>(post)
    };
    let post = app.db.write(keep).await?;
    let mut response = kit::page::see(&post.path())?;
    cookie::set_flash(response.headers_mut(), &app.settings, "bookmarks-kept");
    Ok(response)
}
