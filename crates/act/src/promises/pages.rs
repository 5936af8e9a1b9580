//! Making a promise.

use super::promise::{NewPromise, ensure_open, make};
use crate::initiatives::{Initiative, InitiativeId};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use forum::threads::language;
use kit::{App, Chrome, Form, Result, Section};
use people::Member;

#[derive(Template)]
#[template(path = "promises/new.html")]
struct NewPage {
    chrome: Chrome,
    form: Form,
    initiative: Initiative,
    voices: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
}

async fn page(app: &App, member: &Member, id: InitiativeId, form: Form) -> Result<NewPage> {
    let initiative = app.db.read(move |c| ensure_open(c, id)).await?;
    let (voices, languages) = (member.voice_options(), language::options(member));
    Ok(NewPage { chrome: member.chrome(Section::Initiatives), form, initiative, voices, languages })
}

pub async fn new(State(app): State<App>, member: Member, Path(id): Path<InitiativeId>) -> Result<Response> {
    let (key, locale) = (kit::token::number().to_string(), language::usual(&member).code());
    kit::page::show(&page(&app, &member, id, Form::with(&[("key", &key), ("locale", locale)])).await?)
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<InitiativeId>,
    mut form: Form,
) -> Result<Response> {
    let voice = member.voice(&mut form);
    let today = member.chrome(Section::Initiatives).today();
    let (Some(new), Some(voice)) = (NewPromise::parse(&mut form, &member, today), voice) else {
        return kit::page::invalid(&page(&app, &member, id, form).await?);
    };
    let now = member.now;
    app.db.write(move |c| make(c, id, &new, &voice, now)).await?;
    kit::page::see(&format!("{}#promises", id.path()))
}
