//! Groups of points in the plane: k-means (Lloyd 1982) from many starts (k-means++, Arthur &
//! Vassilvitskii 2007), and how well they stand apart (silhouette, Rousseeuw 1987).

use crate::chance::Chance;

pub(crate) type Point = [f64; 2];

/// One way to divide points.
#[derive(Debug, Clone)]
pub(crate) struct Clusters {
    pub labels: Vec<u8>,
    pub centres: Vec<Point>,
    /// The sum of squared distances to the own centre.
    pub inertia: f64,
}

/// Rounds after which a run is given up as good enough; few need a tenth of it.
const MOST_ROUNDS: usize = 300;
/// With more points than this, a start is followed to its end only if its first rounds promise much.
const MANY: usize = 2_000;
/// Rounds that show whether a start leads anywhere.
const TRIAL_ROUNDS: usize = 6;
/// Of all starts so many are followed to their end.
const FOLLOWED: usize = 3;

/// The best of `starts` starts, then of as many in which one centre of the best so far is moved to a
/// random point (random swap: Fränti 2018), which leaves local optima that fresh starts end in. Each
/// start goes on until no point changes its group; among many points it gets a few rounds, and only the
/// most promising ones go on. None if there are fewer than `k` different points.
pub(crate) fn best_of(points: &[Point], k: usize, starts: usize, chance: &mut Chance) -> Option<Clusters> {
    let (first_rounds, followed) =
        if points.len() > MANY { (TRIAL_ROUNDS, FOLLOWED) } else { (MOST_ROUNDS, starts.max(1)) };
    let mut trials = Vec::new();
    for _ in 0..starts.max(1) {
        trials.push(rounds(points, spread(points, k, chance)?, first_rounds));
    }
    trials.sort_by(|a, b| a.inertia.total_cmp(&b.inertia));
    let ends = trials.into_iter().take(followed).map(|trial| settle(points, trial.centres));
    let mut best = ends.reduce(lower)?;
    for _ in 0..starts {
        let mut centres = best.centres.clone();
        centres[chance.below(k)] = points[chance.below(points.len())];
        let trial = rounds(points, centres, first_rounds);
        // What six rounds bring close, more will often bring past it.
        if trial.inertia < best.inertia * 1.01 {
            best = lower(best, settle(points, trial.centres));
        }
    }
    Some(best)
}

/// The first, unless the second is better.
fn lower(first: Clusters, second: Clusters) -> Clusters {
    if second.inertia < first.inertia { second } else { first }
}

/// Lloyd's rounds from given centres until no point changes its group.
pub(crate) fn settle(points: &[Point], centres: Vec<Point>) -> Clusters {
    rounds(points, centres, MOST_ROUNDS)
}

fn rounds(points: &[Point], mut centres: Vec<Point>, most: usize) -> Clusters {
    let mut labels = vec![u8::MAX; points.len()];
    for _ in 0..most {
        let (moved, sums) = assign(points, &centres, &mut labels);
        if !moved {
            break;
        }
        for (centre, [x, y, n]) in centres.iter_mut().zip(sums) {
            // A centre that lost all its points stays where it is.
            if n > 0.0 {
                *centre = [x / n, y / n];
            }
        }
    }
    let inertia = points.iter().zip(&labels).map(|(p, &label)| square(*p, centres[usize::from(label)])).sum();
    Clusters { labels, centres, inertia }
}

/// Gives each point its nearest centre. Returns whether any changed, and per centre the sums of x
/// and y and the number of its points.
fn assign(points: &[Point], centres: &[Point], labels: &mut [u8]) -> (bool, Vec<[f64; 3]>) {
    match centres {
        [a, b] => assign_to(points, &[*a, *b], labels),
        [a, b, c] => assign_to(points, &[*a, *b, *c], labels),
        [a, b, c, d] => assign_to(points, &[*a, *b, *c, *d], labels),
        [a, b, c, d, e] => assign_to(points, &[*a, *b, *c, *d, *e], labels),
        _ => {
            let mut all = [[f64::INFINITY; 2]; 16];
            all.iter_mut().zip(centres).for_each(|(slot, centre)| *slot = *centre);
            let (moved, mut sums) = assign_to(points, &all, labels);
            sums.truncate(centres.len());
            (moved, sums)
        }
    }
}

fn assign_to<const K: usize>(
    points: &[Point],
    centres: &[Point; K],
    labels: &mut [u8],
) -> (bool, Vec<[f64; 3]>) {
    let mut sums = [[0.0; 3]; K];
    let mut moved = false;
    for (point, label) in points.iter().zip(labels) {
        let mut nearest = (square(*point, centres[0]), 0);
        for (k, centre) in centres.iter().enumerate().skip(1) {
            let distance = square(*point, *centre);
            nearest = if distance < nearest.0 { (distance, k) } else { nearest };
        }
        moved |= *label != nearest.1 as u8;
        *label = nearest.1 as u8;
        let sum = &mut sums[nearest.1];
        *sum = [sum[0] + point[0], sum[1] + point[1], sum[2] + 1.0];
    }
    (moved, sums.to_vec())
}

/// k-means++: each further centre is a point drawn by its squared distance to the nearest centre.
fn spread(points: &[Point], k: usize, chance: &mut Chance) -> Option<Vec<Point>> {
    let first = *points.get(chance.below(points.len()))?;
    let mut centres = vec![first];
    let mut distances: Vec<f64> = points.iter().map(|p| square(*p, first)).collect();
    while centres.len() < k {
        let total: f64 = distances.iter().sum();
        if total <= 0.0 {
            return None;
        }
        let centre = points[drawn(&distances, chance.unit() * total)];
        centres.push(centre);
        distances.iter_mut().zip(points).for_each(|(d, p)| *d = d.min(square(*p, centre)));
    }
    Some(centres)
}

fn drawn(weights: &[f64], mut target: f64) -> usize {
    for (place, weight) in weights.iter().enumerate() {
        target -= weight;
        if target < 0.0 {
            return place;
        }
    }
    weights.iter().rposition(|weight| *weight > 0.0).unwrap_or(0)
}

pub(crate) fn square(a: Point, b: Point) -> f64 {
    let (x, y) = (a[0] - b[0], a[1] - b[1]);
    x * x + y * y
}
