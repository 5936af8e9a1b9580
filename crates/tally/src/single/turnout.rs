//! What became of the papers of a chamber: every one is counted, and named for what it was.

use super::Fault;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A paper as it came out of the box, with marks `M`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper<M> {
    Marked(M),
    /// Nothing on it.
    Blank,
    /// It can't be read.
    Illegible,
    /// Its voter is present and leaves it to the others.
    Abstention,
}

/// Why a marked paper doesn't count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spoiling {
    Illegible,
    /// A mark for an option that isn't in the poll.
    UnknownOption,
    /// Two marks for one option.
    OptionTwice,
    /// More options marked than the rule allows.
    TooManyMarks,
    /// A mark that isn't on the scale.
    OffTheScale,
    /// More dots than a voter has.
    TooManyDots,
}

/// How many papers there were of each kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Turnout {
    /// The papers that decide.
    pub marked: u64,
    pub blank: u64,
    pub abstained: u64,
    pub spoiled: BTreeMap<Spoiling, u64>,
    present: u64,
}

impl Turnout {
    /// All papers, whatever is on them: who is counted for a quorum.
    pub fn present(&self) -> u64 {
        self.present
    }

    pub fn spoiled(&self) -> u64 {
        self.spoiled.values().sum()
    }

    /// Makes room for so many more papers; a sum past `u64` is refused, so no count ever wraps.
    pub(super) fn arrive(&mut self, papers: u64) -> Result<(), Fault> {
        self.present = self.present.checked_add(papers).ok_or(Fault::TooMany)?;
        Ok(())
    }

    pub(super) fn spoil(&mut self, why: Spoiling, papers: u64) {
        *self.spoiled.entry(why).or_default() += papers;
    }
}
