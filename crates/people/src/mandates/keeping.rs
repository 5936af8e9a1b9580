//! Once a day, at midnight by the community's clock: whose mandate ends soon is reminded, and what is over ends.

use super::letters::{self, About};
use super::queries::{self, Ending};
use crate::groups::mandate;
use crate::notices::{self, Notice};
use db::{Conn, One, jobs};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use kit::{App, Result};

/// The kind of job that does it.
pub const JOB: &str = "mandates";

/// So many at once are one transaction.
const ROUND: i64 = 50;

/// How long before the end, and how many times one was reminded after it.
const WEEK: (SignedDuration, i64) = (SignedDuration::from_hours(7 * 24), 2);
const MONTH: (SignedDuration, i64) = (SignedDuration::from_hours(31 * 24), 1);

/// An offer that nobody answers lasts so long.
const OFFERED: SignedDuration = SignedDuration::from_hours(60 * 24);

/// Does what is due, and sets the next time down.
pub async fn keep(app: &App) -> Result<()> {
    let now = app.now();
    loop {
        let house = app.clone();
        if app.db.write(move |c| round(c, &house, now)).await? == 0 {
            break;
        }
    }
    app.db.write(move |c| set_down(c, now)).await
}

/// Sets the next time down, for the midnight after `now`, where it isn't yet.
pub fn set_down(c: &mut Conn, now: Timestamp) -> Result<()> {
    if waiting(c, now)? > 0 {
        return Ok(());
    }
    let zone = zone(c)?;
    let tomorrow = zone.to_datetime(now).date().saturating_add(1.day());
    let midnight = zone.to_timestamp(tomorrow.at(0, 0, 0, 0)).map_err(|e| kit::Error::Bug(e.to_string()))?;
    jobs::enqueue(c, JOB, &serde_json::json!({}), midnight)?;
    Ok(())
}

fn zone(c: &mut Conn) -> Result<TimeZone> {
    Ok(kit::community::load(c)?.map_or(TimeZone::UTC, |community| community.time_zone))
}

/// Does some of what is due, and says how many there were. Whoever is told in the last week isn't told of the month.
fn round(c: &mut Conn, app: &App, now: Timestamp) -> Result<usize> {
    let zone = zone(c)?;
    let over = queries::over(c, now, ROUND)?;
    for ending in &over {
        end(c, app, ending, now)?;
    }
    let mut done = over.len();
    for (before, times) in [WEEK, MONTH] {
        let ending = queries::ending(c, now, now + before, times, ROUND)?;
        for one in &ending {
            remind(c, app, one, &zone, now)?;
            queries::reminded(c, one.person_id, one.group_id, times)?;
        }
        done += ending.len();
    }
    queries::sweep(c, now - OFFERED)?;
    Ok(done)
}

fn end(c: &mut Conn, app: &App, ending: &Ending, now: Timestamp) -> Result<()> {
    mandate::end(c, ending.person_id, ending.group_id, now)?;
    notify(c, ending, "mandate.ended", now)?;
    letters::tell(c, app, ending.person_id, (ending.group_id, &ending.group_name), About::Ended, now)?;
    Ok(mandate::tell_if_alone(c, ending.group_id, now)?)
}

fn remind(c: &mut Conn, app: &App, ending: &Ending, zone: &TimeZone, now: Timestamp) -> Result<()> {
    notify(c, ending, "mandate.ends", now)?;
    let about = About::EndsSoon(mandate::last_day(zone, ending.until));
    letters::tell(c, app, ending.person_id, (ending.group_id, &ending.group_name), about, now)
}

fn notify(c: &mut Conn, ending: &Ending, kind: &str, now: Timestamp) -> Result<()> {
    let path = format!("/groups/{}/mandates", ending.group_id);
    let subject = ("group", ending.group_id.0);
    let notice = Notice { kind, subject, path: &path, title: &ending.group_name, by_name: "" };
    Ok(notices::tell(c, ending.person_id, notice, now)?)
}

db::query! {
    fn waiting(now: Timestamp) -> One<i64> {
        "select count(*) from jobs where kind = 'mandates' and run_at > $1 and failed_at is null"
    }
}
