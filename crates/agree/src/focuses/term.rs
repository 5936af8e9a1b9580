//! A term ends by the calendar: on the night after its last day a job closes the focus, and its place
//! is free.

use super::{FocusId, adoption, queries};
use db::{Conn, jobs};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use kit::Result;

pub(super) const JOB: &str = "focus.term";

/// Where the community's days begin and end.
pub(super) fn zone(c: &mut Conn) -> Result<TimeZone> {
    Ok(kit::community::load(c)?.map_or(TimeZone::UTC, |community| community.time_zone))
}

/// Sets the end of a term down for the first moment after its last day.
pub(super) fn set_down(c: &mut Conn, until: Date, zone: &TimeZone) -> Result<()> {
    let night = until.checked_add(1.day()).unwrap_or(until).at(0, 0, 0, 0);
    let run_at = zone.to_timestamp(night).map_err(|e| kit::Error::Bug(e.to_string()))?;
    jobs::enqueue(c, JOB, &serde_json::json!({}), run_at)?;
    Ok(())
}

/// Closes the focuses whose last day is over; how many. May be called at any time.
pub fn end_terms(c: &mut Conn, now: Timestamp) -> Result<usize> {
    let today = zone(c)?.to_datetime(now).date();
    let over = queries::over_before(c, &today.to_string())?;
    for focus in &over {
        queries::insert_closure(c, focus.id, now, "", "", None, None, None)?;
        end(c, focus.id)?;
        adoption::record(c, "focus.ended", focus, now)?;
    }
    if !over.is_empty() {
        adoption::fill_places(c, now)?;
    }
    Ok(over.len())
}

pub(super) fn end(c: &mut Conn, id: FocusId) -> Result<()> {
    queries::set_state(c, id, super::FocusState::Closed)?;
    Ok(())
}

pub(super) fn run(c: &mut Conn, _: &serde_json::Value, now: Timestamp) -> Result<()> {
    end_terms(c, now).map(drop)
}
