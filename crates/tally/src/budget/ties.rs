//! Ties: how they are broken, and a record of each that was met.

use serde::{Deserialize, Serialize};

use super::{Fault, Instance};

/// Which of several equal projects goes first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieBreak {
    /// The smaller project id as a string, character by character: "10" before "9".
    Lexicographic,
    /// The order given, all project indices, the first one first: an order drawn by lot, for instance.
    Order(Vec<usize>),
}

impl TieBreak {
    /// For each project its place; the smallest place wins.
    pub(super) fn places(&self, instance: &Instance) -> Result<Vec<u32>, Fault> {
        let projects = instance.projects();
        let mut order: Vec<usize> = (0..projects.len()).collect();
        match self {
            TieBreak::Lexicographic => order.sort_by(|a, b| projects[*a].id.cmp(&projects[*b].id)),
            TieBreak::Order(given) => {
                let mut sorted = given.clone();
                sorted.sort_unstable();
                if sorted != order {
                    return Err(Fault::NotAnOrder);
                }
                order.clone_from(given);
            }
        }
        let mut places = vec![0; order.len()];
        (0..).zip(&order).for_each(|(place, &project)| places[project] = place);
        Ok(places)
    }
}

/// Projects that the rule could not tell apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// The step at which they met: the number of projects won before.
    pub after: usize,
    /// The one that went first.
    pub taken: usize,
    /// The others, in the order of their indices.
    pub over: Vec<usize>,
}
