//! An invitation brings somebody in: by a letter to their address, by a letter on paper with a code to type, or by
//! a link that is copied to wherever people are. It may name a group, and what one will be in it. Guides invite
//! anybody; representatives invite for their own group. Accepting takes one press: the letter's link proves the
//! address, so only what may be in anybody's hands asks for one more letter. Saying no takes one press as well.
//!
//! An invitation is worth what its giver may still give: whoever has lost the right has no open invitations.

mod acceptance;
mod code;
mod door;
mod fate;
mod invitation;
mod inviting;
mod letters;
mod many;
mod new;
mod pages;
mod panel;
mod paper;
mod queries;
mod recall;
mod refusal;
mod withdrawal;

pub use acceptance::{accept, open_for};
pub use invitation::{Invitation, State, may_give};
pub use inviting::{Invite, invite};
pub use many::{AT_ONCE, Many, Round, invite_many, round};
pub use queries::by_id;

use kit::{Routes, Work};

/// What stands on the next page of one who has just come in.
pub const WELCOME: &str = "invitations-welcome";

/// What hears of letters that left or came back.
pub const JOBS: [(&str, Work); 1] = [(fate::JOB, fate::learn)];

pub fn routes() -> Routes {
    Routes::new()
        .get("/invitations", pages::index)
        .get("/invitations/new", new::new)
        .post("/invitations", new::create)
        .post("/invitations/withdrawals/{id}", withdrawal::create)
        .post("/invitations/recalls/{id}", recall::create)
        .get("/invitations/{token}", door::show)
        .post("/invitations/{token}", door::create)
        .post("/invitations/{token}/refusal", refusal::create)
        .get("/code", code::new)
        .post("/code", code::create)
}
