//! Mending the words of an initiative.

use super::carrying::{happening, to_change};
use super::initiative::{Initiative, InitiativeId};
use super::queries;
use super::start::{AIM, TITLE, find_in_search};
use agree::preview;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use forum::threads::language;
use kit::{App, Chrome, Error, Form, Result, Section, activity, markdown};
use people::Member;

#[derive(Template)]
#[template(path = "initiatives/edit.html")]
struct EditPage {
    chrome: Chrome,
    form: Form,
    initiative: Initiative,
    languages: Vec<(&'static str, &'static str)>,
}

async fn page(app: &App, member: Member, id: InitiativeId, form: Option<Form>) -> Result<EditPage> {
    let (chrome, languages) = (member.chrome(Section::Initiatives), language::options(&member));
    let (initiative, _) = app.db.read(move |c| to_change(c, id, &member)).await?;
    let Initiative { title, aim, locale, .. } = &initiative;
    let form =
        form.unwrap_or_else(|| Form::with(&[("title", title.as_str()), ("aim", aim), ("locale", locale)]));
    Ok(EditPage { chrome, form, initiative, languages })
}

pub async fn edit(State(app): State<App>, member: Member, Path(id): Path<InitiativeId>) -> Result<Response> {
    kit::page::show(&page(&app, member, id, None).await?)
}

pub async fn update(
    State(app): State<App>,
    member: Member,
    Path(id): Path<InitiativeId>,
    mut form: Form,
) -> Result<Response> {
    let (title, aim) = (form.line("title", TITLE), form.text("aim", AIM));
    let locale = language::chosen(&mut form, &member);
    if !form.is_valid() || preview::is_asked(&form) {
        let page = page(&app, member, id, Some(form)).await?;
        return preview::again(&page, &page.form);
    }
    let now = member.now;
    app.db
        .write(move |c| {
            let (before, voice) = to_change(c, id, &member)?;
            queries::update(c, id, &title, &aim, &markdown::render(&aim).0, locale)?;
            find_in_search(c, id, (&title, &aim, locale), None, now)?;
            let changed = Initiative { title: title.clone(), ..before };
            Ok::<_, Error>(activity::record(c, &voice, happening("initiative.changed", &changed), now)?)
        })
        .await?;
    kit::page::see(&id.path())
}
