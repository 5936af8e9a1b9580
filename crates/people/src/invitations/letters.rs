//! The letter that invites.

use super::inviting::Invite;
use crate::memberships::GroupRole;
use kit::outbox::Letter;
use kit::{Locale, Message};

pub struct Writer<'a> {
    pub locale: Locale,
    pub town: &'a str,
    pub inviter: &'a str,
    pub group: Option<&'a str>,
    pub url: String,
}

impl Writer<'_> {
    pub fn letter(&self, email: &str, new: &Invite) -> Letter {
        let subject = self.t("invitations-letter-subject").to_string();
        let mut paragraphs = vec![self.greeting(&new.name), self.invites(new)];
        if !new.note.is_empty() {
            paragraphs.push(self.t("invitations-letter-note").with("note", &new.note).to_string());
        }
        paragraphs.push(self.t("invitations-letter-link").to_string());
        paragraphs.push(self.url.clone());
        paragraphs.push(self.t("invitations-letter-until").with("days", new.days).to_string());
        Letter { to: email.into(), subject, text: paragraphs.join("\n\n"), unsubscribe: None }
    }

    fn greeting(&self, name: &str) -> String {
        match name {
            "" => self.t("invitations-letter-hello").to_string(),
            name => self.t("invitations-letter-hello-name").with("name", name).to_string(),
        }
    }

    fn invites(&self, new: &Invite) -> String {
        match (self.group, new.group) {
            (Some(group), Some((_, GroupRole::Representative))) => {
                self.t("invitations-letter-to-speak").with("group", group).to_string()
            }
            (Some(group), _) => self.t("invitations-letter-to-group").with("group", group).to_string(),
            (None, _) => self.t("invitations-letter-to-town").to_string(),
        }
    }

    fn t<'k>(&self, key: &'k str) -> Message<'k> {
        self.locale.t(key).with("inviter", self.inviter).with("town", self.town)
    }
}
