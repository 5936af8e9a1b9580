//! The agreements as they are read: the newest version, and the old ones, by everybody.

use super::agreement::{Text, Version};
use super::queries;
use crate::Visitor;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Result, Role, Section, page};
use serde::Deserialize;

/// So many versions are listed.
pub const LISTED: i64 = 50;

/// In which language somebody wants to read, where not in their own.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default, rename = "in")]
    language: String,
}

#[derive(Template)]
#[template(path = "agreements/show.html")]
struct ShowPage {
    chrome: Chrome,
    version: Option<Version>,
    texts: Vec<Text>,
    /// The language that is shown.
    language: String,
    versions: Vec<Version>,
    is_old: bool,
    may_edit: bool,
}

impl ShowPage {
    fn find(c: &mut Conn, visitor: &Visitor, number: Option<i64>, wanted: &Wanted) -> Result<ShowPage> {
        let versions = queries::newest(c, LISTED)?;
        let version = match number {
            None => versions.first().cloned(),
            Some(number) => Some(queries::by_number(c, number)?.ok_or(Error::NotFound)?),
        };
        let texts = version.as_ref().map_or(Ok(Vec::new()), |v| queries::texts(c, v.number))?;
        let newest = versions.first().map(|v| v.number);
        let is_old = version.as_ref().map(|v| v.number) != newest;
        let own = visitor.locale.code();
        let language = if wanted.language.is_empty() { own } else { wanted.language.as_str() };
        let may_edit = visitor.person.as_ref().is_some_and(|p| p.role == Role::Steward) && !is_old;
        let chrome = visitor.chrome(Section::None);
        Ok(ShowPage { chrome, version, language: language.to_owned(), texts, versions, is_old, may_edit })
    }

    fn text(&self) -> Option<&Text> {
        Text::in_language(&self.texts, &self.language)
    }

    /// The other languages it is written in.
    fn others(&self) -> Vec<&Text> {
        let shown = self.text().map(|text| text.locale.as_str());
        self.texts.iter().filter(|text| Some(text.locale.as_str()) != shown).collect()
    }

    fn is_shown(&self, version: &Version) -> bool {
        self.version.as_ref().is_some_and(|shown| shown.number == version.number)
    }
}

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    visitor.community()?;
    page::show(&app.db.read(move |c| ShowPage::find(c, &visitor, None, &wanted)).await?)
}

pub async fn version(
    State(app): State<App>,
    visitor: Visitor,
    Path(number): Path<i64>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    page::show(&app.db.read(move |c| ShowPage::find(c, &visitor, Some(number), &wanted)).await?)
}
