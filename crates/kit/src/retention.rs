//! How long what is kept is kept: each room names what it lets go after a time, with a sensible number of days and
//! the least and the most that a community may choose. Once a day the worker holds to them.

use crate::Result;
use db::{Changed, Conn};
use jiff::{SignedDuration, Timestamp};
use std::ops::RangeInclusive;

/// One period. Its messages are `retention-<kind>` and `retention-<kind>-hint`.
pub struct Period {
    pub kind: &'static str,
    /// Where it stands among the others.
    pub place: i64,
    pub days: i64,
    /// The least and the most.
    pub bounds: (i64, i64),
    /// Lets go of all that is older than a time. Files are let go of by whoever writes them.
    pub let_go: fn(&mut Conn, Timestamp) -> Result<()>,
}

impl Period {
    pub fn range(&self) -> RangeInclusive<i64> {
        self.bounds.0..=self.bounds.1
    }
}

/// All periods, gathered by the linker.
#[crate::linkme::distributed_slice]
#[linkme(crate = crate::linkme)]
pub static PERIODS: [Period];

/// All periods, as they are shown.
pub fn in_order() -> Vec<&'static Period> {
    let mut periods: Vec<&'static Period> = PERIODS.iter().collect();
    periods.sort_by_key(|period| period.place);
    periods
}

/// How many days something of this kind is kept here.
pub fn days(c: &mut Conn, kind: &str) -> db::Result<i64> {
    let sensible = PERIODS.iter().find(|period| period.kind == kind).map_or(30, |period| period.days);
    Ok(chosen(c, kind)?.unwrap_or(sensible))
}

/// The same as a length of time.
pub fn lasts(c: &mut Conn, kind: &str) -> db::Result<SignedDuration> {
    Ok(SignedDuration::from_hours(24 * days(c, kind)?))
}

/// Chooses another number of days. Whether it is within the bounds is for the caller to say.
pub fn choose(c: &mut Conn, kind: &str, days: i64) -> db::Result<()> {
    put(c, kind, days).map(drop)
}

/// Lets go of all whose time is over.
pub fn hold(c: &mut Conn, now: Timestamp) -> Result<()> {
    for period in in_order() {
        let lasts = lasts(c, period.kind)?;
        (period.let_go)(c, now - lasts)?;
    }
    Ok(())
}

db::query! {
    fn chosen(kind: &str) -> Option<i64> {
        "select days from retention_periods where kind = $1"
    }

    fn put(kind: &str, days: i64) -> Changed {
        "insert into retention_periods (kind, days) values ($1, $2)
         on conflict (kind) do update set days = excluded.days"
    }
}

/// Names something that is let go of after a time.
#[macro_export]
macro_rules! period {
    ($kind:literal, place $place:literal, $days:tt days of $least:literal to $most:literal, $let_go:path) => {
        #[expect(unsafe_code, reason = "linkme places the period in a link section")]
        const _: () = {
            #[$crate::linkme::distributed_slice($crate::retention::PERIODS)]
            #[linkme(crate = $crate::linkme)]
            static PERIOD: $crate::retention::Period = $crate::retention::Period {
                kind: $kind,
                place: $place,
                days: $days,
                bounds: ($least, $most),
                let_go: $let_go,
            };
        };
    };
}
