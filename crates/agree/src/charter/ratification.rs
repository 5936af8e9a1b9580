//! Ratifying the charter: a decision of both sides makes a version final. It opens with the platform,
//! with each later version, and when a citizen group asks for it.

use super::queries;
use super::version::Version;
use crate::decisions::binding::{About, Binding};
use crate::decisions::{self, Decision, DecisionId, NewDecision, Outcome};
use crate::ratification::{self, OPEN_FOR};
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::{App, Chrome, Error, Form, Markup, Problem, Result, Voice};
use people::{Member, Visitor};

crate::decision_binding!(Binding { kind: KIND, settle, about });

const KIND: &str = "ratification";

/// Opens the decision on the newest version. Without a charter, or while one is open, nothing
/// happens.
pub fn open_ratification(c: &mut Conn, by: &Voice, now: Timestamp) -> Result<Option<DecisionId>> {
    let (number, locale) = (queries::current_number(c)?.unwrap_or(0), ratification::language(c)?);
    let question = locale.t("charter-ratification-question").with("number", number).to_string();
    let body = locale.t("charter-ratification-body").to_string();
    put_to_vote(c, by, (&question, &body, locale.code()), now + OPEN_FOR, now)
}

/// The same in words of one's own: `(question, body, language)`. `None` where there is nothing to open.
pub fn put_to_vote(
    c: &mut Conn,
    by: &Voice,
    words: (&str, &str, &str),
    closes_at: Timestamp,
    now: Timestamp,
) -> Result<Option<DecisionId>> {
    let Some(version) = queries::current(c)? else { return Ok(None) };
    if decisions::open_of_subject(c, "charter", version.id)?.is_some() {
        return Ok(None);
    }
    let (question, body, locale) = words;
    let new = NewDecision {
        kind: KIND,
        subject: ("charter", version.id),
        question: question.into(),
        body: body.into(),
        locale: locale.into(),
        ends_focus: None,
        closes_at,
    };
    let id = ratification::open(c, &new, by, now)?;
    queries::set_decision(c, version.id, id.0)?;
    Ok(Some(id))
}

/// Adopted, the version is final; rejected, it is provisional, even if it was ratified before.
fn settle(c: &mut Conn, decision: &Decision, outcome: Outcome, now: Timestamp) -> Result<()> {
    match outcome {
        Outcome::Adopted => queries::ratify(c, decision.subject_id, now)?,
        Outcome::Rejected => queries::unratify(c, decision.subject_id)?,
    };
    Ok(())
}

fn about(c: &mut Conn, decision: &Decision, chrome: &Chrome) -> Result<About> {
    let number = queries::by_id(c, decision.subject_id)?.map_or(0, |version| version.number);
    let key = match decision.outcome {
        None => "charter-ratification-follows",
        Some(Outcome::Adopted) => "charter-ratification-adopted",
        Some(Outcome::Rejected) => "charter-ratification-rejected",
    };
    Ok(About {
        headline: String::new(),
        says: vec![chrome.t(key).with("number", number).to_string()],
        path: format!("/charter/versions/{number}"),
        name: chrome.t("charter-version").with("number", number).to_string(),
    })
}

/// The way to a vote on the newest version, for who may ask for one. Nothing is read for all others.
pub(super) fn ask(c: &mut Conn, visitor: &Visitor, chrome: &Chrome, version: &Version) -> Result<Markup> {
    let voices = ratification::askers(visitor, version.provisional);
    if voices.is_empty() {
        return Ok(Markup::default());
    }
    let latest = decisions::latest_of_subject(c, "charter", version.id)?;
    if !ratification::is_due(latest.as_ref(), KIND, visitor.now) {
        return Ok(Markup::default());
    }
    ratification::ask(chrome, "/charter/ratification", voices)
}

pub async fn create(State(app): State<App>, member: Member, form: Form) -> Result<Response> {
    let now = member.now;
    let ask = move |c: &mut Conn| {
        let version =
            queries::current(c)?.ok_or_else(|| Error::Conflict(Problem::new("charter-none-yet")))?;
        let voice = ratification::asker(&member, &mut form.clone(), version.provisional)?;
        let latest = decisions::latest_of_subject(c, "charter", version.id)?;
        ratification::open_or_ask(latest.as_ref(), KIND, now, || {
            open_ratification(c, &voice, now)?.ok_or(Error::NotFound)
        })
    };
    let decision = app.db.write(ask).await?;
    kit::page::see(&decision.path())
}
