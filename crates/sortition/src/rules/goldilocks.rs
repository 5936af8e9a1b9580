//! Goldilocks: neither too small nor too great a chance for anybody.
//!
//! With least chance m and greatest M, of n people and k seats: minimise (n/k)·M + γ·(k/n)·u, where u
//! stands for 1/m ([`Rule::Goldilocks`](crate::Rule::Goldilocks) says whose objective that is). As 1/m is convex, it is the highest of its tangents: u ≥ 2/a − m/a² at each a. A
//! ladder of tangents stands at the start; then one is added at the m found, and one where the
//! slope that the prices show would be met, until a mix of two lotteries found is as good as the bound
//! that the tangents give.

use crate::columns::{Cover, Master, whole};
use crate::rules::Verdict;
use crate::simplex::Column;
use crate::{Fault, Instance};

/// How much lower each rung of the ladder is than the one before.
const RUNG: f64 = 0.8;
const RUNGS: usize = 30;

/// Rounds at most; a handful is what it takes.
const ROUNDS: usize = 50;

/// How near, as a part of it, the aim must be to the least possible.
const NEAR: f64 = 1e-8;

/// No tangent stands at less than this part of the even chance k/n.
const LOWEST: f64 = 1e-6;

const BLUR: f64 = 1e-9;

/// The columns that come first.
const LEAST: usize = 0;
const GREATEST: usize = 1;
const INVERSE: usize = 2;

/// A lottery over the panels known when it was found, which are never dropped.
struct Found {
    least: f64,
    greatest: f64,
    shares: Vec<f64>,
}

pub(in crate::rules) fn balance(instance: &Instance, cover: Cover, gamma: f64) -> Result<Verdict, Fault> {
    if !(gamma > 0.0 && gamma.is_finite()) {
        return Err(Fault::Weight);
    }
    let even = f64::from(instance.seats) / instance.people as f64;
    let Cover { mut panels, seated } = cover;
    let lows = seated.iter().filter(|seated| **seated).count();
    // In units of the even chance k/n the aim is M + γ·u.
    // Where some have no chance at all, the least of the others may be up to one: 1/even.
    let ladder = std::iter::successors(Some(1.0 / even), |at| Some(at * RUNG));
    let mut tangents: Vec<f64> = ladder.take(RUNGS).collect();
    let mut found: Vec<Found> = Vec::new();
    for _ in 0..ROUNDS {
        let mut master = start(instance, &seated, panels, gamma, even, &tangents)?;
        let prices = master.maximise()?;
        let [least, greatest, inverse] =
            [LEAST, GREATEST, INVERSE].map(|column| master.simplex.value(column));
        found.push(Found { least, greatest, shares: master.lottery() });
        panels = master.panels;
        let best = best_mix(&found, gamma);
        if best.greatest + gamma / best.least <= (1.0 + NEAR) * (greatest + gamma * inverse) {
            let everybody = (0..seated.len()).filter(|kind| seated[*kind]).collect();
            let steps = vec![(best.least * even, everybody)];
            return Ok(Verdict { shares: whole(&best.shares), panels, steps });
        }
        let slope: f64 = prices[..lows].iter().map(|price| -price).sum();
        let met = (gamma / slope).sqrt();
        let new = [least, met].map(|at| if at > LOWEST { at.min(1.0 / even) } else { LOWEST });
        tangents.extend(new);
        tangents.sort_by(f64::total_cmp);
        tangents.dedup();
    }
    Err(Fault::Unsolved { why: "the balance of least and greatest didn't settle".to_owned() })
}

