//! A directory as Open Referral's *Human Services Data Specification* (3.x) tells it: a package of CSV files
//! that refer to each other, or organisations in JSON, each with its phones and locations in it. Both become
//! a plain table, one row an organisation, so that all that comes after is as with any other list.

mod json;
mod organisation;
mod tabular;
#[cfg(test)]
mod tests;

use super::decode::Unreadable;
use super::table::{MOST_ROWS, Record};
use super::workbook::Package;

pub use self::json::is_json;
pub use self::organisation::Organisation;

/// The rows of a package; `None` where the archive is something else.
pub fn package(package: &mut Package<'_>) -> Option<Result<Vec<Record>, Unreadable>> {
    tabular::is_tabular(package).then(|| records(tabular::read(package)?))
}

/// The rows of a JSON text.
pub fn text(text: &str) -> Result<Vec<Record>, Unreadable> {
    records(json::read(text)?)
}

fn records(all: Vec<Organisation>) -> Result<Vec<Record>, Unreadable> {
    if all.len() > MOST_ROWS {
        return Err(Unreadable::TooManyRows { most: MOST_ROWS });
    }
    let record = |(at, cells)| Record { line: at + 1, cells, stray_quote: false };
    let rows = all.into_iter().map(Organisation::cells);
    let headers = organisation::COLUMNS.map(str::to_owned).to_vec();
    Ok(std::iter::once(headers).chain(rows).enumerate().map(record).collect())
}
