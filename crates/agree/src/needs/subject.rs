//! What a need is to the rooms below: something that relates to the municipality's agenda, and that
//! threads belong to.

use super::{NeedId, named, queries, titles};
use crate::agenda::{Subject, SubjectKind, Title, Titles};
use db::Conn;
use kit::{Result, Scope};

crate::agenda_subject!(SubjectKind { kind: "need", find, titles: of_ids, path: |id| NeedId(id).path() });
forum::subject!("need", of_threads);

/// One that was merged can't say anything for itself any more.
fn find(c: &mut Conn, id: i64) -> Result<Option<Subject>> {
    let need = match queries::by_id(c, NeedId(id)) {
        Err(db::Error::NoRow) => return Ok(None),
        found => found?,
    };
    let (path, voices, is_open) = (need.path(), vec![need.author()], need.merged_into.is_none());
    let body = format!("{}\n{}", need.body, need.for_whom);
    Ok(is_open.then_some(Subject { title: need.title, body, path, voices }))
}

fn of_ids(c: &mut Conn, ids: &[i64]) -> Result<Titles> {
    let ids: Vec<NeedId> = ids.iter().copied().map(NeedId).collect();
    let found = named(c, &ids)?.into_iter();
    Ok(found.map(|(id, text, locale)| (id.0, Title { text, locale })).collect())
}

/// Threads of one that was merged stay; its address leads on to where it went.
fn of_threads(c: &mut Conn, id: i64) -> Result<Option<forum::threads::Subject>> {
    let found = titles(c, &[NeedId(id)])?.pop();
    Ok(found.map(|(id, title)| forum::threads::Subject { title, path: id.path(), scope: Scope::Open }))
}
