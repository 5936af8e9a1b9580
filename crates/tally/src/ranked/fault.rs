//! What a caller can get wrong with ranked ballots.

/// A set of ranked ballots, or an order for ties, that can't be counted as it was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing to choose from.
    NoOptions,
    /// More options than [`super::MOST_OPTIONS`].
    TooManyOptions,
    /// A ballot, an order or a withdrawal names an option that isn't there.
    UnknownOption { option: usize, of: usize },
    /// One ballot ranks the same option twice.
    RankedTwice { option: usize },
    /// More ballots than [`super::MOST_BALLOTS`].
    TooManyBallots,
    /// An order for ties must hold each option once.
    OrderIncomplete { names: usize, of: usize },
    /// A rule that needs strict rankings met a ballot with equal ranks.
    EqualRanks,
    /// No seat to fill, or more seats than options that stand.
    Seats { seats: usize, standing: usize },
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fault::NoOptions => write!(f, "there is nothing to choose from"),
            Fault::TooManyOptions => write!(f, "more than {} options", super::MOST_OPTIONS),
            Fault::UnknownOption { option, of } => {
                write!(f, "option number {} is named, and there are {of}", option.saturating_add(1))
            }
            Fault::RankedTwice { option } => {
                write!(f, "a ballot ranks option number {} twice", option.saturating_add(1))
            }
            Fault::TooManyBallots => write!(f, "more ballots than can be counted"),
            Fault::OrderIncomplete { names, of } => {
                write!(f, "the order for ties must name each of {of} options once; it names {names}")
            }
            Fault::EqualRanks => write!(f, "this rule needs ballots without equal ranks"),
            Fault::Seats { seats, standing } => {
                write!(f, "{seats} seats can't be filled from {standing} options")
            }
        }
    }
}

impl std::error::Error for Fault {}
