//! The letters that say what became of somebody's passkeys, so that nothing happens to them unseen.

use crate::persons;
use db::Conn;
use jiff::Timestamp;
use kit::outbox::{self, Letter};
use kit::{App, Locale, PersonId, Result};

pub enum Change<'a> {
    Made {
        passkey: &'a str,
    },
    Removed {
        passkey: &'a str,
    },
    /// There may be two of it.
    Halted {
        passkey: &'a str,
    },
}

/// Tells the person, in their language or else in the one given.
pub fn tell(
    c: &mut Conn,
    app: &App,
    person: PersonId,
    locale: Locale,
    change: Change<'_>,
    now: Timestamp,
) -> Result<()> {
    let Some(person) = persons::by_id(c, person)? else { return Ok(()) };
    let Some(email) = person.email else { return Ok(()) };
    let locale = person.locale.as_deref().and_then(Locale::find).unwrap_or(locale);
    let town = app.community().map_or_else(|| "Kaláka".to_owned(), |place| place.name.clone());
    let link = app.settings.url("/account/passkeys");
    let (key, passkey) = match change {
        Change::Made { passkey } => ("passkeys-letter-made", passkey),
        Change::Removed { passkey } => ("passkeys-letter-removed", passkey),
        Change::Halted { passkey } => ("passkeys-letter-halted", passkey),
    };
    let t = |key| locale.t(key).with("town", &town).with("name", &person.name).to_string();
    let text = locale.t(key).with("town", &town).with("name", &person.name);
    let text = text.with("link", &link).with("passkey", passkey).to_string();
    let letter = Letter { to: email, subject: t("passkeys-letter-subject"), text, unsubscribe: None };
    Ok(outbox::send(c, &letter, now)?)
}
