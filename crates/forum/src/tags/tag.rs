//! What a tag is, and how it is called.

use super::queries;
use crate::{TagId, ThreadId};
use db::Conn;
use jiff::Timestamp;
use kit::{Error, Locale, PersonId, Result};
use people::sectors;
use std::collections::BTreeMap;

/// So many are in use at most: a list that nobody reads to its end is none.
pub const MOST: usize = 60;

/// Words by language code.
pub type Words = BTreeMap<String, String>;

db::row! {
    #[derive(Debug, Clone)]
    pub struct TagRow {
        pub id: TagId,
        pub names: String,
        pub descriptions: String,
        pub retired_at: Option<Timestamp>,
        pub merged_into: Option<TagId>,
    }
}

/// A tag, named in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub id: TagId,
    pub name: String,
    pub description: String,
    pub is_retired: bool,
}

impl Tag {
    pub fn path(&self) -> String {
        format!("/tags/{}", self.id)
    }
}

impl TagRow {
    /// In this language, else in English, else in any.
    pub fn named(&self, locale: Locale) -> Tag {
        Tag {
            id: self.id,
            name: sectors::named(&self.names, locale).unwrap_or_default(),
            description: sectors::named(&self.descriptions, locale).unwrap_or_default(),
            is_retired: self.retired_at.is_some(),
        }
    }

    pub fn words(text: &str) -> Words {
        serde_json::from_str(text).unwrap_or_default()
    }
}

/// All that were not merged into another, by their names.
pub fn all(c: &mut Conn, locale: Locale) -> db::Result<Vec<Tag>> {
    Ok(by_name(queries::all(c)?, locale))
}

/// Those of a thread.
pub fn of_thread(c: &mut Conn, thread: ThreadId, locale: Locale) -> db::Result<Vec<Tag>> {
    Ok(by_name(queries::of_thread(c, thread)?, locale))
}

fn by_name(rows: Vec<TagRow>, locale: Locale) -> Vec<Tag> {
    let mut tags: Vec<Tag> = rows.iter().map(|row| row.named(locale)).collect();
    tags.sort_by_cached_key(|tag| (db::fold::fold(&tag.name), tag.id.0));
    tags
}

/// Those that a list names by their numbers: `3,12`.
pub fn of_ids<'t>(tags: &'t [Tag], ids: &str) -> Vec<&'t Tag> {
    let has = |tag: &Tag| ids.split(',').any(|id| id.parse() == Ok(tag.id.0));
    tags.iter().filter(|tag| has(tag)).collect()
}

/// The tag itself, or the one that it was merged into.
pub fn find(c: &mut Conn, id: TagId) -> Result<TagRow> {
    let row = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    match row.merged_into {
        Some(into) => Ok(queries::by_id(c, into)?.ok_or(Error::NotFound)?),
        None => Ok(row),
    }
}

pub fn follows(c: &mut Conn, person: PersonId, id: TagId) -> db::Result<bool> {
    Ok(queries::follows(c, person, id)?.is_some())
}
