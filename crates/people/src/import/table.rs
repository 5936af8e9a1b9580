//! Rows and columns out of the text of a CSV file, as real programs and hands leave them.
//!
//! We read with our own small reader and not with the `csv` crate: that one takes quotes and delimiters by
//! the book and so can't tell a blank before a quote, an unclosed quote or an unquoted comma from what was
//! meant. A strict reader loses the row or, after one stray quote, the whole rest of the file.
//! No row is lost here: one that doesn't fit is put right by the looks of its cells (see `mend`) or kept
//! with its problem beside it.

mod mend;
mod reader;

use std::collections::HashMap;

use self::mend::Looks;
pub use self::reader::{MOST_CELLS, Reader, Record};
use super::decode::Unreadable;
use super::problem::Problem;
use super::shape::Shape;

/// The most rows that a list may have.
pub const MOST_ROWS: usize = 50_000;
/// The most columns that a list may have.
pub const MOST_COLUMNS: usize = 200;

#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub delimiter: char,
    /// One for each column; empty where the file has none.
    pub headers: Vec<String>,
    /// False when the first line is a row like the others.
    pub has_headers: bool,
    /// Each has as many cells as there are headers.
    pub rows: Vec<Row>,
    /// Lines without a cell, and titles above the headers.
    pub skipped: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Where the row begins in the file, counted from 1.
    pub line: usize,
    pub cells: Vec<String>,
    pub problems: Vec<Problem>,
}

/// Reads decoded text as a table.
pub fn table(text: &str) -> Result<Table, Unreadable> {
    let (text, named, first_line) = without_separator_line(text);
    let delimiter = named.unwrap_or_else(|| likely_delimiter(text));
    of_records(Reader::new(text, delimiter, first_line), delimiter)
}

/// Reads the rows of a sheet as a table.
pub fn of_sheet(records: Vec<Record>) -> Result<Table, Unreadable> {
    of_records(records, b'\t')
}

fn of_records(all: impl IntoIterator<Item = Record>, delimiter: u8) -> Result<Table, Unreadable> {
    let mut skipped = 0;
    let mut records: Vec<Record> = Vec::new();
    for record in all {
        if record.is_blank() {
            skipped += 1;
        } else if records.len() > MOST_ROWS {
            return Err(Unreadable::TooManyRows { most: MOST_ROWS });
        } else {
            records.push(record);
        }
    }
    let titles = titles_above(&records);
    let mut records = records.split_off(titles);
    let has_headers = records.first().is_some_and(|first| reads_like_headers(first, &records));
    let headers = if has_headers { records.remove(0).cells } else { Vec::new() };
    let headers: Vec<String> = headers.iter().map(|header| super::text::tidy(header)).collect();
    let width = width(&headers, &records);
    match width {
        _ if records.is_empty() => return Err(Unreadable::NoRows),
        columns if columns > MOST_COLUMNS => return Err(Unreadable::TooWide { columns, most: MOST_COLUMNS }),
        _ => {}
    }
    let (headers, rows) = without_hollow_columns(headers, rows_of(records, width, delimiter), width);
    Ok(Table { delimiter: char::from(delimiter), headers, has_headers, rows, skipped: skipped + titles })
}

/// Excel may say in a first line which delimiter it took: `sep=;`.
fn without_separator_line(text: &str) -> (&str, Option<u8>, usize) {
    let first = text.lines().next().unwrap_or_default().trim().trim_matches('"');
    match first.strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) if delimiter.is_ascii_punctuation() || *delimiter == b'\t' => {
            (text.split_once('\n').map_or("", |(_, rest)| rest), Some(*delimiter), 2)
        }
        _ => (text, None, 1),
    }
}

