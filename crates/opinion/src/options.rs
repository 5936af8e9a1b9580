//! How a conversation is to be mapped.

use crate::Fault;
use serde::Serialize;

/// By whose book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
pub enum Method {
    /// The published pipeline of Polis (Small, Bjorkegren, Erkkilä, Shaw & Megill 2021), for
    /// comparison: the best number of groups is claimed whatever the evidence, and rejected statements
    /// stay in the matrix as if everybody had passed on them.
    Polis2021,
    /// Ours: rejected statements are left out altogether, and groups are claimed only where a
    /// permutation test supports them.
    #[default]
    Careful,
}

/// Begin with `Options::default()` and change what differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Options {
    pub method: Method,
    /// Whether statements that the moderators haven't looked at are left out.
    pub is_strict: bool,
    /// Axes to tell of, at least two; the map lies on the first two.
    pub axes: usize,
    /// Who voted less often has a place on the map, but no group.
    pub min_votes: usize,
    /// The most opinion groups to look for.
    pub most_groups: usize,
    /// Starts of k-means for each number of groups; up to ten times as many among few people.
    pub starts: usize,
    /// All chance comes from here.
    pub seed: u64,
    /// Redealt conversations that the groups are tested against.
    pub permutations: usize,
    /// Resampled conversations that show how stable the groups are.
    pub resamples: usize,
    /// A label's numbers stay hidden on statements that fewer of it voted on.
    pub min_cell: u32,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            method: Method::Careful,
            is_strict: false,
            axes: 2,
            min_votes: 7,
            most_groups: 5,
            starts: 20,
            seed: 1,
            permutations: 99,
            resamples: 20,
            min_cell: 5,
        }
    }
}

impl Options {
    /// The published pipeline, otherwise as by default.
    pub fn polis2021() -> Options {
        Options { method: Method::Polis2021, ..Options::default() }
    }

    pub(crate) fn check(&self) -> Result<(), Fault> {
        if (2..=9).contains(&self.most_groups) { Ok(()) } else { Err(Fault::GroupCount(self.most_groups)) }
    }
}
