//! What a result is, and telling one.

use super::queries;
use crate::initiatives::{self, Carrier, InitiativeId, carrying_voice};
use crate::promises::{self, Promise, PromiseId};
use db::Conn;
use forum::threads::language;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::{Chrome, Error, Form, Markup, Problem, Result, Scope, Side, Voice, markdown};
use people::Member;

db::id! {
    ResultId,
}

db::row! {
    /// A result as pages show it. (`Result` is Rust's word already.)
    #[derive(Debug, Clone)]
    pub struct Outcome {
        pub id: ResultId,
        pub initiative_id: InitiativeId,
        pub initiative: String,
        /// The language of that title.
        pub initiative_locale: String,
        pub title: String,
        pub html: Markup,
        pub amount: Option<f64>,
        pub unit: String,
        pub link: String,
        pub locale: String,
        pub by_name: String,
        pub side: Side,
        pub at: Timestamp,
    }
}

impl Outcome {
    /// The number as the language writes it; empty where there is none.
    pub fn number(&self, chrome: &Chrome) -> String {
        self.amount.map_or_else(String::new, |n| chrome.number(n))
    }

    /// The number's unit, or without a number nothing.
    pub fn what(&self) -> &str {
        if self.amount.is_some() { &self.unit } else { "" }
    }

    pub fn path(&self) -> String {
        path(self.initiative_id, self.id)
    }
}

/// On its initiative's page.
fn path(initiative: InitiativeId, id: ResultId) -> String {
    format!("{}#result-{id}", initiative.path())
}

/// Who may say what came of an initiative: whoever carries it or promised something in it, and guides.
pub fn may_tell(member: &Member, carriers: &[Carrier], promises: &[Promise]) -> bool {
    member.is_guide()
        || carrying_voice(carriers, member.voices()).is_some()
        || promises.iter().any(|promise| promise.voice_of(member).is_some())
}

/// A result as somebody tells it.
#[derive(Debug, Clone)]
pub struct NewResult {
    pub title: String,
    pub body: String,
    pub amount: Option<f64>,
    pub unit: String,
    pub link: String,
    /// The promise that it came from.
    pub promise: Option<PromiseId>,
    pub locale: String,
    /// What makes a form that is sent twice one result.
    pub key: Option<String>,
}

impl NewResult {
    pub(super) fn parse(form: &mut Form, member: &Member) -> Option<NewResult> {
        let new = NewResult {
            title: form.line("title", 5..=140),
            body: form.text("body", 0..=8_000),
            amount: form.optional_number("amount"),
            unit: form.line("unit", 0..=60),
            link: form.web_address("link"),
            promise: form.optional_choice("promise"),
            locale: language::chosen(form, member).into(),
            key: member.form_key(form),
        };
        if new.amount.is_some() && new.unit.is_empty() && !form.has_error("unit") {
            form.add("unit", Problem::new("results-number-of-what"));
        }
        if new.body.is_empty() && new.amount.is_none() && new.link.is_empty() && form.is_valid() {
            form.add("body", Problem::new("results-evidence"));
        }
        form.is_valid().then_some(new)
    }
}

/// Tells a result. It is news of the initiative.
pub fn tell(
    c: &mut Conn,
    initiative: InitiativeId,
    new: &NewResult,
    by: &Voice,
    now: Timestamp,
) -> Result<ResultId> {
    initiatives::by_id(c, initiative)?.ok_or(Error::NotFound)?;
    if let Some(id) = new.promise {
        let of_it = promises::by_id(c, id)?.filter(|promise| promise.initiative_id == initiative);
        of_it.ok_or_else(|| Error::Invalid(Problem::new("results-promise-elsewhere")))?;
    }
    let Some(id) = insert(c, initiative, new, by, now)? else {
        return queries::by_key(c, new.key.as_deref().unwrap_or_default())?.ok_or(Error::NotFound);
    };
    find_in_search(c, (initiative, id), new, by, now)?;
    initiatives::news(c, initiative, now)?;
    let subject = ("initiative", initiative.0);
    let what = Happening { kind: "result.told", subject, title: &new.title, scope: Scope::Open };
    activity::record(c, by, what, now)?;
    Ok(id)
}

fn find_in_search(
    c: &mut Conn,
    (initiative, id): (InitiativeId, ResultId),
    new: &NewResult,
    by: &Voice,
    now: Timestamp,
) -> Result<()> {
    let (path, body) = (path(initiative, id), format!("{}\n\n{}", new.body, new.unit));
    let place = format!("initiative-{initiative}");
    let document = db::search::Document {
        kind: "result",
        subject_id: id.0,
        scope: Scope::Open.as_str(),
        path: &path,
        title: &new.title,
        body: body.trim(),
        locale: &new.locale,
        said: Some(by.said(&place)),
        at: now,
    };
    Ok(db::search::put(c, &document)?)
}

fn insert(
    c: &mut Conn,
    initiative: InitiativeId,
    new: &NewResult,
    by: &Voice,
    now: Timestamp,
) -> Result<Option<ResultId>> {
    let NewResult { title, body, amount, unit, link, promise, locale, key } = new;
    let (html, key) = (markdown::render(body).0, key.as_deref());
    let (person, group) = (by.person, by.group);
    Ok(queries::insert(
        c, initiative, *promise, title, body, &html, *amount, unit, link, locale, person, group, now, key,
    )?)
}
