//! The chambers of a poll (sides or sectors), and the quorum of each.

use super::{Fault, Turnout};
use serde::{Deserialize, Serialize};

/// A part of the electorate that is asked by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chamber {
    pub name: String,
    /// How many may vote in it, where that is known.
    pub electorate: Option<u64>,
    pub quorum: Quorum,
}

/// How many papers a chamber needs for its answer to count. Each paper counts: marked, blank,
/// spoiled, and abstentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quorum {
    /// One marked paper is enough, as everywhere.
    #[default]
    None,
    Papers(u64),
    /// This part of those who may vote, or more.
    Share(Share),
}

/// An exact part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    pub part: u64,
    pub of: u64,
}

/// Whether a chamber had its quorum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    pub present: u64,
    pub needed: u64,
}

impl Chamber {
    /// A chamber without a quorum.
    pub fn named(name: impl Into<String>) -> Chamber {
        Chamber { name: name.into(), electorate: None, quorum: Quorum::None }
    }

    /// The same chamber with so many who may vote, and a quorum.
    pub fn with_quorum(self, electorate: Option<u64>, quorum: Quorum) -> Chamber {
        Chamber { electorate, quorum, ..self }
    }

    /// How many papers the chamber needs.
    fn needed(&self) -> Result<u64, Fault> {
        match self.quorum {
            Quorum::None => Ok(0),
            Quorum::Papers(papers) => Ok(papers),
            Quorum::Share(share) => {
                share.check()?;
                let electorate = self.electorate.ok_or_else(|| Fault::NoElectorate(self.name.clone()))?;
                let needed = (u128::from(electorate) * u128::from(share.part)).div_ceil(u128::from(share.of));
                // A part of the electorate is no more than it.
                Ok(u64::try_from(needed).unwrap_or(electorate))
            }
        }
    }

    pub(super) fn attendance(&self, turnout: &Turnout) -> Result<Attendance, Fault> {
        Ok(Attendance { present: turnout.present(), needed: self.needed()? })
    }
}

impl Attendance {
    pub fn is_quorum(&self) -> bool {
        self.present >= self.needed
    }
}

impl Share {
    pub fn of(part: u64, of: u64) -> Share {
        Share { part, of }
    }

    pub(super) fn check(&self) -> Result<(), Fault> {
        let fits = self.of > 0 && self.part <= self.of;
        fits.then_some(()).ok_or(Fault::NoShare(self.part, self.of))
    }

    /// Whether `part` of `whole` is more than this share. Of nothing, nothing is.
    pub(super) fn is_exceeded(&self, part: u128, whole: u128) -> bool {
        use crate::committee::Ratio;
        let fraction = |a: u128, b: u128| Ratio(dashu_ratio::RBig::from_parts(a.into(), b.into()));
        whole > 0 && fraction(part, whole) > fraction(self.part.into(), self.of.into())
    }
}

/// Whether the chambers make a poll: one or more, no name twice, each quorum in order.
pub(super) fn check(chambers: &[Chamber]) -> Result<(), Fault> {
    if chambers.is_empty() {
        return Err(Fault::NoChambers);
    }
    for (n, chamber) in chambers.iter().enumerate() {
        if chambers[..n].iter().any(|before| before.name == chamber.name) {
            return Err(Fault::ChamberTwice(chamber.name.clone()));
        }
        chamber.needed()?;
    }
    Ok(())
}
