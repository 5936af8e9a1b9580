//! Keeping a whole thread among one's bookmarks.

use super::thread::{self, seen};
use crate::ThreadId;
use crate::bookmarks::{self, Of};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Result};
use people::Member;

pub async fn create(State(app): State<App>, member: Member, Path(id): Path<ThreadId>) -> Result<Response> {
    let keep = move |c: &mut Conn| {
        seen(c, id, &member)?;
        bookmarks::keep(c, member.id(), Of::Thread(id), member.now)
    };
    app.db.write(keep).await?;
    thread::back(&app, id, "bookmarks-kept")
}
