//! The words of a `.blt` file, each with its place.

use crate::formats::SyntaxError;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// In double quotes, which are not part of its text.
    Quoted,
    /// In round brackets, which are not part of its text.
    Round,
    /// In square brackets, which are not part of its text.
    Square,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    pub kind: Kind,
    pub text: &'t str,
    line: usize,
    column: usize,
}

impl<'t> Token<'t> {
    pub fn wrong(&self, expected: impl Into<String>) -> SyntaxError {
        SyntaxError::new(self.line, self.column, expected, self.text)
    }

    /// The words inside, each in its own place.
    pub fn words(&self) -> impl Iterator<Item = Token<'t>> {
        let inside = Tokens { rest: self.text, line: self.line, column: self.column + 1, peeked: None };
        std::iter::successors(Some((inside, None)), |(tokens, _)| {
            let mut tokens = tokens.clone();
            let word = tokens.word()?;
            Some((tokens, Some(word)))
        })
        .filter_map(|(_, word)| word)
    }
}

/// A text, and how far it is read.
#[derive(Debug, Clone)]
pub(super) struct Tokens<'t> {
    rest: &'t str,
    line: usize,
    column: usize,
    peeked: Option<Token<'t>>,
}

impl<'t> Tokens<'t> {
    pub fn of(text: &'t str) -> Tokens<'t> {
        Tokens { rest: text, line: 1, column: 1, peeked: None }
    }

    /// The next token, which stays where it is.
    pub fn peek(&mut self) -> Result<Option<Token<'t>>, SyntaxError> {
        if self.peeked.is_none() {
            self.peeked = self.read()?;
        }
        Ok(self.peeked)
    }

    /// The next token; the end of the file is an error.
    pub fn next(&mut self, expected: impl FnOnce() -> String) -> Result<Token<'t>, SyntaxError> {
        let token = match self.peeked.take() {
            Some(token) => Some(token),
            None => self.read()?,
        };
        token.ok_or_else(|| self.here(expected() + "; the file ends here"))
    }

    /// An error at the place that is read next.
    pub fn here(&self, expected: String) -> SyntaxError {
        SyntaxError::new(self.line, self.column, expected, "")
    }

    fn read(&mut self) -> Result<Option<Token<'t>>, SyntaxError> {
        self.skip_blanks()?;
        match self.rest.chars().next() {
            None => Ok(None),
            Some('"') => self.quoted().map(Some),
            Some('(') => self.bracketed(Kind::Round, ')').map(Some),
            Some('[') => self.bracketed(Kind::Square, ']').map(Some),
            Some(_) => Ok(self.word()),
        }
    }

    fn skip_blanks(&mut self) -> Result<(), SyntaxError> {
        loop {
            self.take_while(char::is_whitespace);
            if self.rest.starts_with('#') {
                self.take_while(|c| c != '\n');
            } else if self.rest.starts_with("/*") {
                let start = (self.line, self.column);
                let end = self.rest.find("*/");
                let end = end
                    .ok_or_else(|| SyntaxError::new(start.0, start.1, "*/ at the end of this comment", ""))?;
                self.take(end + 2);
            } else {
                return Ok(());
            }
        }
    }

    fn word(&mut self) -> Option<Token<'t>> {
        self.take_while(char::is_whitespace);
        let (line, column) = (self.line, self.column);
        let text = self.take_while(|c| !c.is_whitespace());
        (!text.is_empty()).then_some(Token { kind: Kind::Word, text, line, column })
    }

    /// Up to a quote that a blank or the end follows: a name may hold quotes of its own.
    fn quoted(&mut self) -> Result<Token<'t>, SyntaxError> {
        let inside = &self.rest[1..];
        let closes = |at: &usize| inside[at + 1..].chars().next().is_none_or(char::is_whitespace);
        let end = inside.match_indices('"').map(|(at, _)| at).find(closes);
        self.enclosed(Kind::Quoted, end, '"')
    }

    fn bracketed(&mut self, kind: Kind, close: char) -> Result<Token<'t>, SyntaxError> {
        let end = self.rest[1..].find(close);
        self.enclosed(kind, end, close)
    }

    /// A text between two signs of one byte each; `end` counts from behind the first.
    fn enclosed(&mut self, kind: Kind, end: Option<usize>, close: char) -> Result<Token<'t>, SyntaxError> {
        let (line, column) = (self.line, self.column);
        let end =
            end.ok_or_else(|| SyntaxError::new(line, column, format!("{close} further on"), self.rest))?;
        let text = &self.rest[1..=end];
        self.take(end + 2);
        Ok(Token { kind, text, line, column })
    }

    fn take_while(&mut self, is_part: impl Fn(char) -> bool) -> &'t str {
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        self.take(end)
    }

    fn take(&mut self, bytes: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at(bytes);
        for c in taken.chars() {
            (self.line, self.column) =
                if c == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        self.rest = rest;
        taken
    }
}
