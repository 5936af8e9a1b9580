//! Typing an item in, and changing what it says.

use super::item::{self, NewItem};
use super::{Day, Item, ItemId, choices, keeping, queries};
use crate::preview;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use forum::threads::language;
use kit::{App, Chrome, Form, Problem, Result, Section, Voice};
use people::Member;

#[derive(Template)]
#[template(path = "agenda/form.html")]
struct FormPage {
    chrome: Chrome,
    form: Form,
    /// `None` for a new one.
    item: Option<ItemId>,
    voices: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
}

impl FormPage {
    fn action(&self) -> String {
        self.item.map_or_else(|| "/agenda".into(), ItemId::path)
    }
}

pub async fn new(State(app): State<App>, member: Member) -> Result<Response> {
    let key = kit::token::number().to_string();
    let form = Form::with(&[("key", &key), ("locale", language::usual(&member).code())]);
    page(app, member, form, None).await
}

pub async fn edit(State(app): State<App>, member: Member, Path(id): Path<ItemId>) -> Result<Response> {
    let item = app.db.read(move |c| queries::by_id(c, id)).await?;
    page(app, member, filled(&item), Some(id)).await
}

fn filled(item: &Item) -> Form {
    let day = |day: Option<Day>| day.map(|d| d.to_string()).unwrap_or_default();
    Form::with(&[
        ("title", &item.title),
        ("body", &item.body),
        ("link", &item.link),
        ("on_day", &day(item.on_day)),
        ("until_day", &day(item.until_day)),
        ("locale", &item.locale),
    ])
}

async fn page(app: App, member: Member, form: Form, item: Option<ItemId>) -> Result<Response> {
    let (chrome, languages) = (member.chrome(Section::Agenda), language::options(&member));
    let voices = app.db.read(move |c| keeping::must_keep(c, &member)).await?;
    let page = FormPage { voices: choices(&chrome, &voices), chrome, form, item, languages };
    preview::again(&page, &page.form)
}

pub async fn create(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let Some((new, voice)) = parse(&member, &mut form) else {
        return page(app, member, form, None).await;
    };
    let (key, now) = (key(&form), member.now);
    let id = app
        .db
        .write(move |c| {
            let voice = kept_voice(&keeping::must_keep(c, &member)?, &voice)?;
            item::add(c, &new, key.as_deref(), &voice, now)
        })
        .await?;
    kit::page::see(&id.path())
}

pub async fn update(
    State(app): State<App>,
    member: Member,
    Path(id): Path<ItemId>,
    mut form: Form,
) -> Result<Response> {
    let Some((new, voice)) = parse(&member, &mut form) else {
        return page(app, member, form, Some(id)).await;
    };
    let now = member.now;
    app.db
        .write(move |c| {
            queries::by_id(c, id)?;
            let voice = kept_voice(&keeping::must_keep(c, &member)?, &voice)?;
            item::change(c, id, &new, &voice, now)
        })
        .await?;
    kit::page::see(&id.path())
}

/// The chosen voice, where it is one in which the register may be kept; a representative of the local
/// authority who also speaks for a choir keeps it for the authority.
fn kept_voice(keeping: &[Voice], chosen: &Voice) -> Result<Voice> {
    let found = keeping.iter().find(|v| *v == chosen).or(keeping.first());
    found.cloned().ok_or(kit::Error::Forbidden)
}

fn key(form: &Form) -> Option<String> {
    Some(form.value("key").to_owned()).filter(|key| !key.is_empty() && key.len() <= 64)
}

/// Nothing where the form is to be seen once more: it is faulty, or only a preview was asked for.
fn parse(member: &Member, form: &mut Form) -> Option<(NewItem, Voice)> {
    let new = NewItem {
        title: form.line("title", 3..=200),
        body: form.text("body", 0..=kit::markdown::LONGEST),
        link: form.web_address("link"),
        locale: language::chosen(form, member).into(),
        on_day: form.optional_day("on_day").map(Day),
        until_day: form.optional_day("until_day").map(Day),
    };
    if let Some(until) = new.until_day
        && new.on_day.is_none_or(|on| until < on)
    {
        form.add("until_day", Problem::new("agenda-until-before-on"));
    }
    let voice = member.voice(form)?;
    (form.is_valid() && !preview::is_asked(form)).then_some((new, voice))
}
