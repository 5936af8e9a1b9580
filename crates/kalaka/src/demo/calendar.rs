//! The town's calendar: what "-29 08:30" means today.

use super::founding::TownRecord;
use anyhow::{Context, Result};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, civil};
use serde::{Deserialize, Deserializer};

/// So many days before or after today, at a time of day in the town. Written "DAYS HH:MM".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Moment {
    days: i64,
    time: civil::Time,
}

impl TryFrom<String> for Moment {
    type Error = String;

    fn try_from(text: String) -> Result<Moment, String> {
        let parsed = text.split_once(' ').and_then(|(days, time)| {
            let (hour, minute) = time.split_once(':')?;
            let time = civil::Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?;
            Some(Moment { days: days.parse().ok()?, time })
        });
        parsed.ok_or_else(|| format!("{text:?} is no moment like \"-29 08:30\""))
    }
}

/// A moment, or nothing where "" stands.
pub fn moment_or_nothing<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Moment>, D::Error> {
    let text = String::deserialize(from)?;
    if text.is_empty() {
        return Ok(None);
    }
    Moment::try_from(text).map(Some).map_err(serde::de::Error::custom)
}

/// Today, where the town is.
#[derive(Debug, Clone)]
pub struct Calendar {
    zone: TimeZone,
    today: civil::Date,
    pub now: Timestamp,
}

impl Calendar {
    pub fn of(town: &TownRecord, now: Timestamp) -> Result<Calendar> {
        let zone = TimeZone::get(&town.time_zone).context("town.toml: time_zone")?;
        Ok(Calendar { today: zone.to_datetime(now).date(), zone, now })
    }

    /// A day, so many days before or after today.
    pub fn day(&self, days: i64) -> Result<civil::Date> {
        Ok(self.today.checked_add(days.days())?)
    }

    pub fn at(&self, moment: Moment) -> Result<Timestamp> {
        Ok(self.zone.to_timestamp(self.day(moment.days)?.to_datetime(moment.time))?)
    }

    /// A time of day on a day.
    pub fn at_time(&self, days: i64, hour: i8, minute: i8) -> Result<Timestamp> {
        Ok(self.zone.to_timestamp(self.day(days)?.at(hour, minute, 0, 0))?)
    }

    /// So many moments, evenly from after `from` to before `to` or now, and by day as far as there is one between:
    /// few people vote at four in the morning.
    pub fn spread(&self, from: Timestamp, to: Timestamp, count: usize) -> Vec<Timestamp> {
        let (from, to) = (from.as_millisecond(), to.min(self.now).as_millisecond());
        let even = |n: usize| from + (to - from) * (n as i64 + 1) / (count as i64 + 1);
        let at = |n: usize| Timestamp::from_millisecond(even(n)).unwrap_or(self.now);
        let by_day = |n: usize| {
            let minutes = (n as i64 * 137 + 41).rem_euclid(14 * 60);
            let day = self.zone.to_datetime(at(n)).date();
            let time = day.at(7, 0, 0, 0).checked_add(minutes.minutes()).ok()?;
            self.zone.to_timestamp(time).ok().filter(|t| (from + 1..to).contains(&t.as_millisecond()))
        };
        (0..count).map(|n| by_day(n).unwrap_or_else(|| at(n))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar() -> Calendar {
        let zone = TimeZone::get("Europe/Budapest").unwrap();
        let now = "2026-11-23T09:00:00Z".parse().unwrap();
        Calendar { today: zone.to_datetime(now).date(), zone, now }
    }

    #[test]
    fn a_moment_is_told_from_today_by_the_towns_clock() {
        let at = |text: &str| calendar().at(Moment::try_from(text.to_owned()).unwrap()).unwrap().to_string();
        assert_eq!(at("-1 18:30"), "2026-11-22T17:30:00Z");
        // Summer time.
        assert_eq!(at("-60 18:30"), "2026-09-24T16:30:00Z");
        assert!(
            Moment::try_from("soon".to_owned()).is_err() && Moment::try_from("-1 25:00".to_owned()).is_err()
        );
    }

    #[test]
    fn what_is_spread_lies_between_and_by_day() {
        let calendar = calendar();
        let (from, to) = (calendar.at_time(-20, 20, 0).unwrap(), calendar.at_time(5, 20, 0).unwrap());
        let spread = calendar.spread(from, to, 60);
        assert!(spread.iter().all(|at| *at > from && *at < calendar.now));
        let by_day = |at: &&Timestamp| (7..21).contains(&calendar.zone.to_datetime(**at).hour());
        assert!(spread.iter().filter(by_day).count() > 50);
        assert_eq!(spread, calendar.spread(from, to, 60));
    }
}
