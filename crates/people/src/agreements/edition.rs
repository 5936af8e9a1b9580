//! A steward writes the next version.

use super::agreement::{DAYS, Draft, Text, Weight};
use super::queries;
use crate::Steward;
use crate::sessions::cookie;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use jiff::SignedDuration;
use kit::activity::{self, Happening};
use kit::{App, Chrome, Error, Form, Locale, Problem, Result, Scope, Section, markdown, page};

const CHANGED: &str = "agreements-changed-meanwhile";

#[derive(Template)]
#[template(path = "agreements/edit.html")]
struct EditPage {
    chrome: Chrome,
    form: Form,
    languages: Vec<Locale>,
    is_first: bool,
}

impl EditPage {
    /// What was seen when writing began tells whether it is the first one.
    fn of(steward: &Steward, form: Form) -> Result<EditPage> {
        let languages = steward.community()?.languages.clone();
        let is_first = seen(&form) == 0;
        Ok(EditPage { chrome: steward.chrome(Section::None), form, languages, is_first })
    }

    fn label(&self, language: &Locale) -> String {
        let label = self.chrome.t("agreements-text");
        if self.languages.len() == 1 {
            label.to_string()
        } else {
            format!("{label}, {}", language.own_name())
        }
    }

    fn weights(&self) -> Vec<(&'static str, String)> {
        let says = [
            (Weight::Change, "agreements-weight-change"),
            (Weight::Correction, "agreements-weight-correction"),
        ];
        says.map(|(weight, key)| (weight.as_str(), self.chrome.t(key).to_string())).into()
    }

    fn names(&self) -> Vec<(&'static str, String)> {
        let texts = self.languages.iter().map(|language| (language.code(), self.label(language)));
        let others =
            [("note", "agreements-note"), ("weight", "agreements-weight"), ("days", "agreements-days")];
        texts.chain(others.map(|(field, key)| (field, self.chrome.t(key).to_string()))).collect()
    }
}

fn seen(form: &Form) -> i64 {
    form.value("seen").parse().unwrap_or_default()
}

pub async fn edit(State(app): State<App>, steward: Steward) -> Result<Response> {
    let (number, texts) = app.db.read(newest).await?;
    let mut form = Form::with(&[("seen", &number.to_string()), ("days", &DAYS.to_string())]);
    texts.iter().for_each(|text| form.set(&text.locale, text.body.as_str()));
    page::show(&EditPage::of(&steward, form)?)
}

/// 0, and nothing, before the first.
fn newest(c: &mut Conn) -> Result<(i64, Vec<Text>)> {
    let number = queries::newest_number(c)?.unwrap_or_default();
    Ok((number, queries::texts(c, number)?))
}

pub async fn update(State(app): State<App>, steward: Steward, mut form: Form) -> Result<Response> {
    let seen = seen(&form);
    let Some(draft) = Draft::parse(&mut form, &steward.community()?.languages, seen == 0) else {
        return page::invalid(&EditPage::of(&steward, form)?);
    };
    let who = steward.clone();
    match app.db.write(move |c| publish(c, &draft, seen, &who)).await {
        // Somebody was quicker: the form again with all that was typed, and the next time theirs counts as seen.
        Err(Error::Conflict(problem)) => {
            let (number, _) = app.db.read(newest).await?;
            form.set("seen", number.to_string());
            form.add("note", problem);
            page::invalid(&EditPage::of(&steward, form)?)
        }
        published => {
            published?;
            let mut response = page::see("/agreements")?;
            cookie::set_flash(response.headers_mut(), &app.settings, "agreements-published");
            Ok(response)
        }
    }
}

/// Writes the next version, unless somebody else has since `seen`. The same texts again are the same version. Whoever
/// writes it accepts it.
fn publish(c: &mut Conn, draft: &Draft, seen: i64, by: &Steward) -> Result<()> {
    let (number, texts) = newest(c)?;
    if draft.says(&texts) {
        return Ok(());
    }
    let (next, now) = (number + 1, by.now);
    let due = draft.days.map(|days| now + SignedDuration::from_hours(24 * days));
    let inserted = match number == seen {
        true => queries::insert(c, next, by.id(), now, &draft.note, by.locale.code(), due)?,
        false => None,
    };
    inserted.ok_or_else(|| Error::Conflict(Problem::new(CHANGED)))?;
    for (position, (language, body)) in draft.texts.iter().enumerate() {
        let html = markdown::render(body).0;
        queries::insert_text(c, next, language.code(), position as i64, body, &html)?;
    }
    queries::accept(c, by.id(), next, now)?;
    let title = next.to_string();
    let subject = ("agreements", next);
    let what = Happening { kind: "agreements.changed", subject, title: &title, scope: Scope::Open };
    activity::record(c, by.own_voice(), what, now)?;
    Ok(())
}
