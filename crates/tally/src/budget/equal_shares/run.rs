//! One run of Equal Shares at a given endowment.
//!
//! A purse holds a whole number of 2^-shift minor units a voter (of weight one), rounded down; the true
//! sum is at most `slack` above it. A price (what one point costs) is known to lie between `low` and
//! `high`. All bounds are rounded outwards, so what they settle is settled.

use std::cmp::Ordering;

use super::super::electorate::{Backer, Electorate};
use super::super::ladder::Ladder;
use super::super::ties::Tie;

pub(super) const NEVER: u32 = u32::MAX;

#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Purse {
    pub money: u64,
    /// Of the group; 0 once it has nothing left, so that sums over purses need no question.
    pub weight: u64,
}

/// What is known of the price of a project that is still for sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Price {
    pub low: u64,
    pub high: u64,
    /// When everybody who has anything left can pay the full price: their points together.
    pub all_pay: Option<u128>,
    /// When `high` may be far above the price.
    pub is_wide: bool,
}

/// One project that was bought.
#[derive(Debug, Clone)]
pub(in super::super) struct Purchase {
    pub project: usize,
    /// Bounds of the price of one point, in 2^-shift minor units.
    pub low: u64,
    pub high: u64,
    /// The weights of those who paid in full, and of those who paid all they had left.
    pub in_full: u64,
    pub all_they_had: u64,
    /// The points of those who paid in full, by weight.
    pub rich_points: u128,
    /// Groups that paid in full with just what they had left, ascending.
    pub last: Vec<u32>,
}

pub(in super::super) struct Run<'e> {
    pub electorate: &'e Electorate<'e>,
    /// All endowments together, in minor units.
    pub total: u128,
    pub shift: u32,
    pub purses: Vec<Purse>,
    /// The purchase that emptied the purse of a group.
    pub emptied: Vec<u32>,
    /// The purchase by which a project was bought.
    pub bought: Vec<u32>,
    pub purchases: Vec<Purchase>,
    pub ties: Vec<Tie>,
    /// The exact prices, times the sum of all weights; one rung a purchase, built when first asked for.
    pub ladder: Ladder,
    pub slack: u64,
    /// For each project what is known of its price; it only rises while the run goes on.
    pub prices: Vec<Price>,
    /// Projects still for sale.
    pub open: Vec<usize>,
    /// The backers who have money left, for projects most of whose backers have none.
    pub(super) live: Vec<Option<Vec<Backer>>>,
    /// The projects of the smallest rate that the last search found.
    best: Vec<usize>,
    /// Memory for the next search.
    seen: Vec<usize>,
    spare: Vec<usize>,
}

/// What a look at a project's price found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sight {
    /// Its backers have less than it costs.
    OutOfReach,
    /// It is dearer than the champion, however much.
    Dearer,
    /// Its price is known within its bounds.
    Known,
}

/// Σ over the purses that a price would empty, and the points of those it would not.
#[derive(Debug, Default, Clone, Copy)]
struct Reach {
    poor_money: u128,
    poor_weight: u128,
    rich_points: u128,
}

