//! Words as they are compared: without case and accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `"Szülők Köre"` becomes `"szulok kore"`.
pub fn fold(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(plain).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_do_not_matter() {
        assert_eq!(fold("Szülők KÖRE"), "szulok kore");
        assert_eq!(fold("Łódź"), "lodz");
        assert_eq!(words("Egy út, az iskolába!"), ["egy", "ut", "az", "iskolaba"]);
    }
}
