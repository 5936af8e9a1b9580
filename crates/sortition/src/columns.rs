//! Column generation: an optimum over all panels, of which only a few are ever written down.
//!
//! Each rule is a linear program with a variable (a probability) for each panel: far too many. Its dual
//! has a *price* for each type, and a row for each panel: the panel's people, at these prices, may not
//! sum to more than the *ceiling*. We solve it with the panels found so far, look for the panel that
//! breaks its row the most ([`best_panel`]), add it, and are done when there is none: then the prices
//! are right for all panels, and the panels found carry an optimum.

use crate::pricing::best_panel;
use crate::solver::{optimum, outcome};
use crate::{Fault, Instance};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Solution, Variable};
use std::collections::BTreeSet;

/// A row counts as kept when it is broken by less.
const KEPT: f64 = 1e-10;

/// The panels found so far, in the order in which they were found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    pub panels: Vec<Vec<u32>>,
    known: BTreeSet<Vec<u32>>,
}

impl Columns {
    /// Whether the panel is new.
    fn add(&mut self, panel: Vec<u32>) -> bool {
        let new = self.known.insert(panel.clone());
        if new {
            self.panels.push(panel);
        }
        new
    }

    /// A few panels in which everybody sits who can sit in any; and for each type whether it can.
    /// `None` where there is no panel at all.
    pub fn covering(instance: &Instance) -> Result<Option<(Columns, Vec<bool>)>, Fault> {
        let mut columns = Columns::default();
        let mut seated = vec![false; instance.kinds.len()];
        loop {
            let weights: Vec<f64> = seated.iter().map(|seated| f64::from(u8::from(!seated))).collect();
            let Some(panel) = best_panel(instance, &weights)? else { return Ok(None) };
            let fresh: Vec<usize> = (0..seated.len()).filter(|kind| panel[*kind] > 0 && !seated[*kind]).collect();
            if fresh.is_empty() {
                columns.add(panel);
                return Ok(Some((columns, seated)));
            }
            fresh.iter().for_each(|kind| seated[*kind] = true);
            columns.add(panel);
        }
    }
}

/// The dual program of a rule, without the rows of the panels.
pub(crate) struct Dual {
    problem: Problem,
    ceiling: Variable,
    /// For each type the variables that its price is the sum of, with their signs.
    prices: Vec<Vec<(Variable, f64)>>,
}

/// A dual solved for all panels.
pub(crate) struct Priced {
    /// The rule's optimum.
    pub objective: f64,
    /// For each type its price.
    pub prices: Vec<f64>,
}

impl Dual {
    /// Minimises the ceiling and what the caller adds.
    pub fn new(kinds: usize) -> Dual {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let ceiling = problem.add_var(1.0, (f64::NEG_INFINITY, f64::INFINITY));
        Dual { problem, ceiling, prices: vec![Vec::new(); kinds] }
    }

    /// Another variable from 0 to `most` that is part of the price of `kind`, with its cost and its sign.
    pub fn price(&mut self, kind: usize, cost: f64, sign: f64, most: f64) -> Variable {
        let variable = self.problem.add_var(cost, (0.0, most));
        self.prices[kind].push((variable, sign));
        variable
    }

    /// Another variable from 0 that is part of no price.
    pub fn free(&mut self, cost: f64) -> Variable {
        self.problem.add_var(cost, (0.0, f64::INFINITY))
    }

    /// Demands that the sum be `value`.
    pub fn equal(&mut self, sum: &[(Variable, f64)], value: f64) {
        self.problem.add_constraint(sum, ComparisonOp::Eq, value);
    }

    /// Solves the dual for all panels of `instance`; adds to `columns` what was found on the way.
    pub fn solve(mut self, instance: &Instance, columns: &mut Columns) -> Result<Priced, Fault> {
        for panel in &columns.panels {
            let row = self.row(instance, panel);
            self.problem.add_constraint(row, ComparisonOp::Ge, 0.0);
        }
        let mut solution = self.fresh()?;
        loop {
            let prices = self.values(&solution);
            let weights: Vec<f64> =
                prices.iter().zip(&instance.kinds).map(|(price, kind)| price / kind.people.len() as f64).collect();
            let lost = || Fault::Unsolved { why: "the panels were lost".to_owned() };
            let panel = best_panel(instance, &weights)?.ok_or_else(lost)?;
            let sum: f64 = (0..prices.len()).map(|kind| prices[kind] * instance.share(&panel, kind)).sum();
            let row = self.row(instance, &panel);
            if sum <= solution.var_value(self.ceiling) + KEPT || !columns.add(panel) {
                return Ok(Priced { objective: solution.objective(), prices });
            }
            self.problem.add_constraint(row.as_slice(), ComparisonOp::Ge, 0.0);
            solution = match outcome(solution.add_constraint(row, ComparisonOp::Ge, 0.0)) {
                Ok(Some(solution)) => solution,
                // A basis that has grown stale; the whole program solves from the start.
                _ => self.fresh()?,
            };
        }
    }

    fn fresh(&self) -> Result<Solution, Fault> {
        let bounded = || Fault::Unsolved { why: "prices that don't add up".to_owned() };
        optimum(&self.problem)?.ok_or_else(bounded)
    }

    /// The ceiling less the panel's people at their prices.
    fn row(&self, instance: &Instance, panel: &[u32]) -> Vec<(Variable, f64)> {
        let mut row = vec![(self.ceiling, 1.0)];
        for kind in (0..panel.len()).filter(|kind| panel[*kind] > 0) {
            let share = instance.share(panel, kind);
            row.extend(self.prices[kind].iter().map(|(variable, sign)| (*variable, -sign * share)));
        }
        row
    }

    fn values(&self, solution: &Solution) -> Vec<f64> {
        let value = |parts: &Vec<(Variable, f64)>| -> f64 {
            parts.iter().map(|(variable, sign)| sign * solution.var_value(*variable)).sum()
        };
        // A price a hair from nothing is none; below zero only a rule of two signs has any.
        self.prices.iter().map(value).map(|price| if price.abs() < 1e-12 { 0.0 } else { price }).collect()
    }
}
