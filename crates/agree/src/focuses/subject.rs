//! What a focus is to the rooms below: something that relates to the municipality's agenda, that threads
//! belong to, that came of a need.

use super::{Focus, FocusId, queries};
use crate::agenda::{Subject, SubjectKind, Title, Titles};
use crate::needs::{NeedId, Offspring};
use db::Conn;
use kit::{PersonId, Result, Scope};

crate::agenda_subject!(SubjectKind { kind: "focus", find, titles, path: |id| FocusId(id).path() });
forum::subject!("focus", of_threads);
crate::need_offspring!(of_need);

fn find(c: &mut Conn, id: i64) -> Result<Option<Subject>> {
    let focus = queries::by_id(c, FocusId(id))?;
    Ok(focus.map(|focus| Subject {
        path: focus.path(),
        voices: vec![author(focus.person_id, focus.group_id)],
        title: focus.title,
        body: focus.body,
    }))
}

/// The key of the voice that proposed it.
fn author(person: PersonId, group: Option<kit::GroupId>) -> String {
    group.map_or_else(|| format!("p{person}"), |group| format!("g{group}"))
}

/// Focuses are few, so all of them are read and the wanted ones kept.
fn titles(c: &mut Conn, ids: &[i64]) -> Result<Titles> {
    let wanted = queries::all_titles(c)?.into_iter().filter(|(id, ..)| ids.contains(&id.0));
    Ok(wanted.map(|(id, text, locale)| (id.0, Title { text, locale })).collect())
}

fn of_threads(c: &mut Conn, id: i64) -> Result<Option<forum::threads::Subject>> {
    let title = queries::title(c, FocusId(id))?;
    let path = FocusId(id).path();
    Ok(title.map(|title| forum::threads::Subject { title, path, scope: Scope::Open }))
}

fn of_need(c: &mut Conn, need: NeedId) -> Result<Vec<Offspring>> {
    let focuses = queries::of_need(c, need)?;
    Ok(focuses
        .into_iter()
        .map(|focus| Offspring {
            path: focus.path(),
            state: state(&focus),
            title: focus.title,
            locale: focus.locale,
        })
        .collect())
}

/// As `ui::state` shows it.
fn state(focus: &Focus) -> (&'static str, &'static str) {
    match () {
        () if focus.is_active() => ("moving", "focuses-state-active"),
        () if focus.is_waiting() => ("quiet", "focuses-waits"),
        () if focus.is_closed() => ("closed", "focuses-state-closed"),
        () => ("open", "focuses-state-proposed"),
    }
}
