//! What a caller can get wrong.

/// A poll that can't be counted as it was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A poll between no sides would be adopted by nobody.
    NoSides,
    /// The same side stands twice.
    SideTwice,
    /// A ballot of a side that isn't part of the poll.
    UnknownSide,
    /// More voices than can be counted.
    TooMany,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Fault::NoSides => "a poll needs one side or more",
            Fault::SideTwice => "a side stands twice in the poll",
            Fault::UnknownSide => "a ballot of a side that is not part of the poll",
            Fault::TooMany => "more voices than can be counted",
        })
    }
}

impl std::error::Error for Fault {}
