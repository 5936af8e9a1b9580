//! Naming a group that is missing.

use super::queries;
use crate::notices::{self, Notice};
use crate::sectors::Sector;
use crate::{Member, groups, persons};
use db::Conn;
use jiff::Timestamp;
use kit::limits::{self, Limit};
use kit::{Form, PersonId, Problem, Result, SectorId, Side};

/// Nobody names more in a day.
const A_DAY: Limit = Limit { count: 20, minutes: 24 * 60 };

/// What stands in the place of a sector for a group of citizens.
pub const CITIZENS: &str = "citizens";

db::id! {
    MissingId,
}

db::row! {
    /// A group that somebody misses.
    #[derive(Debug, Clone)]
    pub struct Missing {
        pub id: MissingId,
        pub side: Side,
        /// None: a group of citizens.
        pub sector_id: Option<SectorId>,
        pub name: String,
        pub reason: String,
        pub person_id: PersonId,
        pub by_name: String,
        pub created_at: Timestamp,
    }
}

/// A proposal as it was filled in.
#[derive(Debug, Clone)]
pub struct Proposal {
    pub name: String,
    pub sector: Option<SectorId>,
    pub reason: String,
}

impl Proposal {
    pub fn parse(form: &mut Form, sectors: &[Sector]) -> Option<Proposal> {
        let name = form.line("name", 2..=200);
        let chosen = form.value("sector").to_owned();
        let sector = sectors.iter().find(|s| s.key == chosen).map(|s| s.id);
        if sector.is_none() && chosen != CITIZENS {
            form.add("sector", Problem::new("missing-sector-none"));
        }
        let reason = form.text("reason", 3..=1_000);
        form.is_valid().then_some(Proposal { name, sector, reason })
    }

    fn side(&self) -> Side {
        if self.sector.is_some() { Side::Organisations } else { Side::Citizens }
    }
}

pub enum Outcome {
    Proposed,
    /// Somebody named it before, and it waits.
    Waits,
    /// A group of this name is in the directory.
    Known(String),
}

/// Names a group that is missing, and tells the guides.
pub fn propose(c: &mut Conn, proposal: &Proposal, by: &Member) -> Result<Outcome> {
    let folded = db::fold::fold(&proposal.name);
    if let Some(name) = groups::name_called(c, &folded)? {
        return Ok(Outcome::Known(name));
    }
    if queries::is_open(c, &folded)? {
        return Ok(Outcome::Waits);
    }
    limits::take(c, &format!("missing:{}", by.id()), A_DAY, by.now)?;
    let id = note(c, proposal, by.id(), by.now)?;
    let path = format!("/groups/missing#missing-{id}");
    let (subject, by_name) = (("missing", id.0), by.person.name.as_str());
    let notice = Notice { kind: "missing.proposed", subject, path: &path, title: &proposal.name, by_name };
    for guide in persons::guides(c)?.into_iter().filter(|guide| *guide != by.id()) {
        notices::tell(c, guide, notice, by.now)?;
    }
    Ok(Outcome::Proposed)
}

/// Writes a proposal down.
pub fn note(c: &mut Conn, proposal: &Proposal, by: PersonId, now: Timestamp) -> Result<MissingId> {
    let Proposal { name, sector, reason } = proposal;
    let folded = db::fold::fold(name);
    Ok(queries::insert(c, proposal.side(), *sector, name, &folded, reason, by, now)?)
}
