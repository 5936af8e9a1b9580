//! Takes text apart into records, forgivingly: blanks before a quote are no part of a cell, a quote within a
//! cell is a letter like any other, and one that is opened and never closed doesn't swallow the file.

/// A quoted cell longer than this, or over more lines, was never meant to be one: its quote is stray.
const MOST_BYTES_IN_CELL: usize = 100_000;
const MOST_LINES_IN_CELL: usize = 200;
/// From here on, the rest of a line is one cell.
pub const MOST_CELLS: usize = 400;

/// One row as it stands in the file. Cells keep their blanks: they tell a comma within a text from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub line: usize,
    pub cells: Vec<String>,
    pub stray_quote: bool,
}

impl Record {
    pub fn is_blank(&self) -> bool {
        self.filled() == 0
    }

    pub fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
    }
}

pub struct Reader<'t> {
    text: &'t str,
    delimiter: u8,
    at: usize,
    line: usize,
    /// No quote before here closes a cell, as an earlier search found. Without this, a file of stray quotes
    /// would be searched again from each of them.
    unclosed_until: usize,
}

impl<'t> Reader<'t> {
    /// The delimiter, line ends (`\n`) and quotes are ASCII: cuts at them never split a letter.
    pub fn new(text: &'t str, delimiter: u8, first_line: usize) -> Reader<'t> {
        debug_assert!(delimiter.is_ascii());
        Reader { text, delimiter, at: 0, line: first_line, unclosed_until: 0 }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn is_blank(&self, byte: u8) -> bool {
        byte == b' ' || (byte == b'\t' && self.delimiter != b'\t')
    }

    fn past_blanks(&self, from: usize) -> usize {
        let rest = &self.text.as_bytes()[from.min(self.text.len())..];
        from + rest.iter().take_while(|byte| self.is_blank(**byte)).count()
    }

    fn ends_cell(&self, at: usize) -> bool {
        self.byte(at).is_none_or(|byte| byte == b'\n' || byte == self.delimiter)
    }

    /// Reads the cell at `self.at` and stops at what ends it. Says whether a stray quote opened it.
    fn cell(&mut self, last: bool) -> (String, bool) {
        let quote = self.past_blanks(self.at);
        let is_quoted = self.byte(quote) == Some(b'"');
        if is_quoted && let Some(text) = self.quoted(quote + 1) {
            return (text, false);
        }
        let rest = &self.text[self.at..];
        let end = rest
            .bytes()
            .position(|byte| byte == b'\n' || (!last && byte == self.delimiter))
            .unwrap_or(rest.len());
        self.at += end;
        (rest[..end].to_owned(), is_quoted)
    }

    /// The text up to the closing quote, or nothing where the quote before `from` is a stray one.
    fn quoted(&mut self, from: usize) -> Option<String> {
        if from < self.unclosed_until
            && !(self.byte(from) == Some(b'"') && self.ends_cell(self.past_blanks(from + 1)))
        {
            return None;
        }
        match self.closing(from) {
            Ok((closing, lines)) => {
                self.at = self.past_blanks(closing + 1);
                self.line += lines;
                Some(self.text[from..closing].replace("\"\"", "\""))
            }
            Err(searched) => {
                self.unclosed_until = searched;
                None
            }
        }
    }

    /// Where the closing quote is and how many lines further; or how far it was looked for in vain.
    fn closing(&self, from: usize) -> Result<(usize, usize), usize> {
        let (mut at, mut lines) = (from, 0);
        while lines <= MOST_LINES_IN_CELL && at - from <= MOST_BYTES_IN_CELL {
            match self.byte(at) {
                Some(b'"') if self.byte(at + 1) == Some(b'"') => at += 1,
                Some(b'"') if self.ends_cell(self.past_blanks(at + 1)) => return Ok((at, lines)),
                Some(b'"') if lines > 0 && self.opens_cell(at) => return Err(at),
                Some(b'\n') => lines += 1,
                Some(_) => {}
                None => return Err(at),
            }
            at += 1;
        }
        Err(at)
    }

    /// Whether the quote at `at` stands where a cell begins. After a line end within quotes, that means that
    /// the quotes were never meant to reach so far.
    fn opens_cell(&self, at: usize) -> bool {
        let before = self.text.as_bytes()[..at].iter().rev().find(|byte| !self.is_blank(**byte));
        before.is_none_or(|byte| *byte == b'\n' || *byte == self.delimiter)
    }
}

impl Iterator for Reader<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        if self.at >= self.text.len() {
            return None;
        }
        let mut record = Record { line: self.line, cells: Vec::new(), stray_quote: false };
        loop {
            let (cell, stray) = self.cell(record.cells.len() + 1 >= MOST_CELLS);
            record.cells.push(cell);
            record.stray_quote |= stray;
            let ended_by = self.byte(self.at);
            self.at += 1;
            if ended_by != Some(self.delimiter) {
                self.line += 1;
                return Some(record);
            }
        }
    }
}
