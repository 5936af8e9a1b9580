//! A form as it was sent: what was typed, and what is wrong with it. Rooms parse it into values that
//! can't be invalid, or render the page again with both kept.

mod parse;

pub use parse::{clean, is_email, web_address};

use crate::i18n::Arg;
use crate::{Chrome, Error};
use axum::extract::{FromRequest, Query, Request};
use axum::http::Method;
use std::str::FromStr;

/// What is wrong with a field, as a message and its arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

impl Problem {
    pub fn new(key: &'static str) -> Problem {
        Problem { key, args: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Problem {
        self.args.push((name, value.into()));
        self
    }
}

/// Fields may occur several times (checkboxes). An empty form has no values and no errors.
#[derive(Debug, Clone, Default)]
pub struct Form {
    values: Vec<(String, String)>,
    errors: Vec<(&'static str, Problem)>,
}

impl Form {
    /// A form to be filled in, with some fields filled already.
    pub fn with(values: &[(&str, &str)]) -> Form {
        let values = values.iter().map(|(name, value)| (String::from(*name), String::from(*value)));
        Form { values: values.collect(), errors: Vec::new() }
    }

    /// What stands in a field; empty where nothing does.
    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    pub fn values<'f>(&'f self, name: &str) -> impl Iterator<Item = &'f str> {
        let name = name.to_owned();
        self.values.iter().filter(move |(n, _)| *n == name).map(|(_, value)| value.as_str())
    }

    /// Whether a box of this name and value is ticked, or an option of a select chosen.
    pub fn is_checked(&self, name: &str, value: &str) -> bool {
        self.values(name).any(|v| v == value)
    }

    /// A form out of the body that a browser sent.
    pub fn read(body: &[u8]) -> Form {
        Form { values: url::form_urlencoded::parse(body).into_owned().collect(), errors: Vec::new() }
    }

    /// All fields and what stands in them, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.values.retain(|(n, _)| n != name);
        self.values.push((name.into(), value.into()));
    }

    /// Ticks one more box of a name.
    pub fn add_value(&mut self, name: &str, value: impl Into<String>) {
        self.values.push((name.into(), value.into()));
    }

    /// Says what is wrong with a field.
    pub fn add(&mut self, field: &'static str, problem: Problem) {
        self.errors.push((field, problem));
    }

    pub fn is_valid(&self) -> bool {
        self.errors.is_empty()
    }

    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    pub fn has_error(&self, field: &str) -> bool {
        self.errors.iter().any(|(name, _)| *name == field)
    }

    /// The first error of a field, in the visitor's language; empty where there is none.
    pub fn error(&self, field: &str, chrome: &Chrome) -> String {
        let found = self.errors.iter().find(|(name, _)| *name == field);
        found.map_or_else(String::new, |(_, problem)| chrome.problem(problem))
    }

    /// All errors, for the summary on top: `(field, text)`.
    pub fn errors(&self, chrome: &Chrome) -> Vec<(&'static str, String)> {
        self.errors.iter().map(|(field, problem)| (*field, chrome.problem(problem))).collect()
    }

    /// A value chosen from a closed set (`words!`), or an id.
    pub fn choice<T: FromStr>(&mut self, field: &'static str) -> Option<T> {
        let parsed = self.value(field).parse().ok();
        if parsed.is_none() {
            self.add(field, Problem::new("kit-form-choose"));
        }
        parsed
    }

    /// Like [`Form::choice`], where choosing nothing is allowed.
    pub fn optional_choice<T: FromStr>(&mut self, field: &'static str) -> Option<T> {
        if self.value(field).is_empty() { None } else { self.choice(field) }
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Error;

    /// The query of a page that is asked for, the body of what is sent.
    async fn from_request(request: Request, state: &S) -> Result<Form, Error> {
        if request.method() == Method::HEAD {
            // The library reads a query only for GET; HEAD asks for the same page.
            let values = Query::<Vec<(String, String)>>::try_from_uri(request.uri());
            let values = values.map_err(|_| Error::Invalid(Problem::new("kit-form-unreadable")))?.0;
            return Ok(Form { values, errors: Vec::new() });
        }
        let form = axum::Form::<Vec<(String, String)>>::from_request(request, state).await;
        let values = form.map_err(|rejection| match rejection.status().as_u16() {
            413 => Error::TooLarge,
            _ => Error::Invalid(Problem::new("kit-form-unreadable")),
        })?;
        Ok(Form { values: values.0, errors: Vec::new() })
    }
}
