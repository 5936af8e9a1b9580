//! Cells that say, in words, that there is nothing in them.

use super::super::text::plain;

/// "-", "n/a", "none", "nincs": as good as empty, and nothing to tell anybody about.
pub fn is_nothing(cell: &str) -> bool {
    let plain = plain(cell.trim());
    let word = plain.trim_matches(|c: char| !c.is_alphanumeric());
    word.is_empty() || NOTHING.contains(&word)
}

/// "Please visit website for assistance", "various locations", "lásd a honlapot".
pub fn points_elsewhere(text: &str) -> bool {
    let plain = plain(text);
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    STARTS
        .iter()
        .any(|start| line.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
        || words.iter().any(|word| WITHIN.contains(word))
        || PHRASES.iter().any(|phrase| line.contains(phrase))
}

#[rustfmt::skip]
const NOTHING: [&str; 22] = [
    "n/a", "na", "n.a", "none", "nil", "null", "no", "unknown", "tbd", "tba", "nincs", "nincs adat",
    "ismeretlen", "nem ismert", "fara", "nu are", "necunoscut", "keine", "unbekannt", "aucun", "ninguno",
    "nessuno",
];

#[rustfmt::skip]
const STARTS: [&str; 22] = [
    "see", "please see", "visit", "please visit", "please call", "call", "contact", "various", "multiple",
    "online", "varies", "confidential", "lasd", "ld", "tobb helyszin", "vezi", "siehe", "diverse", "voir",
    "vedi", "ver", "veure",
];

const WITHIN: [&str; 6] = ["website", "webpage", "webseite", "honlapon", "weboldalon", "honlapot"];

const PHRASES: [&str; 5] = ["web site", "various location", "multiple location", "call for", "on request"];
