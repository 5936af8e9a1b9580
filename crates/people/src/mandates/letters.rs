//! The letters about a mandate, in the language of the one who gets it.

use crate::persons;
use db::Conn;
use jiff::Timestamp;
use jiff::civil::Date;
use kit::outbox::{self, Letter};
use kit::{App, GroupId, Locale, PersonId, Result};

pub enum About<'a> {
    EndsSoon(Date),
    Ended,
    /// Somebody of this name offers theirs.
    Offered(&'a str),
}

/// Tells one person.
pub fn tell(
    c: &mut Conn,
    app: &App,
    person: PersonId,
    (group, name): (GroupId, &str),
    about: About<'_>,
    now: Timestamp,
) -> Result<()> {
    let Some(known) = persons::by_id(c, person)? else { return Ok(()) };
    let Some(email) = known.email else { return Ok(()) };
    let community = app.community();
    let main = community.as_deref().map_or_else(Locale::english, |place| place.main_language());
    let locale = known.locale.as_deref().and_then(Locale::find).unwrap_or(main);
    let town = community.as_deref().map_or_else(|| "Kaláka".to_owned(), |place| place.name.clone());
    let link = app.settings.url(&format!("/groups/{group}/mandates"));
    let t = |key| {
        locale.t(key).with("town", &town).with("group", name).with("name", &known.name).with("link", &link)
    };
    let text = match about {
        About::EndsSoon(day) => t("mandates-letter-soon").with("day", locale.day(day)),
        About::Ended => t("mandates-letter-ended"),
        About::Offered(by) => t("mandates-letter-offered").with("who", by),
    };
    let subject = t("mandates-letter-subject").to_string();
    let letter = Letter { to: email, subject, text: text.to_string(), unsubscribe: None };
    Ok(outbox::send(c, &letter, now)?)
}
