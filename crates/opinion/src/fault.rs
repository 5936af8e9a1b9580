//! What a caller can get wrong.

/// A conversation that can't be mapped as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A participant that the conversation doesn't have.
    UnknownParticipant { participant: usize, participants: usize },
    /// A statement that the conversation doesn't have.
    UnknownStatement { statement: usize, statements: usize },
    /// More participants or statements than a cell can name (2^30).
    TooMany,
    /// A lens with another number of people than the conversation.
    LensLength { lens: String, given: usize, participants: usize },
    /// A lens that gives somebody a label it doesn't have.
    UnknownLabel { lens: String, label: usize, labels: usize },
    /// Groups between 2 and 9 are looked for; other numbers make no map that a person can read.
    GroupCount(usize),
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fault::UnknownParticipant { participant, participants } => {
                write!(
                    f,
                    "participant {participant} is named, but there are only {participants} (0 is the first)"
                )
            }
            Fault::UnknownStatement { statement, statements } => {
                write!(f, "statement {statement} is named, but there are only {statements} (0 is the first)")
            }
            Fault::TooMany => f.write_str("more participants or statements than can be mapped"),
            Fault::LensLength { lens, given, participants } => {
                write!(f, "the labels \"{lens}\" are given for {given} people, but {participants} take part")
            }
            Fault::UnknownLabel { lens, label, labels } => {
                write!(
                    f,
                    "label {label} of \"{lens}\" is used, but it has only {labels} labels (0 is the first)"
                )
            }
            Fault::GroupCount(k) => write!(f, "at most {k} groups were asked for; 2 to 9 can be looked for"),
        }
    }
}

impl std::error::Error for Fault {}
