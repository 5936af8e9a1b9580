//! What a guide writes to whom an act concerns: a kind text to begin with, in their language, that the guide may
//! change; and the letters to one who is blocked, who reads no notices.

use super::act::Kind;
use super::case::Deed;
use crate::posts::Reason;
use kit::Locale;
use kit::outbox::Letter;

/// The text to begin with.
pub fn standard(locale: Locale, deed: Deed, reason: Reason, title: &str) -> String {
    // messages: moderation-because-* moderation-answer-*
    let because = locale.t(&format!("moderation-because-{reason}")).to_string();
    let key = format!("moderation-answer-{}", deed.kind);
    let text = locale.t(&key).with("title", title).with("because", because);
    text.with("days", deed.days.unwrap_or_default()).to_string()
}

/// One who is told by letter.
pub struct Reader<'a> {
    pub locale: Locale,
    pub email: &'a str,
    pub town: &'a str,
    pub url: String,
}

impl Reader<'_> {
    pub fn of_block(&self, words: &str) -> Letter {
        self.letter("moderation-letter-blocked", words)
    }

    /// Of the end of a block, or of an appeal against it.
    pub fn of_answer(&self, how: Kind, words: &str) -> Letter {
        match how {
            Kind::Upheld => self.letter("moderation-letter-upheld", words),
            _ => self.letter("moderation-letter-lifted", words),
        }
    }

    fn letter(&self, key: &str, words: &str) -> Letter {
        let t = |key| {
            self.locale
                .t(key)
                .with("town", self.town)
                .with("words", words)
                .with("link", &self.url)
                .to_string()
        };
        let (to, subject) = (self.email.into(), t("moderation-letter-subject"));
        Letter { to, subject, text: t(key), unsubscribe: None }
    }
}
