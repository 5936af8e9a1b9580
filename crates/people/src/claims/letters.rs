//! The letter to a group's published address, and the one that tells what became of a claim.

use super::claim::{Claim, Outcome};
use crate::groups::Group;
use crate::persons;
use db::Conn;
use jiff::Timestamp;
use kit::outbox::{self, Letter, Terms};
use kit::{App, Locale, Message, Result};

struct Writer<'a> {
    locale: Locale,
    town: String,
    group: &'a str,
    who: &'a str,
    link: String,
}

impl Writer<'_> {
    fn t<'k>(&self, key: &'k str) -> Message<'k> {
        self.locale
            .t(key)
            .with("town", &self.town)
            .with("group", self.group)
            .with("who", self.who)
            .with("link", &self.link)
    }

    fn letter(&self, to: &str, subject: &str, text: String) -> Letter {
        Letter { to: to.into(), subject: self.t(subject).to_string(), text, unsubscribe: None }
    }
}

fn town(app: &App) -> String {
    app.community().map_or_else(|| "Kaláka".to_owned(), |place| place.name.clone())
}

/// Asks whoever reads the group's address. What the claimant wrote stands on the page behind the link only: nobody
/// sends words of their own to an address by a claim.
pub fn ask(c: &mut Conn, app: &App, group: &Group, claim: &Claim, secret: &str) -> Result<()> {
    let chosen = group.locale.as_deref().and_then(Locale::find);
    let writer = Writer {
        locale: chosen.or_else(|| Locale::find(&claim.locale)).unwrap_or_else(Locale::english),
        town: town(app),
        group: &group.name,
        who: &claim.person_name,
        link: app.settings.url(&format!("/claims/letters/{secret}")),
    };
    let letter = writer.letter(&group.email, "claims-letter-subject", writer.t("claims-letter").to_string());
    let terms = Terms { over: Some(claim.expires_at), ..Terms::default() };
    Ok(outbox::send_on(c, &letter, terms, claim.created_at)?)
}

/// Tells the claimant what became of it.
pub fn answer(
    c: &mut Conn,
    app: &App,
    claim: &Claim,
    outcome: Outcome,
    said: &str,
    now: Timestamp,
) -> Result<()> {
    let Some(person) = persons::by_id(c, claim.person_id)? else { return Ok(()) };
    let Some(email) = &person.email else { return Ok(()) };
    let chosen = person.locale.as_deref().unwrap_or(&claim.locale);
    let writer = Writer {
        locale: Locale::find(chosen).unwrap_or_else(Locale::english),
        town: town(app),
        group: &claim.group_name,
        who: &claim.person_name,
        link: app.settings.url(&format!("/groups/{}", claim.group_id)),
    };
    let text = match outcome {
        Outcome::Confirmed => writer.t("claims-letter-confirmed"),
        Outcome::Refused | Outcome::Withdrawn => writer.t("claims-letter-refused"),
    };
    let mut text = text.to_string();
    if !said.is_empty() {
        text = format!("{text}\n\n{}\n\n{said}", writer.t("claims-letter-said"));
    }
    Ok(outbox::send(c, &writer.letter(email, "claims-letter-answer-subject", text), now)?)
}
