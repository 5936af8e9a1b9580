//! One need: its words, who shares it, what came of it, and what the council does about it.

use super::merge::Merged;
use super::offspring::{self, Offspring};
use super::support::{SectorCount, Support};
use super::{Need, NeedId, queries};
use crate::agenda::{self, choices};
use crate::talk;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Form, Markup, Message, Result, Section, Side, Voice};
use people::sectors::{self, Sector};
use people::sessions::cookie;
use people::{Member, Visitor};
use serde::Deserialize;

/// So many of those who share a need are shown by name; the others are counted.
const SHOWN: usize = 48;

#[derive(Template)]
#[template(path = "needs/show.html")]
struct ShowPage {
    chrome: Chrome,
    need: Need,
    supports: Vec<Support>,
    sectors: Vec<(Sector, i64)>,
    /// What was merged into it.
    merged: Vec<Merged>,
    /// The one of them that led here.
    led_from: Option<Merged>,
    offspring: Vec<Offspring>,
    agenda: Markup,
    talk: Markup,
    /// Voices of the visitor that don't share it yet.
    may_join: Vec<Voice>,
    may_edit: bool,
    form: Form,
}

impl ShowPage {
    fn of_side(&self, side: Side) -> Vec<&Support> {
        self.supports.iter().filter(|s| s.side == side).collect()
    }

    /// How many of a side aren't shown by name: those beyond so many, and from strangers all persons.
    fn unseen(&self, side: Side) -> i64 {
        let all = if side == Side::Organisations { self.need.organisations } else { self.need.citizens() };
        all - self.of_side(side).len() as i64
    }

    fn with_notes(&self) -> Vec<&Support> {
        self.supports.iter().filter(|s| !s.note.is_empty()).collect()
    }

    /// What is said of one that was merged, before and after its title, which has a language of its own.
    fn trace(&self, one: &Merged) -> (String, String) {
        around(self.chrome.t("needs-merged-trace").with("count", one.supporters))
    }

    fn led_here(&self) -> (String, String) {
        around(self.chrome.t("needs-led-here"))
    }

    fn mine(&self) -> Vec<&Support> {
        self.supports.iter().filter(|s| s.is_mine).collect()
    }

    fn voices(&self) -> Vec<(String, String)> {
        choices(&self.chrome, &self.may_join)
    }
}

/// A message before and after its title.
fn around(says: Message<'_>) -> (String, String) {
    let says = says.with("title", PLACE).to_string();
    let (before, after) = says.split_once(PLACE).unwrap_or((&says, ""));
    (before.to_owned(), after.to_owned())
}

/// Stands where the title goes; nobody can type it.
const PLACE: &str = "\u{f8ff}";

#[derive(Deserialize)]
pub struct Led {
    from: Option<NeedId>,
}

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<NeedId>,
    Query(led): Query<Led>,
) -> Result<Response> {
    let chrome = visitor.chrome(Section::Needs);
    let need = app.db.read(move |c| lay_out(c, chrome, &visitor, id, led.from)).await?;
    match need {
        Found::Open(page) => kit::page::show(&*page),
        Found::Merged(into) => kit::page::see(&format!("{}?from={id}", into.path())),
    }
}

enum Found {
    Open(Box<ShowPage>),
    /// It is part of another one now.
    Merged(NeedId),
}

fn lay_out(
    c: &mut Conn,
    chrome: Chrome,
    visitor: &Visitor,
    id: NeedId,
    from: Option<NeedId>,
) -> Result<Found> {
    let need = queries::by_id(c, id)?;
    if let Some(into) = need.merged_into {
        return Ok(Found::Merged(into));
    }
    let member = visitor.person.clone().map(|person| Member { visitor: visitor.clone(), person });
    let mut supports = queries::supports(c, id, member.as_ref().map_or(0, |m| m.id().0), SHOWN as i64)?;
    supports.retain(|s| s.group_id.is_some() || member.is_some());
    let is_theirs = member.as_ref().is_some_and(|m| m.is_guide() || need.is_by(m));
    let (agenda, counts) = (
        agenda::beside(c, &chrome, ("need", id.0), &need.text(), is_theirs)?,
        if need.organisations > 0 { queries::sectors_of(c, id)? } else { Vec::new() },
    );
    let merged = queries::merged_into(c, id)?;
    Ok(Found::Open(Box::new(ShowPage {
        sectors: named(c, &chrome, counts)?,
        led_from: from.and_then(|from| merged.iter().find(|m| m.id == from).cloned()),
        offspring: offspring::of_need(c, id)?,
        talk: talk::about(c, visitor, &chrome, ("need", id.0))?,
        may_join: member.as_ref().map(|m| not_yet(m, &supports)).unwrap_or_default(),
        may_edit: member.as_ref().is_some_and(|m| need.can_be_edited_by(m, others(&need, &supports))),
        form: Form::default(),
        chrome,
        need,
        supports,
        merged,
        agenda,
    })))
}

/// The voices of a member that don't share the need; one's own come first among those that do.
fn not_yet(member: &Member, supports: &[Support]) -> Vec<Voice> {
    let shares = |voice: &Voice| supports.iter().any(|s| s.voice == voice.key());
    member.voices().iter().filter(|voice| !shares(voice)).cloned().collect()
}

fn others(need: &Need, supports: &[Support]) -> i64 {
    let author = need.author();
    need.supporters - i64::from(supports.iter().any(|s| s.voice == author))
}

fn named(c: &mut Conn, chrome: &Chrome, counts: Vec<SectorCount>) -> Result<Vec<(Sector, i64)>> {
    if counts.is_empty() {
        return Ok(Vec::new());
    }
    let sectors = sectors::all(c, chrome.locale)?;
    let name = |count: &SectorCount| {
        sectors.iter().find(|s| s.id == count.sector_id).map(|sector| (sector.clone(), count.count))
    };
    Ok(counts.iter().filter_map(name).collect())
}

/// On to another page, which says what was done.
pub(super) fn see_and_say(app: &App, path: &str, key: &'static str) -> Result<Response> {
    let mut response = kit::page::see(path)?;
    cookie::set_flash(response.headers_mut(), &app.settings, key);
    Ok(response)
}
