use serde::{Deserialize, Serialize};

use super::super::text::plain;

/// Which side of the community a group is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    Organisations,
    Citizens,
}

/// The side that a cell names, in the languages that lists are written in.
pub fn side_named(cell: &str) -> Option<Side> {
    let plain = plain(cell);
    let mut words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(4);
    words.find_map(|word| {
        if CITIZENS.iter().any(|stem| word.starts_with(stem)) {
            Some(Side::Citizens)
        } else if ORGANISATIONS.iter().any(|stem| word.starts_with(stem)) {
            Some(Side::Organisations)
        } else {
            None
        }
    })
}

#[rustfmt::skip]
const CITIZENS: [&str; 11] = [
    "citizen", "resident", "polgar", "lakos", "allampolgar", "cetaten", "burger", "citoyen", "ciudadan",
    "cittadin", "cidada",
];

#[rustfmt::skip]
const ORGANISATIONS: [&str; 12] = [
    "organisation", "organization", "institution", "szervezet", "intezmeny", "organizati", "instituti",
    "einrichtung", "organizacion", "organizzazion", "organizac", "organitzaci",
];
