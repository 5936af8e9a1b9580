//! LEXIMIN, stage by stage, and its first stage alone, maximin.
//!
//! **A stage.** Each type has a row: its chance, less what it has to spare, is its *floor* — less the rise
//! z, where it is open: chance − spare − z·[open] = floor. The rise is maximised. A type whose row has a
//! price has nothing to spare in *any* optimum (complementary slackness), so its floor is fixed where the
//! stage ends; there is one such type at least. All open floors are lifted by the rise, which begins again
//! at zero in the next stage, from the same lottery: so no stage can be infeasible.
//!
//! **Rounding.** Each floor is lowered by its own tiny amount, at most [`BLUR`], so that no two columns tie
//! for long (the usual perturbation against cycling). What it costs in chance is far below a millionth.

use crate::columns::{Cover, Master, whole};
use crate::rules::Verdict;
use crate::simplex::Column;
use crate::{Fault, Instance};

const BLUR: f64 = 1e-9;

/// A price above this fixes its type: with what is left at an optimum, it can't be off by a millionth.
/// One of n prices that sum to one is at least 1/n.
const PRICED: f64 = 1e-3;

/// The column of the rise.
const RISE: usize = 0;

pub(in crate::rules) fn first(instance: &Instance, cover: Cover) -> Result<Verdict, Fault> {
    let mut stages = Stages::start(instance, cover)?;
    stages.stage()?;
    Ok(stages.verdict())
}

pub(in crate::rules) fn all(instance: &Instance, cover: Cover) -> Result<Verdict, Fault> {
    let mut stages = Stages::start(instance, cover)?;
    while !stages.open.is_empty() {
        stages.stage()?;
    }
    Ok(stages.verdict())
}

struct Stages<'i> {
    master: Master<'i>,
    /// The types with a row, in the rows' order.
    kinds: Vec<usize>,
    /// Rows whose floor still rises.
    open: Vec<usize>,
    floor: f64,
    steps: Vec<(f64, Vec<usize>)>,
}

impl<'i> Stages<'i> {
    fn start(instance: &'i Instance, cover: Cover) -> Result<Stages<'i>, Fault> {
        let kinds: Vec<usize> = (0..cover.seated.len()).filter(|kind| cover.seated[*kind]).collect();
        let open: Vec<usize> = (0..kinds.len()).collect();
        let mut rows = vec![Vec::new(); cover.seated.len()];
        kinds.iter().enumerate().for_each(|(row, kind)| rows[*kind].push((row, 1.0)));
        let mut columns = vec![rise(&open)];
        columns.extend(open.iter().map(|row| Column { entries: vec![(*row, -1.0)], gain: 0.0 }));
        let mut rhs: Vec<f64> = open.iter().map(|row| -blur(*row)).collect();
        rhs.push(1.0);
        let basis = open.iter().map(|row| spare(*row)).collect();
        let master = Master::start(instance, rows, (columns, rhs, basis), cover.panels)?;
        Ok(Stages { master, kinds, open, floor: 0.0, steps: Vec::new() })
    }

    /// Goes to the end of a stage, and fixes the types that it binds.
    fn stage(&mut self) -> Result<(), Fault> {
        let prices = self.master.maximise()?;
        let simplex = &mut self.master.simplex;
        let risen = simplex.value(RISE);
        self.floor += risen;
        // The price of a binding floor is below zero: a higher floor would leave less to rise.
        let greatest = self.open.iter().map(|row| -prices[*row]).fold(0.0, f64::max);
        let is_bound = |row: &usize| -prices[*row] >= PRICED.min(greatest);
        let (bound, open): (Vec<usize>, Vec<usize>) = self.open.iter().copied().partition(is_bound);
        // By the program's own prices, which its basis belongs to; those of the proof may differ.
        let own = simplex.prices();
        let dearest = self.open.iter().copied().min_by(|a, b| own[*a].total_cmp(&own[*b]));
        for row in &self.open {
            simplex.rhs[*row] = self.floor - blur(*row);
        }
        if let Some(dearest) = dearest.filter(|_| !open.is_empty()) {
            // The rise begins again from the same lottery: its place in the basis goes to what the row
            // with the greatest price has to spare, which is nothing.
            simplex.replace(RISE, spare(dearest))?;
            simplex.columns[RISE] = rise(&open);
            simplex.refresh()?;
        }
        self.open = open;
        self.note(bound);
        Ok(())
    }

    fn note(&mut self, bound: Vec<usize>) {
        let kinds = bound.into_iter().map(|row| self.kinds[row]);
        match self.steps.last_mut() {
            // Often a stage only shows some more of those that the one before has bound already.
            Some((chance, before)) if self.floor - *chance < 1e-8 => before.extend(kinds),
            _ => self.steps.push((self.floor.min(1.0), kinds.collect())),
        }
    }

    fn verdict(self) -> Verdict {
        Verdict { shares: whole(&self.master.lottery()), panels: self.master.panels, steps: self.steps }
    }
}

fn rise(open: &[usize]) -> Column {
    Column { entries: open.iter().map(|row| (*row, -1.0)).collect(), gain: 1.0 }
}

/// The column of what a row has to spare.
fn spare(row: usize) -> usize {
    row + 1
}

/// Spread evenly, with no two alike: multiples of the golden ratio.
fn blur(row: usize) -> f64 {
    let part = (row as f64 + 1.0) * 0.618_033_988_749_894_9;
    BLUR * (0.5 + 0.5 * (part - part.floor()))
}
