//! Counting: the same function when a decision closes and whenever somebody checks it afterwards.

use super::{Choice, Decision, DecisionId, Outcome, queries};
use db::Conn;
use kit::{Error, Result, SectorId, Side};
use serde::{Deserialize, Serialize};
use tally::two_sides::{Count, Poll};
use tally::{Pooled, Votes, pool};

/// Sectors with fewer ballots than this are published together.
pub const SMALL: u64 = 5;

/// The count of a closed decision, as it is published and kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    pub rule: String,
    pub organisations: Numbers,
    pub citizens: Numbers,
    /// The organisations' sectors with enough ballots, by id.
    pub sectors: Vec<(SectorId, Numbers)>,
    /// The sectors that are counted together.
    pub together: Vec<SectorId>,
    pub rest: Numbers,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Numbers {
    pub yes: u64,
    pub no: u64,
    pub abstain: u64,
}

db::row! {
    /// So many equal ballots.
    pub struct Line {
        pub side: Side,
        pub sector_id: Option<SectorId>,
        pub choice: Choice,
        pub voices: i64,
    }
}

/// Counts the ballots of a decision anew.
pub fn recount(c: &mut Conn, id: DecisionId) -> Result<Published> {
    let mut poll = between_the_sides()?;
    for line in queries::ballots_by_sector(c, id)? {
        let voices = u64::try_from(line.voices).unwrap_or_default();
        poll.add(&line.side, line.sector_id, line.choice.into(), voices).map_err(bug)?;
    }
    Ok(Published::of(&poll.count()))
}

fn between_the_sides<L: Ord>() -> Result<Poll<Side, L>> {
    Poll::between(Side::ALL.iter().copied()).map_err(bug)
}

fn bug(fault: tally::Fault) -> Error {
    Error::Bug(fault.to_string())
}

impl Published {
    fn of(count: &Count<Side, Option<SectorId>>) -> Published {
        let numbers = |side: Side| {
            count.sides.iter().find(|s| s.side == side).map_or_else(Numbers::default, |s| s.votes.into())
        };
        let Pooled { alone, together, rest } = by_sector(count);
        Published {
            rule: tally::two_sides::RULE.into(),
            organisations: numbers(Side::Organisations),
            citizens: numbers(Side::Citizens),
            sectors: alone.into_iter().map(|(sector, votes)| (sector, votes.into())).collect(),
            together,
            rest: rest.into(),
        }
    }

    /// The count that a closed decision was published with.
    pub fn read(decision: &Decision) -> Result<Published> {
        let text = decision.count.as_deref().unwrap_or_default();
        serde_json::from_str(text)
            .map_err(|e| Error::Bug(format!("the count of decision {}: {e}", decision.id)))
    }

    /// Verdicts, margins and outcome, from the published numbers alone.
    pub fn count(&self) -> Result<Count<Side, ()>> {
        let mut poll = between_the_sides()?;
        for (side, numbers) in [(Side::Organisations, self.organisations), (Side::Citizens, self.citizens)] {
            for (choice, voices) in numbers.by_choice() {
                poll.add(&side, (), choice.into(), voices).map_err(bug)?;
            }
        }
        Ok(poll.count())
    }

    pub fn outcome(&self) -> Result<Outcome> {
        Ok(self.count()?.outcome.into())
    }

    pub fn ballots(&self) -> u64 {
        self.organisations.cast() + self.citizens.cast()
    }

    /// Whether a ballot of this sector is published with its sector's name.
    pub fn names(&self, sector: Option<SectorId>) -> bool {
        self.sectors.iter().any(|(named, _)| Some(*named) == sector)
    }
}

fn by_sector(count: &Count<Side, Option<SectorId>>) -> Pooled<SectorId> {
    let organisations =
        count.sides.iter().filter(|s| s.side == Side::Organisations).flat_map(|s| &s.by_label);
    let sectors: Vec<_> = organisations.filter_map(|(sector, votes)| sector.map(|s| (s, *votes))).collect();
    pool(&sectors, SMALL)
}

impl Numbers {
    pub fn cast(&self) -> u64 {
        self.yes + self.no + self.abstain
    }

    pub fn plus(&self, more: Numbers) -> Numbers {
        Numbers { yes: self.yes + more.yes, no: self.no + more.no, abstain: self.abstain + more.abstain }
    }

    fn by_choice(&self) -> [(Choice, u64); 3] {
        [(Choice::Yes, self.yes), (Choice::No, self.no), (Choice::Abstain, self.abstain)]
    }
}

impl From<Votes> for Numbers {
    fn from(votes: Votes) -> Numbers {
        Numbers { yes: votes.yes, no: votes.no, abstain: votes.abstain }
    }
}
