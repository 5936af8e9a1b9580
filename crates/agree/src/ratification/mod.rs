//! What the founding circle settled is provisional until both sides have ratified it, each thing in a
//! decision of its own. These open with the platform. A citizen group may ask for one again at any
//! later time, so that whoever came later isn't bound by those who were first; after each such vote
//! the matter rests for a while.

use crate::decisions::{self, Decision, DecisionId, NewDecision};
use askama::Template;
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use kit::{Chrome, Error, Form, Locale, Markup, Problem, Result, Side, Voice};
use people::{Member, Visitor};

/// How long such a decision is open.
pub const OPEN_FOR: SignedDuration = SignedDuration::from_hours(24 * 28);

/// So long after the platform was opened, whoever comes may vote too: it opened for them, and without
/// them the founding circle would only ratify itself.
const NEWCOMERS: SignedDuration = SignedDuration::from_hours(24 * 21);

/// How long the matter rests after it.
pub const REST: SignedDuration = SignedDuration::from_hours(24 * 90);

/// Opens such a decision.
pub fn open(c: &mut Conn, new: &NewDecision, by: &Voice, now: Timestamp) -> Result<DecisionId> {
    let opened = kit::community::load(c)?.and_then(|community| community.opened_at);
    let until = opened.map_or(now, |opened| (opened + NEWCOMERS).max(now));
    decisions::open_to_newcomers(c, new, by, until, now)
}

/// The language in which everybody is asked.
pub fn language(c: &mut Conn) -> Result<Locale> {
    Ok(kit::community::load(c)?.map_or_else(Locale::english, |community| community.main_language()))
}

/// Whether both sides may be asked now. `latest` is the last decision about the thing, of whatever kind.
pub fn is_due(latest: Option<&Decision>, kind: &str, now: Timestamp) -> bool {
    latest.is_none_or(|decision| match decision.closed_at {
        None => false,
        Some(closed) => decision.kind != kind || closed + REST <= now,
    })
}

/// The voices in which somebody may ask for a vote, as a form offers them: those of citizen groups, and a
/// guide's own on what is still provisional. None before the opening.
pub fn askers(visitor: &Visitor, provisional: bool) -> Vec<(String, String)> {
    let is_open = visitor.community.as_ref().is_some_and(|community| !community.is_founding());
    let Some(member) = Member::of(visitor).filter(|_| is_open) else { return Vec::new() };
    let options = member.voices().iter().zip(member.voice_options());
    options.filter(|(voice, _)| may_ask(&member, voice, provisional)).map(|(_, option)| option).collect()
}

/// The voice chosen in a form, where it may ask.
pub fn asker(member: &Member, form: &mut Form, provisional: bool) -> Result<Voice> {
    let is_open = !member.community()?.is_founding();
    let voice = member.voice(form).filter(|voice| is_open && may_ask(member, voice, provisional));
    voice.ok_or(Error::Forbidden)
}

fn may_ask(member: &Member, voice: &Voice, provisional: bool) -> bool {
    match voice.group {
        Some(_) => voice.side == Side::Citizens,
        None => provisional && member.is_guide(),
    }
}

/// The vote that is open about a thing, or the one that a voice may open now.
pub fn open_or_ask(
    latest: Option<&Decision>,
    kind: &str,
    now: Timestamp,
    ask: impl FnOnce() -> Result<DecisionId>,
) -> Result<DecisionId> {
    match latest {
        Some(decision) if !decision.is_closed() => Ok(decision.id),
        latest if is_due(latest, kind, now) => ask(),
        _ => Err(Error::Conflict(Problem::new("ratification-rests"))),
    }
}

#[derive(Template)]
#[template(path = "ratification/_ask.html")]
struct Ask<'a> {
    chrome: &'a Chrome,
    /// Where the form goes.
    action: &'a str,
    voices: Vec<(String, String)>,
    form: Form,
}

/// The way to a vote, as a part of the thing's page; nothing without voices that may ask.
pub fn ask(chrome: &Chrome, action: &str, voices: Vec<(String, String)>) -> Result<Markup> {
    if voices.is_empty() {
        return Ok(Markup::default());
    }
    let part = Ask { chrome, action, voices, form: Form::default() };
    part.render().map(Markup).map_err(|e| Error::Bug(format!("template: {e}")))
}
