//! Words as they are compared: without case and accents.

use crate::Result;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `"Szülők Köre"` becomes `"szulok kore"`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        // Most letters of most texts, and searches fold many texts.
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            let parts = std::iter::once(c).nfkd().filter(|part| !is_combining_mark(*part));
            folded.extend(parts.flat_map(char::to_lowercase).map(plain));
        }
    }
    folded
}

/// Letters that have no decomposition but are typed without their stroke.
fn plain(c: char) -> char {
    match c {
        'ł' => 'l',
        'đ' => 'd',
        'ø' => 'o',
        'ı' => 'i',
        other => other,
    }
}

/// The folded words of a text, in order: runs of letters and digits.
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.map(String::from).collect()
}

/// The folded text with a blank for whatever is not part of a word.
pub fn spaced(text: &str) -> String {
    fold(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect()
}

/// Teaches SQL on a file how words are compared: `fold(text)` and `spaced(text)`; and how posts are marked.
pub(crate) fn teach(file: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    file.create_scalar_function("fold", 1, flags, |values| Ok(fold(values.get_raw(0).as_str()?)))?;
    file.create_scalar_function("spaced", 1, flags, |values| Ok(spaced(values.get_raw(0).as_str()?)))?;
    crate::search::teach(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_do_not_matter() {
        assert_eq!(fold("Szülők KÖRE"), "szulok kore");
        assert_eq!(fold("Łódź"), "lodz");
        assert_eq!(fold("a\u{301}rvi\u{301}z ﬁ 한 İ"), "arviz fi \u{1112}\u{1161}\u{11ab} i");
        assert_eq!(words("Egy út, az iskolába!"), ["egy", "ut", "az", "iskolaba"]);
        assert_eq!(spaced("Az út: 2-es"), "az ut  2 es");
    }
}
