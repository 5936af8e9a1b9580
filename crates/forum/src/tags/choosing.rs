//! Picking tags for a thread: boxes to tick, up to three.

use super::queries;
use super::tag::{self, Tag};
use crate::{TagId, ThreadId};
use db::Conn;
use jiff::Timestamp;
use kit::{Form, Locale, PersonId, Problem, Scope};

/// A thread that is about everything is found by nothing.
const MOST: usize = 3;
pub const FIELD: &str = "tags";

/// What is offered: those in use, and those that the thread has. Value and words.
pub fn offered(c: &mut Conn, own: &[Tag], locale: Locale) -> db::Result<Vec<(String, String)>> {
    let is_offered = |tag: &Tag| !tag.is_retired || own.iter().any(|has| has.id == tag.id);
    let tags = tag::all(c, locale)?.into_iter().filter(is_offered);
    Ok(tags.map(|tag| (tag.id.to_string(), tag.name)).collect())
}

/// Ticks the boxes of those that a thread has.
pub fn fill(form: &mut Form, own: &[Tag]) {
    for tag in own {
        form.add_value(FIELD, tag.id.to_string());
    }
}

/// Those whose boxes are ticked; more than three are a problem beside them.
pub fn chosen(form: &mut Form) -> Vec<TagId> {
    let mut ids: Vec<i64> = form.values(FIELD).filter_map(|id| id.parse().ok()).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() > MOST {
        form.add(FIELD, Problem::new("tags-most").with("most", MOST as i64));
    }
    ids.into_iter().map(TagId).collect()
}

/// Gives a thread these tags and takes away all others; says which are new to it. Those that aren't in use any more
/// it keeps, and doesn't get.
pub fn choose(c: &mut Conn, thread: ThreadId, tags: &[TagId]) -> db::Result<Vec<TagId>> {
    let had: Vec<TagId> = queries::of_thread(c, thread)?.into_iter().map(|row| row.id).collect();
    for gone in had.iter().filter(|tag| !tags.contains(tag)) {
        queries::take(c, thread, *gone)?;
    }
    let mut new = Vec::new();
    for tag in tags.iter().filter(|tag| !had.contains(tag)) {
        if queries::give(c, thread, *tag)? > 0 {
            new.push(*tag);
        }
    }
    Ok(new)
}

/// A thread as those hear of it who follow its tags.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    pub thread: ThreadId,
    pub title: &'a str,
    pub scope: Scope,
    pub by: PersonId,
    pub by_name: &'a str,
}

/// Tells those who follow these tags.
pub fn tell(c: &mut Conn, tags: &[TagId], of: &Telling<'_>, now: Timestamp) -> db::Result<()> {
    let (path, circle) = (format!("/threads/{}", of.thread), of.scope == Scope::Circle);
    for tag in tags {
        queries::tell(c, of.thread, *tag, &path, of.title, of.by_name, now, circle, of.by)?;
    }
    Ok(())
}
