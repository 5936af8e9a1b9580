//! Column generation: an optimum over all panels, of which only a few are ever written down.
//!
//! Each rule is a linear program with a variable (a probability) for each panel: far too many. We solve it
//! with the panels found so far, take its prices, look for the panel that earns the most at these
//! ([`best_panel`], over all panels), add it, and are done when none earns anything: then the panels
//! found carry an optimum of the whole.

use crate::pricing::best_panel;
use crate::simplex::{Column, Simplex};
use crate::{Fault, Instance};
use std::collections::BTreeSet;

/// A panel that earns less earns nothing.
const EARNS: f64 = 1e-9;

/// How much of the best known prices is kept, and how much less after each panel that earns nothing.
const KEEP: f64 = 0.8;
const LOOSEN: f64 = 0.2;

/// What all shares sum up to: probabilities are counted in millionths of a millionth.
pub const WHOLE: u64 = 1_000_000_000_000;

/// Panels in which everybody sits who can sit in any.
pub(crate) struct Cover {
    pub panels: Vec<Vec<u32>>,
    /// For each type whether it sits in one.
    pub seated: Vec<bool>,
}

impl Cover {
    /// `None` where there is no panel at all.
    pub fn of(instance: &Instance) -> Result<Option<Cover>, Fault> {
        let mut cover = Cover { panels: Vec::new(), seated: vec![false; instance.kinds.len()] };
        loop {
            let weights: Vec<f64> =
                cover.seated.iter().map(|seated| if *seated { 0.0 } else { 1.0 }).collect();
            let Some(panel) = best_panel(instance, &weights)? else { return Ok(None) };
            let fresh = |kind: &usize| panel[*kind] > 0 && !cover.seated[*kind];
            let fresh: Vec<usize> = (0..panel.len()).filter(fresh).collect();
            if fresh.is_empty() && !cover.panels.is_empty() {
                return Ok(Some(cover));
            }
            fresh.iter().for_each(|kind| cover.seated[*kind] = true);
            cover.panels.push(panel);
            if cover.seated.iter().all(|seated| *seated) {
                return Ok(Some(cover));
            }
        }
    }
}

/// A rule's program, and which of its columns are panels.
pub(crate) struct Master<'i> {
    instance: &'i Instance,
    pub simplex: Simplex,
    /// For each type the rows in which a panel's share of it stands, with its sign.
    rows: Vec<Vec<(usize, f64)>>,
    /// The row in which the shares sum to one.
    sum: usize,
    /// The panels, and the first column of theirs.
    pub panels: Vec<Vec<u32>>,
    first: usize,
    known: BTreeSet<Vec<u32>>,
}

/// The column of a panel.
pub(crate) fn column(instance: &Instance, rows: &[Vec<(usize, f64)>], sum: usize, panel: &[u32]) -> Column {
    let mut entries = vec![(sum, 1.0)];
    for kind in (0..panel.len()).filter(|kind| panel[*kind] > 0) {
        let share = instance.share(panel, kind);
        entries.extend(rows[kind].iter().map(|(row, sign)| (*row, sign * share)));
    }
    Column { entries, gain: 0.0 }
}

impl<'i> Master<'i> {
    /// A program that starts with these columns and panels; the first panel alone is the start's
    /// lottery, in the basis for the row `sum`, the rest of which is given.
    pub fn start(
        instance: &'i Instance,
        rows: Vec<Vec<(usize, f64)>>,
        (mut columns, rhs, mut basis): (Vec<Column>, Vec<f64>, Vec<usize>),
        panels: Vec<Vec<u32>>,
    ) -> Result<Master<'i>, Fault> {
        let (first, sum) = (columns.len(), rhs.len() - 1);
        columns.extend(panels.iter().map(|panel| column(instance, &rows, sum, panel)));
        basis.push(first);
        let simplex = Simplex::start(columns, rhs, basis)?;
        let known = panels.iter().cloned().collect();
        Ok(Master { instance, simplex, rows, sum, panels, first, known })
    }

    /// Goes to the optimum over all panels. Returns prices that prove it: the price of each row.
    ///
    /// The prices of a program of few panels swing wildly, and each swing costs a panel. So panels are
    /// sought at prices between these and the best known, which is smoothing after Wentges (International
    /// Transactions in Operational Research 4, 1997). At any such prices the panel that
    /// earns the most gives a bound on the optimum; where the bound meets what is reached, that is it.
    pub fn maximise(&mut self) -> Result<Vec<f64>, Fault> {
        let mut best: Option<(f64, Vec<f64>)> = None;
        let mut keep = KEEP;
        let mut prices = self.simplex.maximise()?;
        loop {
            let tried = match &best {
                Some((_, best)) if keep > 0.0 => {
                    best.iter().zip(&prices).map(|(best, now)| keep * best + (1.0 - keep) * now).collect()
                }
                _ => prices.clone(),
            };
            let panel = self.dearest(&tried)?;
            let column = column(self.instance, &self.rows, self.sum, &panel);
            let bound = self.worth(&tried) + Simplex::earns(&column, &tried);
            if best.as_ref().is_none_or(|(least, _)| bound < *least) {
                best = Some((bound, tried));
            }
            let reached = self.worth(&prices);
            if let Some((_, proof)) = best.take_if(|(bound, _)| *bound - reached <= EARNS) {
                return Ok(proof);
            }
            if Simplex::earns(&column, &prices) > EARNS && self.known.insert(panel.clone()) {
                self.simplex.add(column);
                self.panels.push(panel);
                prices = self.simplex.maximise()?;
                keep = KEEP;
            } else if keep > 0.0 {
                // Nothing to gain there: nearer to the program's own prices.
                keep = (keep - LOOSEN).max(0.0);
            } else {
                return Ok(prices);
            }
        }
    }

    /// The panel that earns the most at these prices.
    fn dearest(&self, prices: &[f64]) -> Result<Vec<u32>, Fault> {
        let weight = |(rows, kind): (&Vec<(usize, f64)>, &crate::instance::Kind)| {
            let price: f64 = rows.iter().map(|(row, sign)| -sign * prices[*row]).sum();
            if price.abs() < 1e-12 { 0.0 } else { price / kind.people.len() as f64 }
        };
        let weights: Vec<f64> = self.rows.iter().zip(&self.instance.kinds).map(weight).collect();
        let lost = || Fault::Unsolved { why: "the panels were lost".to_owned() };
        best_panel(self.instance, &weights)?.ok_or_else(lost)
    }

    /// What the right sides are worth at these prices.
    fn worth(&self, prices: &[f64]) -> f64 {
        prices.iter().zip(&self.simplex.rhs).map(|(price, rhs)| price * rhs).sum()
    }

    /// The lottery of the optimum: for each panel its share of one.
    pub fn lottery(&self) -> Vec<f64> {
        // Panels are the columns from the first of them to the end.
        (self.first..self.first + self.panels.len()).map(|column| self.simplex.value(column)).collect()
    }
}

/// Shares of one as whole numbers that sum to [`WHOLE`]; the panel with the most makes up for what
/// rounding has lost.
pub(crate) fn whole(shares: &[f64]) -> Vec<u64> {
    let sum: f64 = shares.iter().sum();
    let mut shares: Vec<u64> =
        shares.iter().map(|share| (share / sum * WHOLE as f64).round() as u64).collect();
    let sum: u64 = shares.iter().sum();
    if let Some(most) = shares.iter_mut().max() {
        *most = (*most + WHOLE).saturating_sub(sum);
    }
    shares
}
