//! The fields of a CSV text, each with its place.

use super::super::SyntaxError;

/// A field and where it begins.
#[derive(Debug, Clone)]
pub struct Field {
    line: usize,
    column: usize,
    pub text: String,
    /// Whether it stands in quotes.
    pub is_quoted: bool,
}

impl Field {
    pub fn wrong(&self, expected: impl Into<String>) -> SyntaxError {
        SyntaxError::new(self.line, self.column, expected, &self.text)
    }
}

/// Walks through a text, and knows the line and the column.
struct Reader<'t> {
    chars: std::iter::Peekable<std::str::Chars<'t>>,
    line: usize,
    column: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let next = self.chars.next()?;
        match next {
            '\n' => (self.line, self.column) = (self.line + 1, 1),
            _ => self.column += 1,
        }
        Some(next)
    }

    fn next_if(&mut self, wanted: char) -> bool {
        let found = self.chars.peek() == Some(&wanted);
        found && self.next().is_some()
    }

    fn field(&mut self) -> Result<Field, SyntaxError> {
        let mut field = Field { line: self.line, column: self.column, text: String::new(), is_quoted: false };
        if self.next_if('"') {
            field.is_quoted = true;
            self.in_quotes(&mut field)?;
        } else {
            while let Some(&c) = self.chars.peek().filter(|c| !matches!(c, ',' | '\n' | '\r')) {
                if c == '"' {
                    return Err(SyntaxError::new(
                        self.line,
                        self.column,
                        "quotes around the whole field",
                        "\"",
                    ));
                }
                field.text.push(c);
                self.next();
            }
        }
        Ok(field)
    }

    fn in_quotes(&mut self, field: &mut Field) -> Result<(), SyntaxError> {
        while let Some(c) = self.next() {
            if c == '"' && !self.next_if('"') {
                return Ok(());
            }
            field.text.push(c);
        }
        Err(SyntaxError::new(field.line, field.column, "a quote that ends this field", &field.text))
    }
}

/// All lines with their fields. Empty lines are passed over.
pub fn records(text: &str) -> Result<Vec<Vec<Field>>, SyntaxError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader { chars: text.chars().peekable(), line: 1, column: 1 };
    let (mut records, mut record) = (Vec::new(), Vec::new());
    while reader.chars.peek().is_some() {
        record.push(reader.field()?);
        if reader.next_if(',') {
            // A comma at the very end of the text has an empty field behind it.
            match reader.chars.peek() {
                Some(_) => continue,
                None => record.push(reader.field()?),
            }
        }
        reader.next_if('\r');
        if reader.chars.peek().is_some() && !reader.next_if('\n') {
            return Err(SyntaxError::new(reader.line, reader.column, "a comma or the end of the line", ""));
        }
        let whole = std::mem::take(&mut record);
        if whole.len() > 1 || whole.iter().any(|field| !field.text.is_empty()) {
            records.push(whole);
        }
    }
    Ok(records)
}

/// The text as a field, in quotes where without them it would mean something else.
pub fn quoted(text: &str) -> String {
    let means_more = matches!(text, "" | "chamber" | "count");
    match means_more || text.contains([',', '"', '\n', '\r', '\u{feff}']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.into(),
    }
}
