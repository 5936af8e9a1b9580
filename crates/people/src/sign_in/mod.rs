//! Signing in: one gives an address, gets a letter with a link, presses the button on the link's page. No
//! password. A passkey does in place of the letter. Where the community allows it, or with an invitation, an address that isn't known yet gets an
//! account in the same step: the page asks the name.

mod arrival;
mod ending;
mod entry;
mod pages;
mod passkey;

use crate::links::{self, InvitationId, Link, Purpose};
use crate::persons;
pub use arrival::Arrival;

use db::Conn;
use jiff::{SignedDuration, Timestamp};
use kit::{Error, PersonId, Result, Routes};

pub fn routes() -> Routes {
    Routes::new()
        .get("/sign-in", pages::new)
        .post("/sign-in", pages::create)
        .post("/sign-in/passkey", passkey::create)
        .get("/sign-in/{token}", entry::show)
        .post("/sign-in/{token}", entry::create)
        .post("/sign-out", ending::create)
}

/// The secret of a link for whoever was proven otherwise to own an address: its page asks for what is missing, a
/// newcomer's name or the second step.
pub fn link_to(
    c: &mut Conn,
    email: &str,
    name: &str,
    invitation: Option<InvitationId>,
    next: &str,
    now: Timestamp,
) -> Result<String> {
    let link = Link {
        purpose: Purpose::SignIn,
        email: email.to_owned(),
        name: name.to_owned(),
        person_id: None,
        invitation_id: invitation,
        next: next.to_owned(),
    };
    Ok(links::lay(c, &link, now)?)
}

/// The path of a link that lets a person in, for one who runs the server: a steward locked out.
pub fn link_for(c: &mut Conn, person: PersonId, now: Timestamp) -> Result<String> {
    link_lasting(c, person, links::LASTS, now)
}

/// [`link_for`] that works longer: the links that the demo prints.
pub fn link_lasting(c: &mut Conn, person: PersonId, lasts: SignedDuration, now: Timestamp) -> Result<String> {
    let person = persons::by_id(c, person)?.ok_or(Error::NotFound)?;
    let link = Link {
        purpose: Purpose::SignIn,
        email: person.email.ok_or(Error::NotFound)?,
        name: String::new(),
        person_id: None,
        invitation_id: None,
        next: "/".into(),
    };
    let secret = links::lay_lasting(c, &link, lasts, now)?;
    Ok(format!("/sign-in/{secret}"))
}
