//! Proving once more that it is oneself: before what is grave, whoever signed in a while ago shows it again, by a
//! passkey or the second step where they have one, else by a fresh link from their mailbox. It holds for a quarter of an hour. What
//! was typed meanwhile is kept on the page that asks, and goes on from there.

mod kept;
mod pages;

pub(crate) use kept::{address, keep};
pub(crate) use pages::ask;

use jiff::SignedDuration;
use kit::Routes;

/// So long a proof holds.
pub const HOLDS: SignedDuration = SignedDuration::from_mins(15);

pub fn routes() -> Routes {
    Routes::new().post("/account/proof", pages::create).post("/account/proof/letter", pages::create_letter)
}
