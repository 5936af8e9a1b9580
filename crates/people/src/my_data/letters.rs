//! The letter that says that an account will be deleted, to whoever may not have asked for it.

use crate::Member;
use crate::persons::Person;
use jiff::Timestamp;
use kit::outbox::Letter;
use kit::{App, Chrome, Locale, Section};

pub struct Writer {
    /// In the language of who gets the letter.
    chrome: Chrome,
    name: String,
    url: String,
}

impl Writer {
    pub fn of(app: &App, member: &Member, person: &Person) -> Writer {
        let locale = person.locale.as_deref().and_then(Locale::find).unwrap_or(member.locale);
        let chrome = Chrome { locale, ..member.chrome(Section::None) };
        Writer { chrome, name: person.name.clone(), url: app.settings.url("/sign-in") }
    }

    pub fn waits(&self, to: &str, due: Timestamp) -> Letter {
        let day = self.chrome.date_text(&self.chrome.local(due).date());
        let fill = |key| {
            let said = self.chrome.t(key).with("town", &self.chrome.town).with("name", &self.name);
            said.with("day", &day).with("link", &self.url).to_string()
        };
        let (subject, text) = (fill("my-data-letter-subject"), fill("my-data-letter"));
        Letter { to: to.into(), subject, text, unsubscribe: None }
    }
}
