//! Add-one: larger endowments, until the outcome would be over the budget.

use super::super::electorate::Electorate;
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

/// Goes up from budget / voters until `stop`.
pub(in super::super) fn complete<'e>(
    electorate: &'e Electorate<'e>,
    places: &[u32],
    start: Start,
    stop: Stop,
) -> Course<'e> {
    let instance = electorate.instance;
    let step = u128::from(instance.voters) * u128::from(instance.unit);
    let budget = u128::from(instance.budget);
    let mut course = Course { run: Run::at(electorate, places, budget), runs: 1, steps: 0 };
    let base = if start == Start::Integral && step > 0 { budget / step * step } else { budget };
    while step > 0 && !is_done(&course.run, stop) {
        let next = Run::at(electorate, places, base + (course.steps + 1) * step);
        course.runs += 1;
        if cost(&next) > budget {
            break;
        }
        course.steps += 1;
        course.run = next;
    }
    course
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
