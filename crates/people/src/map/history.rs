//! How the map was: its counts, kept once a month.

use super::standing::Counts;
use crate::groups::{self, GroupState};
use db::{Changed, Conn, jobs};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use kit::{Result, SectorId, Side};

pub const JOB: &str = "map.snapshot";

const A_DAY: SignedDuration = SignedDuration::from_hours(24);
const A_YEAR: SignedDuration = SignedDuration::from_hours(24 * 365);

/// So many months are drawn: a year, and the one before it.
const MONTHS: i64 = 13;

/// When, on the first of a month: nobody is there to be in the way of.
const HOUR: i8 = 4;

db::row! {
    #[derive(Debug, Clone)]
    struct Snapshot {
        month: String,
        at: Timestamp,
    }
}

db::row! {
    #[derive(Debug, Clone)]
    struct Count {
        sector_id: Option<SectorId>,
        state: GroupState,
        count: i64,
    }
}

db::row! {
    /// How many were in by the end of a count.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Month {
        pub at: Timestamp,
        pub organisations: i64,
        pub citizens: i64,
    }
}

/// What is remembered.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// A year ago, or as long ago as there is something to compare with.
    pub then: Option<Then>,
    /// The last months, the oldest first.
    pub months: Vec<Month>,
}

#[derive(Debug, Clone)]
pub struct Then {
    pub at: Timestamp,
    pub is_a_year_ago: bool,
    counts: Vec<(Option<SectorId>, Counts)>,
}

impl Then {
    /// How a sector stood, or the groups of citizens.
    pub fn counts(&self, sector: Option<SectorId>) -> Counts {
        self.counts.iter().find(|(id, _)| *id == sector).map(|(_, counts)| *counts).unwrap_or_default()
    }
}

/// Four statements, however much there is.
pub fn history(c: &mut Conn, now: Timestamp) -> db::Result<History> {
    let mut months = months(c, MONTHS)?;
    months.reverse();
    let year = latest_before(c, now - A_YEAR)?;
    let is_a_year_ago = year.is_some();
    let found = match year {
        Some(year) => Some(year),
        None => first(c)?.filter(|first| first.at <= now - A_DAY),
    };
    let then = found.map(|snapshot| then(c, &snapshot, is_a_year_ago)).transpose()?;
    Ok(History { then, months })
}

fn then(c: &mut Conn, snapshot: &Snapshot, is_a_year_ago: bool) -> db::Result<Then> {
    let mut counts: Vec<(Option<SectorId>, Counts)> = Vec::new();
    for Count { sector_id, state, count } in counts_of(c, &snapshot.month)? {
        // The rows of one sector stand together.
        if counts.last().is_none_or(|(id, _)| *id != sector_id) {
            counts.push((sector_id, Counts::default()));
        }
        if let Some((_, last)) = counts.last_mut() {
            last.add(state, count);
        }
    }
    Ok(Then { at: snapshot.at, is_a_year_ago, counts })
}

/// Keeps the counts of this month, where they aren't kept yet.
pub fn snapshot(c: &mut Conn, now: Timestamp) -> Result<()> {
    let month = zone(c)?.to_datetime(now).date().strftime("%Y-%m").to_string();
    if insert(c, &month, now)? > 0 {
        for part in groups::counts(c)? {
            insert_count(c, &month, part.side, part.sector_id, part.state, part.count)?;
        }
    }
    Ok(())
}

/// Sets the first count down for now, where none is set down.
pub fn begin(c: &mut Conn, now: Timestamp) -> Result<()> {
    if jobs::waiting(c, JOB)?.is_none() {
        jobs::enqueue(c, JOB, &serde_json::json!({}), now)?;
    }
    Ok(())
}

/// Counts, and sets the next count down. Where nobody has founded a community yet there is nothing to count.
pub fn run(c: &mut Conn, _: &serde_json::Value, now: Timestamp) -> Result<()> {
    let next = if kit::community::load(c)?.is_some() {
        snapshot(c, now)?;
        first_of_next_month(&zone(c)?, now)?
    } else {
        now + A_DAY
    };
    if jobs::waiting(c, JOB)?.is_none() {
        jobs::enqueue(c, JOB, &serde_json::json!({}), next)?;
    }
    Ok(())
}

fn first_of_next_month(zone: &TimeZone, now: Timestamp) -> Result<Timestamp> {
    let first = zone.to_datetime(now).date().first_of_month().saturating_add(1.month());
    zone.to_timestamp(first.at(HOUR, 0, 0, 0)).map_err(|e| kit::Error::Bug(e.to_string()))
}

/// Where the community's months begin and end.
fn zone(c: &mut Conn) -> Result<TimeZone> {
    Ok(kit::community::load(c)?.map_or(TimeZone::UTC, |community| community.time_zone))
}

db::query! {
    fn insert(month: &str, now: Timestamp) -> Changed {
        "insert into map_snapshots (month, at) values ($1, $2) on conflict (month) do nothing"
    }

    fn insert_count(month: &str, side: Side, sector: Option<SectorId>, state: GroupState, count: i64) -> Changed {
        "insert into map_counts (month, side, sector_id, state, count) values ($1, $2, $3, $4, $5)"
    }

    fn latest_before(at: Timestamp) -> Option<Snapshot> {
        "select month, at from map_snapshots where at <= $1 order by at desc limit 1"
    }

    fn first() -> Option<Snapshot> {
        "select month, at from map_snapshots order by at limit 1"
    }

    fn counts_of(month: &str) -> Vec<Count> {
        "select sector_id, state, count from map_counts where month = $1
         order by coalesce(sector_id, 0), state"
    }

    /// How many were in at each count, the newest first.
    fn months(limit: i64) -> Vec<Month> {
        "select s.at,
                cast(coalesce(sum(case when n.side = 'organisations' then n.count end), 0) as bigint) as organisations,
                cast(coalesce(sum(case when n.side = 'citizens' then n.count end), 0) as bigint) as citizens
         from map_snapshots s left join map_counts n on n.month = s.month and n.state = 'in'
         group by s.month, s.at order by s.at desc limit $1"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_count_is_early_on_the_first_of_the_month() {
        let zone = TimeZone::get("Europe/Budapest").unwrap_or(TimeZone::UTC);
        let next = |now: &str| first_of_next_month(&zone, now.parse().unwrap()).unwrap().to_string();
        assert_eq!(next("2026-11-23T09:00:00Z"), "2026-12-01T03:00:00Z");
        assert_eq!(next("2026-12-31T23:30:00Z"), "2027-02-01T03:00:00Z", "by the community's clock");
    }
}
