//! The page of a tag: the threads that have it, what was talked about last first.

use super::index;
use crate::TagId;
use crate::tags::{self, Tag};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Error, Form, Result};
use people::Visitor;

/// A tag, and whether the visitor follows it.
pub struct Followed {
    pub tag: Tag,
    pub follows: bool,
}

impl Followed {
    pub fn find(c: &mut Conn, id: TagId, visitor: &Visitor) -> Result<Followed> {
        let tag = tags::find(c, id)?.named(visitor.locale);
        let follows = visitor.person_id().map(|person| tags::follows(c, person, tag.id)).transpose()?;
        Ok(Followed { tag, follows: follows.unwrap_or_default() })
    }
}

/// A tag that was merged leads to the other.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<TagId>,
    asked: Form,
) -> Result<Response> {
    let now = app.db.read(move |c| Ok::<_, Error>(tags::find(c, id)?.id)).await?;
    if now != id {
        return kit::page::see(&format!("/tags/{now}"));
    }
    index::of_tag(&app, visitor, &asked, Some(id)).await
}
