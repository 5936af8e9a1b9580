//! Checking a certificate, independently of how the rule is run.
//!
//! Of Equal Shares is checked, exactly: that the ballots are those certified; that the endowment is one the variant can
//! have; that at each purchase the payments add up to the cost, and no project still for sale could have
//! been bought at a smaller rate (or at the same one, if it goes first in a tie); that at the end nothing
//! is affordable; that a greedy completion left out nothing that fitted. *Not* checked is that add-one
//! had no reason to end at an earlier endowment, which takes the runs at those. Of sequential Phragmén: each
//! load, that none would have been smaller, and the reason to stop. Of greedy: that what was taken stands in the order
//! of utility for cost and fitted, and that nothing left out would have. Each check adds up for itself what the ballots
//! say; with the rules it shares the ballots turned round (greedy's not even that) and the order for ties.
//!
//! **Complexity.** One pass over the approvals for each purchase. Money is kept as whole numbers rounded
//! down, at most as many steps under the truth as a voter has points; where that leaves something
//! open, exact fractions are added up.

mod greedy;
mod loads;

use std::collections::HashMap;

use dashu_int::ops::BitTest;
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;

use super::Instance;
use super::certificate::{Certificate, Payment, ballot_hash};
use super::electorate::{Backer, Electorate, Utility};
use super::equal_shares::{Completion, Start, Then};
use super::outcome::Rule;
use greedy::Shelf;
use loads::Loads;

/// Why a certificate does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the ballots are not those that were certified")]
    OtherBallots,
    #[error("the order for ties names other projects than there are")]
    OtherOrder,
    #[error("the endowment is none that the rule can have come to")]
    Endowment,
    #[error("the project {0:?} can't be bought, or was bought before")]
    NotForSale(String),
    #[error("what is paid for {0:?} is not its cost")]
    Payment(String),
    #[error("{0:?} was bought while {1:?} could have been at a smaller rate")]
    NotTheCheapest(String, String),
    #[error("{0:?} is left out though its backers can pay for it")]
    Affordable(String),
    #[error("the projects cost more than the budget")]
    OverBudget,
    #[error("{0:?} was taken after {1:?}, which has less utility for its cost or comes later in ties")]
    OutOfOrder(String, String),
    #[error("{0:?} was taken and didn't fit into what was left of the budget")]
    DoesNotFit(String),
    #[error("{0:?} was left out though it fitted into what was left of the budget")]
    LeftOut(String),
    #[error("this rule takes {0:?} in another way")]
    OtherWay(String),
}

/// Checks a certificate against the ballots.
pub fn verify(instance: &Instance, certificate: &Certificate) -> Result<(), Refusal> {
    if ballot_hash(instance) != certificate.ballots {
        return Err(Refusal::OtherBallots);
    }
    let places = certificate.tie_break.places(instance).map_err(|_| Refusal::OtherOrder)?;
    let utility = match certificate.rule {
        Rule::Greedy { utility } | Rule::EqualShares { utility, .. } => utility,
        Rule::Phragmen => Utility::Cardinality,
    };
    let electorate = Electorate::of(instance, utility);
    let purchases = purchases(&electorate, certificate)?;
    let added = found(instance, certificate.added.iter())?;
    let nothing_added = || certificate.added.first().map_or(Ok(()), |id| Err(Refusal::OtherWay(id.clone())));
    match certificate.rule {
        Rule::Greedy { .. } => {
            if let Some((_, payment)) = purchases.first() {
                return Err(Refusal::OtherWay(payment.project.clone()));
            }
            Shelf::of(instance, utility, &places, instance.budget()).check(&added, &[])
        }
        Rule::Phragmen => {
            nothing_added()?;
            let mut loads = Loads::none(&electorate, &places);
            purchases.iter().try_for_each(|(project, payment)| loads.check(*project, payment))?;
            loads.check_end()
        }
        Rule::EqualShares { completion, .. } => {
            check_endowment(instance, certificate, completion)?;
            let mut till = Till::filled(&electorate, certificate.each.0.clone())?;
            for (project, payment) in &purchases {
                till.check(*project, &payment.price.0, &places)?;
            }
            till.check_end()?;
            let spent: u64 = till.bought.iter().map(|project| electorate.cost(*project)).sum();
            let left = instance.budget().checked_sub(spent).ok_or(Refusal::OverBudget)?;
            match completion {
                Completion::Greedy | Completion::AddOne { then: Then::Greedy, .. } => {
                    Shelf::of(instance, utility, &places, left).check(&added, &till.bought)
                }
                _ => nothing_added(),
            }
        }
    }
}

