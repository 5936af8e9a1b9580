//! What the enclosures of a run leave open is settled here with exact fractions.
//!
//! A purse that was never emptied holds T/W − Σ vⱼ·πⱼ (T the total, W all weights, vⱼ its points for
//! purchase j, πⱼ the price). A price is π = (cost − what the poor have) / (the points of the rich).
//! Both are [`Form`]s over the earlier prices; all are written times W, which keeps them whole.

use std::cmp::Ordering;

use dashu_int::IBig;

use super::super::electorate::Backer;
use super::super::ladder::Form;
use super::run::{NEVER, Purchase, Run};

/// The backers of a project who have money left, told apart by what its price does to them.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    /// Weights of those who pay the full price, and of those who pay all they have, which is less.
    pub in_full: u64,
    pub all_they_had: u64,
    /// Points of the former.
    pub rich_points: u128,
    /// Whether the enclosures leave somebody's place open.
    pub is_unclear: bool,
    /// Whether places were settled exactly; then `poor` and `last` hold, and else purses tell.
    pub is_exact: bool,
    /// Groups that pay all they have, ascending.
    pub poor: Vec<u32>,
    /// Groups of those who pay in full that have nothing left then, ascending.
    pub last: Vec<u32>,
}

impl Sorted {
    /// Whether a group has nothing left, as fractions told.
    pub fn pays_all(&self, group: u32) -> bool {
        self.poor.binary_search(&group).is_ok() || self.last.binary_search(&group).is_ok()
    }

    fn put(&mut self, backer: &Backer, weight: u64, is_poor: bool) {
        if is_poor {
            self.all_they_had += weight;
        } else {
            self.in_full += weight;
            self.rich_points += u128::from(weight) * u128::from(backer.points);
        }
    }
}

