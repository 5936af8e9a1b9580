//! Goldilocks: neither too small nor too great a chance for anybody.
//!
//! With least chance m and greatest M, of n people and k seats: minimise (n/k)·M + γ·(k/n)·u, where u
//! stands for 1/m. As 1/m is convex, it is the highest of its tangents: u ≥ 2/a − m/a² at each a. A
//! ladder of tangents stands at the start; the one at the m found is added until nothing changes. The
//! dual has for each type a price for its least chance (y) and one against its greatest (w).

use super::Verdict;
use super::leximin;
use crate::columns::{Columns, Dual};
use crate::solver::optimum;
use crate::{Fault, Instance};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

/// How much lower each rung of the ladder is than the one before.
const RUNG: f64 = 0.9;
const RUNGS: usize = 60;

/// Tangents added at most; each about squares the error, so a handful does.
const ROUNDS: usize = 30;

/// The weights of the greatest chance and of one over the least.
#[derive(Clone, Copy)]
struct Weights {
    greatest: f64,
    least: f64,
}

pub(super) fn balance(
    instance: &Instance,
    columns: &mut Columns,
    seated: &[bool],
    gamma: f64,
) -> Result<Verdict, Fault> {
    if !(gamma > 0.0 && gamma.is_finite()) {
        return Err(Fault::Weight);
    }
    let (people, seats) = (instance.people as f64, f64::from(instance.seats));
    let weights = Weights { greatest: people / seats, least: gamma * seats / people };
    let most = leximin::first(instance, columns, seated)?.steps.first().map_or(0.0, |(chance, _)| *chance);
    let mut tangents: Vec<f64> = Vec::with_capacity(RUNGS + ROUNDS);
    let mut rung = most;
    for _ in 0..RUNGS {
        tangents.push(rung);
        rung *= RUNG;
    }
    for _ in 0..ROUNDS {
        dual(instance, seated, weights, &tangents).solve(instance, columns)?;
        let (least, greatest) = primal(instance, &columns.panels, seated, weights, &tangents)?;
        let near = |tangent: &f64| (tangent / least - 1.0).abs() < 1e-7;
        if tangents.iter().any(near) {
            return Ok(verdict(seated, least, greatest));
        }
        tangents.push(least);
    }
    Err(Fault::Unsolved { why: "the balance of least and greatest didn't settle".to_owned() })
}

fn verdict(seated: &[bool], least: f64, greatest: f64) -> Verdict {
    let low = seated.iter().map(|seated| if *seated { least } else { 0.0 }).collect();
    let everybody = (0..seated.len()).filter(|kind| seated[*kind]).collect();
    Verdict { low, high: vec![greatest; seated.len()], steps: vec![(least, everybody)] }
}

fn dual(instance: &Instance, seated: &[bool], weights: Weights, tangents: &[f64]) -> Dual {
    let mut dual = Dual::new(instance.kinds.len());
    let (mut least, mut greatest) = (Vec::new(), Vec::new());
    for kind in (0..seated.len()).filter(|kind| seated[*kind]) {
        least.push((dual.price(kind, 0.0, 1.0, f64::INFINITY), 1.0));
        greatest.push((dual.price(kind, 0.0, -1.0, f64::INFINITY), 1.0));
    }
    // u·a instead of u keeps the coefficients near one.
    let scale = tangents[0];
    let lines: Vec<(Variable, f64)> =
        tangents.iter().map(|at| (dual.free(-2.0 * scale / at), scale / (at * at))).collect();
    let slopes = lines.iter().map(|(line, slope)| (*line, -slope));
    dual.equal(&least.into_iter().chain(slopes).collect::<Vec<_>>(), 0.0);
    dual.equal(&greatest, weights.greatest);
    dual.equal(&lines.iter().map(|(line, _)| (*line, 1.0)).collect::<Vec<_>>(), weights.least / scale);
    dual
}

/// The least and the greatest chance of the best lottery over the panels found.
fn primal(
    instance: &Instance,
    panels: &[Vec<u32>],
    seated: &[bool],
    weights: Weights,
    tangents: &[f64],
) -> Result<(f64, f64), Fault> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let shares: Vec<Variable> = panels.iter().map(|_| problem.add_var(0.0, (0.0, 1.0))).collect();
    let scale = tangents[0];
    let least = problem.add_var(0.0, (0.0, 1.0));
    let greatest = problem.add_var(weights.greatest, (0.0, 1.0));
    let inverse = problem.add_var(weights.least / scale, (0.0, f64::INFINITY));
    problem.add_constraint(shares.iter().map(|share| (*share, 1.0)), ComparisonOp::Eq, 1.0);
    for kind in (0..seated.len()).filter(|kind| seated[*kind]) {
        let part = |(share, panel): (&Variable, &Vec<u32>)| (*share, instance.share(panel, kind));
        let chance: Vec<_> = shares.iter().zip(panels).map(part).filter(|(_, part)| *part > 0.0).collect();
        let with = |bound| chance.iter().copied().chain([(bound, -1.0)]).collect::<Vec<_>>();
        problem.add_constraint(with(least), ComparisonOp::Ge, 0.0);
        problem.add_constraint(with(greatest), ComparisonOp::Le, 0.0);
    }
    for at in tangents {
        let line = [(inverse, 1.0), (least, scale / (at * at))];
        problem.add_constraint(line, ComparisonOp::Ge, 2.0 * scale / at);
    }
    let none = || Fault::Unsolved { why: "no lottery over the panels found".to_owned() };
    let solution = optimum(&problem)?.ok_or_else(none)?;
    Ok((solution.var_value(least), solution.var_value(greatest)))
}
