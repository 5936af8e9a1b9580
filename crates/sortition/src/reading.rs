//! Pools and quotas as files: CSV with commas, semicolons or tabs, in UTF-8.

use crate::{Fault, Person, Pool, Quota, Quotas};
use csv::{ReaderBuilder, StringRecord, Trim};
use std::collections::BTreeMap;

/// A file that can't be read: where, what was expected there, and what stood there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadFile {
    /// From 1.
    pub line: u64,
    /// The field within the line, from 1; 0 where the whole line is meant.
    pub column: usize,
    pub expected: String,
    pub found: String,
}

impl std::fmt::Display for BadFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let BadFile { line, column, expected, found } = self;
        match column {
            0 => write!(f, "line {line}: expected {expected}, found {found}"),
            _ => write!(f, "line {line}, column {column}: expected {expected}, found {found}"),
        }
    }
}

impl std::error::Error for BadFile {}

/// Reads a pool: a heading, then a person a line. The column `id` names the person (the first
/// column, where none is called so); the column `household`, if there is one and it isn't empty,
/// names the household; each other column is a category.
pub fn pool(bytes: &[u8]) -> Result<Pool, Fault> {
    let table = Table::read(bytes)?;
    let id = table.column("id").unwrap_or(0);
    let household = table.column("household").filter(|at| *at != id);
    let is_category = |at: &usize| *at != id && Some(*at) != household;
    let places: Vec<usize> = (0..table.heading.len()).filter(is_category).collect();
    let text = |row: &Row, at: usize| row.fields.get(at).unwrap_or_default().to_owned();
    let mut lines = BTreeMap::new();
    let mut people = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let name = text(row, id);
        if name.is_empty() {
            return Err(row.bad(id, "an id", "nothing").into());
        }
        if let Some(line) = lines.insert(name.clone(), row.line) {
            return Err(row.bad(id, "an id of its own", &format!("{name:?} of line {line}")).into());
        }
        let household = household.map(|at| text(row, at)).filter(|home| !home.is_empty());
        let features = places.iter().map(|at| text(row, *at)).collect();
        people.push(Person { id: name, household, features });
    }
    let categories = places.iter().map(|at| table.heading[*at].clone()).collect();
    Pool::of(categories, people)
}

/// Reads quotas: the columns `category`, `feature`, `min` and `max`. (Where `feature` and `value`
/// stand instead of `category` and `feature`, they are read so.)
pub fn quotas(bytes: &[u8]) -> Result<Quotas, Fault> {
    let table = Table::read(bytes)?;
    let named = |name: &str| {
        let missing = || table.bad_heading(&format!("a column {name:?}"));
        table.column(name).ok_or_else(missing)
    };
    let (category, feature) = match table.column("category") {
        Some(at) => (at, table.column("feature").map_or_else(|| named("name"), Ok)?),
        None => (named("feature")?, named("value")?),
    };
    let (min, max) = (named("min")?, named("max")?);
    let mut quotas = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let (min, max) = (row.number(min)?, row.number(max)?);
        let (category, feature) = (row.text(category, "a category")?, row.text(feature, "a feature")?);
        quotas.push(Quota { category, feature, min, max });
    }
    Quotas::of(quotas)
}

struct Table {
    heading: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    line: u64,
    fields: StringRecord,
}

impl Table {
    fn read(bytes: &[u8]) -> Result<Table, BadFile> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = ReaderBuilder::new().trim(Trim::All).delimiter(delimiter(bytes)).from_reader(bytes);
        let heading: Vec<String> = reader.headers().map_err(bad_csv)?.iter().map(str::to_owned).collect();
        let mut rows = Vec::new();
        for record in reader.records() {
            let fields = record.map_err(bad_csv)?;
            let line = fields.position().map_or(0, csv::Position::line);
            rows.push(Row { line, fields });
        }
        let table = Table { heading, rows };
        match table.heading.iter().all(String::is_empty) {
            true => Err(table.bad_heading("a heading")),
            false => Ok(table),
        }
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.heading.iter().position(|heading| heading.eq_ignore_ascii_case(name))
    }

    fn bad_heading(&self, expected: &str) -> BadFile {
        let found = format!("{:?}", self.heading.join(", "));
        BadFile { line: 1, column: 0, expected: expected.to_owned(), found }
    }
}

impl Row {
    fn bad(&self, at: usize, expected: &str, found: &str) -> BadFile {
        BadFile { line: self.line, column: at + 1, expected: expected.to_owned(), found: found.to_owned() }
    }

    fn text(&self, at: usize, expected: &str) -> Result<String, BadFile> {
        let text = self.fields.get(at).unwrap_or_default();
        if text.is_empty() { Err(self.bad(at, expected, "nothing")) } else { Ok(text.to_owned()) }
    }

    fn number(&self, at: usize) -> Result<u32, BadFile> {
        let text = self.fields.get(at).unwrap_or_default();
        text.parse().map_err(|_| self.bad(at, "a whole number", &format!("{text:?}")))
    }
}

/// The one of comma, semicolon and tab that stands most often in the heading.
fn delimiter(bytes: &[u8]) -> u8 {
    let heading = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |mark: u8| heading.iter().filter(|byte| **byte == mark).count();
    // Of equally many the last is taken, so the comma stands last.
    [b'\t', b';', b','].into_iter().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}

fn bad_csv(error: csv::Error) -> BadFile {
    let line = error.position().map_or(1, csv::Position::line);
    let (column, expected, found) = match error.kind() {
        csv::ErrorKind::Utf8 { err, .. } => {
            (err.field() + 1, "text in UTF-8".to_owned(), "other bytes".to_owned())
        }
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            (0, format!("{expected_len} fields as in the heading"), format!("{len}"))
        }
        _ => (0, "a line of CSV".to_owned(), error.to_string()),
    };
    BadFile { line, column, expected, found }
}
