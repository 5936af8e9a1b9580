//! Pabulib `.pb` files: participatory budgets as cities publish them (pabulib.org/format).
//!
//! A file has three sections, META, PROJECTS and VOTES, each a table with `;` between the fields, which
//! may be quoted. Read are: any order of columns, a byte-order mark, either line ending, a point or a
//! comma in amounts of money, and the vote types `approval`, `choose-1`, `cumulative`, `scoring` (whole
//! points, none below zero) and `ordinal`. What a voter is beyond their ballot (age, sex, district) is
//! neither kept nor written.

mod read;
mod rows;
mod write;

pub use read::read;
pub use write::write;

use crate::budget::Instance;

/// A file, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Keys and values of META, in order.
    pub meta: Vec<(String, String)>,
    /// What PROJECTS says beside id, cost and name; one for each project of the instance.
    pub notes: Vec<Note>,
    /// The projects in the file's order, the ballots grouped.
    pub instance: Instance,
}

/// What a file notes on a project beside its id, cost and name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    /// `selected`: 1 where it was legally adopted, 0 where not; some cities have values of their own
    /// (2 for a reserve list, 3 for one merged into another).
    pub selected: Option<String>,
    /// The other columns that are not empty, by name.
    pub other: Vec<(String, String)>,
}

impl File {
    /// The value of a META key.
    pub fn value(&self, key: &str) -> Option<&str> {
        self.meta.iter().find(|(k, _)| k == key).map(|(_, value)| value.as_str())
    }

    /// The projects that were legally adopted (`selected` is 1), as indices; empty where the file is silent.
    pub fn adopted(&self) -> Vec<usize> {
        let is_adopted = |n: &usize| self.notes[*n].selected.as_deref() == Some("1");
        (0..self.notes.len()).filter(is_adopted).collect()
    }
}

#[cfg(test)]
mod tests;
