//! What the enclosures of a run leave open is settled here with exact fractions.
//!
//! A purse that was never emptied holds T/W − Σ vⱼ·πⱼ (T the total, W all weights, vⱼ its points for
//! purchase j, πⱼ the price). A price is π = (cost − what the poor have) / (the points of the rich).
//! Both are [`Form`]s over the earlier prices; all are written times W, which keeps them whole.

use std::cmp::Ordering;

use dashu_int::IBig;

use super::super::electorate::Backer;
use super::super::ladder::Form;
use super::run::{NEVER, Run};

/// The backers of a project who have money left, told apart by what its price does to them.
#[derive(Debug, Default)]
pub(super) struct Payers {
    /// They pay all they have, and it is less than the full price.
    pub poor: Vec<Backer>,
    /// They pay the full price and have something left.
    pub rich: Vec<Backer>,
    /// They pay the full price with their last money.
    pub last: Vec<Backer>,
}

impl Run<'_> {
    /// Tells the payers of a project apart, exactly.
    pub(super) fn payers(&mut self, project: usize) -> Payers {
        let (price, mut payers, mut unclear) = (self.prices[project], Payers::default(), Vec::new());
        for &backer in self.electorate.backers(project) {
            if self.emptied[backer.group as usize] != NEVER {
                continue;
            }
            let money = self.purses[backer.group as usize].money;
            let due = |price: u64| u128::from(price) * u128::from(backer.points);
            if u128::from(money) > due(price.high) {
                payers.rich.push(backer);
            } else if u128::from(money) + u128::from(self.slack) < due(price.low) {
                payers.poor.push(backer);
            } else {
                unclear.push(backer);
            }
        }
        self.settle(project, payers, unclear)
    }

    /// Newton's method from below: with too few poor the price is too low, and whoever can't pay even
    /// that is poor.
    fn settle(&mut self, project: usize, mut payers: Payers, mut unclear: Vec<Backer>) -> Payers {
        while !unclear.is_empty() {
            payers.last = std::mem::take(&mut unclear);
            let form = self.form_with(project, &payers);
            let mut found = false;
            for backer in std::mem::take(&mut payers.last) {
                let purse = self.purse_form(backer.group as usize);
                match self.ladder.compare((&purse, 1), (&form, u64::from(backer.points))) {
                    Ordering::Less => payers.poor.push(backer),
                    _ => unclear.push(backer),
                }
                found |= payers.poor.last().is_some_and(|p| p.group == backer.group);
            }
            if !found {
                self.part(project, &mut payers, unclear);
                break;
            }
        }
        payers
    }

    /// With the price known, parts those who pay in full by whether anything is left.
    fn part(&mut self, project: usize, payers: &mut Payers, can_pay: Vec<Backer>) {
        payers.last = can_pay;
        let form = self.form_with(project, payers);
        for backer in std::mem::take(&mut payers.last) {
            let purse = self.purse_form(backer.group as usize);
            match self.ladder.compare((&purse, 1), (&form, u64::from(backer.points))) {
                Ordering::Equal => payers.last.push(backer),
                _ => payers.rich.push(backer),
            }
        }
    }

    /// The price of one point.
    pub(super) fn form_with(&self, project: usize, payers: &Payers) -> Form {
        let mut c = vec![0_i128; self.purchases.len()];
        let mut poor: u128 = 0;
        for backer in &payers.poor {
            let weight = self.electorate.weight(backer.group);
            poor += u128::from(weight);
            for &(p, points) in self.electorate.backed_by(backer.group as usize) {
                if let Some(sum) = c.get_mut(self.bought[p as usize] as usize) {
                    *sum += i128::from(weight) * i128::from(points);
                }
            }
        }
        let points = |b: &Backer| u128::from(self.electorate.weight(b.group)) * u128::from(b.points);
        let v = payers.rich.iter().chain(&payers.last).map(points).sum();
        let whole = IBig::from(self.electorate.cost(project)) * IBig::from(self.electorate.instance.weight);
        let a = whole - IBig::from(poor) * IBig::from(self.total);
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
        let forms = (self.price_form(a), self.price_form(b));
        let scale = &self.electorate.scale;
        // A rate is the price over the scale.
        self.ladder.compare((&forms.0, scale[b]), (&forms.1, scale[a]))
    }

    fn price_form(&mut self, project: usize) -> Form {
        if let Some(v) = self.prices[project].all_pay {
            let (cost, weight) = (self.electorate.cost(project), self.electorate.instance.weight);
            return Form { a: IBig::from(cost) * IBig::from(weight), c: Vec::new(), v };
        }
        let payers = self.payers(project);
        self.form_with(project, &payers)
    }
}
