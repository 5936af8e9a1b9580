//! Expanding Approvals: who had a quota at which rank, and what was left of the ballots.

use super::verify::Wrong;
use super::{Award, Certificate, Doubt};
use crate::committee::ratio::{ratio, sum};
use crate::committee::weighing::Weights;
use crate::committee::{Measure, Orders};
use dashu_int::UBig;
use dashu_ratio::RBig;
use std::collections::BTreeMap;

/// The ballots while the seats are gone through.
struct Ballots<'o> {
    orders: &'o Orders,
    weights: Weights,
    /// By group: which of the remainders is its.
    of: Vec<usize>,
    /// What is left of each unit of weight. Groups that lost the same share one number.
    left: Vec<RBig>,
    /// By candidate: the weight that has it in each class, the best first.
    ranked: Vec<Vec<UBig>>,
    standing: Vec<bool>,
    quota: RBig,
    rank: usize,
    /// At this rank all ballots approve of everybody.
    last: usize,
}

/// Checks the seats in their order: one pass over the ballots for each candidate and seat.
pub(super) fn check(orders: &Orders, certificate: &Certificate) -> Result<(), Doubt> {
    let election = &certificate.election;
    let places = election.tie_break.places(orders.candidates())?;
    let weights = Weights::of(&orders.voters(), &election.weighing)?;
    let (found, seats) = (certificate.awards.len(), election.seats);
    if found != seats || certificate.compared.is_some() {
        return Err(Doubt::Seats { found, seats });
    }
    let mut ballots = Ballots::of(orders, weights, seats);
    for (n, award) in certificate.awards.iter().enumerate() {
        ballots.award(award, &places).map_err(|wrong| Doubt::Seat { seat: n + 1, wrong })?;
    }
    Ok(())
}

impl<'o> Ballots<'o> {
    fn of(orders: &'o Orders, weights: Weights, seats: usize) -> Ballots<'o> {
        let candidates = orders.candidates().len();
        let last = orders.groups().map(|group| group.ballot.len()).max().unwrap_or(0) + 1;
        let mut ranked = vec![vec![UBig::ZERO; last]; candidates];
        for group in orders.groups() {
            let weight = &weights.each[group.chamber] * UBig::from(group.count);
            for (candidate, ranked) in ranked.iter_mut().enumerate() {
                ranked[rank_of(group.ballot, candidate) - 1] += &weight;
            }
        }
        Ballots {
            of: vec![0; orders.groups().count()],
            left: vec![RBig::ONE],
            ranked,
            standing: vec![true; candidates],
            quota: quota(&weights.total, seats, candidates),
            rank: 1,
            last,
            orders,
            weights,
        }
    }

    fn award(&mut self, award: &Award, places: &[usize]) -> Result<(), Wrong> {
        let Measure::Support { rank, weight } = &award.by else { return Err(Wrong::Kind) };
        if !(self.rank..=self.last).contains(rank) {
            return Err(Wrong::Kind);
        }
        let holder = award.candidate;
        if !self.standing.get(holder).copied().unwrap_or(false) {
            return Err(Wrong::NotStanding);
        }
        // Support only grows with the rank, so nobody had a quota at any rank between.
        let passed = *rank - 1;
        if let Some(candidate) = self.with_quota(passed).first().filter(|_| passed >= self.rank) {
            return Err(Wrong::Sooner { candidate: *candidate });
        }
        self.rank = *rank;
        let support = self.support(holder, *rank);
        if self.weights.in_voters(support.clone()) != *weight || support < self.quota {
            return Err(Wrong::Amount);
        }
        for candidate in self.with_quota(*rank).into_iter().filter(|other| *other != holder) {
            match self.ranked[candidate].cmp(&self.ranked[holder]) {
                std::cmp::Ordering::Greater => return Err(Wrong::Better { candidate }),
                std::cmp::Ordering::Equal if places[candidate] < places[holder] => {
                    return Err(Wrong::Tie { candidate });
                }
                _ => {}
            }
        }
        self.take(holder, &support);
        Ok(())
    }

    /// Those who still stand and have a quota at a rank.
    fn with_quota(&self, rank: usize) -> Vec<usize> {
        let standing = (0..self.standing.len()).filter(|candidate| self.standing[*candidate]);
        standing.filter(|candidate| self.support(*candidate, rank) >= self.quota).collect()
    }

    /// What is left of the ballots that have the candidate at this rank or a better one.
    fn support(&self, candidate: usize, rank: usize) -> RBig {
        let mut weights = vec![UBig::ZERO; self.left.len()];
        for (group, of) in self.orders.groups().zip(&self.of) {
            if rank_of(group.ballot, candidate) <= rank {
                weights[*of] += &self.weights.each[group.chamber] * UBig::from(group.count);
            }
        }
        sum(self.left.iter().zip(weights).map(|(left, weight)| left * RBig::from(weight)))
    }

    /// Takes a quota from the supporters, from each the same part of what it has left.
    fn take(&mut self, holder: usize, support: &RBig) {
        self.standing[holder] = false;
        let kept = (support - &self.quota) / support;
        let mut after: BTreeMap<usize, usize> = BTreeMap::new();
        for (group, of) in self.orders.groups().zip(&mut self.of) {
            if rank_of(group.ballot, holder) <= self.rank {
                *of = *after.entry(*of).or_insert_with(|| {
                    self.left.push(&self.left[*of] * &kept);
                    self.left.len() - 1
                });
            }
        }
    }
}

/// The class in which a ballot has a candidate, from 1; behind all that it names, if it doesn't name it.
fn rank_of(ballot: &[Vec<usize>], candidate: usize) -> usize {
    ballot.iter().position(|class| class.contains(&candidate)).unwrap_or(ballot.len()) + 1
}

/// Droop's bound, n/(k+1), and of what is missing to the next whole number one part in m+1 more; at most n/k.
fn quota(voters: &UBig, seats: usize, candidates: usize) -> RBig {
    let bound = ratio(voters.clone(), seats + 1);
    let next = bound.clone().floor() + dashu_int::IBig::ONE;
    let missing = RBig::from(next) - &bound;
    (bound + missing / RBig::from(candidates + 1)).min(ratio(voters.clone(), seats))
}