impl<'e> Run<'e> {
    /// Runs the rule with `total` minor units, shared equally among all weights.
    pub fn at(electorate: &'e Electorate<'e>, places: &[u32], total: u128) -> Run<'e> {
        let mut run = Run::endowed(electorate, total);
        while let Some(project) = run.cheapest(places) {
            if run.best.len() > 1 {
                let mut over: Vec<usize> = run.best.iter().copied().filter(|p| *p != project).collect();
                over.sort_unstable();
                run.ties.push(Tie { after: run.purchases.len(), taken: project, over });
            }
            run.buy(project);
        }
        run
    }

    pub fn winners(&self) -> impl Iterator<Item = usize> {
        self.purchases.iter().map(|p| p.project)
    }

    fn endowed(electorate: &'e Electorate<'e>, total: u128) -> Run<'e> {
        let instance = electorate.instance;
        let weight = u128::from(instance.weight.max(1));
        // Endowments stay under 2^61, so that twice a purse fits into 64 bits.
        let shift = 60_u32.saturating_sub(u128::BITS - (total / weight).leading_zeros());
        let money = divided(total, shift, weight);
        let purse = |weight: &u64| Purse { money, weight: *weight };
        // As if everybody could pay: right from below, and to be confirmed from above.
        let fresh = |p: usize| {
            let low = starting_price(electorate, p, shift);
            Price { low, high: low.saturating_add(1), all_pay: None, is_wide: false }
        };
        let m = instance.projects.len();
        Run {
            electorate,
            total,
            shift,
            purses: electorate.weights().iter().map(purse).collect(),
            emptied: vec![NEVER; electorate.weights().len()],
            bought: vec![NEVER; m],
            purchases: Vec::new(),
            ties: Vec::new(),
            ladder: Ladder::default(),
            slack: 1,
            prices: (0..m).map(fresh).collect(),
            open: electorate.by_rate.clone(),
            live: vec![None; m],
            best: Vec::new(),
            seen: Vec::new(),
            spare: Vec::new(),
        }
    }

    /// The project of the smallest rate; of several, which [`Run::best`] then holds, the one that goes first.
    fn cheapest(&mut self, places: &[u32]) -> Option<usize> {
        // Sorted by what each costs at least, so the first that is surely dearer ends the search.
        let waiting = std::mem::take(&mut self.open);
        let (mut seen, mut end) = (std::mem::take(&mut self.seen), waiting.len());
        seen.clear();
        self.best.clear();
        for (n, &project) in waiting.iter().enumerate() {
            let champion = self.best.first().copied();
            if champion.is_some_and(|c| self.is_surely_dearer(project, c)) {
                end = n;
                break;
            }
            let sight = self.look_at(project, champion);
            if sight != Sight::OutOfReach {
                seen.push(project);
            }
            if sight == Sight::Known {
                self.challenge(project, champion);
            }
        }
        let first = self.best.iter().copied().min_by_key(|p| places[*p]);
        seen.retain(|p| Some(*p) != first);
        self.open = self.merged(&mut seen, &waiting[end..]);
        (self.seen, self.spare) = (seen, waiting);
        first
    }

    fn challenge(&mut self, project: usize, champion: Option<usize>) {
        match champion.map(|c| self.compare(project, c)) {
            None | Some(Ordering::Less) => {
                self.best.clear();
                self.best.push(project);
            }
            Some(Ordering::Equal) => self.best.push(project),
            Some(Ordering::Greater) => {}
        }
    }

    fn merged(&mut self, seen: &mut [usize], rest: &[usize]) -> Vec<usize> {
        let mut merged = std::mem::take(&mut self.spare);
        let order = |a: usize, b: usize| self.rate_order(a, self.prices[a].low, b, self.prices[b].low);
        seen.sort_by(|a, b| order(*a, *b));
        merged.clear();
        let mut rest = rest;
        for &project in &*seen {
            let cheaper = rest.iter().take_while(|r| order(**r, project).is_lt()).count();
            merged.extend(&rest[..cheaper]);
            rest = &rest[cheaper..];
            merged.push(project);
        }
        merged.extend(rest);
        merged
    }

    /// Brings what is known of the project's price up to date, as far as it matters beside the champion.
    fn look_at(&mut self, project: usize, champion: Option<usize>) -> Sight {
        let cost = u128::from(self.electorate.cost(project)) << self.shift;
        let own = self.prices[project].high;
        // Most rivals are shown to be dearer at once by what they cost at the champion's rate.
        let mut at = champion.map_or(own, |c| self.at_rate_of(c, project).max(own));
        loop {
            let reach = self.reach(project, at);
            if reach.poor_money + reach.rich_points * u128::from(at) >= cost {
                if at == self.prices[project].high {
                    let all_pay = (reach.poor_weight == 0).then_some(reach.rich_points);
                    self.prices[project].all_pay = all_pay;
                    return Sight::Known;
                }
                at = self.prices[project].high;
                continue;
            }
            let missing = cost - reach.poor_money;
            let unseen = reach.poor_weight * u128::from(self.slack);
            if reach.rich_points == 0 {
                let is_out = unseen < missing || !self.look_exactly(project);
                return if is_out { Sight::OutOfReach } else { Sight::Known };
            }
            let price = &mut self.prices[project];
            price.low = price.low.max(narrow(missing.saturating_sub(unseen) / reach.rich_points));
            price.high = narrow(missing / reach.rich_points).saturating_add(1);
            price.is_wide = false;
            if champion.is_some_and(|c| self.is_surely_dearer(project, c)) {
                return Sight::Dearer;
            }
            at = self.prices[project].high;
        }
    }

    /// The least price of the project that isn't cheaper than the champion is at most.
    fn at_rate_of(&self, champion: usize, project: usize) -> u64 {
        let scale = &self.electorate.scale;
        let price = u128::from(self.prices[champion].high) * u128::from(scale[project]);
        narrow(price.div_ceil(u128::from(scale[champion])))
    }

    /// Who could not pay this much for a point.
    fn reach(&mut self, project: usize, price: u64) -> Reach {
        let backers = self.live_backers(project);
        let (reach, empty) = match self.electorate.is_plain {
            true => self.reach_of::<true>(backers, price),
            false => self.reach_of::<false>(backers, price),
        };
        if 2 * empty > backers.len() {
            self.leave_out_the_empty(project);
        }
        reach
    }

    fn reach_of<const PLAIN: bool>(&self, backers: &[Backer], price: u64) -> (Reach, usize) {
        let (mut reach, mut empty) = (Reach::default(), 0);
        // Each group is here once at most, so that weights add up to less than 2⁶³.
        let (mut poor_weight, mut weight) = (0_u64, 0_u64);
        for backer in backers {
            let purse = self.purses[backer.group as usize];
            let due = price.saturating_mul(backer.points::<PLAIN>());
            // Without a branch: who is poor is as good as random, and processors guess badly.
            let poor = purse.weight * u64::from(purse.money < due);
            reach.poor_money += u128::from(poor) * u128::from(purse.money);
            poor_weight += poor;
            weight += purse.weight;
            if !PLAIN {
                reach.rich_points += u128::from(purse.weight - poor) * u128::from(backer.points);
            }
            empty += usize::from(purse.weight == 0);
        }
        if PLAIN {
            reach.rich_points = u128::from(weight - poor_weight);
        }
        reach.poor_weight = u128::from(poor_weight);
        (reach, empty)
    }

    /// The backers of a project, as far as it is known without those who have nothing left.
    pub(super) fn live_backers(&self, project: usize) -> &[Backer] {
        self.live[project].as_deref().unwrap_or_else(|| self.electorate.backers(project))
    }

    fn leave_out_the_empty(&mut self, project: usize) {
        let live = self
            .live_backers(project)
            .iter()
            .filter(|b| self.emptied[b.group as usize] == NEVER)
            .copied()
            .collect();
        self.live[project] = Some(live);
    }

    pub(super) fn rate_order(&self, a: usize, price_a: u64, b: usize, price_b: u64) -> Ordering {
        let scale = &self.electorate.scale;
        (u128::from(price_a) * u128::from(scale[b])).cmp(&(u128::from(price_b) * u128::from(scale[a])))
    }

    fn is_surely_dearer(&self, project: usize, than: usize) -> bool {
        self.rate_order(project, self.prices[project].low, than, self.prices[than].high).is_gt()
    }

    /// Which of two projects has the smaller rate, exactly.
    fn compare(&mut self, a: usize, b: usize) -> Ordering {
        if self.is_surely_dearer(a, b) {
            return Ordering::Greater;
        }
        if self.is_surely_dearer(b, a) {
            return Ordering::Less;
        }
        self.compare_exactly(a, b)
    }
}

/// ⌊total · 2^shift / weight⌋ without overflow.
pub(super) fn divided(total: u128, shift: u32, weight: u128) -> u64 {
    let (whole, rest) = (total / weight, total % weight);
    let mut part = (whole as u64, rest);
    for _ in 0..shift {
        let doubled = part.1 * 2;
        part = (
            part.0 * 2 + u64::from(doubled >= weight),
            if doubled >= weight { doubled - weight } else { doubled },
        );
    }
    part.0
}

fn starting_price(electorate: &Electorate, project: usize, shift: u32) -> u64 {
    let points = electorate.points_of(project);
    let cost = u128::from(electorate.cost(project)) << shift;
    narrow(cost.checked_div(points).unwrap_or(0))
}

pub(super) fn narrow(wide: u128) -> u64 {
    u64::try_from(wide).unwrap_or(u64::MAX)
}
