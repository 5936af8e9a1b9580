//! What the published method computes for each group and statement (Small et al. 2021, with the
//! smoothing and tests of the running system).
//!
//! For group g, statement c and vote v (agree or disagree), with n of N votes in the group and m of
//! M among all others in any group:
//!
//! - *probability* `P = (n + 1) / (N + 2)`;
//! - its *test* against one half, `2 √(N + 1) ((n + 1) / (N + 1) - 1/2)`;
//! - *representativeness* `R = P / P(others)`;
//! - its *test*, the two-proportion z of `(n + 1) / (N + 1)` and `(m + 1) / (M + 1)`.
//!
//! The group-aware consensus of a statement is the product of P over all groups.

use crate::counts::Counts;
use crate::share::Share;
use serde::Serialize;

/// The 90 % point of the normal distribution: what the published method calls significant.
pub const SIGNIFICANT: f64 = 1.281_551_565_544_600_4;

/// Agreeing or disagreeing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Direction {
    Agree,
    Disagree,
}

/// One group's standing to one statement, in one direction.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Leaning {
    /// pa, pd in Polis's files.
    pub probability: f64,
    /// pat, pdt.
    pub probability_test: f64,
    /// ra, rd.
    pub representativeness: f64,
    /// rat, rdt.
    pub representativeness_test: f64,
}

impl Leaning {
    fn of(inside: (u32, u32), outside: (u32, u32)) -> Leaning {
        let probability = smoothed(inside.0, inside.1);
        Leaning {
            probability,
            probability_test: one_proportion(inside.0, inside.1),
            representativeness: probability / smoothed(outside.0, outside.1),
            representativeness_test: two_proportions(inside, outside),
        }
    }

    pub fn is_significant(&self) -> bool {
        self.probability_test > SIGNIFICANT && self.representativeness_test > SIGNIFICANT
    }
}

/// One group's standing to one statement.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Standing {
    pub counts: Counts,
    pub agree: Leaning,
    pub disagree: Leaning,
}

impl Standing {
    /// From the group's counts and those of all other groups together.
    pub fn new(inside: Counts, outside: Counts) -> Standing {
        let (seen, seen_outside) = (inside.seen(), outside.seen());
        Standing {
            counts: inside,
            agree: Leaning::of((inside.agree, seen), (outside.agree, seen_outside)),
            disagree: Leaning::of((inside.disagree, seen), (outside.disagree, seen_outside)),
        }
    }

    /// How many of those who saw it say so, with the interval.
    pub fn share(&self, direction: Direction) -> Share {
        self.counts.share(direction)
    }
}

/// `[group][statement]` standings from `[group][statement]` counts.
pub fn standings(counts: &[Vec<Counts>]) -> Vec<Vec<Standing>> {
    let Some(first) = counts.first() else { return Vec::new() };
    let mut totals = vec![Counts::default(); first.len()];
    for group in counts {
        totals.iter_mut().zip(group).for_each(|(total, counts)| *total = *total + *counts);
    }
    let of_group = |group: &Vec<Counts>| {
        group.iter().zip(&totals).map(|(counts, total)| Standing::new(*counts, *total - *counts)).collect()
    };
    counts.iter().map(of_group).collect()
}

/// For each statement the product over all groups of the probability to agree, and to disagree.
pub fn group_aware_consensus(standings: &[Vec<Standing>]) -> Vec<(f64, f64)> {
    let statements = standings.first().map_or(0, Vec::len);
    let mut products = vec![(1.0, 1.0); statements];
    for group in standings {
        for (product, standing) in products.iter_mut().zip(group) {
            product.0 *= standing.agree.probability;
            product.1 *= standing.disagree.probability;
        }
    }
    products
}

pub(crate) fn smoothed(successes: u32, trials: u32) -> f64 {
    (f64::from(successes) + 1.0) / (f64::from(trials) + 2.0)
}

pub(crate) fn one_proportion(successes: u32, trials: u32) -> f64 {
    let (successes, trials) = (f64::from(successes) + 1.0, f64::from(trials) + 1.0);
    2.0 * trials.sqrt() * (successes / trials - 0.5)
}

pub(crate) fn two_proportions(inside: (u32, u32), outside: (u32, u32)) -> f64 {
    let (n, trials) = (f64::from(inside.0) + 1.0, f64::from(inside.1) + 1.0);
    let (m, others) = (f64::from(outside.0) + 1.0, f64::from(outside.1) + 1.0);
    let pooled = (n + m) / (trials + others);
    if pooled >= 1.0 {
        return 0.0;
    }
    (n / trials - m / others) / (pooled * (1.0 - pooled) * (1.0 / trials + 1.0 / others)).sqrt()
}
