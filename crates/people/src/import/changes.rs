//! What a row says otherwise of a group that is here already, field by field. Where only lists have written
//! what stands there, the newer list is believed; what people have written themselves is changed only where
//! a guide says so.

use super::contacts::host;
use super::rows::Draft;
use super::taking::details;
use super::text::plain;
use crate::groups::{Known, Told};

/// A group that a row is likely the same as, and what is different.
#[derive(Debug, Clone)]
pub struct Changes {
    /// The place of the group among those that are here.
    pub known: usize,
    pub fields: Vec<Difference>,
}

#[derive(Debug, Clone)]
pub struct Difference {
    pub field: Told,
    pub old: String,
    pub new: String,
    pub is_taken: bool,
}

impl Changes {
    /// Where `chosen` is nothing, what we would do.
    pub fn of(draft: &Draft, at: usize, known: &Known, chosen: Option<&[String]>) -> Changes {
        let said = details(draft, None);
        let difference = |field: Told| {
            let (old, new) = (known.told(field), field.of(&said));
            let is_taken = match chosen {
                Some(fields) => fields.iter().any(|word| word == field.as_str()),
                None => !known.is_touched && field != Told::Name,
            };
            let differs = !new.is_empty() && !is_same(field, old, new);
            differs.then(|| Difference { field, old: old.to_owned(), new: new.to_owned(), is_taken })
        };
        Changes { known: at, fields: Told::ALL.iter().copied().filter_map(difference).collect() }
    }

    pub fn taken(&self) -> impl Iterator<Item = &Difference> {
        self.fields.iter().filter(|difference| difference.is_taken)
    }

    pub fn are_any_taken(&self) -> bool {
        self.taken().next().is_some()
    }
}

/// Whether two texts say the same but for how they are written.
fn is_same(field: Told, old: &str, new: &str) -> bool {
    match field {
        // What is here may have a second number.
        Told::Phone => digits(old).contains(&digits(new)) && !digits(new).is_empty(),
        Told::Website => address(old) == address(new),
        _ => words(old) == words(new),
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn address(url: &str) -> String {
    let rest = url.split_once("//").map_or(url, |(_, rest)| rest).trim_end_matches('/').to_lowercase();
    let path = rest.split_once('/').map_or("", |(_, path)| path).to_owned();
    format!("{}/{path}", host(url).trim_start_matches("www.").to_lowercase())
}

fn words(text: &str) -> Vec<String> {
    plain(text).split_whitespace().map(str::to_owned).collect()
}
