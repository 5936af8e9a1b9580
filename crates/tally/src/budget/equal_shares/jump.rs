//! How far the endowment can rise before the purchases change.
//!
//! Kraiczy, Robinson and Elkind (*Streamlining Equal Shares*, arXiv 2502.11797, 2025) jump to the next
//! endowment at which the outcome changes, for a rule whose payments don't depend on the endowment. In
//! Equal Shares itself they do: with more money, those who paid all they had pay more, and the others
//! less. But all moves one way. While the sequence of purchases stays the same, purses only grow with
//! the endowment and prices only fall; and each does so at a rate that can be enclosed:
//!
//! - A price falls no faster than Σ (weight · growth) of the poor / points of the rich: who turns from
//!   poor to rich only slows it. It falls no slower than those do it who stay poor for sure.
//! - The purse of who pays in full grows by its own growth and by what the price falls.
//! - The price of a rival is never under (cost − what *any* set pays with all it has) / (points of the
//!   others), so one set, held fixed, bounds it over the whole way.
//!
//! From that follows, for a number of steps, whether each purchase is proven to stay the cheapest of its
//! round and everything else to stay out of reach. What isn't proven isn't skipped: the result is a
//! lower bound, and the next endowment is run in full. All numbers are whole and rounded to the safe side.

use super::super::electorate::Electorate;
use super::run::{NEVER, Purchase, Run, divided, narrow};

/// Growth over this is given up on, long before sums could overflow.
const MOST_GROWTH: u64 = 1 << 62;

/// A purse on its way: money as in the run, and bounds for what a step adds to it, now and on average
/// over all steps looked at.
#[derive(Debug, Clone, Copy)]
struct Growing {
    money: u64,
    least: u64,
    most: u64,
}

/// What bounds a project that isn't bought yet. With `points` 0 it is out of reach while
/// `money + growth · steps` is under its cost; else its price is at least `price − fall · steps`.
#[derive(Debug, Clone, Copy, Default)]
struct Bound {
    price: u64,
    fall: u64,
    money: u128,
    growth: u128,
    points: u128,
}

/// The price of the purchase at hand: at least and at most, and how it falls with each step.
#[derive(Debug, Clone, Copy)]
struct Falling {
    project: usize,
    high: u64,
    least: u64,
}

struct Way<'r, 'e> {
    run: &'r Run<'e>,
    places: &'r [u32],
    purses: Vec<Growing>,
    bounds: Vec<Bound>,
    /// For so many steps all that was looked at so far is proven.
    proven: u64,
}

/// For how many steps of `step` minor units (all voters together), up to `most`, the purchases are
/// proven to be the same as in this run.
pub(super) fn unchanged(run: &Run, places: &[u32], step: u128, most: u64) -> u64 {
    let instance = run.electorate.instance;
    let weight = u128::from(instance.weight.max(1));
    if (step / weight) >> (61 - run.shift) > 0 {
        return 0;
    }
    let grown = divided(step, run.shift, weight);
    let start =
        Growing { money: divided(run.total, run.shift, weight), least: grown, most: grown.saturating_add(1) };
    let mut way = Way {
        run,
        places,
        purses: vec![start; run.purses.len()],
        bounds: (0..instance.projects.len()).map(|p| at_start(run, p)).collect(),
        proven: if grown < MOST_GROWTH { most } else { 0 },
    };
    for (round, purchase) in (0..).zip(&run.purchases) {
        if way.proven == 0 {
            return 0;
        }
        way.pass(round, purchase);
    }
    way.stay_out_of_reach();
    way.proven
}

