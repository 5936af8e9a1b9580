//! The letter to one whose role was changed: what it is now, and that they sign in again.

use kit::outbox::Letter;
use kit::{Locale, Role};

pub struct Writer<'a> {
    pub locale: Locale,
    pub by: &'a str,
    pub name: &'a str,
    pub url: String,
}

impl Writer<'_> {
    pub fn letter(&self, email: &str, role: Role) -> Letter {
        let t = |key| {
            self.locale.t(key).with("by", self.by).with("name", self.name).with("link", &self.url).to_string()
        };
        let text = match role {
            Role::Steward => t("roles-letter-steward"),
            Role::Guide => t("roles-letter-guide"),
            Role::Member => t("roles-letter-member"),
        };
        Letter { to: email.into(), subject: t("roles-letter-subject"), text, unsubscribe: None }
    }
}
