//! What a caller can get wrong about a poll.

/// A poll that can't be counted as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("a poll needs one option or more")]
    NoOptions,
    #[error("a poll needs one chamber or more")]
    NoChambers,
    #[error("the chamber “{0}” stands twice in the poll")]
    ChamberTwice(String),
    #[error("chamber {chamber} is not among the {chambers} of this poll")]
    UnknownChamber { chamber: usize, chambers: usize },
    #[error("more ballots than can be counted")]
    TooMany,
    #[error("a quorum that is a share needs to know how many may vote in “{0}”")]
    NoElectorate(String),
    #[error("a share must be a part of a whole, not {0}/{1}")]
    NoShare(u64, u64),
    #[error("the scale needs two levels or more")]
    NoScale,
    #[error("this bar does not fit this rule")]
    WrongBar,
    #[error("the order for ties must name each option once")]
    WrongOrder,
}
