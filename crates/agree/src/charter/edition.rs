//! Writing a new version: by guides; in the founding stage by the whole circle. While both sides are
//! asked about a version, no other is written.

use super::queries;
use super::version::{Draft, FIELDS, Section};
use crate::decisions;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, Problem, Result, Scope, Voice, activity, markdown};
use people::{Member, Visitor};

pub fn may_edit(visitor: &Visitor) -> bool {
    let founding = visitor.community.as_ref().is_some_and(|c| c.is_founding());
    visitor.is_guide() || (founding && visitor.sees_circle())
}

/// Writes the next version, unless somebody else has written one since `seen`. The same draft again is
/// the same version.
pub fn publish(c: &mut Conn, draft: &Draft, seen: i64, by: &Voice, now: Timestamp) -> Result<()> {
    let (current, sections) = current(c)?;
    if current != seen {
        return if draft.says(&sections) { Ok(()) } else { Err(changed_meanwhile()) };
    }
    let version = queries::insert_version(c, current + 1, &draft.summary, by.person, by.group, now)?;
    let version = version.ok_or_else(changed_meanwhile)?;
    for (position, (title, body)) in draft.sections.iter().enumerate() {
        queries::insert_section(c, version, position as i64, title, body, &markdown::render(body).0)?;
    }
    let (title, subject) = ((current + 1).to_string(), ("charter", version));
    let what = activity::Happening { kind: "charter.changed", subject, title: &title, scope: Scope::Open };
    activity::record(c, by, what, now)?;
    if kit::community::load(c)?.is_some_and(|community| !community.is_founding()) {
        super::open_ratification(c, by, now)?;
    }
    Ok(())
}

const CHANGED: &str = "charter-changed-meanwhile";

fn changed_meanwhile() -> Error {
    Error::Conflict(Problem::new(CHANGED))
}

/// The number of the newest version, and what it says; 0 and nothing before the first.
fn current(c: &mut Conn) -> Result<(i64, Vec<Section>)> {
    let version = queries::current(c)?;
    let sections = version.as_ref().map_or(Ok(Vec::new()), |v| queries::sections(c, v.id))?;
    Ok((version.map_or(0, |v| v.number), sections))
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
}

impl FormPage {
    fn of(member: &Member, form: Form) -> FormPage {
        let fields = FIELDS.iter().enumerate().map(|(i, (title, body))| (i + 1, *title, *body)).collect();
        let is_open = member.community.as_ref().is_some_and(|c| !c.is_founding());
        FormPage { chrome: member.chrome(kit::Section::Charter), form, fields, is_open }
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
    let (number, sections) = app
        .db
        .read(|c| {
            ensure_no_vote(c)?;
            current(c)
        })
        .await?;
    let mut form = Form::with(&[("seen", &number.to_string())]);
    for ((title, body), section) in FIELDS.iter().zip(&sections) {
        form.set(title, section.title.as_str());
        form.set(body, section.body.as_str());
    }
    if sections.is_empty() {
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
    let Some(draft) = Draft::parse(&mut form) else {
        return kit::page::invalid(&FormPage::of(&member, form));
    };
    let (voice, now) = (member.own_voice().clone(), member.now);
    let published = app.db.write(move |c| publish_unless_asked(c, &draft, seen, &voice, now)).await;
    match published {
        Err(Error::Conflict(problem)) if problem.key == CHANGED => {
            look_again(&app, &member, form, problem).await
        }
        published => published.and_then(|()| kit::page::see("/charter")),
    }
}

/// The same draft sent twice finds its own vote open; that is no conflict.
fn publish_unless_asked(c: &mut Conn, draft: &Draft, seen: i64, by: &Voice, now: Timestamp) -> Result<()> {
    let (_, sections) = current(c)?;
    if !draft.says(&sections) {
        ensure_no_vote(c)?;
    }
    publish(c, draft, seen, by, now)
}

/// Somebody was quicker: the form again with all that was typed, and the next time it counts as seen.
async fn look_again(app: &App, member: &Member, mut form: Form, problem: Problem) -> Result<Response> {
    let (number, _) = app.db.read(current).await?;
    form.set("seen", number.to_string());
    form.add("summary", problem);
    kit::page::invalid(&FormPage::of(member, form))
}
