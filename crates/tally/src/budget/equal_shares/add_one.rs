//! Add-one: larger endowments, until the outcome would be over the budget.

use super::super::electorate::Electorate;
use super::jump::unchanged;
use super::run::Run;
use super::{Start, Stop};

/// How a completion went.
pub(in super::super) struct Course<'e> {
    /// The run that stands.
    pub run: Run<'e>,
    /// How many endowments the rule was run at.
    pub runs: usize,
    /// How many steps of one unit were gone up, skipped ones among them.
    pub steps: u128,
}

/// Goes up from budget / voters until `stop`, jumping over what is proven to change nothing.
pub(in super::super) fn complete<'e>(
    electorate: &'e Electorate<'e>,
    places: &[u32],
    start: Start,
    stop: Stop,
) -> Course<'e> {
    let instance = electorate.instance;
    let step = u128::from(instance.voters) * u128::from(instance.unit);
    let budget = u128::from(instance.budget);
    let base = if start == Start::Integral && step > 0 { budget / step * step } else { budget };
    let mut course = Course { run: Run::at(electorate, places, budget), runs: 1, steps: 0 };
    let mut reach = Reach::default();
    while step > 0 && !is_done(&course.run, stop) {
        // From an integral start the first step is a smaller one, and isn't jumped over.
        let skipped = if course.run.total == base + course.steps * step {
            u128::from(reach.look(&course.run, places, step))
        } else {
            0
        };
        let next = Run::at(electorate, places, base + (course.steps + skipped + 1) * step);
        course.runs += 1;
        if cost(&next) > budget {
            course.steps += skipped;
            break;
        }
        course.steps += skipped + 1;
        course.run = next;
    }
    let stands = if course.steps == 0 { budget } else { base + course.steps * step };
    if course.run.total != stands {
        // The same purchases, at the prices of the last endowment that was skipped.
        course.run = Run::at(electorate, places, stands);
        course.runs += 1;
    }
    course
}

/// No look goes further than this many steps.
const FURTHEST: u64 = 1 << 32;

/// How far it is worth looking ahead: further after each success, and more seldom after failures, or where looks as
/// such have not saved what they cost.
#[derive(Debug, Default)]
struct Reach {
    most: u64,
    failures: u32,
    rest: u32,
    looks: u64,
    saved: u64,
}

impl Reach {
    fn look(&mut self, run: &Run, places: &[u32], step: u128) -> u64 {
        if self.rest > 0 {
            self.rest -= 1;
            return 0;
        }
        self.most = self.most.max(8);
        let steps = unchanged(run, places, step, self.most);
        (self.looks, self.saved) = (self.looks + 1, self.saved.saturating_add(steps));
        // A look costs somewhat more than a run, so it should save several.
        if steps < 2 || self.saved < 2 * self.looks {
            self.failures = (self.failures + 1).min(6);
            self.rest = (1 << self.failures) - 1;
        } else {
            self.failures = 0;
        }
        self.most = (if steps == self.most { 4 * steps } else { 2 * steps }).min(FURTHEST);
        steps
    }
}

fn cost(run: &Run) -> u128 {
    run.winners().map(|p| u128::from(run.electorate.cost(p))).sum()
}

/// Nothing more can be bought, or nothing more that would fit (where that is a reason to stop).
fn is_done(run: &Run, stop: Stop) -> bool {
    let left = u128::from(run.electorate.instance.budget) - cost(run);
    let mut others = run.electorate.running.iter().filter(|p| !run.winners().any(|w| w == **p));
    match stop {
        Stop::Exhaustive => others.all(|p| u128::from(run.electorate.cost(*p)) > left),
        Stop::OverBudget => others.next().is_none(),
    }
}
