//! The letter about a new browser, in the language of who gets it.

use super::Browser;
use crate::persons::Person;
use db::Conn;
use jiff::Timestamp;
use kit::outbox::{self, Letter};
use kit::{App, Locale, Result};

pub fn tell(
    c: &mut Conn,
    app: &App,
    person: &Person,
    browser: &Browser,
    locale: Locale,
    now: Timestamp,
) -> Result<()> {
    let (Some(email), Some(town)) = (&person.email, app.community()) else { return Ok(()) };
    let locale = person.locale.as_deref().and_then(Locale::find).unwrap_or(locale);
    let when = locale.moment(town.time_zone.to_datetime(now));
    let device = match browser.device.as_str() {
        "" => locale.t("browsers-letter-unknown").to_string(),
        device => device.to_owned(),
    };
    let link = app.settings.url("/account");
    let t = |key| {
        let said = locale.t(key).with("town", &town.name).with("name", &person.name);
        said.with("when", &when).with("device", &device).with("link", &link).to_string()
    };
    let (subject, text) = (t("browsers-letter-subject"), t("browsers-letter"));
    let letter = Letter { to: email.clone(), subject, text, unsubscribe: None };
    Ok(outbox::send(c, &letter, now)?)
}
