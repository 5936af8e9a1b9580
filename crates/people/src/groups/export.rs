//! All groups as one CSV file, for a spreadsheet or for another platform. It holds how to reach people, so
//! only guides get it.

use super::group::Group;
use super::queries;
use crate::Guide;
use crate::sectors::{self, Sector};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kit::{App, Chrome, Result, Section};

/// The columns, named so that the import knows them again.
const COLUMNS: [&str; 12] = [
    "groups-field-name",
    "groups-field-side",
    "groups-field-sector",
    "groups-field-state",
    "groups-field-purpose",
    "groups-field-needs",
    "groups-field-offers",
    "groups-field-contact",
    "groups-field-email",
    "groups-field-phone",
    "groups-field-address",
    "groups-field-website",
];

pub async fn csv(State(app): State<App>, guide: Guide) -> Result<Response> {
    let locale = guide.locale;
    let read = app.db.read(move |c| Ok::<_, db::Error>((queries::whole(c)?, sectors::all(c, locale)?)));
    let (mut groups, sectors) = read.await?;
    locale.sort_by_name(&mut groups, |g| &g.name);
    let chrome = guide.chrome(Section::Groups);
    let name = format!("attachment; filename=\"groups-{}.csv\"", chrome.today());
    let headers =
        [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, file(&chrome, &groups, &sectors)).into_response())
}

/// With a byte order mark, by which spreadsheets tell UTF-8.
fn file(chrome: &Chrome, groups: &[Group], sectors: &[Sector]) -> String {
    let mut csv = String::from("\u{feff}");
    row(&mut csv, COLUMNS.map(|key| chrome.t(key).to_string()).each_ref().map(String::as_str));
    for group in groups {
        let sector = sectors.iter().find(|s| Some(s.id) == group.sector_id).map_or("", |s| s.name.as_str());
        row(
            &mut csv,
            [
                &group.name,
                group.side.as_str(),
                sector,
                group.state.as_str(),
                &group.purpose,
                &group.needs,
                &group.offers,
                &group.contact_name,
                &group.email,
                &group.phone,
                &group.address,
                &group.website,
            ],
        );
    }
    csv
}

fn row(csv: &mut String, cells: [&str; 12]) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            csv.push(',');
        }
        csv.push('"');
        if begins_a_formula(cell) {
            csv.push('\'');
        }
        csv.push_str(&cell.replace('"', "\"\""));
        csv.push('"');
    }
    csv.push_str("\r\n");
}

/// A spreadsheet would run what begins so. The mark before it makes it text, there and here.
fn begins_a_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// A cell without the mark that an export put before it.
pub(crate) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| begins_a_formula(rest)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula_and_quotes_are_doubled() {
        let mut csv = String::new();
        row(&mut csv, ["=1+1", "a \"b\"", "+36 30 123", "-", "@x", "\tx", "ok", "", "a\nb", "1", "2", "3"]);
        assert_eq!(
            csv,
            "\"'=1+1\",\"a \"\"b\"\"\",\"'+36 30 123\",\"'-\",\"'@x\",\"'\tx\",\"ok\",\"\",\"a\nb\",\"1\",\"2\",\"3\"\r\n"
        );
    }
}
