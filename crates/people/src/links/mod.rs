//! A link that is sent to an address proves whose the address is: it lets its owner in, or makes the
//! address theirs. It works once, for ten minutes. Opening it only shows a button, since the scanners of
//! mail servers open every link; only the button uses it.
//!
//! Whether an address is known is nobody's business but its owner's: asking for a link answers with the
//! same page, after the same work, in either case.

mod ask;
mod letters;
mod link;
mod pages;
mod queries;

pub use ask::{Ask, ask, limit_key, take_limits};
pub use link::{InvitationId, LASTS, Link, Purpose, lay, lay_lasting, open, spend};
pub use pages::{OverPage, SentPage};
pub use queries::forget;
