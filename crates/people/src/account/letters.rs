//! The letters around a change of address.

use kit::outbox::Letter;
use kit::{Locale, Message};

pub struct Writer<'a> {
    pub locale: Locale,
    pub town: &'a str,
    pub name: &'a str,
}

impl Writer<'_> {
    /// To the new address: the link that makes it theirs.
    pub fn to_new(&self, email: &str, url: &str) -> Letter {
        let text = self.t("account-letter-new").with("link", url).to_string();
        letter(email, self.t("account-letter-new-subject").to_string(), text)
    }

    /// To the old one, when it is done: so that nobody loses an account unseen.
    pub fn to_old(&self, email: &str) -> Letter {
        letter(
            email,
            self.t("account-letter-old-subject").to_string(),
            self.t("account-letter-old").to_string(),
        )
    }

    fn t<'k>(&self, key: &'k str) -> Message<'k> {
        self.locale.t(key).with("town", self.town).with("name", self.name)
    }
}

fn letter(to: &str, subject: String, text: String) -> Letter {
    Letter { to: to.into(), subject, text, unsubscribe: None }
}
