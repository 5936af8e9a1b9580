//! What the pure part noticed, in words.

use super::columns::Field;
use super::decode::Unreadable;
use super::likeness::Reason;
use super::plan::Place;
use super::problem::{Problem as Noticed, Weight};
use crate::sectors::Sector;
use kit::{Chrome, Problem};

/// A field as it stands in a form.
pub fn word(field: &Field) -> String {
    serde_json::to_value(field).ok().and_then(|v| v.as_str().map(String::from)).unwrap_or_default()
}

pub fn field_named(word: &str) -> Option<Field> {
    Field::ALL.into_iter().find(|field| self::word(field) == word)
}

pub fn field(chrome: &Chrome, field: Field) -> String {
    chrome.t(&format!("import-field-{}", word(&field))).to_string() // messages: import-field-*
}

/// The places that a row may have: the sectors, and the citizens' side.
pub fn places(chrome: &Chrome, sectors: &[Sector]) -> Vec<(String, String)> {
    let citizens = (Place::Citizens.to_string(), chrome.t("import-citizens").to_string());
    sectors.iter().map(|s| (s.key.clone(), s.name.clone())).chain([citizens]).collect()
}

/// Why a file can't be read at all.
pub fn unreadable(why: &Unreadable) -> Problem {
    let megabytes = |bytes: usize| bytes.div_ceil(1024 * 1024);
    match why {
        Unreadable::Empty => Problem::new("import-unreadable-empty"),
        Unreadable::TooLarge { most, .. } => {
            Problem::new("import-unreadable-large").with("most", megabytes(*most))
        }
        Unreadable::Workbook => Problem::new("import-unreadable-workbook"),
        Unreadable::Broken => Problem::new("import-unreadable-broken"),
        Unreadable::Archive => Problem::new("import-unreadable-archive"),
        Unreadable::NotHsds => Problem::new("import-unreadable-hsds"),
        Unreadable::NotText => Problem::new("import-unreadable-not-text"),
        Unreadable::NoRows => Problem::new("import-unreadable-no-rows"),
        Unreadable::TooManyRows { most } => Problem::new("import-unreadable-many").with("most", *most),
        Unreadable::TooWide { columns, most } => {
            Problem::new("import-unreadable-wide").with("columns", *columns).with("most", *most)
        }
    }
}

/// How a problem is marked.
pub fn weight(noticed: &Noticed) -> &'static str {
    match noticed.weight() {
        Weight::Note => "kept",
        Weight::Doubt => "open",
        Weight::Bar => "stalled",
    }
}

pub fn problem(chrome: &Chrome, noticed: &Noticed, headers: &[String]) -> String {
    let t = |key: &'static str| chrome.t(key);
    let of = |field: &Field| self::field(chrome, *field);
    let message = match noticed {
        Noticed::TooManyCells { cells, columns, joined, sure } => {
            let key = if *sure { "import-problem-joined" } else { "import-problem-many-cells" };
            let names: Vec<&str> =
                joined.iter().filter_map(|at| headers.get(*at)).map(String::as_str).collect();
            t(key).with("cells", cells).with("columns", columns).with("names", chrome.list(&names))
        }
        Noticed::TooFewCells { cells, columns, sure } => {
            let key = if *sure { "import-problem-short" } else { "import-problem-few-cells" };
            t(key).with("cells", cells).with("columns", columns)
        }
        Noticed::StrayQuote => t("import-problem-stray-quote"),
        Noticed::NoName => t("import-problem-no-name"),
        Noticed::HeadersAgain => t("import-problem-headers-again"),
        Noticed::OddName { name } => t("import-problem-odd-name").with("name", name),
        Noticed::LongName { letters } => t("import-problem-long-name").with("letters", letters),
        Noticed::PointsElsewhere { field, text } => {
            t("import-problem-points-elsewhere").with("field", of(field)).with("text", short(text))
        }
        Noticed::Unread { field, text } => {
            t("import-problem-unread").with("field", of(field)).with("text", short(text))
        }
        Noticed::Moved { from, to, text } => {
            t("import-problem-moved").with("from", of(from)).with("to", of(to)).with("text", short(text))
        }
        Noticed::MendedWebsite { website } => t("import-problem-mended").with("website", short(website)),
        Noticed::UnknownSector { text } => t("import-problem-unknown-sector").with("text", short(text)),
        Noticed::UnknownSide { text } => t("import-problem-unknown-side").with("text", short(text)),
    };
    message.to_string()
}

pub fn reason(chrome: &Chrome, reason: &Reason) -> String {
    let t = |key: &'static str| chrome.t(key);
    let message = match reason {
        Reason::SameName => t("import-reason-same-name"),
        Reason::AlikeNames { words } => t("import-reason-alike-names").with("words", chrome.list(words)),
        Reason::Initials { letters } => t("import-reason-initials").with("letters", letters.to_uppercase()),
        Reason::SamePhone { number } => t("import-reason-phone").with("number", number),
        Reason::SameWebsite { website } => t("import-reason-website").with("website", short(website)),
        Reason::SameDomain { domain } => t("import-reason-domain").with("domain", short(domain)),
        Reason::SameAddress => t("import-reason-address"),
    };
    message.to_string()
}

fn short(text: &str) -> String {
    match text.char_indices().nth(80) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
