//! Languages: messages from the rooms' `.ftl` files, and dates, numbers, lists and order by the
//! language's own rules. Adding a language is adding message files; nothing here names one but
//! English, to which a missing message falls back.

mod bundle;
mod formats;
mod message;

pub use bundle::{CATALOGUES, Catalogue, files_of};
pub use message::{Arg, Message};

use std::cmp::Ordering;
use std::sync::LazyLock;

/// One language of the interface. Cheap to copy; equal when the code is.
#[derive(Clone, Copy)]
pub struct Locale(&'static Language);

pub(crate) struct Language {
    code: String,
    own_name: String,
    bundle: bundle::Bundle,
    formats: formats::Formats,
    /// All rooms speak it.
    is_whole: bool,
}

static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(load);

fn load() -> Vec<Language> {
    let spoken = bundle::all();
    let rooms = spoken.get("en").map_or(0, |english| english.rooms);
    let mut languages: Vec<Language> = spoken
        .into_iter()
        .filter_map(|(code, messages)| {
            let formats = formats::Formats::of(&code)?;
            let own_name = bundle::text(&messages.bundle, "kit-own-name", None);
            Some(Language {
                own_name: own_name.map_or_else(|| code.clone(), std::borrow::Cow::into_owned),
                code,
                bundle: messages.bundle,
                formats,
                is_whole: messages.rooms >= rooms,
            })
        })
        .collect();
    // English first: it is the one that everything falls back to.
    languages.sort_by_key(|l| (l.code != "en", l.code.clone()));
    languages
}

impl Locale {
    /// All languages that are offered: those that every room speaks. English first.
    pub fn all() -> impl Iterator<Item = Locale> {
        LANGUAGES.iter().filter(|language| language.is_whole).map(Locale)
    }

    /// The language with this code (`hu`, or `hu-HU`). Also one that only some rooms speak yet, so that
    /// whoever translates sees what there is; the others are in English.
    pub fn find(code: &str) -> Option<Locale> {
        LANGUAGES.iter().map(Locale).find(|l| l.has_code(code))
    }

    fn has_code(self, code: &str) -> bool {
        let language = code.split(['-', '_']).next().unwrap_or_default();
        self.code().eq_ignore_ascii_case(language)
    }

    pub fn english() -> Locale {
        Locale(&LANGUAGES[0])
    }

    /// The first language of an `Accept-Language` header that is offered.
    pub fn accepted(header: &str) -> Option<Locale> {
        let mut wanted: Vec<(f32, &str)> = header.split(',').filter_map(weighted).collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.into_iter().find_map(|(_, code)| Locale::all().find(|l| l.has_code(code)))
    }

    pub fn code(self) -> &'static str {
        &self.0.code
    }

    /// The language's name in itself: `Magyar`.
    pub fn own_name(self) -> &'static str {
        &self.0.own_name
    }

    /// A message in this language.
    pub fn t(self, key: &str) -> Message<'_> {
        Message::new(self, key)
    }

    /// `23 November 2026`, for letters; a page has [`Chrome::date`](crate::Chrome::date).
    pub fn day(self, date: jiff::civil::Date) -> String {
        self.formats().day(date)
    }

    /// `23 November 2026 at 14:05`: for letters, which are read on another day.
    pub fn moment(self, at: jiff::civil::DateTime) -> String {
        self.0.formats.exact(at)
    }

    /// Compares two names as a dictionary of this language would.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        self.0.formats.compare(a, b)
    }

    /// Sorts by a name, as a dictionary of this language would.
    pub fn sort_by_name<T>(self, items: &mut [T], name: impl Fn(&T) -> &str) {
        items.sort_by(|a, b| self.compare(name(a), name(b)));
    }

    pub(crate) fn bundle(self) -> &'static bundle::Bundle {
        &self.0.bundle
    }

    pub(crate) fn formats(self) -> &'static formats::Formats {
        &self.0.formats
    }
}

fn weighted(entry: &str) -> Option<(f32, &str)> {
    let (code, weight) = entry.split_once(';').unwrap_or((entry, "q=1"));
    let weight = weight.trim().strip_prefix("q=")?.parse().ok()?;
    Some((weight, code.trim()))
}

impl PartialEq for Locale {
    fn eq(&self, other: &Locale) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Locale {}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests;