/// The projects with these ids.
fn found<'c>(instance: &Instance, ids: impl Iterator<Item = &'c String>) -> Result<Vec<usize>, Refusal> {
    let known: HashMap<&str, usize> = instance.projects().iter().map(|p| p.id.as_str()).zip(0..).collect();
    let found = |id: &String| known.get(id.as_str()).copied().ok_or_else(|| Refusal::NotForSale(id.clone()));
    ids.map(found).collect()
}

/// The purchases with their projects, once what costs nothing is known to be all there.
fn purchases<'c>(
    electorate: &Electorate,
    certificate: &'c Certificate,
) -> Result<Vec<(usize, &'c Payment)>, Refusal> {
    let mut free = found(electorate.instance, certificate.free.iter())?;
    free.sort_unstable();
    if free != electorate.free {
        return Err(Refusal::NotForSale("a project without a cost".to_owned()));
    }
    let bought = found(electorate.instance, certificate.purchases.iter().map(|payment| &payment.project))?;
    Ok(bought.into_iter().zip(&certificate.purchases).collect())
}

fn check_endowment(
    instance: &Instance,
    certificate: &Certificate,
    completion: Completion,
) -> Result<(), Refusal> {
    let total = &certificate.each.0 * RBig::from(UBig::from(instance.weight().max(1)));
    let budget = RBig::from(instance.budget());
    let step = RBig::from(UBig::from(instance.voters()) * UBig::from(instance.unit()));
    let on_grid = |from: &RBig| {
        let steps = (&total - from) / &step;
        step != RBig::ZERO && steps.is_int() && steps >= RBig::ZERO
    };
    let holds = total == budget
        || match completion {
            Completion::AddOne { start: Start::Rational, .. } => on_grid(&budget),
            Completion::AddOne { start: Start::Integral, .. } => total > budget && on_grid(&RBig::ZERO),
            _ => false,
        };
    holds.then_some(()).ok_or(Refusal::Endowment)
}

/// The voters' money while the purchases are gone through.
struct Till<'e> {
    electorate: &'e Electorate<'e>,
    each: RBig,
    shift: usize,
    /// What each group's voters have left a head, rounded down; and whether they paid all they had.
    money: Vec<u64>,
    empty: Vec<bool>,
    bought: Vec<usize>,
    /// Exact prices, and for each project its number among them.
    prices: Vec<RBig>,
    number: Vec<Option<usize>>,
    slack: u64,
}

