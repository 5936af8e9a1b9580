//! The groups of a list are asked to come, all that have an e-mail address: a guide sees first who would be written
//! to and who not, leaves out whom they know better how to ask, and adds a word of their own.

use super::queries::{self, Import};
use crate::Guide;
use crate::groups::{self, ImportId};
use crate::invitations::{self, AT_ONCE, Many, Round};
use crate::sessions::cookie;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Form, Problem, Result, Section, page, token};

#[derive(Template)]
#[template(path = "import/invitations.html")]
struct RoundPage {
    chrome: Chrome,
    form: Form,
    import: Import,
    round: Round,
}

impl RoundPage {
    fn of(guide: &Guide, form: Form, (import, round): (Import, Round)) -> RoundPage {
        RoundPage { chrome: guide.chrome(Section::Groups), form, import, round }
    }

    fn path(&self) -> String {
        format!("/groups/import/{}", self.import.id)
    }

    fn choices(&self) -> Vec<(String, String)> {
        self.round.to.iter().map(|g| (g.id.to_string(), format!("{} · {}", g.name, g.email))).collect()
    }

    fn most(&self) -> i64 {
        AT_ONCE as i64
    }

    fn names(&self, groups: &[groups::Addressed]) -> String {
        let names: Vec<&str> = groups.iter().map(|g| g.name.as_str()).collect();
        self.chrome.list(&names)
    }
}

/// A list that was taken, and the round that could be written to now.
fn read(c: &mut Conn, id: ImportId) -> Result<(Import, Round)> {
    let import = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    if import.done_at.is_none() || import.undone_at.is_some() {
        return Err(Error::Conflict(Problem::new("import-not-taken")));
    }
    let addressed = groups::addressed_of_import(c, id)?;
    Ok((import, invitations::round(c, addressed)?))
}

pub async fn new(State(app): State<App>, guide: Guide, Path(id): Path<ImportId>) -> Result<Response> {
    let found = app.db.read(move |c| read(c, id)).await?;
    let mut form = Form::with(&[("key", &token::number().to_string())]);
    for group in &found.1.to {
        form.add_value("group", group.id.to_string());
    }
    page::show(&RoundPage::of(&guide, form, found))
}

pub async fn create(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<ImportId>,
    mut form: Form,
) -> Result<Response> {
    let many = Many {
        note: form.text("note", 0..=1000),
        remark: form.line("remark", 0..=200),
        key: form.line("key", 1..=40),
    };
    if form.value("group").is_empty() {
        form.add("group", Problem::new("import-invite-nobody"));
    }
    if form.has_errors() {
        let found = app.db.read(move |c| read(c, id)).await?;
        return page::invalid(&RoundPage::of(&guide, form, found));
    }
    let (house, by) = (app.clone(), guide.clone());
    let chosen: Vec<String> = form.values("group").map(String::from).collect();
    let write = move |c: &mut Conn| {
        let (_, round) = read(c, id)?;
        // Only who is in the round as it is now, whatever the form says.
        let to: Vec<_> = round.to.into_iter().filter(|g| chosen.contains(&g.id.to_string())).collect();
        invitations::invite_many(c, &house, &by, &to, &many)
    };
    app.db.write(write).await?;
    let mut response = page::see("/invitations")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "import-invited");
    Ok(response)
}
