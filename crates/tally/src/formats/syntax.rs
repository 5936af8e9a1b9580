//! What is wrong with a file, and where.

/// A file that can't be read as what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syntax {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What would have been right here, in words.
    pub expected: String,
    /// What stands there; empty at the end of the file.
    pub found: String,
}

impl Syntax {
    pub(crate) fn new(line: usize, column: usize, expected: impl Into<String>, found: &str) -> Syntax {
        // A whole binary file in one message helps nobody.
        let found = found.chars().take(40).collect();
        Syntax { line, column, expected: expected.into(), found }
    }
}

impl std::fmt::Display for Syntax {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Syntax { line, column, expected, found } = self;
        match found.is_empty() {
            true => write!(f, "line {line}, column {column}: expected {expected}"),
            false => write!(f, "line {line}, column {column}: expected {expected}, found “{found}”"),
        }
    }
}

impl std::error::Error for Syntax {}

/// A file's text, without a byte order mark; or where it is no UTF-8.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, Syntax> {
    let text = str::from_utf8(bytes).map_err(|fault| {
        let before = String::from_utf8_lossy(&bytes[..fault.valid_up_to()]);
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        Syntax::new(line, column, "text in UTF-8", "")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}
