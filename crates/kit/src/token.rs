//! Secrets that are links or cookies: 256 random bits, of which only the hash is kept.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::Rng;
use sha2::{Digest, Sha256};

/// A secret as it travels, and its hash as it is kept.
pub struct Token {
    pub text: String,
    pub hash: Vec<u8>,
}

/// A new secret of 256 bits.
pub fn new() -> Token {
    let text = URL_SAFE_NO_PAD.encode(bytes::<32>());
    let hash = hash(&text);
    Token { text, hash }
}

/// Random bytes, from a generator for cryptography that the operating system seeds.
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

/// What is kept of a secret.
pub fn hash(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}

/// A random positive number, for ids that must not be guessed from their neighbours.
pub fn number() -> i64 {
    rand::rng().next_u64().cast_signed() & i64::MAX
}

/// The letters of a code: none that look alike.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// So many of them are in a code.
const CODE: usize = 12;

/// A code that a person can copy by hand: `K7Q4-MX2D-9RTA`, 60 bits, without letters that look alike.
pub fn code() -> String {
    let mut bits = rand::rng().next_u64();
    let mut code = String::with_capacity(14);
    for place in 0..CODE {
        if place > 0 && place % 4 == 0 {
            code.push('-');
        }
        code.push(char::from(LETTERS[(bits % 32) as usize]));
        bits /= 32;
    }
    code
}

/// A [`code`] as somebody typed it, without what stands between its letters; `None` where it is none.
pub fn typed_code(typed: &str) -> Option<String> {
    let letters: String = typed
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| c.to_ascii_uppercase())
        .take(CODE + 1)
        .collect();
    (letters.len() == CODE && letters.bytes().all(|b| LETTERS.contains(&b))).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_however_it_is_typed_and_nothing_else_is_one() {
        let code = code();
        let bare = code.replace('-', "");
        for typed in [code.clone(), bare.to_lowercase(), format!(" {} ", code.replace('-', " "))] {
            assert_eq!(typed_code(&typed), Some(bare.clone()));
        }
        for none in ["", "K7Q4", "K7Q4-MX2D-9RTA-2", "K7Q4-MX2D-9RT0", "K7Q4-MX2D-9RTÁ", &new().text] {
            assert_eq!(typed_code(none), None, "{none}");
        }
    }
}
