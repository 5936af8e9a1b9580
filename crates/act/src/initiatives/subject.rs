//! What an initiative is to the rooms below: something that relates to the municipality's agenda, and
//! that threads belong to.

use super::{InitiativeId, queries};
use agree::agenda::{Subject, SubjectKind, Title, Titles};
use db::Conn;
use kit::{Result, Scope};

agree::agenda_subject!(SubjectKind { kind: "initiative", find, titles, path: |id| InitiativeId(id).path() });
forum::subject!("initiative", of_threads);

/// Whoever carries it says how it relates.
fn find(c: &mut Conn, id: i64) -> Result<Option<Subject>> {
    let Some(initiative) = queries::by_id(c, InitiativeId(id))? else { return Ok(None) };
    let voices = queries::carriers(c, initiative.id)?.into_iter().map(|carrier| carrier.voice).collect();
    let path = initiative.path();
    Ok(Some(Subject { title: initiative.title, body: initiative.aim, path, voices }))
}

fn titles(c: &mut Conn, ids: &[i64]) -> Result<Titles> {
    let wanted = queries::titles(c)?.into_iter().filter(|(id, ..)| ids.contains(&id.0));
    Ok(wanted.map(|(id, text, locale)| (id.0, Title { text, locale })).collect())
}

fn of_threads(c: &mut Conn, id: i64) -> Result<Option<forum::threads::Subject>> {
    let found = queries::by_id(c, InitiativeId(id))?;
    let subject =
        |i: super::Initiative| forum::threads::Subject { path: i.path(), title: i.title, scope: Scope::Open };
    Ok(found.map(subject))
}
