//! The charter in the search: one document, with what the newest version says.

use super::version::Draft;
use crate::ratification;
use db::Conn;
use db::search::{self, Document};
use jiff::Timestamp;
use kit::{Locale, Result, Scope};

/// There is one charter.
const ID: i64 = 1;

/// Puts a version in the place of the one before.
pub(super) fn find_in_search(c: &mut Conn, draft: &Draft, locale: &str, now: Timestamp) -> Result<()> {
    let locale = Locale::find(locale).map_or_else(|| ratification::language(c), Ok)?;
    let title = locale.t("charter-title").to_string();
    let sections = draft.sections.iter().map(|(title, body)| format!("{title}\n\n{body}"));
    let body = sections.collect::<Vec<_>>().join("\n\n");
    let document = Document {
        kind: "charter",
        subject_id: ID,
        scope: Scope::Open.as_str(),
        path: "/charter",
        title: &title,
        body: &body,
        locale: locale.code(),
        said: None,
        at: now,
    };
    Ok(search::put(c, &document)?)
}