impl Run<'_> {
    /// Tells the payers of a project apart as far as the enclosures do.
    pub(super) fn told_apart(&self, project: usize) -> Sorted {
        match self.electorate.is_plain {
            true => self.told_apart_by::<true>(project),
            false => self.told_apart_by::<false>(project),
        }
    }

    fn told_apart_by<const PLAIN: bool>(&self, project: usize) -> Sorted {
        let (price, mut sorted) = (&self.prices[project], Sorted::default());
        for backer in self.live_backers(project) {
            let (purse, points) = (self.purses[backer.group as usize], backer.points::<PLAIN>());
            let is_rich = purse.money > price.high.saturating_mul(points);
            let is_poor = purse.money.saturating_add(self.slack) < price.low.saturating_mul(points);
            let (rich, poor) = (purse.weight * u64::from(is_rich), purse.weight * u64::from(is_poor));
            sorted.in_full += rich;
            sorted.all_they_had += poor;
            if !PLAIN {
                sorted.rich_points += u128::from(rich) * u128::from(points);
            }
            sorted.is_unclear |= rich + poor < purse.weight;
        }
        if PLAIN {
            sorted.rich_points = u128::from(sorted.in_full);
        }
        sorted.is_unclear |= sorted.rich_points == 0;
        sorted
    }

    fn is_poor(&self, project: usize, backer: &Backer) -> Option<bool> {
        let (price, money) = (&self.prices[project], self.purses[backer.group as usize].money);
        if money > price.high.saturating_mul(u64::from(backer.points)) {
            Some(false)
        } else if money + self.slack < price.low.saturating_mul(u64::from(backer.points)) {
            Some(true)
        } else {
            None
        }
    }

    /// Tells them apart exactly, by Newton's method from below: with too few poor the price is too low,
    /// and whoever can't pay even that is poor.
    pub(super) fn settle(&mut self, project: usize) -> Sorted {
        self.climb();
        let electorate = self.electorate;
        let with_money =
            electorate.backers(project).iter().filter(|b| self.emptied[b.group as usize] == NEVER);
        let with_money: Vec<Backer> = with_money.copied().collect();
        let mut poor: Vec<bool> =
            with_money.iter().map(|b| self.is_poor(project, b).unwrap_or(false)).collect();
        loop {
            let mut sorted = Sorted { is_exact: true, ..Sorted::default() };
            for (backer, is_poor) in with_money.iter().zip(&poor) {
                sorted.put(backer, electorate.weight(backer.group), *is_poor);
            }
            sorted.poor = with_money.iter().zip(&poor).filter(|(_, p)| **p).map(|(b, _)| b.group).collect();
            let form = self.form_of(project, &sorted);
            let mut changed = false;
            for (backer, is_poor) in with_money.iter().zip(&mut poor) {
                if *is_poor || self.is_poor(project, backer).is_some() {
                    continue;
                }
                let purse = self.purse_form(backer.group as usize);
                match self.ladder.compare((&purse, 1), (&form, u64::from(backer.points))) {
                    Ordering::Less => (*is_poor, changed) = (true, true),
                    Ordering::Equal => sorted.last.push(backer.group),
                    Ordering::Greater => {}
                }
            }
            if !changed {
                return sorted;
            }
        }
    }

    /// Builds the rungs of the purchases so far.
    pub(in super::super) fn climb(&mut self) {
        for k in self.ladder.len()..self.purchases.len() {
            let Purchase { project, rich_points, ref last, .. } = self.purchases[k];
            let is_poor = |b: &&Backer| {
                self.emptied[b.group as usize] == k as u32 && last.binary_search(&b.group).is_err()
            };
            let poor = self.electorate.backers(project).iter().filter(is_poor).map(|b| b.group);
            let form = self.form_with(project, k, poor, rich_points);
            self.ladder.push(form);
        }
    }

    /// The price of one point of a project that is still for sale.
    pub(super) fn form_of(&self, project: usize, sorted: &Sorted) -> Form {
        let is_poor = |b: &&Backer| {
            let seems = || self.is_poor(project, b) == Some(true);
            let known = sorted.is_exact.then(|| sorted.poor.binary_search(&b.group).is_ok());
            self.emptied[b.group as usize] == NEVER && known.unwrap_or_else(seems)
        };
        let poor = self.electorate.backers(project).iter().filter(is_poor).map(|b| b.group);
        self.form_with(project, self.purchases.len(), poor, sorted.rich_points)
    }

    /// (cost · W − Σ what the poor had before purchase k) / v
    fn form_with(&self, project: usize, k: usize, poor: impl Iterator<Item = u32>, v: u128) -> Form {
        let mut c = vec![0_i128; k];
        let mut weights: u128 = 0;
        for group in poor {
            let weight = self.electorate.weight(group);
            weights += u128::from(weight);
            for &(p, points) in self.electorate.backed_by(group as usize) {
                if let Some(sum) = c.get_mut(self.bought[p as usize] as usize) {
                    *sum += i128::from(weight) * i128::from(points);
                }
            }
        }
        let whole = IBig::from(self.electorate.cost(project)) * IBig::from(self.electorate.instance.weight);
        let a = whole - IBig::from(weights) * IBig::from(self.total);
        Form { a, c: (0..).zip(c).filter(|(_, c)| *c != 0).collect(), v }
    }

    /// What a purse that was never emptied holds.
    pub(super) fn purse_form(&self, group: usize) -> Form {
        let mut c: Vec<(u32, i128)> = Vec::new();
        for &(p, points) in self.electorate.backed_by(group) {
            let j = self.bought[p as usize];
            if j != NEVER {
                c.push((j, -i128::from(points)));
            }
        }
        c.sort_unstable();
        Form { a: IBig::from(self.total), c, v: 1 }
    }

    /// What the backers of a project have left, all together.
    pub(in super::super) fn money_form(&self, project: usize) -> Form {
        let mut c = vec![0_i128; self.purchases.len()];
        let mut weights: u128 = 0;
        for backer in self.electorate.backers(project) {
            if self.emptied[backer.group as usize] != NEVER {
                continue;
            }
            let weight = self.electorate.weight(backer.group);
            weights += u128::from(weight);
            for &(p, points) in self.electorate.backed_by(backer.group as usize) {
                if let Some(sum) = c.get_mut(self.bought[p as usize] as usize) {
                    *sum -= i128::from(weight) * i128::from(points);
                }
            }
        }
        let c = (0..).zip(c).filter(|(_, c)| *c != 0).collect();
        Form { a: IBig::from(weights) * IBig::from(self.total), c, v: 1 }
    }

    /// Whether a project can be afforded when its backers have, within the enclosures, just its cost.
    pub(super) fn look_exactly(&mut self, project: usize) -> bool {
        let whole = IBig::from(self.electorate.cost(project)) * IBig::from(self.electorate.instance.weight);
        let (money, cost) = (self.money_form(project), Form { a: whole, c: Vec::new(), v: 1 });
        self.climb();
        if self.ladder.compare((&money, 1), (&cost, 1)).is_lt() {
            return false;
        }
        let most = |b: &Backer| (self.purses[b.group as usize].money + self.slack) / u64::from(b.points) + 1;
        let high = self.electorate.backers(project).iter().map(most).max().unwrap_or(u64::MAX);
        let price = &mut self.prices[project];
        (price.high, price.all_pay, price.is_wide) = (high, None, true);
        true
    }

    /// Which of two projects that can be afforded has the smaller rate.
    pub(super) fn compare_exactly(&mut self, a: usize, b: usize) -> Ordering {
        if let Some(order) = self.compare_all_pay(a, b) {
            return order;
        }
        let forms = (self.price_form(a), self.price_form(b));
        self.climb();
        let scale = &self.electorate.scale;
        // A rate is the price over the scale.
        self.ladder.compare((&forms.0, scale[b]), (&forms.1, scale[a]))
    }

    /// cost / (points · scale) of both, where everybody who has anything can pay in full.
    fn compare_all_pay(&self, a: usize, b: usize) -> Option<Ordering> {
        let side = |p: usize, other: usize| {
            let points = self.prices[other].all_pay?;
            let money = u128::from(self.electorate.cost(p)) * u128::from(self.electorate.scale[other]);
            money.checked_mul(points)
        };
        Some(side(a, b)?.cmp(&side(b, a)?))
    }

    fn price_form(&mut self, project: usize) -> Form {
        if let Some(v) = self.prices[project].all_pay {
            let (cost, weight) = (self.electorate.cost(project), self.electorate.instance.weight);
            return Form { a: IBig::from(cost) * IBig::from(weight), c: Vec::new(), v };
        }
        let mut sorted = self.told_apart(project);
        if sorted.is_unclear {
            sorted = self.settle(project);
        }
        self.form_of(project, &sorted)
    }
}
