//! The letters that carry a link.

use kit::Locale;
use kit::outbox::Letter;

/// What all letters of one asking share.
pub struct Writer {
    pub locale: Locale,
    /// Empty before the community is founded.
    pub town: String,
    pub url: String,
}

impl Writer {
    pub fn to_known(&self, email: &str, name: &str) -> Letter {
        let t = |key| self.locale.t(key).with("town", self.town()).with("link", &self.url).with("name", name);
        letter(email, t("links-sign-in-subject").to_string(), t("links-sign-in-letter").to_string())
    }

    pub fn to_newcomer(&self, email: &str) -> Letter {
        let t = |key| self.locale.t(key).with("town", self.town()).with("link", &self.url);
        letter(email, t("links-join-subject").to_string(), t("links-join-letter").to_string())
    }

    fn town(&self) -> &str {
        if self.town.is_empty() { "Kaláka" } else { &self.town }
    }
}

fn letter(to: &str, subject: String, text: String) -> Letter {
    Letter { to: to.into(), subject, text, unsubscribe: None }
}
