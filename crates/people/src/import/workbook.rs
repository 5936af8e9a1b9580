//! A workbook as Excel (XLSX) or LibreOffice (ODS) writes it: its first sheet with something in it, or the
//! one that was asked for, as rows.
//!
//! We read both with our own few lines over an XML reader and not with `calamine`: that one lays out what a
//! file claims (repeated cells, the number of its texts) before anybody can say stop, and a file of a
//! kilobyte may claim terabytes. Here nothing that a file says of itself is believed: what is unpacked,
//! kept and counted has limits, and reading stops at them.

mod ods;
mod package;
mod sheets;
#[cfg(test)]
mod tests;
mod xlsx;
mod xml;

use super::decode::Unreadable;
use super::table::Record;

pub use self::package::{Package, TOO_LARGE};
use self::sheets::Sheets;

/// What a workbook's sheets are called that have something in them, and the rows of one of them.
#[derive(Debug)]
pub struct Workbook {
    pub sheets: Vec<String>,
    /// The place of the one that was read.
    pub read: usize,
    pub records: Vec<Record>,
}

/// Whether these bytes are a zip archive, which workbooks and packages are.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Reads a workbook; `None` where the archive is something else. Without `sheet`, or where there is none of
/// that name, it is the first with something in it.
pub fn workbook(package: &mut Package<'_>, sheet: Option<&str>) -> Option<Result<Workbook, Unreadable>> {
    let mut sheets = Sheets::new(sheet);
    let read = if xlsx::is_xlsx(package) {
        xlsx::read(package, &mut sheets)
    } else if ods::is_ods(package) {
        ods::read(package, &mut sheets)
    } else {
        return None;
    };
    Some(read.and_then(|()| sheets.finish()))
}
