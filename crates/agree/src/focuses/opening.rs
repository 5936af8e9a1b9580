//! Putting a proposed focus to a decision. When all places are taken, it names the focus that ends.

use super::adoption::{Places, places};
use super::focus::{Focus, FocusId};
use super::queries;
use crate::decisions::{self, Decision, DecisionId, NewDecision, closing_time, usual_closing};
use crate::preview;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, Locale, Problem, Result, Section, Voice};
use people::Member;

/// What was filled in: when it closes, what more is to be said, which focus ends.
struct Putting {
    closes_at: Timestamp,
    body: String,
    ends: Option<FocusId>,
    locale: Locale,
}

/// Opens the decision. Which places are taken is asked here again, in the transaction.
fn put(
    c: &mut Conn,
    id: FocusId,
    by: (&Member, &Voice),
    what: &Putting,
    now: Timestamp,
) -> Result<DecisionId> {
    let (member, voice) = by;
    let focus = may_put(c, id, member)?;
    let ends = if places(c)?.free() > 0 { None } else { Some(must_end(c, what.ends)?) };
    let question = question(what.locale, &focus.title, ends.as_ref().map(|f| f.title.as_str()));
    let new = NewDecision {
        kind: "focus",
        subject: ("focus", id.0),
        question,
        body: what.body.clone(),
        locale: what.locale.code().into(),
        ends_focus: ends.map(|focus| focus.id.0),
        closes_at: what.closes_at,
    };
    decisions::open(c, &new, voice, now)
}

/// The question in the visitor's language; empty where somebody put it in words of their own, which
/// stand as they are.
pub(super) fn in_words(decision: &Decision, title: &str, ends: Option<&str>, chrome: &Chrome) -> String {
    let asked = Locale::find(&decision.locale).map(|locale| question(locale, title, ends));
    if asked.as_ref() == Some(&decision.question) {
        question(chrome.locale, title, ends)
    } else {
        String::new()
    }
}

/// The question as one language puts it.
fn question(locale: Locale, title: &str, ends: Option<&str>) -> String {
    match ends {
        None => locale.t("focuses-question").with("title", title).to_string(),
        Some(ends) => locale.t("focuses-question-ending").with("title", title).with("ends", ends).to_string(),
    }
}

fn may_put(c: &mut Conn, id: FocusId, member: &Member) -> Result<Focus> {
    let focus = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    ensure(focus.may_be_put_by(member.voices(), member.is_guide()))?;
    Ok(focus)
}

fn must_end(c: &mut Conn, named: Option<FocusId>) -> Result<Focus> {
    let focus = named.map(|id| queries::by_id(c, id)).transpose()?.flatten().filter(Focus::is_active);
    focus.ok_or_else(|| Error::Invalid(Problem::new("focuses-ends-missing")))
}

#[derive(Template)]
#[template(path = "focuses/opening.html")]
struct OpeningPage {
    chrome: Chrome,
    focus: Focus,
    form: Form,
    places: Places,
    /// The active ones, of which one must end when all places are taken.
    active: Vec<(String, String)>,
    voices: Vec<(String, String)>,
}

async fn page(app: &App, member: Member, id: FocusId, form: Form) -> Result<OpeningPage> {
    app.db
        .read(move |c| {
            let focus = may_put(c, id, &member)?;
            if decisions::open_of_subject(c, "focus", id.0)?.is_some() {
                return Err(Error::Conflict(Problem::new("decisions-already-open")));
            }
            let active = queries::active(c)?.into_iter().map(|f| (f.id.to_string(), f.title)).collect();
            let (chrome, voices) = (member.chrome(Section::Focuses), member.voice_options());
            Ok(OpeningPage { chrome, focus, form, places: places(c)?, active, voices })
        })
        .await
}

pub async fn new(State(app): State<App>, member: Member, Path(id): Path<FocusId>) -> Result<Response> {
    let closes_at = usual_closing(&member.community()?.time_zone, member.now);
    kit::page::show(&page(&app, member, id, Form::with(&[("closes_at", &closes_at)])).await?)
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<FocusId>,
    mut form: Form,
) -> Result<Response> {
    let voice = member.voice(&mut form);
    let closes_at = closing_time(&mut form, "closes_at", &member.community()?.time_zone, member.now);
    let (body, ends) = (form.text("body", 0..=8_000), form.optional_choice::<FocusId>("ends"));
    let places = app.db.read(places).await?;
    if ends.is_none() && places.free() == 0 {
        form.add("ends", Problem::new("focuses-ends-missing"));
    }
    let is_final = form.is_valid() && !preview::is_asked(&form);
    let (Some(voice), Some(closes_at), true) = (voice, closes_at, is_final) else {
        let page = page(&app, member, id, form).await?;
        return preview::again(&page, &page.form);
    };
    let (now, locale) = (member.now, member.locale);
    let what = Putting { closes_at, body, ends, locale };
    let decision = app.db.write(move |c| put(c, id, (&member, &voice), &what, now)).await?;
    kit::page::see(&format!("/decisions/{decision}"))
}
