//! Ratifying a focus that the founding circle had settled: both sides say whether it stays. If not, it
//! goes back among the proposals, and its place is free.

use super::{Focus, FocusId, adoption, queries};
use crate::decisions::binding::{About, Binding};
use crate::decisions::{self, Decision, DecisionId, NewDecision, Outcome};
use crate::focuses::panels::Panel;
use crate::ratification::{self, OPEN_FOR};
use axum::extract::{Path, State};
use axum::response::Response;
use db::{Changed, Conn};
use jiff::Timestamp;
use kit::{App, Chrome, Error, Form, Markup, Result, Section, Voice};
use people::{Member, Visitor};

crate::decision_binding!(Binding { kind: KIND, settle, about });
crate::focus_panel!(Panel { place: 0, show });

const KIND: &str = "focus.ratification";

/// Opens the decision on each focus that is provisional; with the platform, above all.
pub fn open_ratifications(c: &mut Conn, by: &Voice, now: Timestamp) -> Result<()> {
    for focus in provisional(c)? {
        let latest = decisions::latest_of_subject(c, "focus", focus.id.0)?;
        if ratification::is_due(latest.as_ref(), KIND, now) {
            open(c, &focus, by, now)?;
        }
    }
    Ok(())
}

fn open(c: &mut Conn, focus: &Focus, by: &Voice, now: Timestamp) -> Result<DecisionId> {
    let locale = ratification::language(c)?;
    let new = NewDecision {
        kind: KIND,
        subject: ("focus", focus.id.0),
        question: locale.t("focuses-ratification-question").with("title", &focus.title).to_string(),
        body: locale.t("focuses-ratification-body").to_string(),
        locale: locale.code().into(),
        ends_focus: None,
        closes_at: now + OPEN_FOR,
    };
    ratification::open(c, &new, by, now)
}

fn settle(c: &mut Conn, decision: &Decision, outcome: Outcome, now: Timestamp) -> Result<()> {
    let id = FocusId(decision.subject_id);
    let Some(focus) = queries::by_id(c, id)?.filter(|focus| focus.is_active() || focus.is_waiting()) else {
        return Ok(());
    };
    if outcome == Outcome::Adopted {
        ratify(c, id)?;
        return adoption::record(c, "focus.ratified", &focus, now);
    }
    queries::hold_places(c)?;
    queries::propose_again(c, id)?;
    adoption::record(c, "focus.sent-back", &focus, now)?;
    adoption::fill_places(c, now)
}

fn about(c: &mut Conn, decision: &Decision, chrome: &Chrome) -> Result<About> {
    let Some(focus) = queries::by_id(c, FocusId(decision.subject_id))? else { return Ok(About::default()) };
    let key = match decision.outcome {
        None => "focuses-ratification-follows",
        Some(Outcome::Adopted) => "focuses-ratification-adopted",
        Some(Outcome::Rejected) => "focuses-ratification-rejected",
    };
    let says = vec![chrome.t(key).to_string()];
    Ok(About { headline: String::new(), says, path: focus.path(), name: focus.title })
}

/// What the founding circle settled: still provisional, or adopted by a decision that it had opened.
fn was_founded(c: &mut Conn, focus: &Focus) -> Result<bool> {
    if focus.provisional || !(focus.is_active() || focus.is_waiting()) {
        return Ok(focus.provisional);
    }
    let decision = focus.decision_id.map(|id| decisions::by_id(c, id)).transpose()?.flatten();
    decision.map_or(Ok(false), |decision| adoption::was_founding(c, &decision))
}

/// The way to a vote, for who may ask for one. Nothing is read for all others.
fn show(c: &mut Conn, focus: &Focus, visitor: &Visitor) -> Result<Option<Markup>> {
    let voices = ratification::askers(visitor, focus.provisional);
    if voices.is_empty() || !was_founded(c, focus)? {
        return Ok(None);
    }
    let latest = decisions::latest_of_subject(c, "focus", focus.id.0)?;
    if !ratification::is_due(latest.as_ref(), KIND, visitor.now) {
        return Ok(None);
    }
    let chrome = visitor.chrome(Section::Focuses);
    ratification::ask(&chrome, &format!("{}/ratification", focus.id.path()), voices).map(Some)
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<FocusId>,
    form: Form,
) -> Result<Response> {
    let now = member.now;
    let ask = move |c: &mut Conn| {
        let focus = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
        let voice = ratification::asker(&member, &mut form.clone(), focus.provisional)?;
        kit::error::ensure(was_founded(c, &focus)?)?;
        let latest = decisions::latest_of_subject(c, "focus", id.0)?;
        ratification::open_or_ask(latest.as_ref(), KIND, now, || open(c, &focus, &voice, now))
    };
    let decision = app.db.write(ask).await?;
    kit::page::see(&decision.path())
}

db::query! {
    /// What waits for being ratified.
    fn provisional() -> Vec<Focus> {
        "select id, title, body, html, locale, person_id, group_id, proposed_at, state, adopted_at, until_day,
                term_months, provisional, decision_id
         from focuses where provisional and state <> 'closed' order by id limit 50"
    }

    /// Both sides have ratified it.
    fn ratify(id: FocusId) -> Changed {
        "update focuses set provisional = false where id = $1"
    }
}
