//! A place in a line, from which what is next is read.

use super::SyntaxError;
use std::str::FromStr;

#[derive(Debug, Clone)]
pub(crate) struct Cursor<'t> {
    line: usize,
    text: &'t str,
    /// In bytes, always between two characters.
    at: usize,
}

impl<'t> Cursor<'t> {
    /// At the start of a line; lines are numbered from 1.
    pub fn new(line: usize, text: &'t str) -> Cursor<'t> {
        Cursor { line, text, at: 0 }
    }

    pub fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Whether nothing but spaces is left.
    pub fn is_done(&self) -> bool {
        self.rest().trim().is_empty()
    }

    pub fn skip_spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Passes over a character, if it is the next but for spaces.
    pub fn take(&mut self, c: char) -> bool {
        self.skip_spaces();
        let next = self.rest().starts_with(c);
        if next {
            self.at += c.len_utf8();
        }
        next
    }

    /// Passes over a character that must be next.
    pub fn pass(&mut self, c: char) -> Result<(), SyntaxError> {
        let next = self.take(c);
        next.then_some(()).ok_or_else(|| self.wrong(format!("“{c}”")))
    }

    /// Reads digits as a number.
    pub fn number<N: FromStr>(&mut self, expected: &str) -> Result<N, SyntaxError> {
        self.skip_spaces();
        let rest = self.rest();
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let number = rest[..length].parse().map_err(|_| self.wrong(expected))?;
        self.at += length;
        Ok(number)
    }

    /// Says that something else was expected here.
    pub fn wrong(&self, expected: impl Into<String>) -> SyntaxError {
        let column = self.text[..self.at].chars().count() + 1;
        SyntaxError::new(self.line, column, expected, self.rest())
    }
}