impl<'e> Till<'e> {
    fn filled(electorate: &'e Electorate<'e>, each: RBig) -> Result<Till<'e>, Refusal> {
        let shift = 60_usize.saturating_sub(each.clone().floor().into_parts().1.bit_len());
        let money = fixed(&each, shift).ok_or(Refusal::Endowment)?;
        let instance = electorate.instance;
        Ok(Till {
            electorate,
            each,
            shift,
            money: vec![money; electorate.weights().len()],
            empty: vec![false; electorate.weights().len()],
            bought: Vec::new(),
            prices: Vec::new(),
            number: vec![None; instance.projects().len()],
            slack: electorate.most_points + 2,
        })
    }

    fn id(&self, project: usize) -> String {
        self.electorate.instance.projects()[project].id.clone()
    }

    fn is_open(&self, project: usize) -> bool {
        self.number[project].is_none() && self.electorate.running.binary_search(&project).is_ok()
    }

    fn check(&mut self, project: usize, price: &RBig, places: &[u32]) -> Result<(), Refusal> {
        if !self.is_open(project) {
            return Err(Refusal::NotForSale(self.id(project)));
        }
        let step = fixed(price, self.shift).ok_or_else(|| Refusal::Payment(self.id(project)))?;
        let cost = RBig::from(self.electorate.cost(project));
        // Where nobody pays in full, the price is higher than it need be, and shows rivals dearer.
        let in_full = |b: &Backer| !self.empty[b.group as usize] && self.can_pay(b, price, step);
        let is_least = self.electorate.backers(project).iter().any(in_full);
        if !is_least || self.paid(project, price, step) != cost {
            return Err(Refusal::Payment(self.id(project)));
        }
        let scale = |p: usize| RBig::from(self.electorate.scale[p]);
        for &rival in self.electorate.running.iter().filter(|p| **p != project && self.is_open(**p)) {
            let same = price * scale(rival) / scale(project);
            let first = places[rival] < places[project];
            if self.undercuts(rival, &same, first) {
                return Err(Refusal::NotTheCheapest(self.id(project), self.id(rival)));
            }
        }
        self.pay(project, price, step);
        Ok(())
    }

    /// Whether the rival's backers, paying no more than this for a point, have more than it costs (or just
    /// that, which counts where the rival goes first).
    fn undercuts(&self, rival: usize, price: &RBig, first: bool) -> bool {
        // A price past all purses is as good as any other that is.
        let step = fixed(price, self.shift).unwrap_or(1 << 62);
        if self.most_paid(rival, step) < u128::from(self.electorate.cost(rival)) << self.shift {
            return false;
        }
        let (paid, cost) = (self.paid(rival, price, step), RBig::from(self.electorate.cost(rival)));
        if first { paid >= cost } else { paid > cost }
    }

    /// Σ min(money, price · points), rounded up throughout.
    fn most_paid(&self, project: usize, step: u64) -> u128 {
        let of_one = |b: &&Backer| {
            let due = u128::from(step + 1) * u128::from(b.points);
            let has = u128::from(self.money[b.group as usize] + self.slack);
            u128::from(self.electorate.weight(b.group)) * has.min(due)
        };
        let backers = self.electorate.backers(project).iter();
        backers.filter(|b| !self.empty[b.group as usize]).map(|b| of_one(&b)).sum()
    }

    /// Σ min(money, price · points), exactly.
    fn paid(&self, project: usize, price: &RBig, step: u64) -> RBig {
        let (mut in_full, mut parts) = (UBig::ZERO, Parts::default());
        for backer in self.electorate.backers(project).iter().filter(|b| !self.empty[b.group as usize]) {
            let weight = self.electorate.weight(backer.group);
            match self.can_pay(backer, price, step) {
                true => in_full += UBig::from(weight) * UBig::from(backer.points),
                false => parts.add(self, backer.group as usize, weight),
            }
        }
        price * RBig::from(in_full) + parts.sum(self)
    }

    fn can_pay(&self, backer: &Backer, price: &RBig, step: u64) -> bool {
        let points = u128::from(backer.points);
        let money = u128::from(self.money[backer.group as usize]);
        if money >= u128::from(step + 1) * points {
            return true;
        }
        if money + u128::from(self.slack) < u128::from(step) * points {
            return false;
        }
        let mut exact = Parts::default();
        exact.add(self, backer.group as usize, 1);
        exact.sum(self) >= price * RBig::from(backer.points)
    }

    fn pay(&mut self, project: usize, price: &RBig, step: u64) {
        let electorate = self.electorate;
        let paying: Vec<(usize, u64, bool)> = electorate
            .backers(project)
            .iter()
            .filter(|b| !self.empty[b.group as usize])
            .map(|b| (b.group as usize, u64::from(b.points), self.can_pay(b, price, step)))
            .collect();
        for (group, points, can_pay) in paying {
            let due = (step + 1).saturating_mul(points);
            self.money[group] = if can_pay { self.money[group].saturating_sub(due) } else { 0 };
            self.empty[group] = !can_pay;
        }
        self.number[project] = Some(self.prices.len());
        self.prices.push(price.clone());
        self.bought.push(project);
    }

    fn check_end(&self) -> Result<(), Refusal> {
        for &project in self.electorate.running.iter().filter(|p| self.is_open(**p)) {
            // With no limit to the price, all pay all they have.
            if self.most_paid(project, u64::MAX >> 1)
                < u128::from(self.electorate.cost(project)) << self.shift
            {
                continue;
            }
            let mut parts = Parts::default();
            for backer in self.electorate.backers(project).iter().filter(|b| !self.empty[b.group as usize]) {
                parts.add(self, backer.group as usize, self.electorate.weight(backer.group));
            }
            if parts.sum(self) >= RBig::from(self.electorate.cost(project)) {
                return Err(Refusal::Affordable(self.id(project)));
            }
        }
        Ok(())
    }
}

/// Money of several groups that never ran out: endowments, less what they paid at each price.
#[derive(Default)]
struct Parts {
    weight: u128,
    points: HashMap<usize, u128>,
}

impl Parts {
    fn add(&mut self, till: &Till, group: usize, weight: u64) {
        self.weight += u128::from(weight);
        for &(project, points) in till.electorate.backed_by(group) {
            if let Some(number) = till.number[project as usize] {
                *self.points.entry(number).or_default() += u128::from(weight) * u128::from(points);
            }
        }
    }

    fn sum(&self, till: &Till) -> RBig {
        let whole = &till.each * RBig::from(UBig::from(self.weight));
        // A sum is the same in any order.
        self.points
            .iter()
            .fold(whole, |sum, (n, points)| sum - &till.prices[*n] * RBig::from(UBig::from(*points)))
    }
}

/// ⌊value · 2^shift⌋, where that is no less than zero and under 2^62.
fn fixed(value: &RBig, shift: usize) -> Option<u64> {
    let scaled = (value.numerator() << shift) / IBig::from(value.denominator().clone());
    u64::try_from(scaled).ok().filter(|fixed| *fixed < 1 << 62 && *value >= RBig::ZERO)
}
