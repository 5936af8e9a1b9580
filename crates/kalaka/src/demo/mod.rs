//! The demo town: Kővölgy, which is on no map. Its people and groups, what they say, agree on and do are told in
//! the TOML files of this folder, with all times counted from today. Here that year is lived again in the order in
//! which it happened, by the same functions that the pages use, on a clock of its own; in one transaction, so
//! there is the whole town or none.

mod agenda;
mod calendar;
mod data;
mod decisions;
mod focuses;
mod founding;
mod groups;
mod initiatives;
mod map;
mod needs;
mod persons;
mod promises;
mod reading;
mod story;
#[cfg(test)]
mod tests;
mod threads;
mod town;
mod voice;

pub use data::Data;
pub(crate) use story::work;

use anyhow::{Context, Result, bail};
use calendar::Calendar;
use db::{Conn, Db};
use jiff::Timestamp;
use kit::PersonId;
use kit::community::SecondStep;
use std::sync::Arc;
use story::Story;

/// The persons for whom the demo prints a link: what they are there, and who they are.
pub type SignIns = [(&'static str, PersonId); 3];

/// Whether a database has a community already.
pub fn is_filled(db: &Db) -> Result<bool> {
    Ok(db.read_now(kit::community::load)?.is_some())
}

/// Fills an empty database with the town as it is at `now`. `progress` is told how much has happened, and how
/// much will have.
pub fn fill(
    db: &Db,
    data: &'static Data,
    now: Timestamp,
    progress: impl Fn(usize, usize) + Send + Sync + 'static,
) -> Result<()> {
    let calendar = Calendar::of(&data.town, now)?;
    let story = Arc::new(Story::told(data, calendar)?);
    db.write_now(move |c| {
        story.replay(c, &progress)?;
        // Whoever looks around as its guide has no telephone to register.
        Ok(agree::community::set_second_step(c, SecondStep::Nobody).map(drop)?)
    })
}

/// Finds the three persons; without them the database is another community's.
pub fn sign_ins(c: &mut Conn, data: &Data) -> Result<SignIns> {
    let keys = &data.town.sign_in;
    let mut find = |key: &str| -> Result<PersonId> {
        let told = data.people.iter().find(|person| person.key == key);
        let email = &told.with_context(|| format!("town.toml: sign_in: nobody is called {key:?}"))?.email;
        let Some(person) = people::persons::by_email(c, email)? else {
            bail!("this database holds another community; the demo leaves it alone")
        };
        Ok(person.id)
    };
    Ok([
        ("guide", find(&keys.guide)?),
        ("representative", find(&keys.representative)?),
        ("citizen", find(&keys.citizen)?),
    ])
}
