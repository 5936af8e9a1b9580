//! When no panel meets the quotas: the smallest change that would help.

use crate::solver::{optimum, panels, whole};
use crate::{Fault, Instance};
use microlp::{ComparisonOp, Variable};
use serde::Serialize;

/// Which end of a quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Bound {
    AtLeast,
    AtMost,
}

/// One quota to move, and how far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Move {
    pub category: String,
    pub feature: String,
    pub bound: Bound,
    pub asked: u32,
    /// What to ask for instead.
    pub instead: u32,
    /// How many of them could sit in one panel if there were no other quota.
    pub at_hand: u32,
}

/// Changes of quotas which together let a panel be drawn. No other set of changes moves fewer seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Relaxation {
    /// In the order of the quotas.
    pub moves: Vec<Move>,
}

impl Relaxation {
    /// The sum of all moves.
    pub fn seats(&self) -> u64 {
        self.moves.iter().map(|step| u64::from(step.asked.abs_diff(step.instead))).sum()
    }
}

impl std::fmt::Display for Move {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Move { category, feature, bound, asked, instead, at_hand } = self;
        match bound {
            Bound::AtLeast if at_hand < asked => {
                write!(f, "at least {asked} {feature} ({category}) were asked for; the pool has {at_hand}")?;
                if instead < at_hand { write!(f, ", and room for {instead}") } else { Ok(()) }
            }
            Bound::AtLeast => {
                write!(
                    f,
                    "at least {asked} {feature} ({category}) were asked for; there is room for {instead}"
                )
            }
            Bound::AtMost => {
                write!(f, "at most {asked} {feature} ({category}) were asked for; it takes {instead}")
            }
        }
    }
}

impl std::fmt::Display for Relaxation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no panel meets all quotas: ")?;
        for (place, step) in self.moves.iter().enumerate() {
            if place > 0 {
                f.write_str("; ")?;
            }
            step.fmt(f)?;
        }
        Ok(())
    }
}

impl Instance {
    /// The smallest change of the quotas under which there is a panel: the sum of all moves is the least
    /// possible. Empty where the quotas can be met as they are.
    pub fn relaxation(&self) -> Result<Relaxation, Fault> {
        let none = vec![0.0; self.kinds.len()];
        let (mut problem, counts) = panels(self, &none);
        let seats = i32::try_from(self.seats).unwrap_or(i32::MAX);
        let mut moves: Vec<Variable> = Vec::with_capacity(2 * self.quotas.len());
        for demand in &self.demands[..self.quotas.len()] {
            let least = i32::try_from(demand.min).unwrap_or(i32::MAX);
            let less = problem.add_integer_var(-1.0, (0, least));
            let more = problem.add_integer_var(-1.0, (0, seats));
            let sum = || demand.kinds.iter().map(|kind| (counts[*kind], 1.0));
            problem.add_constraint(
                sum().chain([(less, 1.0)]).collect::<Vec<_>>(),
                ComparisonOp::Ge,
                f64::from(demand.min),
            );
            problem.add_constraint(
                sum().chain([(more, -1.0)]).collect::<Vec<_>>(),
                ComparisonOp::Le,
                f64::from(demand.max),
            );
            moves.extend([less, more]);
        }
        // Not even without quotas: the households of a class are too few for the seats.
        let at_hand = self.classes.iter().map(|class| class.households.len()).sum();
        let too_small = || Fault::PoolTooSmall { asked: self.seats, at_hand };
        let solution = optimum(&problem)?.ok_or_else(too_small)?;
        let moved = whole(&solution, &moves);
        let panel = whole(&solution, &counts);
        let relaxation = Relaxation { moves: self.moves(&moved) };
        match self.relaxed(&relaxation).admits(&panel) {
            true => Ok(relaxation),
            false => Err(Fault::Unsolved { why: "a relaxation that doesn't help".to_owned() }),
        }
    }

    fn moves(&self, moved: &[u32]) -> Vec<Move> {
        let mut moves = Vec::new();
        for (number, (quota, by)) in self.quotas.iter().zip(moved.chunks_exact(2)).enumerate() {
            let step = |bound, asked, instead| Move {
                category: quota.category.clone(),
                feature: quota.feature.clone(),
                bound,
                asked,
                instead,
                at_hand: self.at_hand(number),
            };
            if by[0] > 0 {
                moves.push(step(Bound::AtLeast, quota.min, quota.min.saturating_sub(by[0])));
            }
            if by[1] > 0 {
                moves.push(step(Bound::AtMost, quota.max, quota.max.saturating_add(by[1])));
            }
        }
        moves
    }

    /// How many who count for a quota could sit in one panel: one for each household that has some.
    fn at_hand(&self, quota: usize) -> u32 {
        let has = |class: &&crate::instance::Class| {
            class.kinds.iter().any(|kind| self.kinds[*kind].quotas.contains(&quota))
        };
        let homes: usize = self.classes.iter().filter(has).map(|class| class.households.len()).sum();
        u32::try_from(homes).unwrap_or(u32::MAX)
    }

    /// The same draw under the changed quotas.
    pub fn relaxed(&self, relaxation: &Relaxation) -> Instance {
        let mut relaxed = self.clone();
        for step in &relaxation.moves {
            let is_meant =
                |quota: &&mut crate::Quota| quota.category == step.category && quota.feature == step.feature;
            if let Some(quota) = relaxed.quotas.iter_mut().find(is_meant) {
                match step.bound {
                    Bound::AtLeast => quota.min = step.instead,
                    Bound::AtMost => quota.max = step.instead,
                }
            }
        }
        for (demand, quota) in relaxed.demands.iter_mut().zip(&relaxed.quotas) {
            (demand.min, demand.max) = (quota.min, quota.max.min(self.seats));
        }
        relaxed
    }
}
