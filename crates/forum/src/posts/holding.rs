//! Holding a post until a guide has looked at it. Its place stands; what it says is for its writer and the guides.
//! Rooms above are told, in the same transaction: [`WHEN_HELD`].

use super::{Post, Reason, hiding, queries};
use crate::PostId;
use db::Conn;
use jiff::Timestamp;
use kit::{Error, Result};

/// What is done when a post was held.
pub type WhenHeld = fn(&mut Conn, &Post, &queries::Source, Timestamp) -> Result<()>;

/// Gathered by the linker.
#[kit::linkme::distributed_slice]
#[linkme(crate = kit::linkme)]
pub static WHEN_HELD: [WhenHeld];

pub fn hold(c: &mut Conn, id: PostId, reason: Reason, now: Timestamp) -> Result<()> {
    hiding::hide(c, id, reason, now)?;
    let post = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    let source = queries::source(c, id)?.ok_or(Error::NotFound)?;
    WHEN_HELD.iter().try_for_each(|told| told(c, &post, &source, now))
}
