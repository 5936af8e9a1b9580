//! The books that a check keeps: who stands, what each group has, what each candidate would add.

use super::verify::Wrong;
use crate::committee::electorate::Electorate;
use crate::committee::purses::Purses;
use crate::committee::ratio::{ratio, sum};
use crate::committee::seq_pav::common_multiple;
use dashu_int::UBig;
use dashu_ratio::RBig;
use std::cmp::Ordering;

pub(super) struct Book<'e> {
    pub electorate: &'e Electorate<'e>,
    pub standing: Vec<bool>,
    /// Loads borne, or money left.
    pub purses: Purses,
    /// What each candidate would add to satisfaction, in parts of `common`; kept for sequential PAV alone.
    gains: Vec<UBig>,
    won: Vec<usize>,
    common: UBig,
}

impl<'e> Book<'e> {
    pub fn opened(electorate: &'e Electorate<'e>, seats: usize, each_has: RBig) -> Book<'e> {
        let common = common_multiple(seats + 1);
        Book {
            electorate,
            standing: vec![true; electorate.candidates()],
            purses: Purses::filled(electorate.groups.len(), each_has),
            gains: electorate.support.iter().map(|support| support * &common).collect(),
            won: vec![0; electorate.groups.len()],
            common,
        }
    }

    /// Checks an award by comparing every standing candidate with the claim: `Greater` is better than
    /// claimed, `Equal` just so. The holder must be just so, nobody better, and of equals it is the first.
    pub fn check(
        &self,
        candidate: usize,
        places: &[usize],
        compare: impl Fn(usize) -> Ordering,
    ) -> Result<(), Wrong> {
        if !self.standing.get(candidate).copied().unwrap_or(false) {
            return Err(Wrong::NotStanding);
        }
        if compare(candidate).is_ne() {
            return Err(Wrong::Amount);
        }
        for other in (0..self.standing.len()).filter(|c| self.standing[*c] && *c != candidate) {
            match compare(other) {
                Ordering::Greater => return Err(Wrong::Better { candidate: other }),
                Ordering::Equal if places[other] < places[candidate] => {
                    return Err(Wrong::Tie { candidate: other });
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// How what the candidate's supporters would pay at a price compares with a seat's cost; where it is
    /// just enough, though everybody has less than the price, the true price is lower.
    pub fn at_price(&self, candidate: usize, price: &RBig) -> Ordering {
        let by_amount = self.purses.by_amount(self.electorate, &self.electorate.supporters[candidate]);
        let paid = by_amount.iter().map(|(amount, weight)| {
            let each = if *amount < price { *amount } else { price };
            each * RBig::from(weight.clone())
        });
        let reaches = by_amount.last().is_some_and(|(most, _)| *most >= price);
        sum(paid).cmp(&RBig::ONE).then(if reaches { Ordering::Equal } else { Ordering::Greater })
    }

    /// How what the candidate's supporters have earned at a load compares with a seat's cost.
    pub fn at_load(&self, candidate: usize, load: &RBig) -> Ordering {
        let by_amount = self.purses.by_amount(self.electorate, &self.electorate.supporters[candidate]);
        let earned = by_amount.iter().map(|(borne, weight)| (load - *borne) * RBig::from(weight.clone()));
        sum(earned).cmp(&RBig::ONE)
    }

    /// How the candidate's gain compares with one.
    pub fn at_gain(&self, candidate: usize, gain: &RBig) -> Ordering {
        ratio(self.gains[candidate].clone(), self.common.clone()).cmp(gain)
    }

    /// A candidate whose supporters have the cost of a seat.
    pub fn affordable(&self) -> Option<usize> {
        (0..self.standing.len()).filter(|c| self.standing[*c]).find(|candidate| {
            let by_amount = self.purses.by_amount(self.electorate, &self.electorate.supporters[*candidate]);
            sum(by_amount.iter().map(|(amount, weight)| *amount * RBig::from(weight.clone()))) >= RBig::ONE
        })
    }

    /// Takes the price from the supporters, or all they have.
    pub fn pay(&mut self, candidate: usize, price: &RBig) {
        self.standing[candidate] = false;
        let supporters = &self.electorate.supporters[candidate];
        self.purses.change(supporters, |left| if left < price { RBig::ZERO } else { left - price });
    }

    /// Puts the load on the supporters.
    pub fn burden(&mut self, candidate: usize, load: &RBig) {
        self.standing[candidate] = false;
        self.purses.change(&self.electorate.supporters[candidate], |_| load.clone());
    }

    /// Notes that the supporters have one winner more, so that others would add less for them.
    pub fn satisfy(&mut self, candidate: usize) {
        self.standing[candidate] = false;
        for group in &self.electorate.supporters[candidate] {
            let (approves, weight) = &self.electorate.groups[*group as usize];
            let won = &mut self.won[*group as usize];
            *won += 1;
            let less = weight * (&self.common / UBig::from(*won) - &self.common / UBig::from(*won + 1));
            approves.iter().for_each(|other| self.gains[*other] -= &less);
        }
    }
}
