//! A few threads stand at the top of the list, where a guide has put them.

use super::queries;
use super::thread::{self, seen};
use crate::ThreadId;
use axum::extract::{Path, State};
use axum::response::Response;
use kit::activity::{self, Happening};
use kit::{App, Error, Problem, Result};
use people::Guide;

/// So many at most: what everything is put above is above nothing.
pub const MOST: i64 = 3;

pub async fn create(State(app): State<App>, guide: Guide, Path(id): Path<ThreadId>) -> Result<Response> {
    set(&app, guide, id, true).await?;
    thread::back(&app, id, "threads-pinned-now")
}

pub async fn destroy(State(app): State<App>, guide: Guide, Path(id): Path<ThreadId>) -> Result<Response> {
    set(&app, guide, id, false).await?;
    thread::back(&app, id, "threads-unpinned-now")
}

async fn set(app: &App, guide: Guide, id: ThreadId, is_pinned: bool) -> Result<()> {
    let now = guide.now;
    app.db
        .write(move |c| {
            let thread = seen(c, id, &guide)?;
            if thread.pinned_at.is_some() == is_pinned {
                return Ok(());
            }
            if is_pinned && queries::count_pinned(c)? >= MOST {
                return Err(Error::Conflict(Problem::new("threads-pinned-enough").with("most", MOST)));
            }
            queries::pin(c, id, is_pinned.then_some(now))?;
            let kind = if is_pinned { "thread.pinned" } else { "thread.unpinned" };
            let what =
                Happening { kind, subject: ("thread", id.0), title: &thread.title, scope: thread.scope };
            activity::record_with(c, Some((guide.id(), None)), what, &serde_json::json!({}), now)?;
            Ok::<_, Error>(())
        })
        .await
}
