//! What a link is, and the three things that happen to it: it is laid, opened, spent.

use super::queries;
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use kit::{PersonId, token};

/// So long a link works.
pub const LASTS: SignedDuration = SignedDuration::from_mins(10);

kit::period!("sign-in-links", place 20, 1 days of 1 to 30, let_go);

fn let_go(c: &mut Conn, before: Timestamp) -> kit::Result<()> {
    Ok(queries::sweep(c, before).map(drop)?)
}

db::id! {
    /// An invitation, which a link may carry on to its acceptance.
    InvitationId,
}

db::words! {
    pub enum Purpose {
        /// Lets the owner of the address in.
        SignIn = "sign_in",
        /// Makes the address that of a person.
        Address = "address",
    }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Link {
        pub purpose: Purpose,
        /// What the link proves.
        pub email: String,
        /// A newcomer's name, where they gave it.
        pub name: String,
        /// Whose address it is to become.
        pub person_id: Option<PersonId>,
        pub invitation_id: Option<InvitationId>,
        pub next: String,
    }
}

/// Lays a link and gives its secret. What is long over goes once a day.
pub fn lay(c: &mut Conn, link: &Link, now: Timestamp) -> db::Result<String> {
    lay_lasting(c, link, LASTS, now)
}

/// [`lay`] for a time of one's own: for links that a steward prints.
pub fn lay_lasting(c: &mut Conn, link: &Link, lasts: SignedDuration, now: Timestamp) -> db::Result<String> {
    let secret = token::new();
    let Link { purpose, email, name, person_id, invitation_id, next } = link;
    queries::insert(
        c,
        &secret.hash,
        *purpose,
        email,
        name,
        *person_id,
        *invitation_id,
        next,
        now,
        now + lasts,
    )?;
    Ok(secret.text)
}

/// What a secret opens, while it works. Nothing is used up by looking.
pub fn open(c: &mut Conn, secret: &str, purpose: Purpose, now: Timestamp) -> db::Result<Option<Link>> {
    queries::open(c, &token::hash(secret), purpose, now)
}

/// Uses a link up; `false` where somebody was quicker.
pub fn spend(c: &mut Conn, secret: &str, now: Timestamp) -> db::Result<bool> {
    Ok(queries::spend(c, &token::hash(secret), now)? > 0)
}
