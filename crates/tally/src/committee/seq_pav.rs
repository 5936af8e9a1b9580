//! Sequential proportional approval voting.
//!
//! **Definition.** A voter's satisfaction with a committee is 1 + 1/2 + … + 1/r, where r is the number of
//! winners that the voter approves of. In each round the candidate is elected who adds most to the
//! sum of all voters' satisfaction (T. N. Thiele, *Om Flerfoldsvalg*, 1895; Lackner and
//! Skowron 2023, rule 3). It approximates [`super::pav`] within 1 - 1/e, and need not be as
//! proportional.
//!
//! **Ties** are between equal gains, as exact fractions. **Complexity**: linear in the ballots for
//! each winner's supporters: a voter's ballot is read again when one of its candidates wins.

use super::electorate::Electorate;
use super::ladder::{Front, Ladder, Lead, lead};
use super::outcome::{Measure, Step};
use super::ratio::ratio;
use dashu_int::{UBig, ops::Gcd};
use dashu_ratio::RBig;

#[derive(Debug, Clone)]
pub(crate) struct SeqPav<'e> {
    electorate: &'e Electorate<'e>,
    standing: Vec<bool>,
    /// By group: how many of its candidates have won.
    won: Vec<usize>,
    /// By candidate and number of winners: the weight of supporters who have that many.
    having: Vec<Vec<UBig>>,
    /// A common multiple of all numbers of winners.
    common: UBig,
}

impl<'e> SeqPav<'e> {
    pub fn new(electorate: &'e Electorate<'e>, seats: usize) -> SeqPav<'e> {
        let having = (0..electorate.candidates())
            .map(|candidate| {
                let mut having = vec![UBig::ZERO; seats + 1];
                having[0] = electorate.support[candidate].clone();
                having
            })
            .collect();
        let (standing, won) = (vec![true; electorate.candidates()], vec![0; electorate.groups.len()]);
        SeqPav { electorate, standing, won, having, common: common_multiple(seats) }
    }

    /// What the candidate would add, in parts of `common`.
    fn gain(&self, candidate: usize) -> UBig {
        let shares = self.having[candidate].iter().enumerate().filter(|(_, weight)| !weight.is_zero());
        shares.map(|(won, weight)| weight * (&self.common / UBig::from(won + 1))).sum()
    }

    fn tell(&self, gain: UBig) -> Measure {
        Measure::Gain(self.electorate.weights.in_voters(ratio(gain, self.common.clone())))
    }
}

/// The least number that 1, 2, … `upto` all divide.
pub(crate) fn common_multiple(upto: usize) -> UBig {
    (1..=upto).map(UBig::from).fold(UBig::ONE, |common, n| {
        let shared = (&common).gcd(&n);
        common * (n / shared)
    })
}

impl Ladder for SeqPav<'_> {
    fn front(&mut self, _: usize, _: &mut Vec<Step>) -> Option<Front> {
        let standing = (0..self.standing.len()).filter(|c| self.standing[*c]);
        let Lead { leaders, value: gain, next } = lead(standing.map(|c| (c, self.gain(c))))?;
        let next = next.map(|(candidate, gain)| (candidate, self.tell(gain)));
        Some(Front { leaders, value: RBig::ZERO, by: self.tell(gain), next })
    }

    fn elect(&mut self, candidate: usize, _: &Front) {
        self.standing[candidate] = false;
        for group in &self.electorate.supporters[candidate] {
            let (approves, weight) = &self.electorate.groups[*group as usize];
            let won = &mut self.won[*group as usize];
            for other in *approves {
                self.having[*other][*won] -= weight;
                self.having[*other][*won + 1] += weight;
            }
            *won += 1;
        }
    }

    fn state(&self) -> Vec<RBig> {
        Vec::new()
    }
}
