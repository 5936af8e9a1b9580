//! The letters that say what became of somebody's second step, so that nothing happens to it unseen.

use crate::persons::Person;
use db::Conn;
use jiff::Timestamp;
use kit::outbox::{self, Letter};
use kit::{App, Locale, Result};

pub enum Change<'a> {
    SetUp,
    Removed,
    /// A recovery code was used, and so many are left.
    CodeUsed {
        left: i64,
    },
    /// A steward of this name took it away.
    Reset {
        by: &'a str,
    },
}

/// Tells the person, in their language or else in the one given.
pub fn tell(
    c: &mut Conn,
    app: &App,
    person: &Person,
    locale: Locale,
    change: Change<'_>,
    now: Timestamp,
) -> Result<()> {
    let Some(email) = &person.email else { return Ok(()) };
    let locale = person.locale.as_deref().and_then(Locale::find).unwrap_or(locale);
    let town = app.community().map_or_else(|| "Kaláka".to_owned(), |place| place.name.clone());
    let link = app.settings.url("/account/second-step");
    let t = |key| locale.t(key).with("town", &town).with("name", &person.name).with("link", &link);
    let text = match change {
        Change::SetUp => t("second-step-letter-set-up"),
        Change::Removed => t("second-step-letter-removed"),
        Change::CodeUsed { left } => t("second-step-letter-code-used").with("left", left),
        Change::Reset { by } => t("second-step-letter-reset").with("by", by),
    };
    let subject = t("second-step-letter-subject").to_string();
    let letter = Letter { to: email.clone(), subject, text: text.to_string(), unsubscribe: None };
    Ok(outbox::send(c, &letter, now)?)
}