/// The best mix of two of these lotteries: its least chance is at least, and its greatest at most, the
/// mix of theirs.
fn best_mix(found: &[Found], gamma: f64) -> Found {
    let mut best = Found { least: 0.0, greatest: f64::INFINITY, shares: Vec::new() };
    for (place, one) in found.iter().enumerate() {
        for other in &found[place..] {
            let (more, higher) = (other.least - one.least, other.greatest - one.greatest);
            // Where one over the least falls as steeply as the greatest rises.
            let part = ((gamma * more / higher).sqrt() - one.least) / more;
            let part = if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.0 };
            let (least, greatest) = (one.least + part * more, one.greatest + part * higher);
            if greatest + gamma / least < best.greatest + gamma / best.least {
                best = Found { least, greatest, shares: mix(&one.shares, &other.shares, part) };
            }
        }
    }
    best
}

fn mix(one: &[f64], other: &[f64], part: f64) -> Vec<f64> {
    let share = |shares: &[f64], panel: usize| shares.get(panel).copied().unwrap_or(0.0);
    let panels = 0..one.len().max(other.len());
    panels.map(|panel| (1.0 - part) * share(one, panel) + part * share(other, panel)).collect()
}

/// Rows: for each type its chance less m, spare; for each type M less its chance, spare; for each tangent
/// u and its slope, spare; the sum of shares.
fn start<'i>(
    instance: &'i Instance,
    seated: &[bool],
    panels: Vec<Vec<u32>>,
    gamma: f64,
    even: f64,
    tangents: &[f64],
) -> Result<Master<'i>, Fault> {
    let kinds: Vec<usize> = (0..seated.len()).filter(|kind| seated[*kind]).collect();
    let (lows, highs) = (kinds.len(), 2 * kinds.len());
    let all = highs + tangents.len();
    let mut rows = vec![Vec::new(); seated.len()];
    for (row, kind) in kinds.iter().enumerate() {
        rows[*kind] = vec![(row, 1.0 / even), (lows + row, -1.0 / even)];
    }
    let least = (0..lows).map(|row| (row, -1.0));
    let least = least.chain(tangents.iter().enumerate().map(|(place, at)| (highs + place, 1.0 / (at * at))));
    let greatest = (lows..highs).map(|row| (row, 1.0)).collect();
    let inverse = (highs..all).map(|row| (row, 1.0)).collect();
    let mut columns = vec![
        Column { entries: least.collect(), gain: 0.0 },
        Column { entries: greatest, gain: -1.0 },
        Column { entries: inverse, gain: -gamma },
    ];
    columns.extend((0..all).map(|row| Column { entries: vec![(row, -1.0)], gain: 0.0 }));
    let mut rhs: Vec<f64> = (0..highs).map(blur).map(|blur| -blur).collect();
    rhs.extend(tangents.iter().map(|at| 2.0 / at));
    rhs.push(1.0);
    // A cover has a panel.
    let basis = basis(instance, &kinds, &panels[0], tangents);
    Master::start(instance, rows, (columns, rhs, basis), panels)
}

/// The start: one panel for sure, the least chance none, the greatest that of the most seated type.
fn basis(instance: &Instance, kinds: &[usize], panel: &[u32], tangents: &[f64]) -> Vec<usize> {
    let spare = |row: usize| 3 + row;
    let (lows, highs) = (kinds.len(), 2 * kinds.len());
    let all = highs + tangents.len();
    let mut basis: Vec<usize> = (0..all).map(spare).collect();
    // With its tiny amount, since that decides among equals.
    let height = |place: usize| instance.share(panel, kinds[place]) - blur(lows + place);
    if let Some(most) = (0..lows).max_by(|a, b| height(*a).total_cmp(&height(*b))) {
        basis[lows + most] = GREATEST;
    }
    if let Some(steepest) = (0..tangents.len()).min_by(|a, b| tangents[*a].total_cmp(&tangents[*b])) {
        basis[highs + steepest] = INVERSE;
    }
    basis
}

/// Spread evenly, with no two alike: multiples of the golden ratio.
fn blur(row: usize) -> f64 {
    let part = (row as f64 + 1.0) * 0.618_033_988_749_894_9;
    BLUR * (0.5 + 0.5 * (part - part.floor()))
}
