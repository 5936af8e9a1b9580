//! The charter as it is read: the current version, and the old ones.

use super::edition::may_edit;
use super::version::{Section, Version};
use super::{queries, ratification};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Markup, Result};
use people::Visitor;

#[derive(Template)]
#[template(path = "charter/show.html")]
struct ShowPage {
    chrome: Chrome,
    version: Option<Version>,
    sections: Vec<Section>,
    versions: Vec<Version>,
    /// Whether this is an old version.
    is_old: bool,
    may_edit: bool,
    /// The way to a vote.
    ask: Markup,
}

pub async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let page = app.db.read(move |c| ShowPage::find(c, &visitor, None)).await?;
    kit::page::show(&page)
}

pub async fn version(State(app): State<App>, visitor: Visitor, Path(number): Path<i64>) -> Result<Response> {
    let page = app.db.read(move |c| ShowPage::find(c, &visitor, Some(number))).await?;
    kit::page::show(&page)
}

impl ShowPage {
    fn find(c: &mut Conn, visitor: &Visitor, number: Option<i64>) -> Result<ShowPage> {
        let chrome = visitor.chrome(kit::Section::Charter);
        let versions = queries::newest_versions(c)?;
        let newest = versions.first().map(|version| version.number);
        let version = match number {
            None => versions.first().cloned(),
            Some(number) => Some(queries::by_number(c, number)?.ok_or(Error::NotFound)?),
        };
        let sections = version.as_ref().map_or(Ok(Vec::new()), |v| queries::sections(c, v.id))?;
        let is_old = version.as_ref().map(|v| v.number) != newest;
        let ask = match version.as_ref().filter(|_| !is_old) {
            Some(version) => ratification::ask(c, visitor, &chrome, version)?,
            None => Markup::default(),
        };
        let may_edit = may_edit(visitor) && !is_old;
        Ok(ShowPage { chrome, version, sections, versions, is_old, may_edit, ask })
    }

    /// The last version that both sides ratified, where the one that is shown isn't.
    fn in_force(&self) -> Option<&Version> {
        let shown_is_not = self.version.as_ref().is_some_and(|v| v.provisional) && !self.is_old;
        self.versions.iter().find(|v| !v.provisional).filter(|_| shown_is_not)
    }

    /// Of what is shown.
    fn lang(&self) -> Markup {
        self.version.as_ref().map_or_else(Markup::default, Version::lang)
    }

    fn is_shown(&self, version: &Version) -> bool {
        self.version.as_ref().is_some_and(|shown| shown.number == version.number)
    }
}
