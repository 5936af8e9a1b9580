//! What a charter is: sections in order, in a numbered version.

use jiff::Timestamp;
use kit::{Form, Markup, Problem, markdown};

/// The most sections a charter has room for: it should be read, not consulted.
pub const SECTIONS: usize = 8;

db::row! {
    #[derive(Debug, Clone)]
    pub struct Version {
        pub id: i64,
        pub number: i64,
        pub summary: String,
        pub by_name: String,
        pub at: Timestamp,
        pub provisional: bool,
        pub ratified_at: Option<Timestamp>,
        pub decision_id: Option<i64>,
        /// The code of the language it is written in; empty where nobody said.
        pub locale: String,
    }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Section {
        pub title: String,
        pub body: String,
        pub html: Markup,
    }
}

impl Version {
    /// The attribute that says its language, where it is known.
    pub fn lang(&self) -> Markup {
        kit::words::lang(&self.locale)
    }
}

/// A new version as somebody wrote it.
#[derive(Debug, Clone)]
pub struct Draft {
    pub summary: String,
    /// Titles and texts; never empty.
    pub sections: Vec<(String, String)>,
}

impl Draft {
    /// Reads the pairs `title-1`, `body-1` …; a pair that is empty is left out, half a pair is a
    /// fault.
    pub fn parse(form: &mut Form) -> Option<Draft> {
        let mut sections = Vec::new();
        for (title_field, body_field) in FIELDS {
            let title = form.line(title_field, 0..=120);
            let body = form.text(body_field, 0..=markdown::LONGEST / 4);
            match (title.is_empty(), body.is_empty()) {
                (true, true) => {}
                (false, false) => sections.push((title, body)),
                (true, false) => form.add(title_field, Problem::new("charter-section-without-title")),
                (false, true) => form.add(body_field, Problem::new("charter-section-without-text")),
            }
        }
        if sections.is_empty() && form.is_valid() {
            form.add(FIELDS[0].0, Problem::new("charter-empty"));
        }
        let summary = form.line("summary", 0..=200);
        form.is_valid().then_some(Draft { summary, sections })
    }

    /// Whether a version says the same already.
    pub fn says(&self, written: &[Section]) -> bool {
        let same = |((title, body), section): (&(String, String), &Section)| {
            *title == section.title && *body == section.body
        };
        self.sections.len() == written.len() && self.sections.iter().zip(written).all(same)
    }
}

/// The fields of each section's title and text.
pub const FIELDS: [(&str, &str); SECTIONS] = [
    ("title-1", "body-1"),
    ("title-2", "body-2"),
    ("title-3", "body-3"),
    ("title-4", "body-4"),
    ("title-5", "body-5"),
    ("title-6", "body-6"),
    ("title-7", "body-7"),
    ("title-8", "body-8"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_section_is_a_fault_beside_the_empty_half() {
        let mut form = Form::with(&[("title-1", "Aim"), ("body-2", "Text")]);
        assert!(Draft::parse(&mut form).is_none());
        assert!(form.has_error("body-1") && form.has_error("title-2"));
    }

    #[test]
    fn empty_pairs_are_left_out() {
        let mut form = Form::with(&[("title-2", "Aim"), ("body-2", "Text")]);
        let draft = Draft::parse(&mut form).map(|d| d.sections);
        assert_eq!(draft, Some(vec![("Aim".to_owned(), "Text".to_owned())]));
    }
}
