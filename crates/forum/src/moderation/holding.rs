//! A post that the platform holds: it stands in the log and waits in the queue, and its writer hears of it.

use super::act::Kind;
use super::{acting, queries, telling};
use crate::posts::{Post, Source, WHEN_HELD, WhenHeld};
use db::Conn;
use jiff::Timestamp;
use kit::{Error, Result};

#[expect(unsafe_code, reason = "linkme places the function in a link section")]
#[kit::linkme::distributed_slice(WHEN_HELD)]
#[linkme(crate = kit::linkme)]
static HELD: WhenHeld = held;

fn held(c: &mut Conn, post: &Post, source: &Source, now: Timestamp) -> Result<()> {
    let (of, thread, reason) = (post.person_id, Some(post.thread_id), post.hidden_for);
    let id = queries::insert_act(
        c,
        Kind::Held,
        reason,
        Some(post.id),
        thread,
        of,
        None,
        None,
        "",
        "",
        None,
        None,
        now,
    )?;
    if let Some(reason) = reason {
        queries::insert_flag(c, post.id, None, reason, "", now)?;
    }
    let act = queries::act(c, id)?.ok_or(Error::NotFound)?;
    acting::record(c, &act, Kind::Held, now)?;
    telling::guides_of_flag(c, post, source, now)?;
    telling::concerned(c, &act, now)
}
