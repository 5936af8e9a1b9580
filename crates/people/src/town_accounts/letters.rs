//! The letter that says whose account of the town opens one's own here now.

use crate::persons::Person;
use db::Conn;
use jiff::Timestamp;
use kit::outbox::{self, Letter};
use kit::{App, Locale, Result};

pub fn tell_linked(c: &mut Conn, app: &App, person: &Person, locale: Locale, now: Timestamp) -> Result<()> {
    let (Some(email), Some(town)) = (&person.email, app.community()) else { return Ok(()) };
    let name = app.settings.town_accounts.as_ref().map_or_else(String::new, |s| s.name.clone());
    let locale = person.locale.as_deref().and_then(Locale::find).unwrap_or(locale);
    let link = app.settings.url("/account/town-account");
    let t = |key| {
        let said = locale.t(key).with("town", &town.name).with("name", &person.name);
        said.with("account", &name).with("link", &link).to_string()
    };
    let (subject, text) = (t("town-accounts-letter-subject"), t("town-accounts-letter"));
    Ok(outbox::send(c, &Letter { to: email.clone(), subject, text, unsubscribe: None }, now)?)
}
