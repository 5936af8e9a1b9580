//! What a cell looks like, whatever its column is called: an e-mail address, a phone number, a place …
//! Columns are recognised and broken rows put right by it.

use serde::{Deserialize, Serialize};

use super::contacts::{emails, phones, websites};
use super::text::plain;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    Empty,
    Email,
    Website,
    Phone,
    /// A postal address, or the part of one that has a number in it.
    Place,
    /// A bare number: a year, a count, a registration.
    Number,
    /// Up to a short sentence: names, types, hours.
    Words,
    /// Sentences.
    Text,
}

impl Shape {
    pub const ALL: [Shape; 8] = [
        Shape::Empty,
        Shape::Email,
        Shape::Website,
        Shape::Phone,
        Shape::Place,
        Shape::Number,
        Shape::Words,
        Shape::Text,
    ];

    pub fn of(cell: &str) -> Shape {
        let cell = cell.trim();
        let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
        let digits = cell.chars().filter(char::is_ascii_digit).count();
        if cell.is_empty() {
            Shape::Empty
        } else if cell.len() > LONGEST_WORDS {
            Shape::Text
        } else if cell.contains('@') && !emails(cell).is_empty() {
            Shape::Email
        } else if is_mostly_website(cell) {
            Shape::Website
        } else if letters == 0 && digits > 0 && digits < 6 && !cell.starts_with(['+', '(']) {
            Shape::Number
        } else if is_place(cell, digits) {
            Shape::Place
        } else if digits >= 6 && !phones(cell).is_empty() {
            Shape::Phone
        } else if letters == 0 && digits > 0 {
            Shape::Number
        } else {
            Shape::Words
        }
    }

    /// Whether the shape alone tells what is in the cell.
    pub fn is_telling(self) -> bool {
        matches!(self, Shape::Email | Shape::Website | Shape::Phone | Shape::Place)
    }
}

const LONGEST_WORDS: usize = 140;

fn is_mostly_website(cell: &str) -> bool {
    let found = websites(cell);
    found.sites.first().is_some_and(|site| (site.len() + 8) * 3 >= cell.len())
}

fn is_place(cell: &str, digits: usize) -> bool {
    if digits == 0 || digits > 24 || !cell.chars().any(char::is_alphabetic) {
        return false;
    }
    let plain = plain(cell);
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.chars().next().is_some_and(|c| c.is_ascii_digit());
    let street =
        words.iter().any(|word| STREETS.contains(word) || STREET_ENDS.iter().any(|end| word.ends_with(end)));
    let numbered = words.iter().any(|word| is_number(word) && word.len() <= 5);
    (street && numbered) || has_postcode(&words)
}

/// "CA 94103", "9730 Kőszeg", "535400 Cristuru Secuiesc": a code beside the name of a place, and no phone
/// number about.
fn has_postcode(words: &[&str]) -> bool {
    let is_code = |word: &str| (4..=6).contains(&word.len()) && word.chars().all(|c| c.is_ascii_digit());
    let is_name = |word: &str| word.chars().all(char::is_alphabetic) && word.len() >= 2;
    let numbers = words.iter().filter(|word| word.chars().all(|c| c.is_ascii_digit())).count();
    let ends_with_code =
        matches!(words, [.., state, code] if is_code(code) && is_name(state) && state.len() == 2);
    let starts_with_code =
        matches!(words, [code, town, ..] if is_code(code) && is_name(town) && town.len() >= 3);
    let names = words.iter().filter(|word| is_name(word)).count();
    ends_with_code || (starts_with_code && numbers <= 3 && names <= 10)
}

/// Words that a street has in the languages that people write lists in here, without their accents.
#[rustfmt::skip]
const STREETS: [&str; 48] = [
    "street", "st", "avenue", "ave", "av", "road", "rd", "boulevard", "blvd", "bvd", "lane", "ln", "drive",
    "dr", "way", "square", "place", "court", "terrace", "highway", "box", "floor", "suite", "utca", "u",
    "ut", "utja", "ter", "tere", "korut", "setany", "sor", "str", "strada", "calea", "piata", "platz",
    "weg", "gasse", "rue", "place", "allee", "calle", "plaza", "via", "piazza", "rua", "carrer",
];

const STREET_ENDS: [&str; 6] = ["strasse", "gasse", "platz", "utca", "straat", "allee"];

#[cfg(test)]
mod tests;
