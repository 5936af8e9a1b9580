//! Recovery codes: ten, on paper, each for once. New ones make the old ones worthless.

use super::queries;
use db::Conn;
use jiff::Timestamp;
use kit::{PersonId, Result, token};

const COUNT: usize = 10;

/// Makes new codes in place of the old ones; only their hashes are kept, so this is the one time they are seen.
pub fn make(c: &mut Conn, person: PersonId, now: Timestamp) -> Result<Vec<String>> {
    queries::forget_codes(c, person)?;
    let codes: Vec<String> = (0..COUNT).map(|_| token::code()).collect();
    for code in &codes {
        queries::insert_code(c, &hash(code), person, now)?;
    }
    Ok(codes)
}

/// Uses a code up; `false` where it is none of theirs, or was used.
pub fn spend(c: &mut Conn, person: PersonId, typed: &str, now: Timestamp) -> Result<bool> {
    Ok(queries::spend_code(c, &hash(typed), person, now)? > 0)
}

/// Of a code, however it is typed.
fn hash(typed: &str) -> Vec<u8> {
    let bare: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    token::hash(&bare.to_ascii_uppercase())
}
