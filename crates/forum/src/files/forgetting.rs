//! What nothing shows goes: a file that was sent and then not used, or whose posts were removed. It has a day, and
//! as long as its sender has a draft that shows it.

use super::queries;
use db::{Conn, jobs};
use jiff::{SignedDuration, Timestamp};
use kit::{App, PersonId, Result};
use std::collections::HashSet;

/// The kind of the job. It reaches outside the database, into the store.
pub const JOB: &str = "files.sweep";

const A_DAY: SignedDuration = SignedDuration::from_hours(24);

/// What was put into the store so shortly ago may be of a file whose row is just being written.
pub const JUST_NOW: SignedDuration = SignedDuration::from_hours(1);

/// Looks in a day, unless somebody looks before.
pub fn forget_later(c: &mut Conn, now: Timestamp) -> Result<()> {
    if jobs::waiting(c, JOB)?.is_none() {
        jobs::enqueue(c, JOB, &serde_json::json!({}), now + A_DAY)?;
    }
    Ok(())
}

/// When somebody leaves for good: what they sent goes, but for what posts that stay still show.
pub fn forget_of(c: &mut Conn, person: PersonId) -> Result<()> {
    queries::forget_of(c, person)?;
    Ok(())
}

/// Forgets what nothing shows for a day, then removes from the store what nobody knows of and that is older than
/// `spared`.
pub async fn sweep(app: &App, spared: SignedDuration) -> Result<()> {
    let now = app.now();
    let forget = move |c: &mut Conn| {
        queries::forget_unused(c, now - A_DAY)?;
        if queries::unused(c, now)?.is_some() { forget_later(c, now) } else { Ok(()) }
    };
    app.db.write(forget).await?;
    let listed = app.files.list().await?;
    let known: HashSet<String> =
        app.db.read(queries::stored).await?.into_iter().map(|stored| stored.hash).collect();
    // The store's own clock says since when it has something.
    let newest = Timestamp::now() - spared;
    for kept in listed.into_iter().filter(|kept| kept.since <= newest && !known.contains(&kept.hash)) {
        app.files.delete(&kept.hash).await?;
    }
    Ok(())
}
