//! Passkeys: one signs in with a finger, a face or the device's own code; no letter, nothing to copy. The device or
//! the password manager keeps the key and shows it to this address alone, so that no other site can get it from
//! anybody. It is two things in one, something one has and something one is or knows: so it stands for the link and
//! the second step together, and proves once more who one is before what is grave.
//!
//! Somebody may have several, each with a name of its own. A browser needs JavaScript for them; without it the letter
//! and the codes do what they did. A key whose counter goes back may have been copied: it is halted, and its owner
//! told by letter.

mod challenge;
mod letters;
mod pages;
mod party;
mod proof;
mod queries;
mod registration;

pub use party::is_possible;
pub use proof::prove;
pub use queries::{PasskeyId, forget, has_any, of_person, remove};

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/account/passkeys", pages::show)
        .post("/account/passkeys", registration::create)
        .get("/account/passkeys/new", registration::new)
        .post("/account/passkeys/challenge", registration::challenge)
        .post("/sign-in/passkey/challenge", challenge::create)
}
