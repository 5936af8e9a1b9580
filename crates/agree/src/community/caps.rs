//! The caps: how many focuses are active at a time, and how many initiatives are under way in each. Few, so
//! that what is begun gets done. Who wants other caps puts them to both sides; no guide and no steward
//! changes them alone.

use super::queries;
use crate::decisions::binding::{About, Binding};
use crate::decisions::{self, Decision, DecisionId, NewDecision, Outcome, closing_time, usual_closing};
use crate::{focuses, preview};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, Community, Error, Form, Locale, Problem, Result, Section, Voice};
use people::{Member, Visitor};
use std::ops::RangeInclusive;

crate::decision_binding!(Binding { kind: KIND, settle, about });

const KIND: &str = "caps";
pub(super) const SUBJECT: (&str, i64) = ("community", 1);

/// More than a handful is not few.
const RANGE: RangeInclusive<i64> = 1..=9;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caps {
    pub focuses: i64,
    /// In each focus.
    pub initiatives: i64,
}

impl Caps {
    pub fn of(community: &Community) -> Caps {
        Caps { focuses: community.max_focuses, initiatives: community.max_initiatives }
    }

    fn find(c: &mut Conn) -> Result<Caps> {
        Ok(Caps::of(&kit::community::load(c)?.ok_or(Error::NotFound)?))
    }
}

/// What upper rooms do when the caps have changed: where there is more room, what waits may begin.
#[kit::linkme::distributed_slice]
#[linkme(crate = kit::linkme)]
pub static WHEN_CHANGED: [fn(&mut Conn, Timestamp) -> Result<()>];

/// Adds a function to [`WHEN_CHANGED`].
#[macro_export]
macro_rules! when_caps_change {
    ($act:path) => {
        #[expect(unsafe_code, reason = "linkme places the function in a link section")]
        const _: () = {
            #[kit::linkme::distributed_slice($crate::community::WHEN_CHANGED)]
            #[linkme(crate = kit::linkme)]
            static ACT: fn(&mut db::Conn, jiff::Timestamp) -> kit::Result<()> = $act;
        };
    };
}

/// Puts other caps to both sides.
pub fn put(
    c: &mut Conn,
    to: Caps,
    (body, locale, closes_at): (&str, Locale, Timestamp),
    by: &Voice,
    now: Timestamp,
) -> Result<DecisionId> {
    let from = Caps::find(c)?;
    if from == to {
        return Err(Error::Invalid(Problem::new("community-caps-same")));
    }
    let new = NewDecision {
        kind: KIND,
        subject: SUBJECT,
        question: question(locale, to),
        body: body.to_owned(),
        locale: locale.code().into(),
        ends_focus: None,
        closes_at,
    };
    let decision = decisions::open(c, &new, by, now)?;
    queries::keep_cap_change(c, decision, to, from)?;
    Ok(decision)
}

/// The question as one language puts it.
fn question(locale: Locale, to: Caps) -> String {
    let asks = locale.t("community-caps-question");
    asks.with("focuses", to.focuses).with("initiatives", to.initiatives).to_string()
}

/// What is under way goes on, also where it is more than the new caps allow.
fn settle(c: &mut Conn, decision: &Decision, outcome: Outcome, now: Timestamp) -> Result<()> {
    if outcome == Outcome::Rejected {
        return Ok(());
    }
    let change = queries::cap_change(c, decision.id)?.ok_or(Error::NotFound)?;
    queries::set_caps(c, change.to())?;
    focuses::fill_places(c, now)?;
    for act in WHEN_CHANGED {
        act(c, now)?;
    }
    Ok(())
}

fn about(c: &mut Conn, decision: &Decision, chrome: &Chrome) -> Result<About> {
    let change = queries::cap_change(c, decision.id)?.ok_or(Error::NotFound)?;
    let (key, caps) = match decision.outcome {
        None => ("community-caps-are", change.from()),
        Some(Outcome::Adopted) => ("community-caps-became", change.to()),
        Some(Outcome::Rejected) => ("community-caps-stay", change.from()),
    };
    let mut says = vec![in_words(chrome, key, caps)];
    if decision.outcome.is_none() {
        says.push(chrome.t("community-caps-follows").to_string());
    }
    Ok(About {
        headline: question(chrome.locale, change.to()),
        says,
        path: "/community".into(),
        name: chrome.t("community-title").to_string(),
    })
}

pub(super) fn in_words(chrome: &Chrome, key: &str, caps: Caps) -> String {
    chrome.t(key).with("focuses", caps.focuses).with("initiatives", caps.initiatives).to_string()
}

/// The voices that may put the caps to both sides, once the platform is open: those of groups, and a guide's
/// own.
pub(super) fn askers(visitor: &Visitor) -> Vec<(String, String)> {
    let is_open = visitor.community.as_ref().is_some_and(|community| !community.is_founding());
    let Some(member) = Member::of(visitor).filter(|_| is_open) else { return Vec::new() };
    let options = member.voices().iter().zip(member.voice_options());
    options.filter(|(voice, _)| may_put(&member, voice)).map(|(_, option)| option).collect()
}

fn may_put(member: &Member, voice: &Voice) -> bool {
    voice.group.is_some() || member.is_guide()
}

#[derive(Template)]
#[template(path = "community/caps.html")]
struct CapsPage {
    chrome: Chrome,
    form: Form,
    caps: Caps,
    voices: Vec<(String, String)>,
}

impl CapsPage {
    fn now(&self) -> String {
        in_words(&self.chrome, "community-caps-are", self.caps)
    }
}

async fn page(app: &App, member: &Member, form: Form) -> Result<CapsPage> {
    let voices = askers(member);
    ensure(!voices.is_empty())?;
    let (caps, (kind, id)) = (Caps::of(member.community()?), SUBJECT);
    if app.db.read(move |c| decisions::open_of_subject(c, kind, id)).await?.is_some() {
        return Err(Error::Conflict(Problem::new("decisions-already-open")));
    }
    Ok(CapsPage { chrome: member.chrome(Section::Decisions), form, caps, voices })
}

pub async fn new(State(app): State<App>, member: Member) -> Result<Response> {
    let community = member.community()?;
    let caps = Caps::of(community);
    let (focuses, initiatives) = (caps.focuses.to_string(), caps.initiatives.to_string());
    let closes_at = usual_closing(&community.time_zone, member.now);
    let fields = [("focuses", focuses.as_str()), ("initiatives", &initiatives), ("closes_at", &closes_at)];
    kit::page::show(&page(&app, &member, Form::with(&fields)).await?)
}

pub async fn create(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    ensure(!askers(&member).is_empty())?;
    let community = member.community()?;
    let voice = member.voice(&mut form);
    let to = (form.whole("focuses", RANGE), form.whole("initiatives", RANGE));
    let closes_at = closing_time(&mut form, "closes_at", &community.time_zone, member.now);
    let body = form.text("body", 0..=8_000);
    let to = to.0.zip(to.1).map(|(focuses, initiatives)| Caps { focuses, initiatives });
    if to == Some(Caps::of(community)) {
        form.add("focuses", Problem::new("community-caps-same"));
    }
    let is_final = form.is_valid() && !preview::is_asked(&form);
    let (Some(voice), Some(to), Some(closes_at), true) = (voice, to, closes_at, is_final) else {
        let page = page(&app, &member, form).await?;
        return preview::again(&page, &page.form);
    };
    ensure(may_put(&member, &voice))?;
    let (locale, now) = (member.locale, member.now);
    let decision = app.db.write(move |c| put(c, to, (&body, locale, closes_at), &voice, now)).await?;
    kit::page::see(&decision.path())
}
