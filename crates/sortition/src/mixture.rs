//! A lottery over known panels that gives each type a chance within given bounds.

use crate::solver::optimum;
use crate::{Fault, Instance};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

/// What all shares sum up to: probabilities are counted in millionths of a millionth.
pub const WHOLE: u64 = 1_000_000_000_000;

/// A share of [`WHOLE`] for each of `panels`, so that the chance of each type (its expected part of its
/// people) is at least `low` and at most `high`, or misses them by as little as these panels allow.
pub(crate) fn mixture(
    instance: &Instance,
    panels: &[Vec<u32>],
    low: &[f64],
    high: &[f64],
) -> Result<Vec<u64>, Fault> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let shares: Vec<Variable> = panels.iter().map(|_| problem.add_var(0.0, (0.0, 1.0))).collect();
    let miss = problem.add_var(1.0, (0.0, 1.0));
    problem.add_constraint(shares.iter().map(|share| (*share, 1.0)), ComparisonOp::Eq, 1.0);
    for kind in 0..instance.kinds.len() {
        let chance = |sign: f64| {
            let part = |(share, panel): (&Variable, &Vec<u32>)| (*share, instance.share(panel, kind));
            let parts = shares.iter().zip(panels).map(part).filter(|(_, part)| *part > 0.0);
            parts.chain([(miss, sign)]).collect::<Vec<_>>()
        };
        if low[kind] > 0.0 {
            problem.add_constraint(chance(1.0), ComparisonOp::Ge, low[kind]);
        }
        if high[kind] < 1.0 {
            problem.add_constraint(chance(-1.0), ComparisonOp::Le, high[kind]);
        }
    }
    let none = || Fault::Unsolved { why: "no lottery over the panels found".to_owned() };
    let solution = optimum(&problem)?.ok_or_else(none)?;
    Ok(whole_shares(&shares.iter().map(|share| solution.var_value(*share)).collect::<Vec<_>>()))
}

/// The same shares in whole numbers that sum to [`WHOLE`]: the panel with the most makes up for what
/// rounding has lost.
fn whole_shares(shares: &[f64]) -> Vec<u64> {
    let sum: f64 = shares.iter().map(|share| share.max(0.0)).sum();
    let whole = |share: &f64| (share.max(0.0) / sum * WHOLE as f64).round() as u64;
    let mut shares: Vec<u64> = shares.iter().map(whole).collect();
    let sum: u64 = shares.iter().sum();
    if let Some(most) = shares.iter_mut().max() {
        *most = (*most + WHOLE).saturating_sub(sum);
    }
    shares
}
