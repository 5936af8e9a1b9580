//! A CSV file, and how cells are kept from being formulas.

use super::{COLUMNS, Format, Seen};
use kit::{Chrome, Result};

pub struct File(String);

impl File {
    /// With a byte order mark, by which spreadsheets tell UTF-8.
    pub fn begin(chrome: &Chrome) -> File {
        let mut csv = String::from("\u{feff}");
        let headers = COLUMNS.map(|key| chrome.t(key).to_string());
        row(&mut csv, headers.iter().map(String::as_str));
        File(csv)
    }
}

impl Format for File {
    fn put(&mut self, seen: &Seen<'_>) -> Result<()> {
        row(&mut self.0, seen.cells());
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>> {
        Ok(self.0.into_bytes())
    }
}

fn row<'a>(csv: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    row_guarded(csv, cells, begins_a_formula);
}

/// One row, with a mark before each cell that `guard` doesn't trust.
pub fn row_guarded<'a>(
    csv: &mut String,
    cells: impl IntoIterator<Item = &'a str>,
    guard: impl Fn(&str) -> bool,
) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            csv.push(',');
        }
        csv.push('"');
        if guard(cell) {
            csv.push('\'');
        }
        csv.push_str(&cell.replace('"', "\"\""));
        csv.push('"');
    }
    csv.push_str("\r\n");
}

/// A spreadsheet would run what begins so. The mark before it makes it text, there and here.
pub fn begins_a_formula(cell: &str) -> bool {
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
