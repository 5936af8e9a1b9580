//! Sequential Phragmén: seats as loads that their supporters share.
//!
//! **Definition.** Each seat is a load of 1, borne by those who approve of its holder. In each round
//! the candidate is elected with whom the most burdened of its supporters would bear the least:
//! all its supporters are brought to the same load, (1 + the sum of their loads) / their number
//! (E. Phragmén 1894; Brill, Freeman, Janson and Lackner, *Phragmén's Voting Methods and Justified
//! Representation*, Mathematical Programming 203, 2024; seq-Phragmén). Told in time: each
//! voter earns at the same pace, and a candidate is bought the moment its supporters have its price.
//!
//! Candidates of whom nobody approves come last, tied. **Ties** are between equal loads, as exact fractions.
//! **Complexity**: a round is linear in the ballots; fractions are computed once per distinct load,
//! of which there are as many as rounds.

use super::electorate::Electorate;
use super::ladder::{Front, Ladder, Lead, lead};
use super::outcome::{Measure, Step};
use super::purses::Purses;
use super::ratio::{ratio, sum};
use dashu_ratio::RBig;
use std::cmp::Reverse;

#[derive(Debug, Clone)]
pub(crate) struct Phragmen<'e> {
    electorate: &'e Electorate<'e>,
    standing: Vec<bool>,
    loads: Purses,
}

impl<'e> Phragmen<'e> {
    pub fn new(electorate: &'e Electorate<'e>) -> Phragmen<'e> {
        let loads = Purses::filled(electorate.groups.len(), RBig::ZERO);
        Phragmen { electorate, standing: vec![true; electorate.candidates()], loads }
    }

    /// From the middle of another count: who still stands, and the loads at the start.
    pub fn from(electorate: &'e Electorate<'e>, standing: Vec<bool>, loads: Purses) -> Phragmen<'e> {
        Phragmen { electorate, standing, loads }
    }

    /// What the candidate's supporters would bear; `None` if nobody approves of it.
    fn load(&self, candidate: usize) -> Option<RBig> {
        let by_load = self.loads.by_amount(self.electorate, &self.electorate.supporters[candidate]);
        let borne = sum(by_load.iter().map(|(load, weight)| *load * RBig::from(weight.clone())));
        let weight = self.electorate.support[candidate].clone();
        (!weight.is_zero()).then(|| (borne + RBig::ONE) * ratio(1, weight))
    }

    fn tell(&self, load: &RBig) -> Measure {
        Measure::Load(self.electorate.weights.per_voter(load))
    }

    /// When only candidates without a supporter are left, they are equal.
    fn unsupported(&self) -> Option<Front> {
        let leaders: Vec<usize> = (0..self.standing.len()).filter(|c| self.standing[*c]).collect();
        let any = !leaders.is_empty();
        any.then_some(Front { leaders, value: RBig::ZERO, by: Measure::Unsupported, next: None })
    }
}

impl Ladder for Phragmen<'_> {
    fn front(&mut self, _: usize, _: &mut Vec<Step>) -> Option<Front> {
        let standing = (0..self.standing.len()).filter(|c| self.standing[*c]);
        let loads = standing.filter_map(|c| Some((c, Reverse(self.load(c)?))));
        let Some(Lead { leaders, value: Reverse(value), next }) = lead(loads) else {
            return self.unsupported();
        };
        let next = next.map(|(candidate, Reverse(load))| (candidate, self.tell(&load)));
        Some(Front { leaders, by: self.tell(&value), value, next })
    }

    fn elect(&mut self, candidate: usize, front: &Front) {
        self.standing[candidate] = false;
        self.loads.change(&self.electorate.supporters[candidate], |_| front.value.clone());
    }

    fn state(&self) -> Vec<RBig> {
        (0..self.electorate.groups.len()).map(|group| self.loads.amount(group).clone()).collect()
    }
}
