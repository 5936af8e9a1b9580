//! What on the municipality's table reads like a text that somebody is writing.

use super::{Day, ItemId, queries};
use db::{Conn, search};
use kit::Result;
use kit::likeness::{Background, Reading};

/// So many are shown at most; the rest would not be read.
const MOST: usize = 4;

/// An item that reads alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Likely {
    pub item: ItemId,
    pub title: String,
    pub locale: String,
    pub on_day: Option<Day>,
    /// 0 to 1.
    pub score: f64,
    /// The words that both share, as the item has them.
    pub shared: Vec<String>,
}

db::row! {
    pub(super) struct Open {
        pub id: ItemId,
        pub title: String,
        pub locale: String,
        pub on_day: Option<Day>,
    }
}

/// The open items that read like a text, the likest first. The text's first line is its title.
pub fn likely(c: &mut Conn, text: &str) -> Result<Vec<Likely>> {
    let open = queries::open_items(c)?;
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let background = Background::of(open.iter().map(|item| item.title.as_str()));
    let (title, body) = text.split_once('\n').unwrap_or((text, ""));
    let reading = Reading::of(title, body, &background);
    let mut found = Vec::new();
    for candidate in search::like(c, &reading.beginnings(), "agenda", true, 30)? {
        let Some(item) = open.iter().find(|item| item.id.0 == candidate.subject_id) else { continue };
        let likeness = Reading::of(&candidate.title, &candidate.body, &background).likeness(&reading);
        if likeness.is_alike() {
            let (title, locale, on_day) = (candidate.title, item.locale.clone(), item.on_day);
            found.push(Likely {
                item: item.id,
                title,
                locale,
                on_day,
                score: likeness.score,
                shared: likeness.shared,
            });
        }
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found.truncate(MOST);
    Ok(found)
}
