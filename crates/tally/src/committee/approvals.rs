//! Approval voting for a committee: those whom most approve of.
//!
//! **Definition.** A candidate's score is the weight of the ballots that approve of it; the `seats`
//! highest scores win (multiwinner approval voting, AV; Lackner and Skowron, *Multi-Winner Voting
//! with Approval Preferences*, Springer 2023, rule 1). It asks for excellence, not for
//! proportion: a majority can win every seat.
//!
//! **Ties** are between equal scores. **Complexity**: linear in the ballots, and a sort.

use super::electorate::Electorate;
use super::ladder::{Front, Ladder, Lead, lead};
use super::outcome::{Measure, Step};
use dashu_ratio::RBig;

/// The count by approvals, also as the completion of another rule.
#[derive(Debug, Clone)]
pub(crate) struct Approvals<'e> {
    electorate: &'e Electorate<'e>,
    standing: Vec<bool>,
}

impl<'e> Approvals<'e> {
    pub fn new(electorate: &'e Electorate<'e>) -> Approvals<'e> {
        Approvals { electorate, standing: vec![true; electorate.candidates()] }
    }

    pub fn among(electorate: &'e Electorate<'e>, standing: Vec<bool>) -> Approvals<'e> {
        Approvals { electorate, standing }
    }
}

impl Ladder for Approvals<'_> {
    fn front(&mut self, _: usize, _: &mut Vec<Step>) -> Option<Front> {
        let standing = (0..self.standing.len()).filter(|c| self.standing[*c]);
        let Lead { leaders, value, next } =
            lead(standing.map(|c| (c, RBig::from(self.electorate.support[c].clone()))))?;
        let tell = |weight: RBig| Measure::Approvals(self.electorate.weights.in_voters(weight));
        let next = next.map(|(candidate, weight)| (candidate, tell(weight)));
        Some(Front { leaders, by: tell(value.clone()), value, next })
    }

    fn elect(&mut self, candidate: usize, _: &Front) {
        self.standing[candidate] = false;
    }

    fn state(&self) -> Vec<RBig> {
        Vec::new()
    }
}
