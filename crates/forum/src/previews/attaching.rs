//! Which pages a post links to, and that they are to be read.

use super::fetching::JOB;
use super::queries;
use crate::PostId;
use db::{Conn, jobs};
use jiff::{SignedDuration, Timestamp};
use kit::{PersonId, Result, fetch};
use serde_json::json;

/// So many cards one post has at most.
const MOST: usize = 3;

/// Who sees at once that a link is wrong changes it before anybody is asked.
const A_MOMENT: SignedDuration = SignedDuration::from_secs(1);

/// Notes the pages that a post links to now, and lets those be read that aren't known.
pub fn attach(c: &mut Conn, post: PostId, links: &[String], now: Timestamp) -> Result<()> {
    let before = queries::ids_of_post(c, post)?;
    if links.is_empty() && before.is_empty() {
        return Ok(());
    }
    queries::displace(c, post)?;
    let fetchable = links.iter().filter_map(|link| fetch::parse(link));
    for (position, address) in fetchable.take(MOST).enumerate() {
        let host = address.host_str().unwrap_or_default();
        queries::insert(c, address.as_str(), host)?;
        queries::link(c, post, address.as_str(), position as i64)?;
    }
    queries::unlink_displaced(c, post)?;
    forget_unused(c, &before)?;
    fetch_soon(c, post, now)
}

/// Lets the pages of a post be read that aren't known.
pub fn fetch_soon(c: &mut Conn, post: PostId, now: Timestamp) -> Result<()> {
    if queries::are_wanted(c, post, now)?.is_some() {
        jobs::enqueue(c, JOB, &json!({ "post": post }), now + A_MOMENT)?;
    }
    Ok(())
}

/// When a post is removed: what it linked to is known no more, but for other posts.
pub fn forget(c: &mut Conn, post: PostId) -> Result<()> {
    let linked = queries::ids_of_post(c, post)?;
    queries::unlink(c, post)?;
    forget_unused(c, &linked)
}

/// When somebody takes their posts with them.
pub fn forget_of(c: &mut Conn, person: PersonId) -> Result<()> {
    let linked = queries::ids_of_person(c, person)?;
    queries::unlink_person(c, person)?;
    forget_unused(c, &linked)
}

fn forget_unused(c: &mut Conn, previews: &[i64]) -> Result<()> {
    for id in previews {
        queries::delete_unused(c, *id)?;
    }
    Ok(())
}
