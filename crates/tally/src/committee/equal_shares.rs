//! The Method of Equal Shares for committees.
//!
//! **Definition.** Each voter has an equal part of the seats to spend: seats / voters. A seat costs 1. In
//! each round a candidate can be bought if its supporters together have 1 left; they pay as equally
//! as they can: the same price each, or all that they have left. The candidate for whom that price is
//! lowest is bought. When nobody can be bought, the rule ends, perhaps with seats open (Peters and Skowron,
//! *Proportionality and the Limits of Welfarism*, EC 2020, as "Rule X"). It satisfies extended
//! justified representation, and its outcome is priceable.
//!
//! **Completion** ([`Completion`]): none; sequential Phragmén with what each voter has left as a head start
//! (Peters and Skowron 2020, section 3.3); or by the number of approvals.
//!
//! **Ties** are between equal prices, as exact fractions. **Complexity**: a round is linear in the ballots;
//! fractions are computed once per distinct amount left.

use super::Ratio;
use super::approvals::Approvals;
use super::electorate::Electorate;
use super::ladder::{Front, Ladder, Lead, lead};
use super::outcome::{Completion, Measure, Step};
use super::phragmen::Phragmen;
use super::purses::Purses;
use super::ratio::ratio;
use dashu_int::UBig;
use dashu_ratio::RBig;
use std::cmp::Reverse;

#[derive(Debug, Clone)]
pub(crate) struct EqualShares<'e> {
    electorate: &'e Electorate<'e>,
    completion: Completion,
    standing: Vec<bool>,
    purses: Purses,
    phase: Phase<'e>,
}

#[derive(Debug, Clone)]
enum Phase<'e> {
    Buying,
    Loads(Phragmen<'e>),
    Approvals(Approvals<'e>),
    Over,
}

impl<'e> EqualShares<'e> {
    pub fn new(electorate: &'e Electorate<'e>, seats: usize, completion: Completion) -> EqualShares<'e> {
        let share = ratio(seats, electorate.weights.total.clone());
        EqualShares {
            electorate,
            completion,
            standing: vec![true; electorate.candidates()],
            purses: Purses::filled(electorate.groups.len(), share),
            phase: Phase::Buying,
        }
    }

    /// The most that one unit of weight would pay for the candidate; or what its supporters have, if
    /// that is less than a seat costs.
    fn price(&self, candidate: usize) -> Result<RBig, RBig> {
        price(&self.purses.by_amount(self.electorate, &self.electorate.supporters[candidate]))
    }

    fn tell(&self, price: &RBig) -> Measure {
        Measure::Price(self.electorate.weights.per_voter(price))
    }

    /// Ends the buying: tells who came nearest, and turns to the completion.
    fn close(&mut self, round: usize, steps: &mut Vec<Step>) {
        let standing = (0..self.standing.len()).filter(|c| self.standing[*c]);
        let nearest = lead(standing.filter_map(|c| Some((c, self.price(c).err()?))));
        let nearest = nearest.map(|lead| (lead.leaders[0], Ratio(lead.value)));
        steps.push(Step::Unaffordable { round, nearest });
        self.phase = match self.completion {
            Completion::None => Phase::Over,
            Completion::Phragmen => {
                let loads = self.purses.negated();
                Phase::Loads(Phragmen::from(self.electorate, self.standing.clone(), loads))
            }
            Completion::Approvals => {
                Phase::Approvals(Approvals::among(self.electorate, self.standing.clone()))
            }
        };
        if self.completion != Completion::None {
            steps.push(Step::Completing { round, by: self.completion });
        }
    }
}

/// The lowest price at which amounts with the weights behind them come to 1, everybody paying the
/// price or all they have. `Err` is the sum of all, when that is less than 1.
fn price(by_amount: &[(&RBig, UBig)]) -> Result<RBig, RBig> {
    let (mut missing, mut weight) = (RBig::ONE, by_amount.iter().map(|(_, weight)| weight).sum::<UBig>());
    for (amount, here) in by_amount {
        if missing <= *amount * RBig::from(weight.clone()) {
            return Ok(missing * ratio(1, weight));
        }
        missing -= *amount * RBig::from(here.clone());
        weight -= here;
    }
    Err(RBig::ONE - missing)
}

impl Ladder for EqualShares<'_> {
    fn front(&mut self, round: usize, steps: &mut Vec<Step>) -> Option<Front> {
        match &mut self.phase {
            Phase::Over => return None,
            Phase::Loads(phragmen) => return phragmen.front(round, steps),
            Phase::Approvals(approvals) => return approvals.front(round, steps),
            Phase::Buying => {}
        }
        let standing = (0..self.standing.len()).filter(|c| self.standing[*c]);
        let prices = standing.filter_map(|c| Some((c, Reverse(self.price(c).ok()?))));
        let Some(Lead { leaders, value: Reverse(value), next }) = lead(prices) else {
            self.close(round, steps);
            return self.front(round, steps);
        };
        let next = next.map(|(candidate, Reverse(price))| (candidate, self.tell(&price)));
        Some(Front { leaders, by: self.tell(&value), value, next })
    }

    fn elect(&mut self, candidate: usize, front: &Front) {
        match &mut self.phase {
            Phase::Loads(phragmen) => return phragmen.elect(candidate, front),
            Phase::Approvals(approvals) => return approvals.elect(candidate, front),
            Phase::Buying | Phase::Over => {}
        }
        self.standing[candidate] = false;
        let paid = |left: &RBig| if *left <= front.value { RBig::ZERO } else { left - &front.value };
        self.purses.change(&self.electorate.supporters[candidate], paid);
    }

    fn state(&self) -> Vec<RBig> {
        match &self.phase {
            Phase::Loads(phragmen) => phragmen.state(),
            _ => (0..self.electorate.groups.len()).map(|g| self.purses.amount(g).clone()).collect(),
        }
    }
}
