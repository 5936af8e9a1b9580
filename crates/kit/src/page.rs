//! Answers that are pages.

use crate::{Error, Result};
use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use std::fmt;

/// Text that is HTML already and safe: rendered Markdown, an icon, a `<time>`. Not escaped again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markup(pub String);

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::FastWritable for Markup {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn askama::Values) -> askama::Result<()> {
        Ok(dest.write_str(&self.0)?)
    }
}

impl askama::filters::HtmlSafe for Markup {}

impl db::FromColumn for Markup {
    fn from_column(row: &db::Row<'_>, i: usize) -> db::Result<Self> {
        row.at(i).map(Markup)
    }
}

/// A page with status 200.
pub fn show(page: &impl Template) -> Result<Response> {
    with_status(StatusCode::OK, page)
}

/// A form again, with what was typed and what is wrong with it: status 422.
pub fn invalid(page: &impl Template) -> Result<Response> {
    with_status(StatusCode::UNPROCESSABLE_ENTITY, page)
}

pub fn with_status(status: StatusCode, page: &impl Template) -> Result<Response> {
    let html = page.render().map_err(|e| Error::Bug(format!("template: {e}")))?;
    Ok((status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response())
}

/// On to another page, after something was done.
pub fn see(path: &str) -> Result<Response> {
    Ok(Redirect::to(path).into_response())
}

/// A value as it stands in the query of an address.
pub fn encoded(value: &str) -> String {
    url::form_urlencoded::byte_serialize(value.as_bytes()).collect()
}
