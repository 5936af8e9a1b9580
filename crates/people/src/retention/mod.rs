//! How long what is kept is kept: guides choose the days of each period within its bounds, and once a day all whose
//! time is over goes. The periods themselves are named by the rooms that keep something (`kit::retention`).

mod pages;

pub use pages::{chosen, label};

use db::{Conn, One, jobs};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use kit::{App, Result, Routes, retention};

/// The kind of job that lets go of what is over.
pub const JOB: &str = "retention";

/// When, by the community's clock: nobody is there to be in the way of.
const HOUR: i8 = 3;

pub fn routes() -> Routes {
    Routes::new().get("/community/retention", pages::edit).post("/community/retention", pages::update)
}

/// Lets go of rows and archives whose time is over, and sets the next time down.
pub async fn hold(app: &App) -> Result<()> {
    let now = app.now();
    app.db.write(move |c| retention::hold(c, now)).await?;
    crate::my_data::tidy_up(app).await?;
    app.db.write(move |c| set_down(c, now)).await
}

/// Sets the next time down, for the night after `now`, where it isn't yet.
pub fn set_down(c: &mut Conn, now: Timestamp) -> Result<()> {
    if waiting(c, now)? > 0 {
        return Ok(());
    }
    let zone = kit::community::load(c)?.map_or(TimeZone::UTC, |community| community.time_zone);
    let tomorrow = zone.to_datetime(now).date().saturating_add(1.day());
    let night = zone.to_timestamp(tomorrow.at(HOUR, 0, 0, 0)).map_err(|e| kit::Error::Bug(e.to_string()))?;
    jobs::enqueue(c, JOB, &serde_json::json!({}), night)?;
    Ok(())
}

db::query! {
    fn waiting(now: Timestamp) -> One<i64> {
        "select count(*) from jobs where kind = 'retention' and run_at > $1 and failed_at is null"
    }
}
