//! What can be wrong with a file, and where.

/// A file that can't be read: where, what stands there, and what should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadFault {
    /// The first line is 1.
    pub line: u64,
    /// The field in the line; the first is 1. 0 is the line as a whole.
    pub column: usize,
    /// What stands there, at most 40 characters of it.
    pub found: String,
    pub expected: Expected,
}

/// What should have stood there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// A heading of this name somewhere in the first line.
    Heading(&'static str),
    /// The number of a person or a statement.
    Number,
    /// 1, 0 or -1.
    Vote,
    /// 1, 0 or -1.
    Moderation,
    /// So many fields.
    Fields(usize),
    /// Text in UTF-8, with quotes closed.
    Text,
}

impl ReadFault {
    pub(crate) fn new(line: u64, column: usize, found: &str, expected: Expected) -> ReadFault {
        ReadFault { line, column, found: found.chars().take(40).collect(), expected }
    }
}

impl std::fmt::Display for ReadFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ReadFault { line, column, found, expected } = self;
        write!(f, "line {line}, column {column}: expected {expected}, found \"{found}\"")
    }
}

impl std::fmt::Display for Expected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Expected::Heading(name) => write!(f, "a heading \"{name}\""),
            Expected::Number => f.write_str("a number of a person or statement"),
            Expected::Vote => f.write_str("a vote: 1, 0 or -1"),
            Expected::Moderation => f.write_str("1 (in), 0 (not looked at) or -1 (out)"),
            Expected::Fields(count) => write!(f, "{count} fields"),
            Expected::Text => f.write_str("text in UTF-8"),
        }
    }
}

impl std::error::Error for ReadFault {}
