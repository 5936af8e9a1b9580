//! Taking an item off the table: it was decided, or withdrawn. What the council made of it stays with it.

use super::item::record;
use super::{ItemId, keeping, queries};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use forum::threads::language;
use jiff::Timestamp;
use kit::{App, Form, Result, Voice, Words};
use people::Member;

/// Closes an item; one that is closed already stays as it is.
pub fn close(c: &mut Conn, id: ItemId, outcome: Words<'_>, by: &Voice, now: Timestamp) -> Result<()> {
    let item = queries::by_id(c, id)?;
    if queries::close(c, id, now, by.person, outcome.text, outcome.locale)? > 0 {
        record(c, by, "agenda.closed", id, &item.title, now)?;
    }
    Ok(())
}

/// Puts it back on the table.
pub fn reopen(c: &mut Conn, id: ItemId, by: &Voice, now: Timestamp) -> Result<()> {
    let item = queries::by_id(c, id)?;
    if queries::reopen(c, id)? > 0 {
        record(c, by, "agenda.reopened", id, &item.title, now)?;
    }
    Ok(())
}

/// One line says what came of it; it may be empty, and what is longer is cut rather than refused.
pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<ItemId>,
    form: Form,
) -> Result<Response> {
    let outcome: String = kit::form::clean(form.value("outcome")).trim().chars().take(500).collect();
    let (locale, now) = (language::usual(&member).code(), member.now);
    app.db
        .write(move |c| {
            let voice = keeping::must_keep(c, &member)?.swap_remove(0);
            close(c, id, Words::new(&outcome, locale), &voice, now)
        })
        .await?;
    kit::page::see(&id.path())
}

pub async fn destroy(State(app): State<App>, member: Member, Path(id): Path<ItemId>) -> Result<Response> {
    let now = member.now;
    app.db
        .write(move |c| {
            let voice = keeping::must_keep(c, &member)?.swap_remove(0);
            reopen(c, id, &voice, now)
        })
        .await?;
    kit::page::see(&id.path())
}
