//! The lists that were brought in, and where each stands.

use super::mapping;
use super::queries::{self, Import};
use crate::Guide;
use crate::groups::{self, Entry, ImportId};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kit::{App, Chrome, Error, Form, Problem, Result, Section};

/// So many of the last lists are shown.
const NEWEST: i64 = 20;

#[derive(Template)]
#[template(path = "import/index.html")]
pub(super) struct Index {
    chrome: Chrome,
    form: Form,
    imports: Vec<Import>,
}

impl Index {
    pub async fn read(app: &App, guide: &Guide, form: Form) -> Result<Index> {
        let imports = app.db.read(|c| queries::newest(c, NEWEST)).await?;
        Ok(Index { chrome: guide.chrome(Section::Groups), form, imports })
    }
}

pub async fn index(State(app): State<App>, guide: Guide) -> Result<Response> {
    kit::page::show(&Index::read(&app, &guide, Form::default()).await?)
}

#[derive(Template)]
#[template(path = "import/result.html")]
struct Outcome {
    chrome: Chrome,
    import: Import,
    /// After the undoing: what somebody had touched.
    kept: Vec<Entry>,
}

impl Outcome {
    fn undoing(&self) -> String {
        format!("/groups/import/{}/undo", self.import.id)
    }

    fn read_rows(&self) -> i64 {
        self.import.taken + self.import.changed + self.import.left_out
    }
}

/// A list that isn't taken yet shows its columns, one that is, what came of it.
pub async fn show(State(app): State<App>, guide: Guide, Path(id): Path<ImportId>) -> Result<Response> {
    let (import, mut kept) = app
        .db
        .read(move |c| {
            let import = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
            let kept = if import.undone_at.is_some() { groups::of_import(c, id)? } else { Vec::new() };
            Ok::<_, Error>((import, kept))
        })
        .await?;
    if import.done_at.is_none() {
        return mapping::show(&app, &guide, import).await;
    }
    guide.locale.sort_by_name(&mut kept, |g| &g.name);
    kept.truncate(200);
    kit::page::show(&Outcome { chrome: guide.chrome(Section::Groups), import, kept })
}

/// Throws away a list that was never taken.
pub async fn destroy(State(app): State<App>, _: Guide, Path(id): Path<ImportId>) -> Result<Response> {
    let gone = app
        .db
        .write(move |c| {
            queries::by_id(c, id)?.ok_or(Error::NotFound)?;
            Ok::<_, Error>(queries::discard(c, id)?)
        })
        .await?;
    if gone == 0 {
        return Err(Error::Conflict(Problem::new("import-done-already")));
    }
    kit::page::see("/groups/import")
}
