//! Who is here and who is missing, counted: what the map shows.

use crate::groups::{self, GroupState};
use crate::sectors::Sector;
use db::Conn;
use kit::Locale;

/// The groups of one sector, or those of the citizens, by where they stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub present: i64,
    pub invited: i64,
    pub listed: i64,
    pub dormant: i64,
}

impl Counts {
    /// Known and not in, but likely to come.
    pub fn outside(&self) -> i64 {
        self.invited + self.listed
    }

    pub(super) fn add(&mut self, state: GroupState, count: i64) {
        match state {
            GroupState::In => self.present += count,
            GroupState::Invited => self.invited += count,
            GroupState::Listed => self.listed += count,
            GroupState::Dormant => self.dormant += count,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectorStanding {
    pub sector: Sector,
    pub counts: Counts,
}

impl SectorStanding {
    /// Nobody is in.
    pub fn is_gap(&self) -> bool {
        self.counts.present == 0
    }
}

/// The whole town at a glance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// In the community's order.
    pub sectors: Vec<SectorStanding>,
    pub citizens: Counts,
}

impl Standing {
    pub fn organisations_in(&self) -> i64 {
        self.sectors.iter().map(|s| s.counts.present).sum()
    }

    pub fn gaps(&self) -> Vec<&Sector> {
        self.sectors.iter().filter(|s| s.is_gap()).map(|s| &s.sector).collect()
    }

    /// All groups that are known, those that rest apart.
    pub fn known(&self) -> i64 {
        let all = self.sectors.iter().map(|s| s.counts).chain([self.citizens]);
        all.map(|c| c.present + c.outside()).sum()
    }
}

/// One statement, as the home page asks for it too.
pub fn standing(c: &mut Conn, locale: Locale) -> db::Result<Standing> {
    let mut standing = Standing::default();
    for part in groups::by_sector(c)? {
        let Some(sector) = part.sector(locale) else {
            part.state.into_iter().for_each(|state| standing.citizens.add(state, part.count));
            continue;
        };
        // The rows of one sector stand together.
        if standing.sectors.last().is_none_or(|last| last.sector.id != sector.id) {
            standing.sectors.push(SectorStanding { sector, counts: Counts::default() });
        }
        if let (Some(state), Some(last)) = (part.state, standing.sectors.last_mut()) {
            last.counts.add(state, part.count);
        }
    }
    Ok(standing)
}
