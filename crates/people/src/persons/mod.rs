//! A person is somebody with an account: a name, an address to reach them by, a role on the
//! platform. They are known to others by their name alone.

mod finding;
mod parting;
mod profile;
mod queries;

pub use parting::{Wish, part, postpone, stay, wish, wish_to_leave};
pub use profile::{Audience, Audiences, Profile, Said, profile, say};
pub use queries::{
    by_email, by_id, count, guides, saw, set_email, set_in_circle, set_locale, set_role, set_second_step_due,
};

use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::{PersonId, Role, Scope};
use std::ops::RangeInclusive;

/// So many letters has a name.
pub const NAME: RangeInclusive<usize> = 2..=80;

db::row! {
    #[derive(Debug, Clone)]
    pub struct Person {
        pub id: PersonId,
        pub name: String,
        pub email: Option<String>,
        pub role: Role,
        pub in_circle: bool,
        pub locale: Option<String>,
        pub joined_at: Timestamp,
    }
}

/// Adds a person. The address must be in lower case; one that is known already is
/// `persons_email_key`.
pub fn create(
    c: &mut Conn,
    name: &str,
    email: &str,
    role: Role,
    in_circle: bool,
    now: Timestamp,
) -> db::Result<PersonId> {
    let id = queries::insert(c, name, &db::fold::fold(name), email, role, in_circle, now)?;
    finding::find_again(c, id)?;
    Ok(id)
}

/// Somebody new comes in: an account with an address that was proven. The row in the log is for upper rooms; who
/// is here is for members to know.
pub fn welcome(c: &mut Conn, name: &str, email: &str, now: Timestamp) -> kit::Result<Person> {
    let id = create(c, name, email, Role::Member, false, now)?;
    let what =
        Happening { kind: "person.joined", subject: ("person", id.0), title: name, scope: Scope::Private };
    activity::record_with(c, Some((id, None)), what, &serde_json::json!({}), now)?;
    by_id(c, id)?.ok_or(kit::Error::NotFound)
}

/// Writes how a person is called, and in which language; without one pages speak as the browser asks.
pub fn call(c: &mut Conn, id: PersonId, name: &str, locale: Option<&str>) -> db::Result<()> {
    queries::update(c, id, name, &db::fold::fold(name), locale)?;
    finding::find_again(c, id)
}
