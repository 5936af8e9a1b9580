//! The list of focuses, and the page of one.

use super::adoption::Places;
use super::focus::{Closure, Focus, FocusId, FocusState};
use super::{panels, queries};
use crate::agenda;
use crate::decisions::{self, Decision, DecisionId};
use crate::needs::{self, NeedId};
use crate::talk;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Markup, Result, Section, Side, Voice, words};
use people::{Visitor, groups, notices, persons};

#[derive(Template)]
#[template(path = "focuses/index.html")]
struct IndexPage {
    chrome: Chrome,
    places: Places,
    active: Vec<Focus>,
    waiting: Vec<Focus>,
    proposed: Vec<Focus>,
    closed: Vec<Focus>,
    /// Which proposals are being decided: `(focus, decision)`.
    open: Vec<(i64, DecisionId)>,
}

pub async fn index(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let (chrome, max) = (visitor.chrome(Section::Focuses), visitor.community()?.max_focuses);
    let page = app
        .db
        .read(move |c| {
            let active = queries::active(c)?;
            let (waiting, proposed) = queries::proposed(c)?.into_iter().partition(Focus::is_waiting);
            let places = Places { taken: active.len() as i64, max };
            let open = decisions::open_of_kind(c, "focus")?;
            Ok::<_, Error>(IndexPage {
                chrome,
                places,
                active,
                waiting,
                proposed,
                closed: queries::closed(c)?,
                open,
            })
        })
        .await?;
    kit::page::show(&page)
}

impl IndexPage {
    fn excerpt(&self, focus: &Focus) -> String {
        words::opening(&focus.body, 160)
    }

    fn decision(&self, focus: &Focus) -> Option<DecisionId> {
        self.open.iter().find(|(id, _)| *id == focus.id.0).map(|(_, decision)| *decision)
    }

    /// A card for each place that nothing has.
    fn free(&self) -> std::ops::Range<i64> {
        0..(self.places.free() - self.waiting.len() as i64).max(0)
    }
}

#[derive(Template)]
#[template(path = "focuses/show.html")]
struct ShowPage {
    chrome: Chrome,
    focus: Focus,
    side: Side,
    proposer: String,
    /// What it came of, with the language of each title.
    needs: Vec<(NeedId, String, String)>,
    /// The newest decision about it, open or closed.
    decision: Option<Decision>,
    /// How it ended, where it is closed.
    closure: Option<Closure>,
    panels: Vec<Markup>,
    agenda: Markup,
    talk: Markup,
    may: May,
}

/// What this visitor may do with it.
struct May {
    put: bool,
    close: bool,
    reopen: bool,
}

pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<FocusId>) -> Result<Response> {
    let (now, reader) = (visitor.now, visitor.person.clone().filter(|person| person.unread > 0));
    let page = app.db.read(move |c| ShowPage::find(c, &visitor, id)).await?;
    if let Some(reader) = reader {
        app.db.write(move |c| notices::read_subject(c, reader.id, "focus", id.0, now)).await?;
    }
    kit::page::show(&page)
}

impl ShowPage {
    fn find(c: &mut Conn, visitor: &Visitor, id: FocusId) -> Result<ShowPage> {
        let chrome = visitor.chrome(Section::Focuses);
        let focus = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
        let (side, proposer) = proposer(c, &focus)?;
        let from = queries::needs_of(c, id)?;
        let needs = needs::named(c, &from)?;
        let decision = decisions::latest_of_subject(c, "focus", id.0)?;
        let closure = if focus.is_closed() { queries::last_closure(c, id)? } else { None };
        let text = format!("{}\n{}", focus.title, focus.body);
        let voices = visitor.person.as_ref().map_or(&[] as &[Voice], |p| &p.voices);
        let may_relate = focus.is_proposed_by(voices) || visitor.is_guide();
        let agenda = agenda::beside(c, &chrome, ("focus", id.0), &text, may_relate)?;
        let may = May::find(&focus, decision.as_ref(), voices, visitor.is_guide());
        let panels = panels::all(c, &focus, visitor)?;
        let talk = talk::about(c, visitor, &chrome, ("focus", id.0))?;
        Ok(ShowPage { chrome, focus, side, proposer, needs, decision, closure, panels, agenda, talk, may })
    }

    fn open_decision(&self) -> Option<&Decision> {
        self.decision.as_ref().filter(|d| !d.is_closed())
    }

    /// A decision that said no, where nothing came of it since.
    fn is_turned_down(&self) -> bool {
        self.focus.is_proposed() && self.decision.as_ref().is_some_and(|d| d.outcome.is_some())
    }

    /// As what it would come back if it were reopened.
    fn comes_back_active(&self) -> bool {
        let today = self.chrome.today();
        self.closure.as_ref().is_some_and(|c| self.focus.comes_back_as(c, today) == FocusState::Active)
    }
}

impl May {
    fn find(focus: &Focus, decision: Option<&Decision>, voices: &[Voice], guides: bool) -> May {
        let being_decided = focus.is_proposed() && decision.is_some_and(|d| !d.is_closed());
        May {
            put: !being_decided && focus.may_be_put_by(voices, guides),
            close: !being_decided && focus.may_be_closed_by(voices, guides),
            reopen: focus.may_be_reopened_by(voices, guides),
        }
    }
}

/// The voice that proposed it: the group, or the person.
fn proposer(c: &mut Conn, focus: &Focus) -> Result<(Side, String)> {
    if let Some(group) = focus.group_id {
        let group = groups::by_id(c, group)?.ok_or(Error::NotFound)?;
        return Ok((group.side, group.name));
    }
    let person = persons::by_id(c, focus.person_id)?;
    Ok((Side::Citizens, person.map(|p| p.name).unwrap_or_default()))
}
