//! The pages that a link begins and ends with: look into your letters; this link is over.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use kit::{Chrome, Result, page};

/// A letter is on its way, if the address may have one.
#[derive(Template)]
#[template(path = "links/sent.html")]
pub struct SentPage {
    pub chrome: Chrome,
    pub email: String,
    /// Where one can ask again.
    pub again: String,
}

/// The link was used, or its time is over.
#[derive(Template)]
#[template(path = "links/over.html")]
pub struct OverPage {
    pub chrome: Chrome,
    /// Where one can ask for a new one.
    pub again: String,
}

impl OverPage {
    pub fn show(chrome: Chrome, again: &str) -> Result<Response> {
        page::with_status(StatusCode::GONE, &OverPage { chrome, again: again.into() })
    }
}
