//! Checking what greedy took: utilities are added up from the ballots a second time, what was taken stands in
//! order and fitted, and whatever was left out didn't fit when its turn came.

use dashu_int::UBig;

use super::Refusal;
use crate::budget::electorate::Utility;
use crate::budget::{BallotKind, Instance};

/// What greedy has to choose from.
pub(super) struct Shelf<'i> {
    instance: &'i Instance,
    places: &'i [u32],
    /// By project: the utility of all who named it, together.
    worth: Vec<UBig>,
    /// What is left of the budget.
    left: u64,
}

impl<'i> Shelf<'i> {
    /// One pass over the ballots. `left` is what earlier purchases left of the budget.
    pub fn of(instance: &'i Instance, utility: Utility, places: &'i [u32], left: u64) -> Shelf<'i> {
        let mut worth = vec![UBig::ZERO; instance.projects().len()];
        for group in instance.groups() {
            for mark in &group.marks {
                let each = match utility {
                    Utility::Points => mark.points,
                    _ => u64::from(mark.points > 0 || instance.kind() == BallotKind::Ordinal),
                };
                worth[mark.project] += UBig::from(each) * UBig::from(group.weight);
            }
        }
        if utility == Utility::Cost {
            worth.iter_mut().zip(instance.projects()).for_each(|(worth, p)| *worth *= UBig::from(p.cost));
        }
        Shelf { instance, places, worth, left }
    }

    /// `added` is what greedy is said to have taken, `bought` what was bought before.
    pub fn check(&self, added: &[usize], bought: &[usize]) -> Result<(), Refusal> {
        let mut left = vec![self.left];
        for (n, &project) in added.iter().enumerate() {
            if !self.is_for_sale(project) || bought.contains(&project) || added[..n].contains(&project) {
                return Err(Refusal::NotForSale(self.id(project)));
            }
            if let Some(&before) = n.checked_sub(1).and_then(|n| added.get(n))
                && !self.goes_first(before, project)
            {
                return Err(Refusal::OutOfOrder(self.id(project), self.id(before)));
            }
            let after = left[n].checked_sub(self.cost(project));
            left.push(after.ok_or_else(|| Refusal::DoesNotFit(self.id(project)))?);
        }
        let all = 0..self.worth.len();
        let mut passed = all.filter(|p| self.is_for_sale(*p) && !bought.contains(p) && !added.contains(p));
        // What goes first among the added was taken before its turn came.
        let turn = |project: usize| added.partition_point(|before| self.goes_first(*before, project));
        match passed.find(|project| self.cost(*project) <= left[turn(*project)]) {
            Some(project) => Err(Refusal::LeftOut(self.id(project))),
            None => Ok(()),
        }
    }

    /// Whether somebody wants it, it costs something, and the whole budget could pay for it.
    fn is_for_sale(&self, project: usize) -> bool {
        (1..=self.instance.budget()).contains(&self.cost(project)) && self.worth[project] > UBig::ZERO
    }

    /// Whether a project has more worth for its cost than another, or as much and comes first in ties.
    fn goes_first(&self, project: usize, other: usize) -> bool {
        let here = &self.worth[project] * UBig::from(self.cost(other));
        let there = &self.worth[other] * UBig::from(self.cost(project));
        here > there || (here == there && self.places[project] < self.places[other])
    }

    fn cost(&self, project: usize) -> u64 {
        self.instance.projects()[project].cost
    }

    fn id(&self, project: usize) -> String {
        self.instance.projects()[project].id.clone()
    }
}
