//! What can stand in the way of a draw.

use crate::{BadFile, Relaxation};

/// A draw that can't be prepared as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A file that can't be read.
    File(BadFile),
    /// A panel of nobody.
    NoSeats,
    /// A lottery over no panels.
    NoBalls,
    /// More seats than there are people (or households, when each may send one).
    PoolTooSmall { asked: u32, at_hand: usize },
    /// More people, quotas or balls than can be counted.
    TooMany,
    /// A person with more or fewer features than the pool has categories.
    Features { person: String },
    /// Two people of the pool have the same id.
    PersonTwice { id: String },
    /// The pool has the same category twice.
    CategoryTwice { category: String },
    /// Two quotas are set for the same feature.
    QuotaTwice { category: String, feature: String },
    /// A quota asks for at least more than it allows at most.
    QuotaUpsideDown { category: String, feature: String, min: u32, max: u32 },
    /// The quotas speak of a category that the pool doesn't have.
    UnknownCategory { category: String },
    /// A person has a feature that no quota of its category speaks of.
    UnknownFeature { person: String, category: String, feature: String },
    /// No panel meets all quotas; the smallest change of them that would help.
    Infeasible(Box<Relaxation>),
    /// A weight of Goldilocks that is not above zero.
    Weight,
    /// A ball, or a person, that is not in the lottery or the pool.
    Outside { number: usize, of: usize },
    /// The solver came to no answer that it could vouch for.
    Unsolved { why: String },
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fault::File(bad) => bad.fmt(f),
            Fault::NoSeats => f.write_str("a panel needs one seat or more"),
            Fault::NoBalls => f.write_str("a lottery needs one panel or more"),
            Fault::PoolTooSmall { asked, at_hand } => {
                write!(f, "{asked} people were asked for; no more than {at_hand} can be drawn from the pool")
            }
            Fault::TooMany => f.write_str("more people, quotas or panels than can be counted"),
            Fault::Features { person } => write!(f, "{person} doesn't have one feature in each category"),
            Fault::PersonTwice { id } => write!(f, "{id} stands twice in the pool"),
            Fault::CategoryTwice { category } => write!(f, "{category} stands twice among the categories"),
            Fault::QuotaTwice { category, feature } => {
                write!(f, "{feature} ({category}) stands twice among the quotas")
            }
            Fault::QuotaUpsideDown { category, feature, min, max } => {
                write!(f, "at least {min} {feature} ({category}) and at most {max} can't both be")
            }
            Fault::UnknownCategory { category } => {
                write!(f, "there are quotas for {category}, of which the pool says nothing")
            }
            Fault::UnknownFeature { person, category, feature } => {
                write!(f, "{person} is {feature:?} in {category}, for which there is no quota")
            }
            Fault::Infeasible(relaxation) => relaxation.fmt(f),
            Fault::Weight => f.write_str("the weight of the least chance must be above zero"),
            Fault::Outside { number, of } => write!(f, "{number} is not among the {of} that there are"),
            Fault::Unsolved { why } => write!(f, "no answer was found: {why}"),
        }
    }
}

impl std::error::Error for Fault {}

impl From<BadFile> for Fault {
    fn from(bad: BadFile) -> Fault {
        Fault::File(bad)
    }
}
