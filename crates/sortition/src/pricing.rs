//! The best panel by given weights: the step of column generation that looks at all panels at once.

use crate::solver::{optimum, panels, whole};
use crate::{Fault, Instance};
use microlp::ComparisonOp;

/// The panel with the greatest sum of `weights` (one per type, for each of its people in the panel), or
/// `None` where no panel meets the quotas. Proven the greatest by branch and bound; that it meets
/// the quotas is checked again in whole numbers.
pub(crate) fn best_panel(instance: &Instance, weights: &[f64]) -> Result<Option<Vec<u32>>, Fault> {
    // Only the ratios matter, and the solver's tolerances suit numbers around one.
    let most = weights.iter().fold(0.0_f64, |most, weight| most.max(weight.abs()));
    let scale = if most > 0.0 { most } else { 1.0 };
    let scaled: Vec<f64> = weights.iter().map(|weight| weight / scale).collect();
    let (mut problem, counts) = panels(instance, &scaled);
    for demand in &instance.demands[..instance.quotas.len()] {
        let sum: Vec<_> = demand.kinds.iter().map(|kind| (counts[*kind], 1.0)).collect();
        problem.add_constraint(sum.as_slice(), ComparisonOp::Ge, f64::from(demand.min));
        problem.add_constraint(sum.as_slice(), ComparisonOp::Le, f64::from(demand.max));
    }
    let Some(solution) = optimum(&problem)? else { return Ok(None) };
    let panel = whole(&solution, &counts);
    match instance.admits(&panel) {
        true => Ok(Some(panel)),
        false => Err(Fault::Unsolved { why: "a panel off the quotas".to_owned() }),
    }
}
