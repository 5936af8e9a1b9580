//! The periods as a form.

use crate::Guide;
use crate::sessions::cookie;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::retention::{self, Period};
use kit::{App, Chrome, Form, Result, Scope, Section, Voice, page};
use serde_json::{Map, Value};

#[derive(Template)]
#[template(path = "retention/edit.html")]
struct EditPage {
    chrome: Chrome,
    form: Form,
    periods: Vec<&'static Period>,
}

impl EditPage {
    fn of(guide: &Guide, form: Form) -> EditPage {
        EditPage { chrome: guide.chrome(Section::None), form, periods: retention::in_order() }
    }

    fn label(&self, period: &Period) -> String {
        label(&self.chrome, period)
    }

    /// What it is, and between how many days one may choose.
    fn hint(&self, period: &Period) -> String {
        let says = self.chrome.t(&format!("retention-{}-hint", period.kind)).to_string();
        let (least, most) = period.bounds;
        let bounds = self.chrome.t("retention-bounds").with("least", least).with("most", most);
        format!("{says} {bounds}")
    }

    fn names(&self) -> Vec<(&'static str, String)> {
        self.periods.iter().map(|period| (period.kind, self.label(period))).collect()
    }
}

/// What a period is called, here and on the page of privacy.
pub fn label(chrome: &Chrome, period: &Period) -> String {
    // messages: retention-*
    chrome.t(&format!("retention-{}", period.kind)).to_string()
}

pub async fn edit(State(app): State<App>, guide: Guide) -> Result<Response> {
    let days = app.db.read(chosen).await?;
    let mut form = Form::default();
    days.iter().for_each(|(kind, days)| form.set(kind, days.to_string()));
    page::show(&EditPage::of(&guide, form))
}

/// The days of each period, as they are now.
pub fn chosen(c: &mut Conn) -> Result<Vec<(&'static str, i64)>> {
    let periods = retention::in_order().into_iter();
    periods.map(|period| Ok((period.kind, retention::days(c, period.kind)?))).collect()
}

pub async fn update(State(app): State<App>, guide: Guide, mut form: Form) -> Result<Response> {
    let periods = retention::in_order().into_iter();
    let days: Vec<(&'static str, Option<i64>)> =
        periods.map(|period| (period.kind, form.whole(period.kind, period.range()))).collect();
    if form.has_errors() {
        return page::invalid(&EditPage::of(&guide, form));
    }
    let days: Vec<(&'static str, i64)> = days.into_iter().filter_map(|(kind, d)| Some((kind, d?))).collect();
    let (voice, now, town) = (guide.own_voice().clone(), guide.now, guide.community()?.name.clone());
    app.db.write(move |c| choose(c, &days, &voice, &town, now)).await?;
    let mut response = page::see("/community/retention")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "account-saved");
    Ok(response)
}

/// Chooses, and records what is another than it was.
fn choose(c: &mut Conn, days: &[(&str, i64)], by: &Voice, town: &str, now: Timestamp) -> Result<()> {
    let was = chosen(c)?;
    let changed: Vec<_> =
        days.iter().filter(|(kind, d)| !was.iter().any(|(k, w)| k == kind && w == d)).collect();
    for (kind, days) in &changed {
        retention::choose(c, kind, *days)?;
    }
    if changed.is_empty() {
        return Ok(());
    }
    let is: Map<String, Value> =
        changed.iter().map(|(kind, days)| ((*kind).to_owned(), Value::from(*days))).collect();
    let subject = ("community", 1);
    let what = Happening { kind: "community.retention", subject, title: town, scope: Scope::Open };
    activity::record_with(c, Some((by.person, by.group)), what, &serde_json::json!({ "is": is }), now)?;
    Ok(())
}
