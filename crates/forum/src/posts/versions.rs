//! What a post said before: each text it had, the newest first, for everybody who sees the post.

use super::{Post, editing, queries};
use crate::PostId;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kit::{App, Chrome, Result, Section};
use people::Visitor;

/// So many texts are shown; a post that was changed more often has its newest ones here.
const MOST: i64 = 50;

#[derive(Template)]
#[template(path = "posts/versions.html")]
struct VersionsPage {
    chrome: Chrome,
    post: Post,
    title: String,
    versions: Vec<queries::Version>,
}

pub async fn index(State(app): State<App>, visitor: Visitor, Path(id): Path<PostId>) -> Result<Response> {
    let chrome = visitor.chrome(Section::Forum);
    let read = move |c: &mut db::Conn| {
        let (post, source) = editing::seen(c, id, &visitor)?;
        Ok::<_, kit::Error>((post, source.title, queries::versions(c, id, MOST)?))
    };
    let (post, title, versions) = app.db.read(read).await?;
    kit::page::show(&VersionsPage { chrome, post, title, versions })
}
