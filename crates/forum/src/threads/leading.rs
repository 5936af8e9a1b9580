//! What stands elsewhere by now: where links to it lead, and what is said at its old place.

use super::{queries, thread};
use crate::posts::{self, Gone};
use crate::{ThreadId, visibility};
use db::Conn;
use kit::{Error, Result};
use people::Visitor;

/// Where a link to a post, or to a whole thread, leads by now; nowhere where it is not elsewhere, or not seen there.
pub fn elsewhere(
    c: &mut Conn,
    id: ThreadId,
    number: Option<i64>,
    visitor: &Visitor,
) -> Result<Option<String>> {
    if let Some(number) = number
        && let Some(gone) = posts::gone(c, id, number, number)?.pop()
    {
        let path = posts::path(gone.thread_id, gone.number_now);
        return Ok(visibility::ensure_seen(gone.scope, visitor).is_ok().then_some(path));
    }
    let merged = queries::merged_into(c, id)?;
    Ok(merged
        .filter(|(_, scope)| visibility::ensure_seen(*scope, visitor).is_ok())
        .map(|(id, _)| thread::path(id)))
}

/// The thread that takes what is written to one: that itself, or, where it was merged meanwhile, what it has become.
pub fn open_now(c: &mut Conn, mut id: ThreadId, visitor: &Visitor) -> Result<ThreadId> {
    match visibility::scope_for(c, id, visitor) {
        Err(Error::NotFound) => {}
        seen => return seen.map(|_| id),
    }
    while let Some((into, _)) = queries::merged_into(c, id)? {
        id = into;
    }
    visibility::scope_for(c, id, visitor)?;
    Ok(id)
}

/// Posts that stood one after the other and went to the same thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    pub from: i64,
    pub to: i64,
    /// Address and title of where they are, where the visitor sees it.
    pub now: Option<(String, String)>,
}

/// The gaps among the posts with numbers in a range.
pub fn gaps(c: &mut Conn, id: ThreadId, (from, to): (i64, i64), visitor: &Visitor) -> Result<Vec<Gap>> {
    let mut gaps: Vec<(ThreadId, Gap)> = Vec::new();
    for gone in posts::gone(c, id, from, to)? {
        match gaps.last_mut() {
            Some((into, gap)) if *into == gone.thread_id && gap.to + 1 == gone.number => gap.to = gone.number,
            _ => gaps.push((gone.thread_id, gap(gone, visitor))),
        }
    }
    Ok(gaps.into_iter().map(|(_, gap)| gap).collect())
}

fn gap(gone: Gone, visitor: &Visitor) -> Gap {
    let is_seen = visibility::ensure_seen(gone.scope, visitor).is_ok();
    let now = is_seen.then(|| (posts::path(gone.thread_id, gone.number_now), gone.title));
    Gap { from: gone.number, to: gone.number, now }
}
