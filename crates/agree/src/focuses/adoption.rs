//! Adopting a focus: what a decision of both sides does. The places are few, and they are counted in
//! the transaction that takes one.

use super::{Focus, FocusId, closure, focus, opening, queries, term};
use crate::decisions::binding::{About, Binding};
use crate::decisions::{Decision, Outcome};
use db::Conn;
use jiff::Timestamp;
use kit::{Chrome, Result, Scope, activity};
use people::notices::{self, Notice};

crate::decision_binding!(Binding { kind: "focus", settle, about });

/// How many of the places are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    pub taken: i64,
    pub max: i64,
}

impl Places {
    pub fn free(self) -> i64 {
        (self.max - self.taken).max(0)
    }
}

pub fn places(c: &mut Conn) -> Result<Places> {
    let max = kit::community::load(c)?.map_or(0, |community| community.max_focuses);
    Ok(Places { taken: queries::count_active(c)?, max })
}

/// A decision about a focus has closed.
fn settle(c: &mut Conn, decision: &Decision, outcome: Outcome, now: Timestamp) -> Result<()> {
    let id = FocusId(decision.subject_id);
    if outcome == Outcome::Rejected {
        return Ok(());
    }
    queries::hold_places(c)?;
    let provisional = was_founding(c, decision)?;
    if queries::adopt(c, id, decision.id, now, provisional)? == 0 {
        return Ok(());
    }
    // What was voted is what happens: the named one ends, even where a place is free by now.
    if let Some(ends) = decision.ends_focus_id {
        closure::end_by_decision(c, FocusId(ends), decision.id, now)?;
    }
    fill_places(c, now)?;
    match queries::by_id(c, id)? {
        Some(focus) if focus.is_waiting() => record(c, "focus.waiting", &focus, now),
        _ => Ok(()),
    }
}

/// The founding circle's decisions are those that it opened before the platform was open.
pub(super) fn was_founding(c: &mut Conn, decision: &Decision) -> Result<bool> {
    let community = kit::community::load(c)?;
    let before = |opened: Option<Timestamp>| opened.is_some_and(|opened| decision.opened_at < opened);
    Ok(community.is_some_and(|community| community.is_founding() || before(community.opened_at)))
}

/// Gives free places to those that wait, the longest waiting first. Called wherever a place becomes
/// free: also by whoever raises the cap.
pub fn fill_places(c: &mut Conn, now: Timestamp) -> Result<()> {
    queries::hold_places(c)?;
    while places(c)?.free() > 0 {
        let Some(focus) = queries::next_waiting(c)? else { break };
        start(c, &focus, now)?;
    }
    Ok(())
}

fn start(c: &mut Conn, focus: &Focus, now: Timestamp) -> Result<()> {
    let zone = term::zone(c)?;
    let until = focus::last_day(zone.to_datetime(now).date(), focus.term_months);
    queries::start(c, focus.id, &until.to_string())?;
    term::set_down(c, until, &zone)?;
    record(c, "focus.adopted", focus, now)?;
    let notice = Notice {
        kind: "focus.adopted",
        subject: ("focus", focus.id.0),
        path: &focus.path(),
        title: &focus.title,
        by_name: "",
    };
    notices::tell(c, focus.person_id, notice, now)?;
    Ok(())
}

/// Something that happened to a focus by a decision or by the calendar, not by somebody's hand.
pub(super) fn record(c: &mut Conn, kind: &str, focus: &Focus, now: Timestamp) -> Result<()> {
    let subject = ("focus", focus.id.0);
    let what = activity::Happening { kind, subject, title: &focus.title, scope: Scope::Open };
    activity::record_with(c, None, what, &serde_json::json!({}), now)?;
    Ok(())
}

/// What the decision's page says of it.
fn about(c: &mut Conn, decision: &Decision, chrome: &Chrome) -> Result<About> {
    let Some(focus) = queries::by_id(c, FocusId(decision.subject_id))? else { return Ok(About::default()) };
    let ends = decision.ends_focus_id.map(|id| queries::title(c, FocusId(id))).transpose()?.flatten();
    let ends = ends.as_deref();
    let (headline, says) = match decision.outcome {
        None => (opening::in_words(decision, &focus.title, ends, chrome), before(&focus, ends, chrome)),
        Some(Outcome::Adopted) => {
            (headline("focuses-headline-adopted", &focus, chrome), after(&focus, ends, chrome))
        }
        Some(Outcome::Rejected) => {
            let stays = chrome.t("focuses-stays-proposed").to_string();
            (headline("focuses-headline-rejected", &focus, chrome), vec![stays])
        }
    };
    Ok(About { headline, says, path: focus.path(), name: focus.title })
}

fn headline(key: &str, focus: &Focus, chrome: &Chrome) -> String {
    chrome.t(key).with("title", &focus.title).to_string()
}

fn before(focus: &Focus, ends: Option<&str>, chrome: &Chrome) -> Vec<String> {
    let becomes = chrome.t("focuses-binds").with("months", focus.term_months).to_string();
    let mut says = vec![becomes];
    match ends {
        Some(title) => says.push(chrome.t("focuses-binds-ends").with("title", title).to_string()),
        None => says.push(chrome.t("focuses-binds-waits").to_string()),
    }
    if chrome.founding {
        says.push(chrome.t("focuses-binds-provisional").to_string());
    }
    says
}

fn after(focus: &Focus, ended: Option<&str>, chrome: &Chrome) -> Vec<String> {
    let mut says = Vec::new();
    match focus.until_day {
        Some(day) if focus.is_active() => {
            says.push(chrome.t("focuses-runs-until").with("day", chrome.date_text(&day.0)).to_string());
        }
        _ if focus.is_waiting() => says.push(chrome.t("focuses-waits").to_string()),
        _ => says.push(chrome.t("focuses-is-closed").to_string()),
    }
    if let Some(title) = ended {
        says.push(chrome.t("focuses-made-room").with("title", title).to_string());
    }
    if focus.provisional {
        says.push(chrome.t("focuses-provisional-says").to_string());
    }
    says
}
