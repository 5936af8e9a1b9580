//! Foreign words: from bytes to text, and from text to a line that can stand on a page of ours without turning it
//! round or filling it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Where a document says itself how it is written, it does so this near to its beginning.
const DECLARED_WITHIN: usize = 1024;

/// More signs upon one letter than any language has.
const MOST_MARKS: usize = 4;

/// The text of a document: by its first bytes, by what its server says, by what it says itself, or else by
/// its looks.
pub fn decode(bytes: &[u8], charset: Option<&str>) -> String {
    let said = || charset.and_then(|label| Encoding::for_label(label.as_bytes()));
    let encoding = Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .or_else(said)
        .or_else(|| declared(bytes))
        .unwrap_or_else(|| guessed(bytes));
    encoding.decode(bytes).0.into_owned()
}

/// `<meta charset="…">`, `<meta … content="text/html; charset=…">`, `<?xml … encoding="…"?>`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes).to_ascii_lowercase();
    let start = String::from_utf8_lossy(&start);
    ["charset=", "encoding="].iter().find_map(|key| {
        let value = start.split_once(key)?.1.trim_start_matches(['"', '\'', ' ']);
        let end = value.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c))?;
        Encoding::for_label(value.get(..end)?.as_bytes())
    })
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// One line of at most so many letters: no breaks, nothing invisible, nothing that turns the direction of what
/// stands after it, no towers of signs.
pub fn line(text: &str, most: usize) -> String {
    let mut marks = 0;
    let seen = text.nfc().filter(|c| {
        marks = if is_combining_mark(*c) { marks + 1 } else { 0 };
        marks <= MOST_MARKS && !is_unseen(*c)
    });
    // A document may be large: no more of it is looked at than could be shown.
    let seen: String = seen.take(most.saturating_mul(8)).collect();
    let words = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= most {
        return words;
    }
    let cut: String = words.chars().take(most.saturating_sub(1)).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    // A single long word is cut where it must be.
    let kept = if whole.len() * 2 < cut.len() { cut.as_str() } else { whole };
    format!("{}…", kept.trim_end())
}

/// Controls, marks of direction, spaces of no width, tags. Line ends are white space, and become a space.
fn is_unseen(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests;
