//! Setting it up: a secret is shown as a picture and in letters, and counts from the moment a code has shown that the
//! app has it. Whoever has one already changes apps in the same way; the old one counts until then.

use super::letters::{self, Change};
use super::pages::CodesPage;
use super::{code, queries, recovery};
use crate::{Member, Proven, persons, sessions};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Form, Markup, Problem, Result, Section, page, qr};

#[derive(Template)]
#[template(path = "second_step/new.html")]
struct NewPage {
    chrome: Chrome,
    form: Form,
    picture: Markup,
    letters: String,
}

impl NewPage {
    fn of(member: &Member, secret: &[u8], form: Form) -> Result<NewPage> {
        let chrome = member.chrome(Section::Account);
        let address = code::address(secret, &chrome.town, &member.person.name)?;
        let picture = qr::svg(&address, &chrome.t("second-step-picture").to_string())?;
        Ok(NewPage { letters: code::in_letters(secret)?, chrome, form, picture })
    }
}

pub async fn begin(State(app): State<App>, Proven(member): Proven) -> Result<Response> {
    let (person, secret) = (member.id(), code::new_secret());
    app.db.write(move |c| queries::begin(c, person, &secret)).await?;
    page::see("/account/second-step/new")
}

pub async fn new(State(app): State<App>, member: Member) -> Result<Response> {
    match begun(&app, &member).await? {
        None => page::see("/account/second-step"),
        Some(secret) => page::show(&NewPage::of(&member, &secret, Form::default())?),
    }
}

/// The secret that was shown and waits for a code.
async fn begun(app: &App, member: &Member) -> Result<Option<Vec<u8>>> {
    let person = member.id();
    let found = app.db.read(move |c| queries::of_person(c, person)).await?;
    Ok(found.and_then(|step| step.new_secret))
}

pub async fn create(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let Some(secret) = begun(&app, &member).await? else { return page::see("/account/second-step") };
    let digits: String = form.value("code").chars().filter(|c| !c.is_whitespace()).collect();
    let Some(step) = code::step_of(&secret, &digits, member.now)? else {
        form.add("code", Problem::new("second-step-code-wrong"));
        return page::invalid(&NewPage::of(&member, &secret, form)?);
    };
    let (house, who) = (app.clone(), member.clone());
    let codes = app.db.write(move |c| set_up(c, &house, &who, step)).await?;
    page::show(&CodesPage { chrome: member.chrome(Section::Account), codes, is_new: true })
}

/// Sessions that began without it are over, but for this one.
fn set_up(c: &mut Conn, app: &App, member: &Member, step: i64) -> Result<Vec<String>> {
    let (id, now) = (member.id(), member.now);
    queries::confirm(c, id, step, now)?;
    sessions::end_others(c, id, member.person.session)?;
    let known = persons::by_id(c, id)?.ok_or(Error::NotFound)?;
    letters::tell(c, app, &known, member.locale, Change::SetUp, now)?;
    recovery::make(c, id, now)
}
