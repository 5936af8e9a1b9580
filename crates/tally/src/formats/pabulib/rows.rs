//! Rows and fields of a `;` table with quotes, each with its place.

use std::borrow::Cow;

use crate::formats::SyntaxError;

/// One field, trimmed, and where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field<'t> {
    pub text: Cow<'t, str>,
    pub line: usize,
    pub column: usize,
}

impl Field<'_> {
    /// The error that this field is not what it should be.
    pub fn refuse(&self, expected: impl Into<String>) -> SyntaxError {
        SyntaxError::new(self.line, self.column, expected, &self.text)
    }
}

/// The rows of a text, blank ones left out.
pub(super) struct Rows<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    /// Where the current line begins.
    line_start: usize,
}

/// The text of a file, without a byte-order mark.
pub(super) fn decoded(bytes: &[u8]) -> Result<&str, SyntaxError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let (good, bad) = bytes.split_at(error.valid_up_to());
        let line_start = good.iter().rposition(|b| *b == b'\n').map_or(0, |n| n + 1);
        let column = good[line_start..].iter().filter(|b| (**b & 0xc0) != 0x80).count() + 1;
        let line = good.iter().filter(|b| **b == b'\n').count() + 1;
        let found = format!("the byte {:#04x}", bad.first().copied().unwrap_or_default());
        SyntaxError::new(line, column, "UTF-8", &found)
    })
}

impl<'t> Rows<'t> {
    pub fn of(text: &'t str) -> Rows<'t> {
        Rows { text, at: 0, line: 1, line_start: 0 }
    }

    /// The next row that isn't blank, or `None` at the end.
    pub fn next(&mut self) -> Result<Option<Vec<Field<'t>>>, SyntaxError> {
        while self.at < self.text.len() {
            let row = self.row()?;
            if row.iter().any(|field| !field.text.is_empty()) {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// A field that stands for the end of the file, to refuse.
    pub fn end(&self) -> Field<'t> {
        Field { text: Cow::Borrowed(""), line: self.line, column: self.column(self.at) }
    }

    fn row(&mut self) -> Result<Vec<Field<'t>>, SyntaxError> {
        let mut row = Vec::new();
        loop {
            row.push(self.field()?);
            match self.text.as_bytes().get(self.at) {
                Some(b';') => self.at += 1,
                Some(_) => {
                    self.break_line();
                    return Ok(row);
                }
                None => return Ok(row),
            }
        }
    }

    fn break_line(&mut self) {
        self.at += 1;
        self.line += 1;
        self.line_start = self.at;
    }

    fn column(&self, at: usize) -> usize {
        self.text[self.line_start..at].chars().count() + 1
    }

    /// Up to the next `;` or line ending, which is left to be read.
    fn field(&mut self) -> Result<Field<'t>, SyntaxError> {
        if self.text[self.at..].starts_with('"') {
            return self.quoted();
        }
        let rest = &self.text[self.at..];
        let end = rest.find([';', '\n']).unwrap_or(rest.len());
        let text = rest[..end].trim();
        let begins = self.at + (rest[..end].len() - rest[..end].trim_start().len());
        let field = Field { text: Cow::Borrowed(text), line: self.line, column: self.column(begins) };
        self.at += end;
        Ok(field)
    }

    fn quoted(&mut self) -> Result<Field<'t>, SyntaxError> {
        let (line, column) = (self.line, self.column(self.at));
        let mut text = String::new();
        self.at += 1;
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find(['"', '\n']) else {
                return Err(Field { text: Cow::Borrowed(""), line, column }.refuse("a closing quote"));
            };
            text.push_str(&rest[..end]);
            self.at += end;
            if rest[end..].starts_with('\n') {
                text.push('\n');
                self.break_line();
            } else if rest[end..].starts_with("\"\"") {
                text.push('"');
                self.at += 2;
            } else {
                self.at += 1;
                break;
            }
        }
        self.after_quote()?;
        Ok(Field { text: Cow::Owned(text.trim().to_owned()), line, column })
    }

    fn after_quote(&mut self) -> Result<(), SyntaxError> {
        let rest = &self.text[self.at..];
        let end = rest.find([';', '\n']).unwrap_or(rest.len());
        let between = rest[..end].trim();
        if !between.is_empty() {
            let column = self.column(self.at);
            let field = Field { text: Cow::Borrowed(between), line: self.line, column };
            return Err(field.refuse("`;` or the end of the line after a closing quote"));
        }
        self.at += end;
        Ok(())
    }
}
