//! What is kept of a workbook while it is read: the names of its sheets, and the rows of one.

use super::super::decode::{MOST_BYTES, Unreadable};
use super::super::table::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Record};
use super::Workbook;

/// Nobody chooses among more.
const MOST_SHEETS: usize = 100;
/// So many cells are kept in all, the empty ones among them: of 50,000 rows, eighty each.
const MOST_KEPT: usize = 4_000_000;
/// What an empty cell takes, about.
const BYTES_OF_CELL: usize = 8;

pub struct Sheets<'a> {
    asked: Option<&'a str>,
    names: Vec<String>,
    /// The sheet that is read now, and whether anything was found in it.
    name: String,
    has_content: bool,
    kept: Option<usize>,
    records: Vec<Record>,
    bytes: usize,
}

impl<'a> Sheets<'a> {
    pub fn new(asked: Option<&'a str>) -> Sheets<'a> {
        let (names, records) = (Vec::new(), Vec::new());
        Sheets { asked, names, name: String::new(), has_content: false, kept: None, records, bytes: 0 }
    }

    pub fn begin(&mut self, name: &str) {
        self.name = name.chars().filter(|c| !c.is_control()).take(80).collect();
        self.has_content = false;
    }

    /// Whether more of the sheet that is read now is of use.
    pub fn wants_more(&self) -> bool {
        !self.has_content || self.kept.is_some_and(|at| at + 1 == self.names.len())
    }

    /// One row of that sheet, `times` times.
    pub fn row(&mut self, line: usize, cells: &Cells, times: usize) -> Result<(), Unreadable> {
        if cells.is_blank() {
            return Ok(());
        }
        if !self.has_content {
            self.found_content();
        }
        if !self.wants_more() {
            return Ok(());
        }
        for at in 0..times {
            self.bytes += cells.bytes();
            if self.bytes > MOST_BYTES {
                return Err(Unreadable::TooLarge { bytes: self.bytes, most: MOST_BYTES });
            } else if self.records.len() > MOST_ROWS {
                return Err(Unreadable::TooManyRows { most: MOST_ROWS });
            }
            let line = line.saturating_add(at);
            self.records.push(Record { line, cells: cells.texts.clone(), stray_quote: false });
        }
        Ok(())
    }

    /// The first sheet with something in it is kept, until the one comes that was asked for.
    fn found_content(&mut self) {
        self.has_content = true;
        if self.names.len() >= MOST_SHEETS {
            return;
        }
        self.names.push(self.name.clone());
        if self.kept.is_none() || self.asked == Some(self.name.as_str()) {
            self.kept = Some(self.names.len() - 1);
            self.records.clear();
            self.bytes = 0;
        }
    }

    pub fn finish(mut self) -> Result<Workbook, Unreadable> {
        let Some(read) = self.kept else { return Err(Unreadable::Empty) };
        // A sheet's rows end where their last cell does; they are as wide as the widest all the same.
        let width = self.records.iter().map(|record| record.cells.len()).max().unwrap_or_default();
        if width * self.records.len() > MOST_KEPT {
            return Err(Unreadable::TooWide { columns: width, most: MOST_KEPT / self.records.len() });
        }
        for record in &mut self.records {
            record.cells.resize(width, String::new());
        }
        Ok(Workbook { sheets: self.names, read, records: self.records })
    }
}

/// The cells of one row.
#[derive(Default)]
pub struct Cells {
    texts: Vec<String>,
    /// Where the next one stands.
    next: usize,
}

impl Cells {
    pub fn clear(&mut self) {
        self.texts.clear();
        self.next = 0;
    }

    /// The next cell stands in this column, counted from 0.
    pub fn move_to(&mut self, column: usize) {
        self.next = column;
    }

    /// Puts a text into the next `times` columns. Only what isn't blank takes any room.
    pub fn put(&mut self, text: &str, times: usize) -> Result<(), Unreadable> {
        let end = self.next.saturating_add(times);
        if !text.trim().is_empty() {
            if end > MOST_CELLS {
                return Err(Unreadable::TooWide { columns: end, most: MOST_COLUMNS });
            }
            if self.texts.len() < end {
                self.texts.resize(end, String::new());
            }
            self.texts[self.next..end].fill(text.to_owned());
        }
        self.next = end;
        Ok(())
    }

    fn is_blank(&self) -> bool {
        self.texts.is_empty()
    }

    fn bytes(&self) -> usize {
        self.texts.iter().map(|text| text.len() + BYTES_OF_CELL).sum()
    }
}
