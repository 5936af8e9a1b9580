//! What is wrong with a file, and where.

use std::fmt;

/// A file that is not as its format says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What should stand there, in words.
    pub expected: String,
    /// What stands there, cut short.
    pub found: String,
}

impl SyntaxError {
    pub(crate) fn new(line: usize, column: usize, expected: impl Into<String>, found: &str) -> SyntaxError {
        const LONGEST: usize = 40;
        let mut short: String = found.chars().take(LONGEST).collect();
        if found.chars().nth(LONGEST).is_some() {
            short.push('…');
        }
        SyntaxError { line, column, expected: expected.into(), found: short }
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SyntaxError { line, column, expected, found } = self;
        write!(f, "line {line}, column {column}: expected {expected}")?;
        match found.is_empty() {
            true => Ok(()),
            false => write!(f, ", found \u{201c}{found}\u{201d}"),
        }
    }
}

impl std::error::Error for SyntaxError {}

/// A file's text, without a byte order mark; or where it is no UTF-8.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, SyntaxError> {
    let text = str::from_utf8(bytes).map_err(|fault| {
        let before = String::from_utf8_lossy(&bytes[..fault.valid_up_to()]);
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        SyntaxError::new(line, column, "text in UTF-8", "")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}
