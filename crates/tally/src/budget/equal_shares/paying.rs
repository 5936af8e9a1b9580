//! Paying: a purchase takes from each backer the full price, or all they have left.

use super::super::electorate::Backer;
use super::exact::Sorted;
use super::run::{Price, Purchase, Purse, Run, narrow};

/// Price bounds as near to each other as this need no second look.
const NARROW: u64 = 1 << 8;

/// Price bounds further apart than this many steps are replaced by exact ones.
const WIDE: u64 = 1 << 24;

impl Run<'_> {
    /// Buys a project at its price.
    pub(super) fn buy(&mut self, project: usize) {
        let now = self.purchases.len() as u32;
        let mut sorted = self.told_apart(project);
        if sorted.is_unclear {
            sorted = self.settle(project);
        }
        let (low, high) = self.tighten(project, &sorted);
        let live = self.live[project].take();
        let backers = live.as_deref().unwrap_or_else(|| self.electorate.backers(project));
        match (sorted.is_exact, self.electorate.is_plain) {
            (true, _) => self.collect_exactly(backers, high, &sorted),
            (false, true) => self.collect::<true>(backers, high),
            (false, false) => self.collect::<false>(backers, high),
        }
        self.bought[project] = now;
        self.slack = self.slack.max(1 + (high - low).saturating_mul(self.electorate.most_points));
        let Sorted { in_full, all_they_had, rich_points, last, .. } = sorted;
        self.purchases.push(Purchase { project, low, high, in_full, all_they_had, rich_points, last });
    }

    /// Takes what each owes. Nothing was unclear: a purse holds more than the price at most, or less than at least.
    fn collect<const PLAIN: bool>(&mut self, backers: &[Backer], high: u64) {
        let now = self.purchases.len() as u32;
        for backer in backers {
            let group = backer.group as usize;
            let (purse, emptied) = (&mut self.purses[group], &mut self.emptied[group]);
            let due = high.saturating_mul(backer.points::<PLAIN>());
            let keeps = purse.money > due;
            *emptied = if keeps | (purse.weight == 0) { *emptied } else { now };
            purse.money = purse.money.saturating_sub(due);
            purse.weight *= u64::from(keeps);
        }
    }

    /// The same where fractions told who has nothing left.
    fn collect_exactly(&mut self, backers: &[Backer], high: u64, sorted: &Sorted) {
        let now = self.purchases.len() as u32;
        for backer in backers {
            let group = backer.group as usize;
            let purse = &mut self.purses[group];
            if purse.weight > 0 && sorted.pays_all(backer.group) {
                (*purse, self.emptied[group]) = (Purse { money: 0, weight: 0 }, now);
            }
            // One that shows nothing may still hold something: it keeps its weight.
            purse.money = purse.money.saturating_sub(high.saturating_mul(u64::from(backer.points)));
        }
    }

    /// Bounds of the price, given who pays all they have; exact to one step where they would be wide.
    fn tighten(&mut self, project: usize, sorted: &Sorted) -> (u64, u64) {
        let Price { high, is_wide, .. } = self.prices[project];
        let is_rough = !is_wide && !sorted.is_exact;
        let spread =
            |beyond: u128| beyond.checked_div(sorted.rich_points).map_or(u64::MAX, narrow).saturating_add(2);
        // What the purses of the poor may hold beyond their lower bounds lowers the price.
        let poor = u128::from(sorted.all_they_had);
        let most = spread(poor * u128::from(self.slack));
        if is_rough && most <= NARROW {
            return (high.saturating_sub(most), high);
        }
        let form = self.form_of(project, sorted);
        let off = |j: u32| self.purchases[j as usize].high - self.purchases[j as usize].low;
        let paid: u128 = form.c.iter().map(|(j, c)| c.unsigned_abs() * u128::from(off(*j))).sum();
        let most = spread(poor + paid);
        if is_rough && most <= WIDE {
            return (high.saturating_sub(most), high);
        }
        self.climb();
        let low = self.ladder.floor(&form, self.shift as usize, self.electorate.instance.weight);
        (low, low.saturating_add(1))
    }
}
