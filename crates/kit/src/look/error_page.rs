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
            Error::Forbidden | Error::ProveFirst => (t("kit-error-forbidden"), t("kit-error-forbidden-text")),
            Error::SignInFirst => (t("kit-error-sign-in"), t("kit-error-sign-in-text")),
            Error::Invalid(problem) => (t("kit-error-invalid"), chrome.problem(problem)),
            Error::Conflict(problem) => (t("kit-error-conflict"), chrome.problem(problem)),
            Error::TooMany { seconds } => {
                let text = too_many(&chrome, *seconds);
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

/// In the unit that people would say.
fn too_many(chrome: &Chrome, seconds: i64) -> String {
    let (key, count) = match seconds {
        ..120 => ("kit-error-too-many-seconds", seconds),
        120..7200 => ("kit-error-too-many-minutes", (seconds + 59) / 60),
        _ => ("kit-error-too-many-hours", (seconds + 3599) / 3600),
    };
    chrome.t(key).with("count", count).to_string()
}
