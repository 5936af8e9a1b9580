//! LEXIMIN, stage by stage, and its first stage alone, maximin.
//!
//! **A stage.** Maximise z so that each type not yet fixed has a chance of at least z, and each fixed one
//! its own. In the dual the types have prices that are not negative; those of the open types sum to one.
//! A type with a price above zero has a chance of exactly z in *every* optimum (complementary slackness),
//! so it is fixed at z; at least one is. The next stage goes on with the others.

use super::Verdict;
use crate::columns::{Columns, Dual, Priced};
use crate::{Fault, Instance};

/// A price above this fixes its type. (With a gap of 1e-10 between bound and optimum, a chance that is
/// fixed so is off by 1e-7 at most; one of n prices that sum to one is at least 1/n.)
const PRICED: f64 = 1e-3;

/// What a stage may take from those fixed before it, so that rounding alone never makes it impossible.
const GIVE: f64 = 1e-10;

/// The most a type that was fixed before may be worth in terms of the stage's least chance. It bounds
/// the program where rounding would leave it open, and is far above what occurs.
const DEAREST: f64 = 1e6;

pub(super) fn first(instance: &Instance, columns: &mut Columns, seated: &[bool]) -> Result<Verdict, Fault> {
    let fixed: Vec<Option<f64>> = seated.iter().map(|seated| if *seated { None } else { Some(0.0) }).collect();
    let stage = stage(instance, columns, &fixed)?;
    let low = seated.iter().map(|seated| if *seated { stage.objective } else { 0.0 }).collect();
    let bound = bound_by(&stage.prices, &fixed);
    Ok(Verdict { low, high: vec![1.0; seated.len()], steps: vec![(stage.objective, bound)] })
}

pub(super) fn all(instance: &Instance, columns: &mut Columns, seated: &[bool]) -> Result<Verdict, Fault> {
    let mut fixed: Vec<Option<f64>> =
        seated.iter().map(|seated| if *seated { None } else { Some(0.0) }).collect();
    let mut steps: Vec<(f64, Vec<usize>)> = Vec::new();
    while fixed.contains(&None) {
        let stage = stage(instance, columns, &fixed)?;
        let chance = stage.objective.clamp(0.0, 1.0);
        let bound = bound_by(&stage.prices, &fixed);
        bound.iter().for_each(|kind| fixed[*kind] = Some(chance));
        match steps.last_mut() {
            // Often a stage only shows some more of those that the one before has bound already.
            Some((last, kinds)) if (*last - chance).abs() < 1e-9 => kinds.extend(bound),
            _ => steps.push((chance, bound)),
        }
    }
    let low = fixed.into_iter().map(Option::unwrap_or_default).collect();
    Ok(Verdict { low, high: vec![1.0; seated.len()], steps })
}

/// The open types that the prices show to be bound.
fn bound_by(prices: &[f64], fixed: &[Option<f64>]) -> Vec<usize> {
    let open = (0..fixed.len()).filter(|kind| fixed[*kind].is_none());
    let greatest = open.clone().map(|kind| prices[kind]).fold(0.0, f64::max);
    open.filter(|kind| prices[*kind] >= PRICED.min(greatest)).collect()
}

fn stage(instance: &Instance, columns: &mut Columns, fixed: &[Option<f64>]) -> Result<Priced, Fault> {
    let mut dual = Dual::new(fixed.len());
    let mut open = Vec::new();
    for (kind, fixed) in fixed.iter().enumerate() {
        match fixed {
            None => open.push((dual.price(kind, 0.0, 1.0, 1.0), 1.0)),
            Some(chance) if *chance > GIVE => {
                dual.price(kind, GIVE - chance, 1.0, DEAREST);
            }
            Some(_) => {}
        }
    }
    dual.equal(&open, 1.0);
    dual.solve(instance, columns)
}
