//! The hash of a set of ballots, put together from numbers and texts so that no two sets are written alike.

use sha2::{Digest, Sha256};

/// A SHA-256 in the making. Numbers are eight bytes, the lowest first; a text or a list stands behind its length.
#[derive(Debug, Default)]
pub(crate) struct Hashing(Sha256);

impl Hashing {
    pub fn number(&mut self, number: u64) {
        self.0.update(number.to_le_bytes());
    }

    pub fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.update(text);
    }

    pub fn texts(&mut self, texts: &[String]) {
        self.number(texts.len() as u64);
        texts.iter().for_each(|text| self.text(text));
    }

    /// The hash in hexadecimal digits.
    pub fn finish(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
