//! The map's page.

use super::history::{History, Month, Then, history};
use super::shortage::{Listed, Shortage, shortages};
use super::standing::{Counts, Standing, standing};
use super::{chart, panels};
use crate::Visitor;
use crate::acquaintances::{self, Candidate, Reachable};
use crate::missing::{self, Card};
use crate::sectors::{self, Sector};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::{App, Chrome, Error, GroupId, Markup, Result, Section, SectorId, Sharing};
use std::sync::Arc;

/// So many of those that somebody could reach, and of those that are missed, stand here.
const SHOWN: i64 = 8;

/// So many of one's own acquaintances are looked at.
const OWN: i64 = 2_000;

#[derive(Template)]
#[template(path = "map/show.html")]
struct Show {
    chrome: Chrome,
    drawn: Arc<Drawn>,
    /// What members see beside it.
    inside: Option<Inside>,
    panels: Vec<Markup>,
}

/// The map as everybody sees it.
struct Drawn {
    standing: Standing,
    picture: Markup,
    shortages: Vec<Shortage>,
    /// Groups of citizens that are known and were not asked.
    citizens: Listed,
    history: History,
    chart: Option<Markup>,
}

struct Inside {
    /// The groups where the visitor knows somebody.
    own: Vec<GroupId>,
    reachable: Vec<Reachable>,
    missing: Vec<Card>,
}

impl Drawn {
    fn read(c: &mut Conn, chrome: &Chrome, now: Timestamp) -> Result<Drawn> {
        let standing = standing(c, chrome.locale)?;
        let (shortages, citizens) = shortages(c, &standing)?;
        let history = history(c, now)?;
        let chart = history.then.is_some().then(|| chart::chart(&with_now(&history, &standing, now), chrome));
        Ok(Drawn { picture: super::draw(&standing, chrome), shortages, citizens, history, chart, standing })
    }

    /// How it was and is, sector by sector; at the end the groups of citizens.
    fn changes<'d>(&'d self, then: &'d Then) -> impl Iterator<Item = Change> + 'd {
        let change =
            |name: String, sector: Option<SectorId>, now| Change { name, then: then.counts(sector), now };
        let sectors = self.standing.sectors.iter();
        let sectors = sectors.map(move |s| change(s.sector.name.clone(), Some(s.sector.id), s.counts));
        sectors.chain([change(String::new(), None, self.standing.citizens)])
    }
}

/// How one sector was and is. Without a name it is that of the groups of citizens.
struct Change {
    name: String,
    then: Counts,
    now: Counts,
}

impl Change {
    /// "+3", "−1", or nothing.
    fn by(&self) -> String {
        match self.now.present - self.then.present {
            0 => String::new(),
            more if more > 0 => format!("+{more}"),
            less => format!("−{}", less.abs()),
        }
    }
}

fn with_now(history: &History, standing: &Standing, now: Timestamp) -> Vec<Month> {
    let (organisations, citizens) = (standing.organisations_in(), standing.citizens.present);
    history.months.iter().copied().chain([Month { at: now, organisations, citizens }]).collect()
}

impl Inside {
    fn read(c: &mut Conn, visitor: &Visitor) -> Result<Option<Inside>> {
        let Some(reader) = visitor.person_id() else { return Ok(None) };
        let sectors = sectors::all(c, visitor.locale)?;
        Ok(Some(Inside {
            own: acquaintances::of_person(c, reader, OWN)?,
            reachable: acquaintances::reachable(c, SHOWN)?,
            missing: missing::cards(missing::open(c, SHOWN)?, &sectors),
        }))
    }
}

impl Show {
    fn knows_somebody_in(&self, group: &GroupId) -> bool {
        self.inside.as_ref().is_some_and(|inside| inside.own.contains(group))
    }

    /// Those of a sector that are listed.
    fn listed_in(&self, sector: &Sector) -> String {
        format!("/groups?sector={}&state=listed", sector.key)
    }

    /// How many members know somebody there; nothing where nobody said so.
    fn known(&self, known: &i64) -> String {
        if *known == 0 {
            return String::new();
        }
        self.chrome.t("acquaintances-count").with("count", *known).to_string()
    }

    fn names(&self, candidates: &[Candidate]) -> String {
        self.chrome.list(&candidates.iter().map(|c| c.name.as_str()).collect::<Vec<_>>())
    }

    fn then_day(&self, then: &Then) -> Markup {
        self.chrome.date(&self.chrome.local(then.at).date())
    }
}

pub async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let (chrome, sharing) = (visitor.chrome(Section::Groups), Sharing::begin(&app, visitor.now));
    let frame = chrome.clone();
    let (drawn, inside, panels) = app
        .db
        .read(move |c| {
            let drawn = sharing.get(frame.locale.code(), || Drawn::read(c, &frame, visitor.now))?;
            Ok::<_, Error>((drawn, Inside::read(c, &visitor)?, panels::all(c, &visitor)?))
        })
        .await?;
    kit::page::show(&Show { chrome, drawn, inside, panels })
}

/// The map by its short name.
pub async fn find(_: Visitor) -> Result<Response> {
    kit::page::see("/groups/map")
}
