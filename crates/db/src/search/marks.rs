//! Marks beside the words of a post, so that SQLite's index itself narrows down what it gives: a common word is in
//! so many posts that looking at each for who said it would take long.
//!
//! A mark begins with a sign that no folded text holds, so nobody types or writes one.

use super::Narrowing;
use crate::{Conn, Result};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan, tz::TimeZone};
use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};

/// Of the private use area: FTS5 takes it for a letter, and folding for none.
const SIGN: char = '\u{e000}';

/// Nothing was said before.
const FIRST_MONTH: Date = Date::constant(2020, 1, 1);

/// A longer time is found by looking at each post.
const MOST_MONTHS: usize = 240;

/// All marks of one post, each with a blank before it.
fn of_post(group: Option<i64>, side: &str, locale: &str, place: &str, at: Timestamp) -> String {
    let group = group.map(|group| mark("g", &group.to_string()));
    let named = [("s", side), ("l", locale), ("p", place)];
    let named = named.into_iter().filter(|(_, name)| !name.is_empty()).map(|(of, name)| mark(of, name));
    let all = group.into_iter().chain(named).chain([month(TimeZone::UTC.to_datetime(at).date())]);
    all.map(|mark| format!(" {mark}")).collect()
}

/// Letters and digits alone, for the index parts words at all else.
fn mark(of: &str, name: &str) -> String {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("{SIGN}{of}{}", name.to_ascii_lowercase())
}

fn month(day: Date) -> String {
    mark("m", &day.strftime("%Y%m").to_string())
}

/// What FTS5 is asked beside words; what it doesn't know of, it leaves to the rows.
pub(super) fn wanted(c: &mut Conn, among: &Narrowing) -> Result<String> {
    let named = [("s", &among.side), ("l", &among.locale), ("p", &among.place)];
    let named = named.into_iter().filter(|(_, name)| !name.is_empty());
    let mut wanted: Vec<String> = named.map(|(of, name)| quoted(&mark(of, name))).collect();
    if among.group > 0 {
        wanted.push(quoted(&mark("g", &among.group.to_string())));
    }
    if among.sector > 0 {
        let groups = speaking(c, among.sector)?;
        wanted.extend(any(groups.iter().map(|group| mark("g", &group.to_string()))));
    }
    wanted.extend(any(months(among.from, among.to).into_iter()));
    Ok(wanted.join(" AND "))
}

fn quoted(mark: &str) -> String {
    format!("\"{mark}\"")
}

fn any(marks: impl Iterator<Item = String>) -> Option<String> {
    let marks: Vec<String> = marks.map(|mark| quoted(&mark)).collect();
    (!marks.is_empty()).then(|| format!("({})", marks.join(" OR ")))
}

/// The months from one time to another; none where the time has no end, or is too long.
fn months(from: Timestamp, to: Timestamp) -> Vec<String> {
    if to == Timestamp::MAX {
        return Vec::new();
    }
    let day = |at: Timestamp| TimeZone::UTC.to_datetime(at).date();
    let (first, last) = (day(from).max(FIRST_MONTH).first_of_month(), day(to));
    let months = first.series(1.month()).take_while(|day| *day <= last);
    let months: Vec<String> = months.take(MOST_MONTHS + 1).map(month).collect();
    if months.len() > MOST_MONTHS { Vec::new() } else { months }
}

/// Teaches SQL on a file the marks of a post: `marks(group_id, side, locale, place, at)`.
pub(crate) fn teach(file: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    file.create_scalar_function("marks", 5, flags, of_row)?;
    Ok(())
}

fn of_row(row: &mut Context<'_>) -> rusqlite::Result<String> {
    let (group, at): (Option<i64>, i64) = (row.get(0)?, row.get(4)?);
    let text = |i: usize| Ok::<_, rusqlite::Error>(row.get_raw(i).as_str()?);
    let at = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
    Ok(of_post(group, text(1)?, text(2)?, text(3)?, at))
}

crate::query! {
    /// The groups of a sector for which somebody has spoken, or could.
    #[only(sqlite)]
    fn speaking(sector: i64) -> Vec<i64> {
        "select id from groups where sector_id = $1 and state in ('in', 'dormant')"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_post_has_a_mark_for_all_that_is_known_of_it() {
        let marks = of_post(Some(5), "organisations", "hu", "focus-3", at("2026-11-26T23:30:00Z"));
        assert_eq!(marks.replace(SIGN, "§"), " §g5 §sorganisations §lhu §pfocus3 §m202611");
        assert_eq!(of_post(None, "", "", "", at("2026-01-01T00:00:00Z")).replace(SIGN, "§"), " §m202601");
    }

    #[test]
    fn no_text_holds_a_mark() {
        assert_eq!(crate::fold::words(&format!("{SIGN}g5")), ["g5"]);
        assert_eq!(crate::fold::spaced(&format!("a{SIGN}g5")), "a g5");
    }

    #[test]
    fn a_time_is_its_months_where_it_has_an_end() {
        let between = |from: &str, to: &str| {
            let names = months(at(from), at(to)).into_iter();
            names.map(|mark| mark.replace(SIGN, "")).collect::<Vec<_>>()
        };
        assert_eq!(
            between("2026-10-31T10:00:00Z", "2026-12-01T00:00:00Z"),
            ["m202610", "m202611", "m202612"]
        );
        assert_eq!(between("1999-01-01T00:00:00Z", "2020-01-15T00:00:00Z"), ["m202001"]);
        assert_eq!(between("2026-01-01T00:00:00Z", "2999-01-01T00:00:00Z"), Vec::<String>::new());
        assert!(months(Timestamp::MIN, Timestamp::MAX).is_empty());
    }
}
