//! What each group has (money left, or load borne), kept as few distinct amounts.

use super::electorate::Electorate;
use dashu_int::UBig;
use dashu_ratio::RBig;
use std::collections::BTreeMap;

/// An amount for each group. Groups with the same history share one number, so that exact fractions
/// are computed once for all of them.
#[derive(Debug, Clone)]
pub(crate) struct Purses {
    /// By group: which of the amounts is its.
    of: Vec<u32>,
    amounts: Vec<RBig>,
}

impl Purses {
    pub fn filled(groups: usize, amount: RBig) -> Purses {
        Purses { of: vec![0; groups], amounts: vec![amount] }
    }

    pub fn amount(&self, group: usize) -> &RBig {
        &self.amounts[self.of[group] as usize]
    }

    /// Every amount with its sign turned: money left becomes a head start in load.
    pub fn negated(&self) -> Purses {
        Purses { of: self.of.clone(), amounts: self.amounts.iter().map(|amount| -amount.clone()).collect() }
    }

    /// The weight behind each amount among these groups, the amounts ascending.
    pub fn by_amount<'s>(&'s self, electorate: &Electorate, groups: &[u32]) -> Vec<(&'s RBig, UBig)> {
        let mut weights = vec![UBig::ZERO; self.amounts.len()];
        for group in groups {
            weights[self.of[*group as usize] as usize] += &electorate.groups[*group as usize].1;
        }
        let mut found: Vec<_> =
            self.amounts.iter().zip(weights).filter(|(_, weight)| !weight.is_zero()).collect();
        found.sort_by(|a, b| a.0.cmp(b.0));
        found
    }

    /// Changes the amounts of these groups, each distinct amount once, and drops what nobody has.
    pub fn change(&mut self, groups: &[u32], to: impl Fn(&RBig) -> RBig) {
        let mut changed: BTreeMap<u32, RBig> = BTreeMap::new();
        for group in groups {
            let old = self.of[*group as usize];
            changed.entry(old).or_insert_with(|| to(&self.amounts[old as usize]));
        }
        let before = self.amounts.len();
        let mut place: BTreeMap<&RBig, u32> = BTreeMap::new();
        for amount in changed.values() {
            let next = (before + place.len()) as u32;
            place.entry(amount).or_insert(next);
        }
        for group in groups {
            let of = &mut self.of[*group as usize];
            if let Some(found) = changed.get(of).and_then(|amount| place.get(amount)) {
                *of = *found;
            }
        }
        let mut fresh: Vec<_> = place.into_iter().collect();
        fresh.sort_by_key(|(_, place)| *place);
        let fresh: Vec<RBig> = fresh.into_iter().map(|(amount, _)| amount.clone()).collect();
        self.amounts.extend(fresh);
        self.drop_unused();
    }

    fn drop_unused(&mut self) {
        let mut used = vec![false; self.amounts.len()];
        self.of.iter().for_each(|of| used[*of as usize] = true);
        let mut next = 0;
        let places: Vec<u32> = used
            .iter()
            .map(|used| {
                next += u32::from(*used);
                next.saturating_sub(1)
            })
            .collect();
        self.of.iter_mut().for_each(|of| *of = places[*of as usize]);
        let mut used = used.into_iter();
        self.amounts.retain(|_| used.next().unwrap_or(false));
    }
}
