//! How well groups stand apart: the mean silhouette (Rousseeuw 1987), over all pairs.

use crate::kmeans::Point;
use std::collections::BTreeMap;

/// The mean silhouette of each of several ways to divide the same points, between -1 and 1. A point
/// alone in its group counts 0, as does a division into one group.
///
/// All ways are told in one pass over the pairs: points which share their group in every way stand
/// beside each other, and a point's distances are summed stretch by stretch. Time n², memory n.
pub(crate) fn silhouettes(points: &[Point], ways: &[&[u8]]) -> Vec<f64> {
    let stretches = Stretches::of(points, ways);
    let mut totals = vec![0.0; ways.len()];
    let mut sums = vec![0.0; stretches.keys.len()];
    for (here, key) in stretches.keys.iter().enumerate() {
        for place in stretches.bounds[here]..stretches.bounds[here + 1] {
            let point = [stretches.xs[place], stretches.ys[place]].map(f64::from);
            stretches.distances(point, &mut sums);
            for (way, total) in totals.iter_mut().enumerate() {
                *total += stretches.of_one(way, key[way], &sums);
            }
        }
    }
    totals.into_iter().map(|total| total / points.len().max(1) as f64).collect()
}

struct Stretches {
    /// For each stretch its group in every way.
    keys: Vec<Vec<u8>>,
    /// Where each stretch begins; one more than there are stretches.
    bounds: Vec<usize>,
    xs: Vec<f32>,
    ys: Vec<f32>,
    /// For each way the sizes of its groups.
    sizes: Vec<Vec<f64>>,
}

impl Stretches {
    fn of(points: &[Point], ways: &[&[u8]]) -> Stretches {
        let mut by_key: BTreeMap<Vec<u8>, Vec<Point>> = BTreeMap::new();
        let mut sizes: Vec<Vec<f64>> = ways.iter().map(|_| Vec::new()).collect();
        for (place, point) in points.iter().enumerate() {
            let key: Vec<u8> = ways.iter().map(|way| way[place]).collect();
            for (sizes, group) in sizes.iter_mut().zip(&key) {
                let group = usize::from(*group);
                sizes.resize(sizes.len().max(group + 1), 0.0);
                sizes[group] += 1.0;
            }
            by_key.entry(key).or_default().push(*point);
        }
        let mut stretches =
            Stretches { keys: Vec::new(), bounds: vec![0], xs: Vec::new(), ys: Vec::new(), sizes };
        for (key, points) in by_key {
            stretches.keys.push(key);
            stretches.xs.extend(points.iter().map(|p| p[0] as f32));
            stretches.ys.extend(points.iter().map(|p| p[1] as f32));
            stretches.bounds.push(stretches.xs.len());
        }
        stretches
    }

    /// The sum of the distances from a point to each stretch.
    fn distances(&self, point: Point, sums: &mut [f64]) {
        for (sum, bounds) in sums.iter_mut().zip(self.bounds.windows(2)) {
            let stretch = bounds[0]..bounds[1];
            *sum = sum_of_distances(point, &self.xs[stretch.clone()], &self.ys[stretch]);
        }
    }

    /// One point's silhouette in one way, from its sums of distances.
    fn of_one(&self, way: usize, own: u8, sums: &[f64]) -> f64 {
        let sizes = &self.sizes[way];
        let mut by_group = [0.0; 16];
        for (key, sum) in self.keys.iter().zip(sums) {
            by_group[usize::from(key[way] & 15)] += sum;
        }
        let own = usize::from(own & 15);
        if sizes[own] <= 1.0 {
            return 0.0;
        }
        let inside = by_group[own] / (sizes[own] - 1.0);
        let others = sizes.iter().enumerate().filter(|(group, size)| *group != own && **size > 0.0);
        let outside = others.map(|(group, size)| by_group[group] / size).fold(f64::INFINITY, f64::min);
        let wider = inside.max(outside);
        if wider > 0.0 && wider.is_finite() { (outside - inside) / wider } else { 0.0 }
    }
}

/// Roots are taken side by side, in single precision (the mean stays good to seven digits); sums are
/// carried over to double precision before they lose any.
fn sum_of_distances(point: Point, xs: &[f32], ys: &[f32]) -> f64 {
    let [x, y] = point.map(|c| c as f32);
    let mut sum = 0.0;
    for (xs, ys) in xs.chunks(256).zip(ys.chunks(256)) {
        let (x_lanes, x_rest) = xs.as_chunks::<8>();
        let (y_lanes, y_rest) = ys.as_chunks::<8>();
        let mut sums = [0.0_f32; 8];
        for (xs, ys) in x_lanes.iter().zip(y_lanes) {
            for lane in 0..8 {
                let (dx, dy) = (xs[lane] - x, ys[lane] - y);
                sums[lane] += (dx * dx + dy * dy).sqrt();
            }
        }
        let rest = x_rest.iter().zip(y_rest).map(|(a, b)| ((a - x) * (a - x) + (b - y) * (b - y)).sqrt());
        sum += sums.into_iter().chain(rest).map(f64::from).sum::<f64>();
    }
    sum
}
