//! The page that says what went wrong, and what to do now.

use crate::{Chrome, Error};
use askama::Template;

#[derive(Template)]
#[template(path = "error.html")]
pub struct ErrorPage {
    chrome: Chrome,
    heading: String,
    text: String,
    sign_in: bool,
}

impl ErrorPage {
    pub fn new(chrome: Chrome, error: &Error) -> ErrorPage {
        let t = |key| chrome.t(key).to_string();
        let (heading, text) = match error {
            Error::NotFound => (t("kit-error-not-found"), t("kit-error-not-found-text")),
            Error::Forbidden => (t("kit-error-forbidden"), t("kit-error-forbidden-text")),
            Error::SignInFirst => (t("kit-error-sign-in"), t("kit-error-sign-in-text")),
            Error::Invalid(problem) => (t("kit-error-invalid"), chrome.problem(problem)),
            Error::Conflict(problem) => (t("kit-error-conflict"), chrome.problem(problem)),
            Error::TooMany { seconds } => {
                let text = chrome.t("kit-error-too-many-text").with("seconds", *seconds).to_string();
                (t("kit-error-too-many"), text)
            }
            Error::TooLarge => (t("kit-error-too-large"), t("kit-error-too-large-text")),
            Error::Unavailable(_) => (t("kit-error-unavailable"), t("kit-error-unavailable-text")),
            Error::Bug(_) => (t("kit-error-bug"), t("kit-error-bug-text")),
        };
        let sign_in = matches!(error, Error::SignInFirst) && chrome.viewer.is_none();
        ErrorPage { chrome, heading, text, sign_in }
    }
}
