//! Writing a new version: by guides; in the founding stage by the whole circle. While both sides are
//! asked about a version, no other is written.

use super::version::{Draft, FIELDS, Section};
use super::{finding, queries};
use crate::{decisions, preview};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use forum::threads::language;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, Problem, Result, Scope, Voice, activity, markdown};
use people::{Member, Visitor};

pub fn may_edit(visitor: &Visitor) -> bool {
    let founding = visitor.community.as_ref().is_some_and(|c| c.is_founding());
    visitor.is_guide() || (founding && visitor.sees_circle())
}

/// Writes the next version, unless somebody else has written one since `seen`. The same draft again is
/// the same version. In no language, or in several: nothing says which.
pub fn publish(c: &mut Conn, draft: &Draft, seen: i64, by: &Voice, now: Timestamp) -> Result<()> {
    publish_in(c, (draft, ""), seen, by, now)
}

/// The same in one language.
fn publish_in(
    c: &mut Conn,
    (draft, locale): (&Draft, &str),
    seen: i64,
    by: &Voice,
    now: Timestamp,
) -> Result<()> {
    let current = Current::find(c)?;
    if current.is(draft, locale) {
        return Ok(());
    }
    let number = current.number + 1;
    let inserted = match current.number == seen {
        true => queries::insert_version(c, number, &draft.summary, locale, by.person, by.group, now)?,
        false => None,
    };
    let version = inserted.ok_or_else(|| Error::Conflict(Problem::new(CHANGED)))?;
    for (position, (title, body)) in draft.sections.iter().enumerate() {
        queries::insert_section(c, version, position as i64, title, body, &markdown::render(body).0)?;
    }
    finding::find_in_search(c, draft, locale, now)?;
    let (title, subject) = (number.to_string(), ("charter", version));
    let what = activity::Happening { kind: "charter.changed", subject, title: &title, scope: Scope::Open };
    activity::record(c, by, what, now)?;
    if kit::community::load(c)?.is_some_and(|community| !community.is_founding()) {
        super::open_ratification(c, by, now)?;
    }
    Ok(())
}

const CHANGED: &str = "charter-changed-meanwhile";

/// The newest version; number 0, and nothing in it, before the first.
struct Current {
    number: i64,
    locale: String,
    sections: Vec<Section>,
}

impl Current {
    fn find(c: &mut Conn) -> Result<Current> {
        let Some(version) = queries::current(c)? else {
            return Ok(Current { number: 0, locale: String::new(), sections: Vec::new() });
        };
        let sections = queries::sections(c, version.id)?;
        Ok(Current { number: version.number, locale: version.locale, sections })
    }

    /// Whether it is this draft.
    fn is(&self, draft: &Draft, locale: &str) -> bool {
        self.locale == locale && draft.says(&self.sections)
    }
}

/// What everybody is being asked about isn't replaced meanwhile.
fn ensure_no_vote(c: &mut Conn) -> Result<()> {
    let Some(version) = queries::current(c)? else { return Ok(()) };
    match decisions::open_of_subject(c, "charter", version.id)? {
        Some(_) => Err(Error::Conflict(Problem::new("charter-vote-open"))),
        None => Ok(()),
    }
}

#[derive(Template)]
#[template(path = "charter/form.html")]
struct FormPage {
    chrome: Chrome,
    form: Form,
    /// `(number, title field, body field)` of each section there is room for.
    fields: Vec<(usize, &'static str, &'static str)>,
    is_open: bool,
    languages: Vec<(&'static str, &'static str)>,
}

impl FormPage {
    fn of(member: &Member, form: Form) -> FormPage {
        let fields = FIELDS.iter().enumerate().map(|(i, (title, body))| (i + 1, *title, *body)).collect();
        let is_open = member.community.as_ref().is_some_and(|c| !c.is_founding());
        let languages = language::options(member);
        FormPage { chrome: member.chrome(kit::Section::Charter), form, fields, is_open, languages }
    }

    /// The fields' names, for the summary of faults.
    fn names(&self) -> Vec<(&'static str, String)> {
        let name = |number: &usize, key| {
            let section = self.chrome.t("charter-section").with("number", *number);
            format!("{section}, {}", self.chrome.t(key))
        };
        let of = |(number, title, body): &(usize, &'static str, &'static str)| {
            [(*title, name(number, "charter-section-title")), (*body, name(number, "charter-section-text"))]
        };
        self.fields
            .iter()
            .flat_map(of)
            .chain([("summary", self.chrome.t("charter-summary").to_string())])
            .collect()
    }

    /// The first sections stand open, and those that say something; the rest wait behind a line.
    fn is_shown(&self, field: &(usize, &'static str, &'static str)) -> bool {
        let (number, title, body) = field;
        let filled = |name: &str| !self.form.value(name).is_empty() || self.form.has_error(name);
        *number == 1 || filled(title) || filled(body)
    }
}

pub async fn edit(State(app): State<App>, member: Member) -> Result<Response> {
    ensure(may_edit(&member))?;
    let current = app
        .db
        .read(|c| {
            ensure_no_vote(c)?;
            Current::find(c)
        })
        .await?;
    let usual = language::usual(&member).code();
    let locale = if current.locale.is_empty() { usual } else { current.locale.as_str() };
    let mut form = Form::with(&[("seen", &current.number.to_string()), ("locale", locale)]);
    for ((title, body), section) in FIELDS.iter().zip(&current.sections) {
        form.set(title, section.title.as_str());
        form.set(body, section.body.as_str());
    }
    if current.sections.is_empty() {
        suggest(&mut form, &member.chrome(kit::Section::Charter));
    }
    kit::page::show(&FormPage::of(&member, form))
}

/// A first charter starts with four headings, not with an empty page.
fn suggest(form: &mut Form, chrome: &Chrome) {
    let keys = ["charter-suggest-aim", "charter-suggest-leave", "charter-suggest-how", "charter-suggest-who"];
    for ((title, _), key) in FIELDS.iter().zip(keys) {
        form.set(title, chrome.t(key).to_string());
    }
}

pub async fn update(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    ensure(may_edit(&member))?;
    let seen = form.value("seen").parse().unwrap_or(0);
    let locale = language::chosen(&mut form, &member);
    let Some(draft) = Draft::parse(&mut form).filter(|_| !preview::is_asked(&form)) else {
        let page = FormPage::of(&member, form);
        return preview::again(&page, &page.form);
    };
    let (voice, now) = (member.own_voice().clone(), member.now);
    let published = app.db.write(move |c| publish_unless_asked(c, (&draft, locale), seen, &voice, now)).await;
    match published {
        Err(Error::Conflict(problem)) if problem.key == CHANGED => {
            look_again(&app, &member, form, problem).await
        }
        published => published.and_then(|()| kit::page::see("/charter")),
    }
}

/// The same draft sent twice finds its own vote open; that is no conflict.
fn publish_unless_asked(
    c: &mut Conn,
    (draft, locale): (&Draft, &str),
    seen: i64,
    by: &Voice,
    now: Timestamp,
) -> Result<()> {
    if !Current::find(c)?.is(draft, locale) {
        ensure_no_vote(c)?;
    }
    publish_in(c, (draft, locale), seen, by, now)
}

/// Somebody was quicker: the form again with all that was typed, and the next time it counts as seen.
async fn look_again(app: &App, member: &Member, mut form: Form, problem: Problem) -> Result<Response> {
    let current = app.db.read(Current::find).await?;
    form.set("seen", current.number.to_string());
    form.add("summary", problem);
    kit::page::invalid(&FormPage::of(member, form))
}
