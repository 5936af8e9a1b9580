//! What a version is, and what a steward writes to make one.

use jiff::Timestamp;
use kit::{Form, Locale, Markup, Problem};

/// The most letters of a version in one language: it should be read, not consulted.
const LONGEST: usize = 20_000;

/// The most days in which members may still write without having accepted.
const MOST_DAYS: i64 = 90;

/// So many days are offered at first.
pub const DAYS: i64 = 14;

db::words! {
    /// Whether members are asked about a version.
    pub enum Weight {
        Change = "change",
        Correction = "correction",
    }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Version {
        pub number: i64,
        pub by_name: String,
        pub at: Timestamp,
        /// What changed; empty in the first.
        pub note: String,
        /// The language of the note.
        pub locale: String,
        /// By when members accept it; nobody is asked about a small correction.
        pub due_at: Option<Timestamp>,
    }
}

impl Version {
    pub fn lang(&self) -> Markup {
        kit::words::lang(&self.locale)
    }
}

db::row! {
    /// A version in one language.
    #[derive(Debug, Clone)]
    pub struct Text {
        pub locale: String,
        pub body: String,
        pub html: Markup,
    }
}

impl Text {
    pub fn lang(&self) -> Markup {
        kit::words::lang(&self.locale)
    }

    /// What the language calls itself.
    pub fn language(&self) -> &str {
        match Locale::find(&self.locale) {
            Some(language) => language.own_name(),
            None => &self.locale,
        }
    }

    /// The one in a language, else the first: the community's own.
    pub fn in_language<'t>(texts: &'t [Text], code: &str) -> Option<&'t Text> {
        texts.iter().find(|text| text.locale == code).or_else(|| texts.first())
    }
}

/// A version as a steward wrote it.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Never empty.
    pub texts: Vec<(Locale, String)>,
    pub note: String,
    /// So many days members have; `None`: a small correction.
    pub days: Option<i64>,
}

impl Draft {
    /// Reads a text from the field of each language. The first version has nothing that it changes.
    pub fn parse(form: &mut Form, languages: &[Locale], is_first: bool) -> Option<Draft> {
        let read = |language: &Locale| (*language, form.text(language.code(), 0..=LONGEST));
        let texts: Vec<(Locale, String)> =
            languages.iter().map(read).filter(|(_, t)| !t.is_empty()).collect();
        if let Some(main) = languages.first().filter(|_| texts.is_empty() && form.is_valid()) {
            form.add(main.code(), Problem::new("agreements-empty"));
        }
        let note = form.line("note", if is_first { 0..=200 } else { 5..=200 });
        let weight = if is_first { Some(Weight::Change) } else { form.choice("weight") };
        let days = if weight == Some(Weight::Change) { form.whole("days", 0..=MOST_DAYS) } else { None };
        form.is_valid().then_some(Draft { texts, note, days })
    }

    /// Whether a version says the same already.
    pub fn says(&self, written: &[Text]) -> bool {
        let same = |((language, body), text): (&(Locale, String), &Text)| {
            language.code() == text.locale && *body == text.body
        };
        self.texts.len() == written.len() && self.texts.iter().zip(written).all(same)
    }
}
