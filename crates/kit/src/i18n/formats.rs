//! Dates, numbers, lists and order by the language's own rules (Unicode CLDR, by ICU4X).

use icu::calendar::{Date as IcuDate, Iso};
use icu::collator::{CollatorBorrowed, options::CollatorOptions};
use icu::datetime::input::{DateTime as IcuDateTime, Time as IcuTime};
use icu::datetime::{DateTimeFormatter, fieldsets};
use icu::decimal::{DecimalFormatter, input::Decimal};
use icu::list::{ListFormatter, options::ListFormatterOptions};
use jiff::civil;
use std::cmp::Ordering;

pub(crate) struct Formats {
    day: DateTimeFormatter<fieldsets::YMD>,
    day_of_year: DateTimeFormatter<fieldsets::MD>,
    weekday: DateTimeFormatter<fieldsets::E>,
    weekday_and_day: DateTimeFormatter<fieldsets::MDE>,
    time: DateTimeFormatter<fieldsets::T>,
    exact: DateTimeFormatter<fieldsets::YMDT>,
    decimal: DecimalFormatter,
    list: ListFormatter,
    collator: CollatorBorrowed<'static>,
}

impl Formats {
    /// `None` where the code is no language tag.
    pub(crate) fn of(code: &str) -> Option<Formats> {
        let locale = locale(code)?;
        let prefs = (&locale).into();
        Some(Formats {
            day: DateTimeFormatter::try_new(prefs, fieldsets::YMD::long()).ok()?,
            day_of_year: DateTimeFormatter::try_new(prefs, fieldsets::MD::long()).ok()?,
            weekday: DateTimeFormatter::try_new(prefs, fieldsets::E::long()).ok()?,
            weekday_and_day: DateTimeFormatter::try_new(prefs, fieldsets::MDE::long()).ok()?,
            time: DateTimeFormatter::try_new(prefs, fieldsets::T::hm()).ok()?,
            exact: DateTimeFormatter::try_new(prefs, fieldsets::YMD::long().with_time_hm()).ok()?,
            decimal: decimal(code)?,
            list: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default()).ok()?,
            collator: icu::collator::Collator::try_new((&locale).into(), CollatorOptions::default()).ok()?,
        })
    }

    pub(crate) fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b)
    }

    /// `1234.5` as `1 234,5`.
    pub(crate) fn number(&self, n: f64) -> String {
        Decimal::try_from_str(&n.to_string())
            .map_or_else(|_| n.to_string(), |d| self.decimal.format(&d).to_string())
    }

    /// `a, b and c`.
    pub(crate) fn list<'a>(&self, items: impl Iterator<Item = &'a str> + Clone) -> String {
        self.list.format(items).to_string()
    }

    /// `23 November 2026`.
    pub(crate) fn day(&self, date: civil::Date) -> String {
        iso(date).map_or_else(|| date.to_string(), |d| self.day.format(&d).to_string())
    }

    /// `23 November`.
    pub(crate) fn day_of_year(&self, date: civil::Date) -> String {
        iso(date).map_or_else(|| date.to_string(), |d| self.day_of_year.format(&d).to_string())
    }

    /// `Monday`.
    pub(crate) fn weekday(&self, date: civil::Date) -> String {
        iso(date).map_or_else(|| date.to_string(), |d| self.weekday.format(&d).to_string())
    }

    /// `Monday 23 November`.
    pub(crate) fn weekday_and_day(&self, date: civil::Date) -> String {
        iso(date).map_or_else(|| date.to_string(), |d| self.weekday_and_day.format(&d).to_string())
    }

    /// `14:05`.
    pub(crate) fn time(&self, at: civil::DateTime) -> String {
        time(at).map_or_else(|| at.to_string(), |t| self.time.format(&t).to_string())
    }

    /// `23 November 2026 at 14:05`.
    pub(crate) fn exact(&self, at: civil::DateTime) -> String {
        let both = iso(at.date()).zip(time(at)).map(|(date, time)| IcuDateTime { date, time });
        both.map_or_else(|| at.to_string(), |both| self.exact.format(&both).to_string())
    }
}

/// English as Europe writes it: 23 November, 14:05.
fn locale(code: &str) -> Option<icu::locale::Locale> {
    if code == "en" { "en-GB".parse().ok() } else { code.parse().ok() }
}

/// How a language writes numbers.
pub(super) fn decimal(code: &str) -> Option<DecimalFormatter> {
    DecimalFormatter::try_new((&locale(code)?).into(), Default::default()).ok()
}

fn iso(date: civil::Date) -> Option<IcuDate<Iso>> {
    IcuDate::try_new_iso(date.year().into(), date.month().try_into().ok()?, date.day().try_into().ok()?).ok()
}

fn time(at: civil::DateTime) -> Option<IcuTime> {
    IcuTime::try_new(at.hour().try_into().ok()?, at.minute().try_into().ok()?, 0, 0).ok()
}
