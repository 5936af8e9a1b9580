//! How many groups there are, and who belongs to which: k-means for each number of groups, the
//! number by the highest silhouette.

use crate::chance::Chance;
use crate::kmeans::{self, Clusters, Point};
use crate::silhouette::silhouettes;
use serde::Serialize;

/// One number of groups that was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Tried {
    pub groups: usize,
    /// The sum of squared distances to the own group's centre.
    pub inertia: f64,
    /// How well the groups stand apart, between -1 and 1.
    pub silhouette: f64,
}

/// The divisions into 2 to `most` groups, as far as there are different points for them.
pub(crate) fn divisions(
    points: &[Point],
    most: usize,
    starts: usize,
    chance: &mut Chance,
) -> Vec<(Tried, Clusters)> {
    let found: Vec<Clusters> = (2..=most.min(points.len().saturating_sub(1)))
        .filter_map(|k| kmeans::best_of(points, k, starts, chance))
        .collect();
    let ways: Vec<&[u8]> = found.iter().map(|clusters| clusters.labels.as_slice()).collect();
    let told = silhouettes(points, &ways);
    let tried = |(clusters, silhouette): (&Clusters, f64)| Tried {
        groups: clusters.centres.len(),
        inertia: clusters.inertia,
        silhouette,
    };
    let tried: Vec<Tried> = found.iter().zip(told).map(tried).collect();
    tried.into_iter().zip(found).collect()
}

/// The division with the highest silhouette; of equal ones the fewest groups.
pub(crate) fn best(divisions: &[(Tried, Clusters)]) -> Option<&(Tried, Clusters)> {
    divisions.iter().reduce(|best, next| if next.0.silhouette > best.0.silhouette { next } else { best })
}

/// The adjusted Rand index (Hubert & Arabie 1985) of two divisions of the same people: 1 when they are
/// the same, about 0 when they have no more in common than chance.
pub fn adjusted_rand_index(one: &[u8], other: &[u8]) -> f64 {
    let mut table = vec![[0_u64; 256]; 256];
    one.iter().zip(other).for_each(|(a, b)| table[usize::from(*a)][usize::from(*b)] += 1);
    let pairs = |n: u64| (n * n.saturating_sub(1) / 2) as f64;
    let both: f64 = table.iter().flatten().map(|n| pairs(*n)).sum();
    let rows: f64 = table.iter().map(|row| pairs(row.iter().sum())).sum();
    let columns: f64 = (0..256).map(|b| pairs(table.iter().map(|row| row[b]).sum())).sum();
    let all = pairs(one.len().min(other.len()) as u64);
    let expected = if all > 0.0 { rows * columns / all } else { 0.0 };
    let most = f64::midpoint(rows, columns);
    if (most - expected).abs() < f64::EPSILON { 1.0 } else { (both - expected) / (most - expected) }
}
