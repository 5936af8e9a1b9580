//! What a sector is, and how it is called.

use kit::{Locale, SectorId};
use std::collections::BTreeMap;

/// `(key, colour, symbol)` of the nine that a community begins with, in their order around the map.
pub const FIRST: [(&str, i64, &str); 9] = [
    ("education", 1, "book"),
    ("culture", 2, "mask"),
    ("sport", 3, "ball"),
    ("health", 4, "heart"),
    ("business", 5, "stall"),
    ("authority", 6, "town-hall"),
    ("civil", 7, "hands"),
    ("faith", 8, "candle"),
    ("media", 9, "megaphone"),
];

/// A map of more parts can't be read, and a town of one part is none.
pub const MOST: usize = 16;
pub const LEAST: usize = 2;

/// The colours that a sector may have.
pub const COLOURS: i64 = 9;

db::row! {
    #[derive(Debug, Clone)]
    pub(super) struct SectorRow {
        pub id: SectorId,
        pub key: String,
        pub names: String,
        pub colour: i64,
        pub symbol: String,
        pub position: i64,
    }
}

/// A sector, named in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sector {
    pub id: SectorId,
    pub key: String,
    pub name: String,
    pub colour: i64,
    pub symbol: String,
}

/// Its names by language code.
pub type Names = BTreeMap<String, String>;

impl SectorRow {
    pub fn names(&self) -> Names {
        serde_json::from_str(&self.names).unwrap_or_default()
    }

    /// In this language, else in English, else in any, else by its key.
    pub fn named(self, locale: Locale) -> Sector {
        let name = named(&self.names, locale).unwrap_or_else(|| self.key.clone());
        Sector { id: self.id, key: self.key, name, colour: self.colour, symbol: self.symbol }
    }
}

/// A sector's name in this language, else in English, else in any, out of its names by language.
pub fn named(names: &str, locale: Locale) -> Option<String> {
    let names: Names = serde_json::from_str(names).unwrap_or_default();
    let in_language = |code: &str| names.get(code).filter(|name| !name.is_empty());
    let any = || names.values().find(|name| !name.is_empty());
    in_language(locale.code()).or_else(|| in_language("en")).or_else(any).cloned()
}

/// The key of a new sector: its name in plain letters, told apart from those that are there by a number.
pub fn key_for(name: &str, taken: &[String]) -> String {
    let words = db::fold::words(name).join("-");
    let plain: String = words.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(40).collect();
    let plain = plain.trim_matches('-');
    let first = if plain.is_empty() { "sector" } else { plain };
    let free = |key: &String| !taken.contains(key);
    let numbered = (2..).map(|n| format!("{first}-{n}"));
    std::iter::once(first.to_owned()).chain(numbered).find(free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(names: &str) -> SectorRow {
        let (id, key, symbol) = (SectorId(1), String::from("forest"), String::from("tree"));
        SectorRow { id, key, names: names.into(), colour: 1, symbol, position: 0 }
    }

    #[test]
    fn a_sector_is_named_in_the_nearest_language() {
        let english = Locale::english();
        assert_eq!(row(r#"{"en": "Forest", "hu": "Erdő"}"#).named(english).name, "Forest");
        assert_eq!(row(r#"{"en": "", "hu": "Erdő"}"#).named(english).name, "Erdő");
        assert_eq!(row("{}").named(english).name, "forest");
        assert_eq!(row("broken").named(english).name, "forest");
    }

    #[test]
    fn a_key_is_the_name_in_plain_letters() {
        assert_eq!(key_for("Erdő és mező", &[]), "erdo-es-mezo");
        assert_eq!(key_for("Sport", &["sport".into(), "sport-2".into()]), "sport-3");
        assert_eq!(key_for("…", &[]), "sector");
    }
}