/// The delimiter that parts the first rows most evenly. A comma within a text parts some rows and not
/// others; a delimiter parts all of them alike.
fn likely_delimiter(text: &str) -> u8 {
    let mut best = (0.0, b',');
    for delimiter in [b',', b';', b'\t', b'|'] {
        let sample: Vec<Record> =
            Reader::new(text, delimiter, 1).filter(|record| !record.is_blank()).take(60).collect();
        let (cells, rows) = most_common(sample.iter().map(|record| record.cells.len()));
        let even = rows as f64 / sample.len().max(1) as f64;
        let score = if cells < 2 { 0.0 } else { even * even * (cells as f64).sqrt() };
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

/// The most common of some counts, the larger of two that are equally common; and how often it comes.
fn most_common(counts: impl Iterator<Item = usize>) -> (usize, usize) {
    let mut times: HashMap<usize, usize> = HashMap::new();
    for count in counts {
        *times.entry(count).or_default() += 1;
    }
    times.into_iter().max_by_key(|(count, times)| (*times, *count)).unwrap_or((0, 0))
}

/// How many lines above the headers only carry a title: less than half the cells of most rows.
fn titles_above(records: &[Record]) -> usize {
    let (usual, _) = most_common(records.iter().take(500).map(Record::filled));
    let is_title = |record: &&Record| usual >= 3 && record.filled() * 2 < usual;
    let titles = records.iter().take(20).take_while(is_title).count();
    if titles == records.len() { 0 } else { titles }
}

/// Headers are short words; no list has a column called "info@…" or "(415) 550-2210".
fn reads_like_headers(first: &Record, all: &[Record]) -> bool {
    let is_word = |cell: &String| matches!(Shape::of(cell), Shape::Empty | Shape::Words);
    if !first.cells.iter().all(is_word) {
        return false;
    }
    // A list of bare names: the first line is one of them, unless it says "name" or the like.
    let bare = all.iter().skip(1).take(50).all(|record| record.filled() <= 1);
    !bare || first.cells.iter().any(|cell| super::columns::is_known_header(cell))
}

/// As many columns as the headers name, or as most rows have where that is more.
fn width(headers: &[String], records: &[Record]) -> usize {
    let named = headers.iter().rposition(|header| !header.is_empty()).map_or(0, |last| last + 1);
    let (usual, times) = most_common(records.iter().map(|record| record.cells.len()));
    if headers.is_empty() || (usual > named && times * 2 > records.len()) { usual.max(1) } else { named }
}

fn rows_of(records: Vec<Record>, width: usize, delimiter: u8) -> Vec<Row> {
    let looks = Looks::learn(records.iter().filter(|record| record.cells.len() == width), width);
    records.into_iter().map(|record| row_of(record, &looks, width, delimiter)).collect()
}

fn row_of(record: Record, looks: &Looks, width: usize, delimiter: u8) -> Row {
    let Record { line, mut cells, stray_quote } = record;
    let mut problems = Vec::new();
    if stray_quote {
        problems.push(Problem::StrayQuote);
    }
    while cells.len() > width && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    let (count, columns) = (cells.len(), width);
    if count != columns {
        let aligned = looks.align(&cells, delimiter);
        problems.push(if count > columns {
            Problem::TooManyCells { cells: count, columns, joined: aligned.joined, sure: aligned.sure }
        } else {
            Problem::TooFewCells { cells: count, columns, sure: aligned.sure }
        });
        cells = aligned.cells;
    }
    for cell in &mut cells {
        *cell = cell.trim().to_owned();
    }
    Row { line, cells, problems }
}

/// Spreadsheets add empty columns at the end of each line; nobody wants to choose a field for them.
fn without_hollow_columns(
    mut headers: Vec<String>,
    mut rows: Vec<Row>,
    width: usize,
) -> (Vec<String>, Vec<Row>) {
    headers.resize(width, String::new());
    let is_hollow =
        |column: usize| headers[column].is_empty() && rows.iter().all(|row| row.cells[column].is_empty());
    let keep: Vec<bool> = (0..width).map(|column| !is_hollow(column)).collect();
    if keep.contains(&false) && keep.contains(&true) {
        let mut kept = keep.iter();
        headers.retain(|_| kept.next() != Some(&false));
        for row in &mut rows {
            let mut kept = keep.iter();
            row.cells.retain(|_| kept.next() != Some(&false));
        }
    }
    (headers, rows)
}

#[cfg(test)]
mod tests;