impl<'e> Way<'_, 'e> {
    fn electorate(&self) -> &'e Electorate<'e> {
        self.run.electorate
    }

    /// One purchase: how its price falls, that nobody overtakes it, and what it leaves in the purses.
    fn pass(&mut self, round: u32, purchase: &Purchase) {
        let (mut growth, mut points) = (0_u128, 0_u128);
        for backer in self.electorate().backers(purchase.project) {
            let weight = u128::from(self.electorate().weight(backer.group));
            match self.run.emptied[backer.group as usize] <= round {
                true => growth += weight * u128::from(self.purses[backer.group as usize].most),
                false => points += weight * u128::from(backer.points),
            }
        }
        let Some(most) = growth.checked_div(points).map(|fall| narrow(fall).saturating_add(1)) else {
            self.proven = 0;
            return;
        };
        if most >= MOST_GROWTH {
            self.proven = 0;
            return;
        }
        let least = self.least_fall(round, purchase, most, points);
        let falling = Falling { project: purchase.project, high: purchase.high, least };
        self.stay_behind(round, falling);
        self.pay(round, purchase, least, most);
    }

    /// By how much the price falls at least with each step: by the growth of those who stay poor.
    fn least_fall(&self, round: u32, purchase: &Purchase, most: u64, points: u128) -> u64 {
        let (mut growth, mut points) = (0_u128, points);
        for backer in self.electorate().backers(purchase.project) {
            let weight = u128::from(self.electorate().weight(backer.group));
            if self.run.emptied[backer.group as usize] > round {
                continue;
            }
            let purse = self.purses[backer.group as usize];
            if self.may_turn_rich(purse, purchase, u64::from(backer.points), most) {
                points += weight * u128::from(backer.points);
            } else {
                growth += weight * u128::from(purse.least);
            }
        }
        narrow(growth.checked_div(points).unwrap_or(0))
    }

    fn may_turn_rich(&self, purse: Growing, purchase: &Purchase, points: u64, most: u64) -> bool {
        let due = u128::from(purchase.low) * u128::from(points);
        let nearing = u128::from(purse.most) + u128::from(most) * u128::from(points);
        let has = u128::from(purse.money) + u128::from(self.run.slack);
        due <= has + nearing.saturating_mul(u128::from(self.proven))
    }

    fn pay(&mut self, round: u32, purchase: &Purchase, least: u64, most: u64) {
        for backer in self.electorate().backers(purchase.project) {
            let points = u64::from(backer.points);
            let purse = self.purses[backer.group as usize];
            let grown = purse.most.saturating_add(most.saturating_mul(points));
            if grown >= MOST_GROWTH {
                self.proven = 0;
                return;
            }
            let after = if self.run.emptied[backer.group as usize] > round {
                let money = purse.money.saturating_sub(purchase.high.saturating_mul(points));
                Growing { money, least: purse.least + least * points, most: grown }
            } else if self.may_turn_rich(purse, purchase, points, most) {
                Growing { money: 0, least: 0, most: grown }
            } else {
                Growing { money: 0, least: 0, most: 0 }
            };
            self.purses[backer.group as usize] = after;
        }
    }

    /// That no project still for sale gets cheaper than the purchase at hand.
    fn stay_behind(&mut self, round: u32, falling: Falling) {
        for n in 0..self.electorate().running.len() {
            let rival = self.electorate().running[n];
            if self.run.bought[rival] <= round || self.proven == 0 {
                continue;
            }
            if self.steps_behind(rival, falling) >= self.proven {
                continue;
            }
            let steps = self.look_again(rival, falling);
            if steps < self.proven && !self.is_always_tied(rival, falling) {
                self.proven = steps;
            }
        }
    }

    /// Bounds the rival's price by the purses of this round, and for how many steps that is enough.
    fn look_again(&mut self, rival: usize, falling: Falling) -> u64 {
        let cost = u128::from(self.electorate().cost(rival)) << self.run.shift;
        let (own, other) = self.scales(rival, falling);
        // Who can't pay at the rate of the purchase is poor, and makes the rival dearer; and so on.
        let mut price = narrow((u128::from(falling.high) * other).div_ceil(own));
        let mut most = 0;
        for pass in 0..4 {
            let mut bound = self.bound_at(rival, price);
            if pass == 0 {
                most = self.steps_short(bound, cost, price, rival, falling);
            }
            if let Some(at_least) = cost.saturating_sub(bound.money).checked_div(bound.points) {
                bound.price = narrow(at_least);
                bound.fall = narrow(bound.growth / bound.points).saturating_add(1);
            }
            self.bounds[rival] = bound;
            most = most.max(self.steps_behind(rival, falling));
            if most >= self.proven || bound.points == 0 || bound.price <= price {
                break;
            }
            price = bound.price;
        }
        most
    }

    fn scales(&self, rival: usize, falling: Falling) -> (u128, u128) {
        let scale = &self.electorate().scale;
        (u128::from(scale[falling.project]), u128::from(scale[rival]))
    }

    /// What those pay with all they have who could not pay this price.
    fn bound_at(&self, rival: usize, price: u64) -> Bound {
        let mut bound = Bound::default();
        for backer in self.electorate().backers(rival) {
            let purse = self.purses[backer.group as usize];
            if purse.most == 0 {
                continue;
            }
            let weight = u128::from(self.electorate().weight(backer.group));
            if u128::from(purse.money) < u128::from(price) * u128::from(backer.points) {
                bound.money += weight * u128::from(purse.money + self.run.slack);
                bound.growth += weight * u128::from(purse.most);
            } else {
                bound.points += weight * u128::from(backer.points);
            }
        }
        bound
    }

    /// For how many steps the bound alone shows that the rival stays dearer, or out of reach.
    fn steps_behind(&self, rival: usize, falling: Falling) -> u64 {
        let bound = self.bounds[rival];
        if bound.points == 0 {
            let cost = u128::from(self.electorate().cost(rival)) << self.run.shift;
            return steps_under(cost, bound.money, bound.growth);
        }
        let (own, other) = self.scales(rival, falling);
        let (dear, cheap) = (u128::from(bound.price) * own, u128::from(falling.high) * other);
        let nearing = (u128::from(bound.fall) * own).saturating_sub(u128::from(falling.least) * other);
        steps_under(dear, cheap, nearing)
    }

    /// The same, asking whether the rival's backers could pay at the falling price just what it costs.
    fn steps_short(&self, bound: Bound, cost: u128, price: u64, rival: usize, falling: Falling) -> u64 {
        let (own, other) = self.scales(rival, falling);
        let fall = u128::from(falling.least) * other / own;
        let paid = bound.points.checked_mul(u128::from(price)).and_then(|paid| paid.checked_add(bound.money));
        let nearing = bound.growth.saturating_sub(bound.points.saturating_mul(fall));
        paid.map_or(0, |paid| steps_under(cost, paid, nearing))
    }

    /// Equal in rate whatever the endowment, and later by the rule for ties: when all who back either of
    /// them can pay in full, or when the same ballots back both at the same cost.
    fn is_always_tied(&self, rival: usize, falling: Falling) -> bool {
        let electorate = self.electorate();
        let (own, other) = (falling.project, rival);
        if self.places[own] > self.places[other] {
            return false;
        }
        let alike = |(a, b): (&super::super::electorate::Backer, &super::super::electorate::Backer)| {
            a.group == b.group && a.points == b.points
        };
        let (mine, theirs) = (electorate.backers(own), electorate.backers(other));
        let same = electorate.cost(own) == electorate.cost(other) && mine.len() == theirs.len();
        if same && mine.iter().zip(theirs).all(alike) {
            return true;
        }
        let (Some(a), Some(b)) = (self.all_pay(own), self.all_pay(other)) else {
            return false;
        };
        let side = |p: usize, points: u128, scale: usize| {
            let money = u128::from(electorate.cost(p)) * u128::from(electorate.scale[scale]);
            dashu_int::UBig::from(money) * dashu_int::UBig::from(points)
        };
        side(own, b, other) == side(other, a, own)
    }

    /// The points of all backers who have anything, if each of them can pay the full rate.
    fn all_pay(&self, project: usize) -> Option<u128> {
        let reach = self.bound_at(project, 0);
        let cost = u128::from(self.electorate().cost(project)) << self.run.shift;
        let price = narrow(cost.checked_div(reach.points)?).saturating_add(1);
        let at = self.bound_at(project, price);
        (at.growth == 0 && at.points == reach.points).then_some(reach.points)
    }

    /// That what was not bought stays out of reach to the end.
    fn stay_out_of_reach(&mut self) {
        for n in 0..self.electorate().running.len() {
            let project = self.electorate().running[n];
            if self.run.bought[project] == NEVER && self.proven > 0 {
                let all = self.bound_at(project, u64::MAX);
                let cost = u128::from(self.electorate().cost(project)) << self.run.shift;
                self.proven = self.proven.min(steps_under(cost, all.money, all.growth));
            }
        }
    }
}

/// With nobody poor a price is at least cost / points, whatever the endowment.
fn at_start(run: &Run, project: usize) -> Bound {
    let points = run.electorate.points_of(project);
    let cost = u128::from(run.electorate.cost(project)) << run.shift;
    Bound { price: narrow(cost.checked_div(points).unwrap_or(0)), points, ..Bound::default() }
}

/// The most steps for which `from + each · steps` stays under `limit`; 0 where nothing is proven.
fn steps_under(limit: u128, from: u128, each: u128) -> u64 {
    match limit.checked_sub(from) {
        None | Some(0) => 0,
        Some(gap) => (gap - 1).checked_div(each).map_or(u64::MAX, narrow),
    }
}
