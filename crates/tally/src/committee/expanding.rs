//! The Expanding Approvals Rule, on orders with equals.
//!
//! **Definition** (Aziz and Lee, *The Expanding Approvals Rule: Improving Proportional Representation and
//! Monotonicity*, Social Choice and Welfare 54, 2020, algorithm 1, with its default choices). Each
//! voter has weight 1. At rank j a ballot approves of its j best classes; a candidate whom it does
//! not name stands in a class behind all named. While seats are open: of the candidates with a quota of
//! support at rank j the best by rank-maximality is elected (the most first classes, then the most
//! second ones, and so on), and its supporters lose a quota of weight, each the same part of what it had
//! (uniform fractional reweighting). When nobody has a quota, j grows by one.
//!
//! The **quota** is n/(k+1) + (⌊n/(k+1)⌋ + 1 - n/(k+1)) / (m+1), with n the voters, k the seats and
//! m the candidates: above Droop's bound by a little; and never more than n/k, which it would be where
//! voters are few, so that every seat can be filled. The rule satisfies generalised proportionality
//! for solid coalitions. **Ties** are between equal rank vectors.
//! **Complexity**: linear in the ballots for each seat and each rank.

use super::ladder::{Front, Ladder, Lead, climb, climb_all, lead};
use super::outcome::{Measure, Outcome, Step};
use super::ratio::ratio;
use super::weighing::Weights;
use super::{Election, Fault, Orders};
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use std::collections::BTreeSet;

/// Counts orders by the Expanding Approvals Rule. The election's rule is not looked at.
pub(crate) fn count(election: &Election, orders: &Orders) -> Result<Outcome, Fault> {
    let places = election.tie_break.places(orders.candidates())?;
    let weights = Weights::of(&orders.voters(), &election.weighing)?;
    let rule = Expanding::new(orders, &weights, election.seats);
    let climbed = climb(rule, election.seats, &places);
    Ok(election.outcome(climbed, orders.cast(), weights.silent.clone()))
}

/// All committees that some way of breaking the ties leads to.
pub(crate) fn all(election: &Election, orders: &Orders, limit: usize) -> Result<BTreeSet<Vec<usize>>, Fault> {
    let weights = Weights::of(&orders.voters(), &election.weighing)?;
    climb_all(Expanding::new(orders, &weights, election.seats), election.seats, limit)
}

#[derive(Debug, Clone)]
struct Expanding<'o> {
    weights: &'o Weights,
    /// By group: the rank of each candidate, from 1.
    ranks: Vec<Vec<usize>>,
    /// By group: what its voters still weigh.
    left: Vec<RBig>,
    /// By candidate and rank: the weight of the ballots that have it there.
    vectors: Vec<Vec<UBig>>,
    standing: Vec<bool>,
    quota: RBig,
    rank: usize,
}

impl<'o> Expanding<'o> {
    fn new(orders: &Orders, weights: &'o Weights, seats: usize) -> Expanding<'o> {
        let candidates = orders.candidates().len();
        let mut vectors = vec![vec![UBig::ZERO; candidates + 1]; candidates];
        let (mut ranks, mut left) = (Vec::new(), Vec::new());
        for group in orders.groups() {
            let weight = &weights.each[group.chamber] * UBig::from(group.count);
            let of = ranks_of(group.ballot, candidates);
            of.iter().enumerate().for_each(|(candidate, rank)| vectors[candidate][*rank] += &weight);
            ranks.push(of);
            left.push(RBig::from(weight));
        }
        let quota = quota(&weights.total, seats, candidates);
        Expanding { weights, ranks, left, vectors, standing: vec![true; candidates], quota, rank: 1 }
    }

    /// The weight that stands behind a candidate at this rank.
    fn support(&self, candidate: usize) -> RBig {
        let behind = self.ranks.iter().zip(&self.left).filter(|(ranks, _)| ranks[candidate] <= self.rank);
        behind.fold(RBig::ZERO, |sum, (_, left)| sum + left)
    }

    fn tell(&self, support: RBig) -> Measure {
        Measure::Support { rank: self.rank, weight: self.weights.in_voters(support) }
    }
}

/// The rank of each candidate on a ballot, from 1.
fn ranks_of(ballot: &[Vec<usize>], candidates: usize) -> Vec<usize> {
    let mut ranks = vec![ballot.len() + 1; candidates];
    for (before, class) in ballot.iter().enumerate() {
        class.iter().for_each(|candidate| ranks[*candidate] = before + 1);
    }
    ranks
}

fn quota(voters: &UBig, seats: usize, candidates: usize) -> RBig {
    let droop = ratio(voters.clone(), seats + 1);
    let next = RBig::from(IBig::from(voters / UBig::from(seats + 1)) + IBig::ONE);
    let default = &droop + (next - &droop) * ratio(1, candidates + 1);
    default.min(ratio(voters.clone(), seats))
}

impl Ladder for Expanding<'_> {
    fn front(&mut self, round: usize, steps: &mut Vec<Step>) -> Option<Front> {
        // At the last rank all support all, and what is left then is more than a quota.
        while self.rank <= self.standing.len() {
            let standing = (0..self.standing.len()).filter(|c| self.standing[*c]);
            let supported: Vec<_> = standing
                .map(|c| (c, self.support(c)))
                .filter(|(_, support)| *support >= self.quota)
                .collect();
            if let Some(Lead { leaders, next, .. }) =
                lead(supported.iter().map(|(c, _)| (*c, &self.vectors[*c])))
            {
                let of = |candidate: usize| supported.iter().find(|(c, _)| *c == candidate);
                let next = next.and_then(|(c, _)| Some((c, self.tell(of(c)?.1.clone()))));
                let value = of(leaders[0])?.1.clone();
                return Some(Front { leaders, by: self.tell(value.clone()), value, next });
            }
            self.rank += 1;
            steps.push(Step::Widened { round, rank: self.rank });
        }
        None
    }

    fn elect(&mut self, candidate: usize, _: &Front) {
        let support = self.support(candidate);
        let kept = (&support - &self.quota) / support;
        for (ranks, left) in self.ranks.iter().zip(&mut self.left) {
            if ranks[candidate] <= self.rank {
                *left *= &kept;
            }
        }
        self.standing[candidate] = false;
    }

    fn state(&self) -> Vec<RBig> {
        let mut state = self.left.clone();
        state.push(ratio(self.rank, 1_u8));
        state
    }
}
