//! Ending a focus before its term, withdrawing a proposal, and taking either up again.

use super::adoption::{self, places};
use super::focus::{Focus, FocusId, FocusState};
use super::{queries, term};
use crate::decisions::{self, DecisionId};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use forum::threads::language;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, Problem, Result, Scope, Section, Voice, Words, activity};
use people::Member;

/// Ends a focus. The place it held is free at once, and the next that waits takes it.
fn close(c: &mut Conn, id: FocusId, by: (&Member, &Voice), why: Words<'_>, now: Timestamp) -> Result<()> {
    let (member, voice) = by;
    let focus = may_close(c, id, member)?;
    queries::hold_places(c)?;
    queries::insert_closure(c, id, now, why.text, why.locale, Some(voice.person), voice.group, None)?;
    term::end(c, id)?;
    let kind = if focus.is_proposed() { "focus.withdrawn" } else { "focus.closed" };
    record(c, voice, kind, &focus, now)?;
    adoption::fill_places(c, now)
}

/// What everybody is being asked about can't be taken from the table meanwhile.
fn may_close(c: &mut Conn, id: FocusId, member: &Member) -> Result<Focus> {
    let focus = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    ensure(focus.may_be_closed_by(member.voices(), member.is_guide()))?;
    if focus.is_proposed() && decisions::open_of_subject(c, "focus", id.0)?.is_some() {
        return Err(Error::Conflict(Problem::new("focuses-decision-open")));
    }
    Ok(focus)
}

/// Ends an active focus because a decision named it.
pub(super) fn end_by_decision(c: &mut Conn, id: FocusId, decision: DecisionId, now: Timestamp) -> Result<()> {
    let Some(focus) = queries::by_id(c, id)?.filter(Focus::is_active) else { return Ok(()) };
    queries::insert_closure(c, id, now, "", "", None, None, Some(decision))?;
    term::end(c, id)?;
    adoption::record(c, "focus.made-room", &focus, now)
}

/// Takes it up again: as it was where that is allowed and a place is free, else among the proposals.
fn reopen(c: &mut Conn, id: FocusId, member: &Member, now: Timestamp) -> Result<()> {
    let focus = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    ensure(focus.may_be_reopened_by(member.voices(), member.is_guide()))?;
    let closure = queries::last_closure(c, id)?.ok_or(Error::NotFound)?;
    let zone = term::zone(c)?;
    queries::hold_places(c)?;
    if focus.comes_back_as(&closure, zone.to_datetime(now).date()) == FocusState::Active {
        if places(c)?.free() == 0 {
            return Err(Error::Conflict(Problem::new("focuses-no-place")));
        }
        queries::set_state(c, id, FocusState::Active)?;
    } else {
        queries::propose_again(c, id)?;
    }
    queries::mark_reopened(c, id, now, member.id())?;
    record(c, member.own_voice(), "focus.reopened", &focus, now)
}

fn record(c: &mut Conn, by: &Voice, kind: &str, focus: &Focus, now: Timestamp) -> Result<()> {
    let subject = ("focus", focus.id.0);
    let what = activity::Happening { kind, subject, title: &focus.title, scope: Scope::Open };
    activity::record(c, by, what, now)?;
    Ok(())
}

#[derive(Template)]
#[template(path = "focuses/closure.html")]
struct ClosurePage {
    chrome: Chrome,
    focus: Focus,
    form: Form,
    voices: Vec<(String, String)>,
}

async fn page(app: &App, member: Member, id: FocusId, form: Form) -> Result<ClosurePage> {
    let asked = member.clone();
    let focus = app.db.read(move |c| may_close(c, id, &asked)).await?;
    Ok(ClosurePage { chrome: member.chrome(Section::Focuses), focus, form, voices: member.voice_options() })
}

pub async fn new(State(app): State<App>, member: Member, Path(id): Path<FocusId>) -> Result<Response> {
    kit::page::show(&page(&app, member, id, Form::default()).await?)
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<FocusId>,
    mut form: Form,
) -> Result<Response> {
    let (voice, why) = (member.voice(&mut form), form.text("why", 3..=2_000));
    let (Some(voice), true) = (voice, form.is_valid()) else {
        return kit::page::invalid(&page(&app, member, id, form).await?);
    };
    let (locale, now) = (language::usual(&member).code(), member.now);
    app.db.write(move |c| close(c, id, (&member, &voice), Words::new(&why, locale), now)).await?;
    kit::page::see(&id.path())
}

pub async fn destroy(State(app): State<App>, member: Member, Path(id): Path<FocusId>) -> Result<Response> {
    let now = member.now;
    app.db.write(move |c| reopen(c, id, &member, now)).await?;
    kit::page::see(&id.path())
}
