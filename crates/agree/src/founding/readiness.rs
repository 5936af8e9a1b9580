//! What is ready and what is missing before the platform opens: computed from facts, never ticked by
//! hand.

use crate::{charter, meetings, needs};
use db::Conn;
use kit::Locale;
use people::map::{self, Standing};
use people::sectors::Sector;
use people::{groups, persons};

/// The least that a platform for a town should begin with. Opening with less is possible, and the
/// summary says what is missing.
const PEOPLE: i64 = 8;
const SECTORS: usize = 5;
const CITIZEN_GROUPS: i64 = 2;
const NEEDS: i64 = 3;

/// So many citizen groups are named.
const NAMED: i64 = 6;

/// The facts, as they are now.
#[derive(Debug, Clone)]
pub struct Readiness {
    pub people: i64,
    pub standing: Standing,
    /// The names of citizen groups that are in.
    pub citizen_groups: Vec<String>,
    pub needs: i64,
    /// The number of the newest version.
    pub charter: Option<i64>,
    pub has_meeting: bool,
}

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Names the messages of the line: `founding-ready-people`.
    pub key: &'static str,
    pub count: i64,
    /// What it needs.
    pub goal: i64,
    /// Where the next step is.
    pub path: &'static str,
}

impl Point {
    pub fn is_done(&self) -> bool {
        self.count >= self.goal
    }
}

impl Readiness {
    /// Six statements.
    pub fn find(c: &mut Conn, locale: Locale) -> db::Result<Readiness> {
        Ok(Readiness {
            people: persons::count(c)?,
            standing: map::standing(c, locale)?,
            citizen_groups: groups::citizen_groups_in(c, NAMED)?,
            needs: needs::count_open(c)?,
            charter: charter::current_number(c)?,
            has_meeting: meetings::any(c)?,
        })
    }

    pub fn points(&self) -> [Point; 6] {
        let (here, sectors) = (self.sectors_here().len() as i64, self.standing.sectors.len());
        let point = |key, count, goal, path| Point { key, count, goal, path };
        [
            point("people", self.people, PEOPLE, "/invitations/new"),
            point("sectors", here, SECTORS.min(sectors) as i64, "/groups/map"),
            point("citizens", self.standing.citizens.present, CITIZEN_GROUPS, "/groups/new?side=citizens"),
            point("charter", self.charter.map_or(0, |_| 1), 1, "/charter"),
            point("needs", self.needs, NEEDS, "/needs"),
            point("meeting", self.has_meeting.into(), 1, "/meetings"),
        ]
    }

    pub fn sectors_here(&self) -> Vec<&Sector> {
        self.standing.sectors.iter().filter(|s| !s.is_gap()).map(|s| &s.sector).collect()
    }

    pub fn sectors_missing(&self) -> Vec<&str> {
        self.standing.gaps().into_iter().map(|sector| sector.name.as_str()).collect()
    }

    pub fn done(&self) -> usize {
        self.points().iter().filter(|point| point.is_done()).count()
    }

    pub fn is_ready(&self) -> bool {
        self.points().iter().all(Point::is_done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::SectorId;
    use people::map::{Counts, SectorStanding};

    fn sector(id: i64, present: i64) -> SectorStanding {
        let (key, symbol) = (id.to_string(), String::from("book"));
        let sector = Sector { id: SectorId(id), name: key.clone(), key, colour: 1, symbol };
        SectorStanding { sector, counts: Counts { present, ..Counts::default() } }
    }

    fn facts() -> Readiness {
        let citizens = Counts { present: 2, ..Counts::default() };
        Readiness {
            people: 8,
            standing: Standing { sectors: vec![sector(1, 3), sector(2, 0)], citizens },
            citizen_groups: Vec::new(),
            needs: 3,
            charter: Some(2),
            has_meeting: true,
        }
    }

    #[test]
    fn a_missing_sector_keeps_the_list_open() {
        let mut facts = facts();
        assert!(!facts.is_ready());
        assert_eq!((facts.done(), facts.sectors_missing()), (5, vec!["2"]));
        facts.standing.sectors[1].counts.present = 1;
        assert!(facts.is_ready(), "a community with two sectors is ready with both");
    }

    #[test]
    fn five_sectors_of_nine_are_enough_to_begin_with() {
        let mut facts = facts();
        facts.standing.sectors = (1..=9).map(|id| sector(id, i64::from(id <= 5))).collect();
        assert!(facts.is_ready());
    }
}
