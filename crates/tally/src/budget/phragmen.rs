//! Sequential Phragmén: the burden of what is bought is spread as evenly as can be.
//!
//! **Definition** (Los, Christoff, Grossi, *Proportional Budget Allocations*, IJCAI 2022). Buying a
//! project puts its cost as load on its supporters, who afterwards all bear the same. In each round
//! the project goes first whose supporters would bear least: (cost + Σ their loads) / their number.
//!
//! **Variant.** As in pabutools, the rule *stops* at the first round in which one of the projects with
//! the least load would overshoot the budget; it does not skip it.
//!
//! **Ties** by the stated rule. **Exactness.** Loads are held as whole-numbered enclosures with a shift;
//! where two of them overlap, the exact fractions decide. **Complexity.** O(rounds × approvals).

use std::cmp::Ordering;

use dashu_int::IBig;

use super::electorate::Electorate;
use super::ladder::{Form, Ladder};
use super::ratio::Ratio;
use super::ties::Tie;

const NEVER: u32 = u32::MAX;

/// One project that was bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Loading {
    pub project: usize,
    /// What each supporter bears from then on.
    pub load: Ratio,
    pub supporters: u64,
}

#[derive(Debug, Default)]
pub(super) struct Run {
    pub loadings: Vec<Loading>,
    pub ties: Vec<Tie>,
    /// The projects of least load at which the rule stopped; empty where all were bought.
    pub stopped_at: Vec<usize>,
}

/// Loads are whole multiples of 2^-shift, rounded down; the truth is at most `slack` above.
struct Loads<'e> {
    electorate: &'e Electorate<'e>,
    shift: u32,
    slack: u64,
    of_group: Vec<u64>,
    /// The purchase that last put a load on the group.
    since: Vec<u32>,
    /// A lower bound of the load that buying a project would bring, by project.
    at_least: Vec<u128>,
    ladder: Ladder,
}

pub(super) fn run(electorate: &Electorate, places: &[u32]) -> Run {
    let mut loads = Loads::none(electorate);
    let mut rest = electorate.running.clone();
    let (mut left, mut found) = (electorate.instance.budget, Run::default());
    while !rest.is_empty() {
        let mut least = loads.least(&rest);
        least.sort_by_key(|p| places[*p]);
        let Some((&project, others)) = least.split_first() else { break };
        if least.iter().any(|p| electorate.cost(*p) > left) {
            found.stopped_at = least;
            break;
        }
        if !others.is_empty() {
            let mut over = others.to_vec();
            over.sort_unstable();
            found.ties.push(Tie { after: found.loadings.len(), taken: project, over });
        }
        found.loadings.push(loads.buy(project));
        left -= electorate.cost(project);
        rest.retain(|p| *p != project);
    }
    found
}

impl<'e> Loads<'e> {
    fn none(electorate: &'e Electorate<'e>) -> Loads<'e> {
        let (groups, m) = (electorate.weights().len(), electorate.instance.projects.len());
        // No load is over twice the budget: what is bought fits into it, and what is looked at, once more.
        let shift = 61 - (2 * electorate.instance.budget).max(1).ilog2();
        Loads {
            electorate,
            shift,
            slack: 0,
            of_group: vec![0; groups],
            since: vec![NEVER; groups],
            at_least: vec![0; m],
            ladder: Ladder::default(),
        }
    }

    /// The projects of least load, all of them where several tie exactly.
    fn least(&mut self, rest: &[usize]) -> Vec<usize> {
        let mut order: Vec<usize> = rest.to_vec();
        order.sort_by_key(|p| self.at_least[*p]);
        let mut best: Vec<usize> = Vec::new();
        let mut bound = u128::MAX;
        for project in order {
            if self.at_least[project] > bound {
                break;
            }
            let low = self.low(project);
            self.at_least[project] = low;
            let high = low + u128::from(self.slack) + 2;
            let Some(&champion) = best.first() else {
                (best, bound) = (vec![project], high);
                continue;
            };
            match self.compare(project, champion) {
                Ordering::Less => (best, bound) = (vec![project], high),
                Ordering::Equal => best.push(project),
                Ordering::Greater => {}
            }
        }
        best
    }

    fn low(&self, project: usize) -> u128 {
        let (mut sum, mut weight) = (u128::from(self.electorate.cost(project)) << self.shift, 0_u128);
        for backer in self.electorate.backers(project) {
            let w = u128::from(self.electorate.weight(backer.group));
            sum += w * u128::from(self.of_group[backer.group as usize]);
            weight += w;
        }
        sum / weight
    }

    fn compare(&mut self, a: usize, b: usize) -> Ordering {
        let (low_a, low_b) = (self.at_least[a], self.at_least[b]);
        let slack = u128::from(self.slack) + 2;
        if low_a.abs_diff(low_b) > slack {
            return low_a.cmp(&low_b);
        }
        let (a, b) = (self.form(a), self.form(b));
        self.ladder.compare((&a, 1), (&b, 1))
    }

    fn form(&self, project: usize) -> Form {
        let mut c = vec![0_i128; self.ladder.len()];
        let mut v = 0;
        for backer in self.electorate.backers(project) {
            let w = self.electorate.weight(backer.group);
            v += u128::from(w);
            let since = self.since[backer.group as usize];
            if since != NEVER {
                c[since as usize] += i128::from(w);
            }
        }
        let c = (0..).zip(c).filter(|(_, c)| *c != 0).collect();
        Form { a: IBig::from(self.electorate.cost(project)), c, v }
    }

    fn buy(&mut self, project: usize) -> Loading {
        let form = self.form(project);
        let load = self.ladder.value(&form);
        let supporters = form.v as u64;
        let (fixed, bought) = (self.ladder.floor(&form, self.shift as usize, 1), self.ladder.len() as u32);
        self.ladder.push(form);
        self.slack = 1;
        for backer in self.electorate.backers(project) {
            self.of_group[backer.group as usize] = fixed;
            self.since[backer.group as usize] = bought;
        }
        Loading { project, load: Ratio(load), supporters }
    }
}
