//! Asking for a link. The same statements run whether the address is known or not, and the letter goes by
//! a job, so neither the answer nor its time tells.

use super::letters;
use super::link::{InvitationId, LASTS, Link, Purpose, lay};
use crate::persons;
use db::Conn;
use jiff::Timestamp;
use kit::limits::{self, Limit};
use kit::{App, Locale, Result, outbox, token};

const PER_ADDRESS: Limit = Limit { count: 5, minutes: 15 };
const PER_NETWORK: Limit = Limit { count: 30, minutes: 15 };

/// Somebody says that an address is theirs and wants to come in.
#[derive(Debug, Clone)]
pub struct Ask {
    pub email: String,
    /// A newcomer's name, where they gave it already.
    pub name: String,
    pub invitation: Option<InvitationId>,
    /// The path of ours to go on to.
    pub next: String,
    pub locale: Locale,
    pub network: String,
}

/// Sends a link to the address, if whoever owns it may come in.
pub fn ask(c: &mut Conn, app: &App, ask: &Ask, now: Timestamp) -> Result<()> {
    take_limits(c, &ask.email, &ask.network, now)?;
    let person = persons::by_email(c, &ask.email)?;
    let link = Link {
        purpose: Purpose::SignIn,
        email: ask.email.clone(),
        name: ask.name.clone(),
        person_id: None,
        invitation_id: ask.invitation,
        next: ask.next.clone(),
    };
    let url = app.settings.url(&format!("/sign-in/{}", lay(c, &link, now)?));
    let community = app.community();
    let chosen = person.as_ref().and_then(|p| p.locale.as_deref()).and_then(Locale::find);
    let town = community.as_deref().map_or_else(String::new, |place| place.name.clone());
    let writer = letters::Writer { locale: chosen.unwrap_or(ask.locale), town, url };
    let letter = match &person {
        Some(person) => writer.to_known(&ask.email, &person.name),
        None => writer.to_newcomer(&ask.email),
    };
    let newcomers = ask.invitation.is_some() || community.is_some_and(|place| place.joins_by_email());
    let welcome = person.is_some() || newcomers;
    let over = now + LASTS;
    if welcome {
        outbox::send_before(c, &letter, over, now)?
    } else {
        outbox::pretend(c, &letter, over, now)?
    }
    Ok(())
}

/// Counts one more letter to an address, asked for from a network, and says `TooMany` past the limits. An
/// unknown address counts as a known one does.
pub fn take_limits(c: &mut Conn, email: &str, network: &str, now: Timestamp) -> Result<()> {
    limits::take(c, &limit_key(email), PER_ADDRESS, now)?;
    limits::take(c, &format!("letters/from/{network}"), PER_NETWORK, now)
}

/// Under which letters to an address are counted.
pub fn limit_key(email: &str) -> String {
    format!("letters/{}", hashed(email))
}

/// Counters need no addresses.
fn hashed(email: &str) -> String {
    token::hash(email).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
