//! Each morning one looks at an initiative that is under way. Before it goes quiet, and again before it
//! stalls, those who carry it are told, and the guides.

use super::initiative::{Carrier, InitiativeId};
use super::queries::{self, Overview};
use db::{Conn, jobs};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, civil};
use kit::{PersonId, Result};
use people::notices::{self, Notice};
use people::{memberships, persons};

pub(super) const JOB: &str = "initiative.look";

/// So many days before are they told.
const AHEAD: i64 = 7;

/// When one looks, by the community's clock.
const HOUR: i8 = 7;

/// Sets the next look down, for the morning after `now`. Begins when the initiative starts.
pub(super) fn set_down(c: &mut Conn, id: InitiativeId, now: Timestamp) -> Result<()> {
    let zone = zone(c)?;
    let tomorrow = zone.to_datetime(now).date().saturating_add(1.day());
    let morning = zone.to_timestamp(tomorrow.at(HOUR, 0, 0, 0));
    let run_at = morning.map_err(|e| kit::Error::Bug(e.to_string()))?;
    jobs::enqueue(c, JOB, &serde_json::json!({ "initiative": id }), run_at)?;
    Ok(())
}

fn zone(c: &mut Conn) -> Result<TimeZone> {
    Ok(kit::community::load(c)?.map_or(TimeZone::UTC, |community| community.time_zone))
}

pub(super) fn run(c: &mut Conn, payload: &serde_json::Value, now: Timestamp) -> Result<()> {
    let Some(id) = payload["initiative"].as_i64().map(InitiativeId) else { return Ok(()) };
    let zone = zone(c)?;
    let soon = zone.to_datetime(now).date().saturating_add(AHEAD.days());
    // How it would stand then if nothing happened: the same facts, looked at from that day.
    let Some(then) = queries::overview(c, &soon.to_string(), 0, id.0)?.pop() else { return Ok(()) };
    let Some(days) = then.days(&zone, soon) else { return Ok(()) };
    if days.since().is_some_and(|since| !was_told(&then, &zone, since)) {
        nudge(c, &then, now)?;
    }
    set_down(c, id, now)
}

/// Whether they know of this already: told since the week before it began.
fn was_told(then: &Overview, zone: &TimeZone, since: civil::Date) -> bool {
    let told = then.warned_at.map(|at| zone.to_datetime(at).date());
    told.is_some_and(|day| day >= since.saturating_sub(AHEAD.days()))
}

fn nudge(c: &mut Conn, fading: &Overview, now: Timestamp) -> Result<()> {
    let carriers = queries::carriers(c, fading.id)?;
    let mut told = whose(c, &carriers)?;
    told.extend(persons::guides(c)?);
    told.sort();
    told.dedup();
    tell(c, "initiative.fading", fading.id, &fading.title, &told, now)?;
    queries::warned(c, fading.id, now)?;
    Ok(())
}

/// The persons behind the voices that carry something: of a group, all who speak for it.
pub(super) fn whose(c: &mut Conn, carriers: &[Carrier]) -> Result<Vec<PersonId>> {
    let mut persons = Vec::new();
    for carrier in carriers {
        persons.extend(carrier.person());
        if let Some(group) = carrier.group() {
            let members = memberships::of_group(c, group)?;
            persons.extend(members.iter().filter(|m| m.represents()).map(|m| m.person_id));
        }
    }
    persons.sort();
    persons.dedup();
    Ok(persons)
}

pub(super) fn tell(
    c: &mut Conn,
    kind: &str,
    id: InitiativeId,
    title: &str,
    persons: &[PersonId],
    now: Timestamp,
) -> Result<()> {
    let (subject, path) = (("initiative", id.0), id.path());
    let notice = Notice { kind, subject, path: &path, title, by_name: "" };
    for person in persons {
        notices::tell(c, *person, notice, now)?;
    }
    Ok(())
}
