//! A second step of signing in: after the button of the letter's link, a code that an app on one's telephone
//! shows, new each half minute (TOTP, RFC 6238). Whoever gets at a mailbox alone comes no further. Recovery codes, on
//! paper, stand in for the app, each once.
//!
//! It is for everybody to set up, and asked of guides and stewards unless the community says otherwise: they have
//! some days, and are then led to it before all else. Passkeys count as one; of guides who have some, the letter alone
//! asks for one too. Nobody is locked out by that, since the letter still lets them
//! in. Who has lost both app and paper is helped by a steward, and the only steward by whoever runs the server.
//!
//! The secret lies in the database as it is. A key beside the database would be read by whoever reads that, and one
//! elsewhere would be missing when a backup is restored, for those who hold the keys of the community first.

mod code;
mod duty;
mod letters;
mod pages;
mod passkey_removal;
mod proof;
mod queries;
mod recovery;
mod reset;
mod setting_up;

pub(crate) use duty::{begin as begin_duty, is_asked_here, leads_there};
pub use proof::{CodePage, Proof, has_app, is_asked, prove};
pub use reset::{forget, reset};

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/account/second-step", pages::show)
        .delete("/account/second-step", pages::destroy)
        .post("/account/second-step", setting_up::begin)
        .get("/account/second-step/new", setting_up::new)
        .post("/account/second-step/new", setting_up::create)
        .post("/account/second-step/codes", pages::create_codes)
        .delete("/account/passkeys/{id}", passkey_removal::destroy)
        .delete("/people/{id}/second-step", reset::destroy)
}
