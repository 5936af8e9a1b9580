//! Our few dealings with the solver, `microlp`: a simplex and a branch and bound in plain Rust, without
//! threads, so that the same problem takes the same path on each machine.

use crate::{Fault, Instance};
use microlp::{
    ComparisonOp, Error, OptimizationDirection, Problem, Solution, SolutionStatus, SolveOptions,
    SolveOutcome, Variable,
};

/// Branches after which a search is given up: far more than a pool of thousands has been seen to need,
/// and, unlike a time, the same on each machine.
const BRANCHES: u64 = 200_000;

/// How far a solution may stray from a constraint.
const STRAY: f64 = 1e-9;

/// The optimum of `problem`, or `None` where nothing meets its constraints.
pub(crate) fn optimum(problem: &Problem) -> Result<Option<Solution>, Fault> {
    let mut options = SolveOptions::default();
    options.node_limit = Some(BRANCHES);
    options.tolerances.feasibility = STRAY;
    match problem.solve_with(options) {
        Ok(SolveOutcome::Solution(solution)) if solution.status() == SolutionStatus::Optimal => {
            Ok(Some(solution))
        }
        Ok(_) => Err(Fault::Unsolved { why: format!("given up after {BRANCHES} branches") }),
        Err(Error::Infeasible) => Ok(None),
        Err(error) => Err(Fault::Unsolved { why: error.to_string() }),
    }
}

/// A whole number for each type, within what the pool has, that sum up to the seats; each quota is left
/// to the caller, each household class is kept.
pub(crate) fn panels(instance: &Instance, weights: &[f64]) -> (Problem, Vec<Variable>) {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let cap = |kind: usize| i32::try_from(instance.kinds[kind].cap).unwrap_or(i32::MAX);
    let counts: Vec<Variable> = (0..instance.kinds.len())
        .map(|kind| problem.add_integer_var(weights[kind], (0, cap(kind))))
        .collect();
    let seats = f64::from(instance.seats);
    problem.add_constraint(counts.iter().map(|count| (*count, 1.0)), ComparisonOp::Eq, seats);
    for demand in &instance.demands[instance.quotas.len()..] {
        let sum = demand.kinds.iter().map(|kind| (counts[*kind], 1.0));
        problem.add_constraint(sum, ComparisonOp::Le, f64::from(demand.max));
    }
    (problem, counts)
}

/// The whole numbers that the solver means.
pub(crate) fn whole(solution: &Solution, variables: &[Variable]) -> Vec<u32> {
    variables.iter().map(|variable| solution.var_value(*variable).round().max(0.0) as u32).collect()
}
