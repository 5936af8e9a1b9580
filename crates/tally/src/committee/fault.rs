//! What a caller can get wrong about a committee.

/// An election that can't be counted as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("an election needs one candidate or more")]
    NoCandidates,
    #[error("{seats} seats were asked for, and {candidates} candidates stand")]
    TooManySeats { seats: usize, candidates: usize },
    #[error("an election needs one seat or more")]
    NoSeats,
    #[error("nobody voted")]
    NoBallots,
    #[error("candidate {candidate} is not among the {candidates} that stand")]
    UnknownCandidate { candidate: usize, candidates: usize },
    #[error("candidate {candidate} stands twice on one ballot")]
    CandidateTwice { candidate: usize },
    #[error("chamber {chamber} is not among the {chambers} of this election")]
    UnknownChamber { chamber: usize, chambers: usize },
    #[error("more ballots than can be counted")]
    TooMany,
    #[error("{given} shares were given for {chambers} chambers")]
    WrongShares { given: usize, chambers: usize },
    #[error("no chamber that voted has a share")]
    NoShares,
    #[error("the order for ties must name each of the {candidates} candidates once")]
    WrongOrder { candidates: usize },
    #[error("more than {limit} ways to break the ties; they can't all be listed")]
    TooManyTies { limit: usize },
}
