//! A workbook of one sheet. Cells are texts, whatever they begin with: none is a formula. Rows are put on the
//! disk as they come, so that many take no more memory than few.

use super::{COLUMNS, Format, Seen, unwritten};
use kit::{Chrome, Result};
use rust_xlsxwriter::{Format as Look, Workbook};
use std::path::Path;

/// No cell of a workbook holds more letters.
const MOST_LETTERS: usize = 32_767;

/// The widest columns are those of sentences.
const WIDTHS: [u16; 12] = [36, 14, 18, 10, 60, 40, 40, 24, 30, 22, 36, 30];

pub struct File {
    workbook: Workbook,
    rows: u32,
}

impl File {
    pub fn begin(chrome: &Chrome, folder: &Path) -> Result<File> {
        std::fs::create_dir_all(folder).map_err(unwritten)?;
        let mut workbook = Workbook::new();
        workbook.set_tempdir(folder).map_err(unwritten)?;
        let sheet = workbook.add_worksheet_with_constant_memory().map_err(unwritten)?;
        let bold = Look::new().set_bold();
        for (column, (key, width)) in (0..).zip(COLUMNS.into_iter().zip(WIDTHS)) {
            sheet.set_column_width(column, width).map_err(unwritten)?;
            let header = chrome.t(key).to_string();
            sheet.write_string_with_format(0, column, header, &bold).map_err(unwritten)?;
        }
        sheet.set_freeze_panes(1, 1).map_err(unwritten)?;
        Ok(File { workbook, rows: 1 })
    }
}

impl Format for File {
    fn put(&mut self, seen: &Seen<'_>) -> Result<()> {
        let sheet = self.workbook.worksheet_from_index(0).map_err(unwritten)?;
        for (column, cell) in (0..).zip(seen.cells()).filter(|(_, cell)| !cell.is_empty()) {
            let cell: String = cell.chars().take(MOST_LETTERS).collect();
            sheet.write_string(self.rows, column, cell).map_err(unwritten)?;
        }
        self.rows += 1;
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<u8>> {
        self.workbook.save_to_buffer().map_err(unwritten)
    }
}
