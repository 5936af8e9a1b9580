//! Two versions beside each other, line by line.

use super::agreement::{Text, Version};
use super::lines::{self, Line};
use super::{pages, queries};
use crate::Visitor;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Form, Markup, Result, Section, page};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Compared {
    from: i64,
    to: i64,
}

#[derive(Template)]
#[template(path = "agreements/comparison.html")]
struct ComparisonPage {
    chrome: Chrome,
    from: Version,
    to: Version,
    /// The language in which they are compared.
    lang: Markup,
    lines: Vec<Line>,
    versions: Vec<Version>,
    form: Form,
}

impl ComparisonPage {
    fn find(c: &mut Conn, visitor: &Visitor, asked: &Compared) -> Result<ComparisonPage> {
        let from = queries::by_number(c, asked.from)?.ok_or(Error::NotFound)?;
        let to = queries::by_number(c, asked.to)?.ok_or(Error::NotFound)?;
        let (before, after) = (queries::texts(c, from.number)?, queries::texts(c, to.number)?);
        let new = Text::in_language(&after, visitor.locale.code()).ok_or(Error::NotFound)?;
        let old = Text::in_language(&before, &new.locale).ok_or(Error::NotFound)?;
        Ok(ComparisonPage {
            chrome: visitor.chrome(Section::None),
            lang: new.lang(),
            lines: lines::between(&old.body, &new.body),
            versions: queries::newest(c, pages::LISTED)?,
            form: Form::with(&[("from", &from.number.to_string()), ("to", &to.number.to_string())]),
            from,
            to,
        })
    }

    fn options(&self) -> Vec<(String, String)> {
        let name = |v: &Version| self.chrome.t("agreements-version").with("number", v.number).to_string();
        self.versions.iter().map(|v| (v.number.to_string(), name(v))).collect()
    }

    fn is_same(&self) -> bool {
        self.lines.iter().all(Line::stays)
    }
}

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Compared>,
) -> Result<Response> {
    page::show(&app.db.read(move |c| ComparisonPage::find(c, &visitor, &asked)).await?)
}
