//! Sectors of which nobody is in, or hardly anybody: whom one could look for.

use super::standing::{SectorStanding, Standing};
use crate::acquaintances::{self, Candidate};
use crate::sectors::Sector;
use db::Conn;
use kit::SectorId;

/// So many of those that are listed stand beside each.
const LISTED: i64 = 5;

/// One alone is few where another sector has so many.
const MANY: i64 = 4;

/// A sector that is short of groups.
pub struct Shortage {
    pub sector: Sector,
    /// Nobody at all is in.
    pub is_gap: bool,
    /// The message with the kinds of organisations to look for; none for a sector of the community's own.
    pub kinds: Option<&'static str>,
    pub listed: Listed,
}

/// Those that are known and were not asked yet.
#[derive(Default)]
pub struct Listed {
    pub first: Vec<Candidate>,
    /// How many there are beside these.
    pub more: i64,
}

/// All sectors that are short of groups, and the groups of citizens that are listed.
pub fn shortages(c: &mut Conn, standing: &Standing) -> db::Result<(Vec<Shortage>, Listed)> {
    let candidates = acquaintances::listed_by_sector(c, LISTED)?;
    let most = standing.sectors.iter().map(|s| s.counts.present).max().unwrap_or(0);
    let is_few = |s: &&SectorStanding| s.is_gap() || (s.counts.present == 1 && most >= MANY);
    let shortage = |s: &SectorStanding| Shortage {
        is_gap: s.is_gap(),
        kinds: kinds(&s.sector.key),
        listed: listed(&candidates, Some(s.sector.id)),
        sector: s.sector.clone(),
    };
    let short = standing.sectors.iter().filter(is_few).map(shortage).collect();
    Ok((short, listed(&candidates, None)))
}

fn listed(candidates: &[Candidate], sector: Option<SectorId>) -> Listed {
    let first: Vec<Candidate> = candidates.iter().filter(|c| c.sector_id == sector).cloned().collect();
    let more = first.first().map_or(0, |c| c.total - first.len() as i64);
    Listed { first, more }
}

/// Kinds of organisations of the nine sectors that a community begins with.
pub fn kinds(sector: &str) -> Option<&'static str> {
    Some(match sector {
        "education" => "map-kinds-education",
        "culture" => "map-kinds-culture",
        "sport" => "map-kinds-sport",
        "health" => "map-kinds-health",
        "business" => "map-kinds-business",
        "authority" => "map-kinds-authority",
        "civil" => "map-kinds-civil",
        "faith" => "map-kinds-faith",
        "media" => "map-kinds-media",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sector_that_a_community_begins_with_has_its_kinds() {
        for (key, ..) in crate::sectors::FIRST {
            assert!(kinds(key).is_some(), "{key}");
        }
        assert_eq!(kinds("forest"), None);
    }
}
