//! An invitation brings somebody in: by a letter to their address, or by a link that is copied to wherever
//! people are. It may name a group, and what one will be in it. Guides invite anybody; representatives
//! invite for their own group. Accepting takes one press: the letter's link proves the address, so only a
//! copied link, which may be in anybody's hands, asks for one more letter.
//!
//! An invitation is worth what its giver may still give: whoever has lost the right has no open invitations.

mod acceptance;
mod door;
mod invitation;
mod inviting;
mod letters;
mod new;
mod pages;
mod queries;
mod withdrawal;

pub use acceptance::accept;
pub use invitation::{Invitation, State, may_give};
pub use inviting::{Invite, invite};
pub use queries::by_id;

use kit::Routes;

/// What stands on the next page of one who has just come in.
pub const WELCOME: &str = "invitations-welcome";

pub fn routes() -> Routes {
    Routes::new()
        .get("/invitations", pages::index)
        .get("/invitations/new", new::new)
        .post("/invitations", new::create)
        .post("/invitations/withdrawals/{id}", withdrawal::create)
        .get("/invitations/{token}", door::show)
        .post("/invitations/{token}", door::create)
}
