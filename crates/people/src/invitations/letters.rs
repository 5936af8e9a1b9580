//! The letter that invites, and the one that asks again.

use jiff::civil::Date;
use kit::outbox::Letter;
use kit::{Locale, Message};

pub struct Writer<'a> {
    pub locale: Locale,
    pub town: &'a str,
    pub inviter: &'a str,
    pub group: Option<&'a str>,
    /// Whether one is asked to speak for the group.
    pub speaks: bool,
    /// Whom it greets; may be empty.
    pub name: &'a str,
    pub note: &'a str,
    /// So long its link works.
    pub days: i64,
    pub url: String,
}

impl Writer<'_> {
    pub fn letter(&self, email: &str) -> Letter {
        self.written(email, "invitations-letter-subject", None)
    }

    /// The second and last one; the first went on that day.
    pub fn recall(&self, email: &str, first: Date) -> Letter {
        let day = self.locale.day(first);
        let again = self.t("invitations-letter-again").with("day", day).to_string();
        self.written(email, "invitations-letter-again-subject", Some(again))
    }

    fn written(&self, email: &str, subject: &str, again: Option<String>) -> Letter {
        let mut paragraphs = vec![self.greeting()];
        paragraphs.extend(again);
        paragraphs.push(self.invites());
        if !self.note.is_empty() {
            paragraphs.push(self.t("invitations-letter-note").with("note", self.note).to_string());
        }
        paragraphs.push(self.t("invitations-letter-link").to_string());
        paragraphs.push(self.url.clone());
        paragraphs.push(self.t("invitations-letter-until").with("days", self.days).to_string());
        let subject = self.t(subject).to_string();
        Letter { to: email.into(), subject, text: paragraphs.join("\n\n"), unsubscribe: None }
    }

    pub fn greeting(&self) -> String {
        match self.name {
            "" => self.t("invitations-letter-hello").to_string(),
            name => self.t("invitations-letter-hello-name").with("name", name).to_string(),
        }
    }

    pub fn invites(&self) -> String {
        match self.group {
            Some(group) if self.speaks => {
                self.t("invitations-letter-to-speak").with("group", group).to_string()
            }
            Some(group) => self.t("invitations-letter-to-group").with("group", group).to_string(),
            None => self.t("invitations-letter-to-town").to_string(),
        }
    }

    fn t<'k>(&self, key: &'k str) -> Message<'k> {
        self.locale.t(key).with("inviter", self.inviter).with("town", self.town)
    }
}
