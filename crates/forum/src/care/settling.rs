//! What follows when posts stand in another thread: counts, marks of reading, and how they are found.

use super::queries::{self, Going};
use crate::posts::{self, markup};
use crate::{PostId, ThreadId};
use db::Conn;
use db::search::{self, PART};
use kit::activity::{self, Happening};
use kit::{PersonId, Result};
use people::Guide;
use people::notices::{self, Notice};
use std::collections::BTreeSet;

/// Counts anew what lists say of a thread.
pub fn count(c: &mut Conn, thread: ThreadId) -> Result<()> {
    queries::forget_speakers(c, thread)?;
    queries::count_speakers(c, thread)?;
    queries::count_thread(c, thread)?;
    Ok(())
}

/// Lets posts be found where they stand now. What is removed or hidden stays unfound, but a thread is always found
/// by its title.
pub fn find_again(c: &mut Conn, going: &[Going], first: PostId) -> Result<()> {
    for post in going {
        search::remove(c, PART, post.id.0)?;
        let plain = if post.is_there { markup::plain(&post.html) } else { String::new() };
        if !post.is_there && post.id != first {
            continue;
        }
        if let Some(found) = posts::found(c, post.id)? {
            found.put(c, &plain)?;
        }
    }
    Ok(())
}

/// The line in the public log.
pub fn record(c: &mut Conn, kind: &str, id: ThreadId, by: &Guide) -> Result<()> {
    let thread = crate::threads::seen(c, id, by)?;
    let (subject, title) = (("thread", id.0), thread.title.as_str());
    let what = Happening { kind, subject, title, scope: thread.scope };
    activity::record_with(c, Some((by.id(), None)), what, &serde_json::json!({}), by.now)?;
    Ok(())
}

/// Those whose posts went elsewhere hear where they are.
pub fn tell(c: &mut Conn, kind: &str, id: ThreadId, to: &BTreeSet<PersonId>, by: &Guide) -> Result<()> {
    let thread = crate::threads::seen(c, id, by)?;
    let (path, by_name) = (thread.path(), by.own_voice().name.clone());
    for person in to.iter().filter(|person| **person != by.id()) {
        let (subject, title) = (("thread", id.0), thread.title.as_str());
        notices::tell(c, *person, Notice { kind, subject, path: &path, title, by_name: &by_name }, by.now)?;
    }
    Ok(())
}
