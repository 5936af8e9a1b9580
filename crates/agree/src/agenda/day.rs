//! A day as the register keeps it (`2026-12-08`), and as lists write it.

use jiff::civil::Date;
use std::fmt;

/// A day of the calendar; a day of the town, whatever the hour elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub Date);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl db::FromColumn for Day {
    fn from_column(row: &db::Row<'_>, i: usize) -> db::Result<Day> {
        let text: String = row.at(i)?;
        text.parse().map(Day).map_err(|_| db::Error::Column { column: i, reason: text })
    }
}

/// The months' beginnings, folded, as people shorten them in English and in Hungarian. `mar` is March in
/// both, `maj` and `may` are May.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["mar"],
    &["apr"],
    &["maj", "may"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["szep", "sep"],
    &["okt", "oct"],
    &["nov"],
    &["dec"],
];

impl Day {
    /// Reads `2026-12-08`, `2026. 12. 08.`, `8/12/2026`, `8.12.2026`, `2026. december 8.`, `8 December 2026`,
    /// with a time or a weekday beside it. Of two small numbers the first is the day, as in all of Europe.
    pub fn read(text: &str) -> Option<Day> {
        let words = db::fold::words(text);
        let month = words.iter().find_map(|w| month_named(w));
        let numbers: Vec<i16> = words.iter().filter_map(|w| number_in(w)).take(3).collect();
        let (year, month, day) = match (month, numbers.as_slice()) {
            (Some(month), [year, day, ..]) if *year > 31 => (*year, month, *day),
            (Some(month), [day, year, ..]) => (*year, month, *day),
            (None, [year, month, day]) if *year > 31 => (*year, *month, *day),
            (None, [day, month, year]) => (*year, *month, *day),
            _ => return None,
        };
        let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        (1900..=2200).contains(&year).then_some(Day(date))
    }
}

fn month_named(word: &str) -> Option<i16> {
    let place = MONTHS.iter().position(|beginnings| beginnings.iter().any(|b| word.starts_with(b)))?;
    i16::try_from(place + 1).ok()
}

/// `8th`, `8an` and `8` are eight. A year that came from two digits would be a guess.
fn number_in(word: &str) -> Option<i16> {
    let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_read_as_lists_write_them() {
        let day = Some(Day(date(2026, 12, 8)));
        for text in [
            "2026-12-08",
            "2026.12.08.",
            "2026. 12. 8.",
            "8/12/2026",
            "08.12.2026",
            "2026. december 8.",
            "2026. dec. 8., kedd 16:00",
            "8 December 2026",
            "Tuesday, December 8th, 2026",
            "2026-12-08T16:00:00",
        ] {
            assert_eq!(Day::read(text), day, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in
            ["", "soon", "December", "2026-13-01", "31/2/2026", "8 December", "12/8", "46364", "8.12.26"]
        {
            assert_eq!(Day::read(text), None, "{text}");
        }
    }
}
