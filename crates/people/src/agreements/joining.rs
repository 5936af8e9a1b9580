//! The box that whoever joins ticks. It is for one version: whoever read an older one is shown the newer.

use super::agreement::Text;
use super::queries;
use askama::Template;
use db::Conn;
use jiff::Timestamp;
use kit::{Chrome, Form, Locale, Markup, PersonId, Problem, Result};

/// The box in a form.
pub const FIELD: &str = "agreements";

/// The newest version, as it is put before somebody.
#[derive(Debug, Clone)]
pub struct Asked {
    pub number: i64,
    pub text: Text,
}

#[derive(Template)]
#[template(path = "agreements/_ask.html")]
struct AskBox<'a> {
    chrome: &'a Chrome,
    form: &'a Form,
    asked: &'a Asked,
}

impl Asked {
    /// In this language, or in the community's own. `None` before there are agreements.
    pub fn find(c: &mut Conn, locale: Locale) -> Result<Option<Asked>> {
        let Some(number) = queries::newest_number(c)? else { return Ok(None) };
        let texts = queries::texts(c, number)?;
        let text = Text::in_language(&texts, locale.code()).cloned();
        Ok(text.map(|text| Asked { number, text }))
    }

    /// What the box sends.
    pub fn value(&self) -> String {
        self.number.to_string()
    }

    /// Whether the box is ticked, for this version; if not, the form says so.
    pub fn is_ticked(&self, form: &mut Form) -> bool {
        let is_ticked = form.is_checked(FIELD, &self.value());
        if !is_ticked {
            form.add(FIELD, Problem::new("agreements-tick"));
        }
        is_ticked
    }

    /// The text to unfold, and the box.
    pub fn field(&self, chrome: &Chrome, form: &Form) -> askama::Result<Markup> {
        AskBox { chrome, form, asked: self }.render().map(Markup)
    }

    /// Writes down that somebody accepted it.
    pub fn accept(&self, c: &mut Conn, person: PersonId, now: Timestamp) -> Result<()> {
        queries::accept(c, person, self.number, now)?;
        Ok(())
    }
}
