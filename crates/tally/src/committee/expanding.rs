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
//! **Complexity**: linear in the ballots for each seat, and for each candidate at each rank. Exact weights
//! can double in length with each seat won by other than everybody.

use super::ladder::{Front, Ladder, climb, climb_all};
use super::outcome::{Measure, Outcome, Step};
use super::ratio::ratio;
use super::weighing::Weights;
use super::{Election, Fault, Orders};
use dashu_int::{IBig, UBig, ops::UnsignedAbs};
use dashu_ratio::RBig;
use std::collections::{BTreeMap, BTreeSet};

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
    /// By group: the rank of each candidate, from 1; and what the group weighed at the start.
    groups: Vec<(Vec<usize>, UBig)>,
    purses: Purses,
    /// The candidates by rank-maximality, the best first, equals together.
    order: Vec<Vec<usize>>,
    standing: Vec<bool>,
    /// Who lacks a quota at this rank. Weights only shrink, so they won't have one before the next.
    lacking: Vec<bool>,
    quota: RBig,
    /// What all voters still weigh.
    left: RBig,
    rank: usize,
    /// At this rank every ballot approves of everybody.
    last: usize,
}

/// What is left of each unit of a group's weight. Groups with the same history share one number; all
/// are whole numbers of `parts`, so that sums need no common denominator.
#[derive(Debug, Clone)]
struct Purses {
    of: Vec<usize>,
    left: Vec<UBig>,
    parts: UBig,
}

impl<'o> Expanding<'o> {
    fn new(orders: &Orders, weights: &'o Weights, seats: usize) -> Expanding<'o> {
        let candidates = orders.candidates().len();
        let last = orders.groups().map(|group| group.ballot.len() + 1).max().unwrap_or(1);
        let groups: Vec<(Vec<usize>, UBig)> = orders
            .groups()
            .map(|g| (ranks_of(g.ballot, candidates), &weights.each[g.chamber] * UBig::from(g.count)))
            .collect();
        Expanding {
            weights,
            purses: Purses { of: vec![0; groups.len()], left: vec![UBig::ONE], parts: UBig::ONE },
            order: by_rank_maximality(&groups, candidates, last),
            groups,
            standing: vec![true; candidates],
            lacking: vec![false; candidates],
            quota: quota(&weights.total, seats, candidates),
            left: RBig::from(weights.total.clone()),
            rank: 1,
            last,
        }
    }

    /// The weight that stands behind a candidate at this rank.
    fn support(&self, candidate: usize) -> RBig {
        if self.rank == self.last {
            return self.left.clone();
        }
        let mut weights = vec![UBig::ZERO; self.purses.left.len()];
        for ((ranks, weight), of) in self.groups.iter().zip(&self.purses.of) {
            if ranks[candidate] <= self.rank {
                weights[*of] += weight;
            }
        }
        let parts: UBig = weights.iter().zip(&self.purses.left).map(|(weight, left)| weight * left).sum();
        ratio(parts, self.purses.parts.clone())
    }

    /// Those who have a quota at this rank, of them the best: they are equal.
    fn with_quota(&mut self) -> Vec<usize> {
        for equals in self.order.clone() {
            let mut found = Vec::new();
            for candidate in equals.into_iter().filter(|c| self.standing[*c]) {
                self.lacking[candidate] = self.lacking[candidate] || self.support(candidate) < self.quota;
                if !self.lacking[candidate] {
                    found.push(candidate);
                }
            }
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
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

/// The candidates by the weight of the ballots that have them in the first class, then in the second,
/// and so on.
fn by_rank_maximality(groups: &[(Vec<usize>, UBig)], candidates: usize, last: usize) -> Vec<Vec<usize>> {
    let mut vectors = vec![vec![UBig::ZERO; last]; candidates];
    for (ranks, weight) in groups {
        ranks.iter().zip(&mut vectors).for_each(|(rank, vector)| vector[rank - 1] += weight);
    }
    let mut order: Vec<usize> = (0..candidates).collect();
    order.sort_by(|a, b| vectors[*b].cmp(&vectors[*a]).then(a.cmp(b)));
    order.chunk_by(|a, b| vectors[*a] == vectors[*b]).map(<[usize]>::to_vec).collect()
}

/// The default quota of the paper, but no more than what fills all seats.
fn quota(voters: &UBig, seats: usize, candidates: usize) -> RBig {
    let droop = ratio(voters.clone(), seats + 1);
    let next = RBig::from(IBig::from(voters / UBig::from(seats + 1)) + IBig::ONE);
    let default = &droop + (next - &droop) * ratio(1, candidates + 1);
    default.min(ratio(voters.clone(), seats))
}

impl Purses {
    /// Multiplies what these groups have by a fraction.
    fn keep(&mut self, fraction: &RBig, takes_part: impl Fn(usize) -> bool) {
        let (above, below) = (fraction.numerator().clone().unsigned_abs(), fraction.denominator());
        let mut kept: BTreeMap<usize, usize> = BTreeMap::new();
        let before = self.left.clone();
        self.left.iter_mut().for_each(|left| *left *= below);
        self.parts *= below;
        for (_, of) in self.of.iter_mut().enumerate().filter(|(group, _)| takes_part(*group)) {
            *of = *kept.entry(*of).or_insert_with(|| {
                self.left.push(&before[*of] * &above);
                self.left.len() - 1
            });
        }
    }
}

impl Ladder for Expanding<'_> {
    fn front(&mut self, round: usize, steps: &mut Vec<Step>) -> Option<Front> {
        loop {
            let leaders = self.with_quota();
            if let Some(first) = leaders.first() {
                let value = self.support(*first);
                let weight = self.weights.in_voters(value.clone());
                let by = Measure::Support { rank: self.rank, weight };
                return Some(Front { leaders, by, value, next: None });
            }
            // At the last rank all support all, and what is left then is a quota for each open seat.
            if self.rank == self.last {
                return None;
            }
            self.rank += 1;
            self.lacking.fill(false);
            steps.push(Step::Widened { round, rank: self.rank });
        }
    }

    /// Equals have the same ranks on the ballots, but perhaps not the same left of them.
    fn measure(&self, leader: usize, _: &Front) -> Measure {
        Measure::Support { rank: self.rank, weight: self.weights.in_voters(self.support(leader)) }
    }

    fn elect(&mut self, candidate: usize, _: &Front) {
        self.standing[candidate] = false;
        let support = self.support(candidate);
        self.left -= &self.quota;
        if self.rank < self.last {
            let (groups, rank) = (&self.groups, self.rank);
            let kept = (&support - &self.quota) / support;
            self.purses.keep(&kept, |group| groups[group].0[candidate] <= rank);
        }
    }

    fn state(&self) -> Vec<RBig> {
        let left = |of: &usize| ratio(self.purses.left[*of].clone(), self.purses.parts.clone());
        self.purses.of.iter().map(left).chain([ratio(self.rank, 1_u8)]).collect()
    }
}
