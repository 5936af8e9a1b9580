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
    bundle: bundle::Bundle,
    formats: formats::Formats,
}

static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(load);

fn load() -> Vec<Language> {
    let mut languages: Vec<Language> = bundle::all()
        .into_iter()
        .filter_map(|(code, bundle)| {
            let formats = formats::Formats::of(&code)?;
            Some(Language { code, bundle, formats })
        })
        .collect();
    // English first: it is the one that everything falls back to.
    languages.sort_by_key(|l| (l.code != "en", l.code.clone()));
    languages
}

impl Locale {
    /// All languages that have messages, English first.
    pub fn all() -> impl Iterator<Item = Locale> {
        LANGUAGES.iter().map(Locale)
    }

    /// The language with this code (`hu`, or `hu-HU`), if the interface speaks it.
    pub fn find(code: &str) -> Option<Locale> {
        let language = code.split(['-', '_']).next().unwrap_or_default();
        Locale::all().find(|l| l.code().eq_ignore_ascii_case(language))
    }

    pub fn english() -> Locale {
        Locale(&LANGUAGES[0])
    }

    /// The first language of an `Accept-Language` header that the interface speaks.
    pub fn accepted(header: &str) -> Option<Locale> {
        let mut wanted: Vec<(f32, &str)> = header.split(',').filter_map(weighted).collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.into_iter().find_map(|(_, code)| Locale::find(code))
    }

    pub fn code(self) -> &'static str {
        &self.0.code
    }

    /// The language's name in itself: `Magyar`.
    pub fn own_name(self) -> &'static str {
        match self.code() {
            "en" => "English",
            "hu" => "Magyar",
            "ro" => "Română",
            "ca" => "Català",
            "cy" => "Cymraeg",
            "it" => "Italiano",
            "pt" => "Português",
            "de" => "Deutsch",
            "sk" => "Slovenčina",
            other => other,
        }
    }

    /// A message in this language.
    pub fn t(self, key: &str) -> Message<'_> {
        Message::new(self, key)
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
