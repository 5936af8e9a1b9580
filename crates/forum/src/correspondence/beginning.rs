//! Writing to somebody for the first time: from their page, or from their group's.

use super::party::{self, Addressee};
use super::sending::{self, Draft};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::{App, Chrome, Error, Form, Result, Section, token};
use people::Member;

#[derive(Template)]
#[template(path = "correspondence/new.html")]
struct NewPage {
    chrome: Chrome,
    form: Form,
    name: String,
    is_group: bool,
}

impl NewPage {
    fn of(member: &Member, form: Form, to: Addressee, name: String) -> NewPage {
        let is_group = matches!(to, Addressee::Group(_));
        NewPage { chrome: member.chrome(Section::Account), form, name, is_group }
    }
}

fn addressee(form: &Form) -> Result<Addressee> {
    Addressee::parse(form.value("to")).ok_or(Error::NotFound)
}

/// Leads to what they wrote before, where they did.
pub async fn new(State(app): State<App>, member: Member, asked: Form) -> Result<Response> {
    let (to, by) = (addressee(&asked)?, member.clone());
    let (name, known) = app
        .db
        .read(move |c| Ok::<_, Error>((party::name_of(c, to, &by)?, sending::known(c, to, &by)?)))
        .await?;
    if let Some(known) = known {
        return kit::page::see(&party::path(known));
    }
    let form = Form::with(&[("key", &token::number().to_string()), ("to", asked.value("to"))]);
    kit::page::show(&NewPage::of(&member, form, to, name))
}

pub async fn create(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let (to, by) = (addressee(&form)?, member.clone());
    let name = app.db.read(move |c| party::name_of(c, to, &by)).await?;
    let Some(draft) = Draft::parse(&mut form, &member) else {
        return kit::page::invalid(&NewPage::of(&member, form, to, name));
    };
    let by = member.clone();
    match app.db.write(move |c| sending::begin(c, to, &draft, &by)).await {
        Err(Error::Conflict(problem)) => {
            form.add("body", problem);
            kit::page::invalid(&NewPage::of(&member, form, to, name))
        }
        sent => kit::page::see(&party::path(sent?)),
    }
}
