//! Whether there are groups at all, and how firmly they stand.
//!
//! k-means finds groups in anything. So the conversation is compared with others in which nobody
//! thinks in a pattern: the votes of each statement are dealt anew among those who voted on it, which
//! keeps each statement's votes and each participant's holes, and breaks only what joins one
//! person's votes. Groups are claimed when both measures are among the highest 5 % of these:
//!
//! - *direction*: the share of all variance that lies along the two axes;
//! - *separation*: the best silhouette of 2 to the most groups.
//!
//! Under the hypothesis that there is no pattern all these conversations are equally likely, so each
//! test is exact (Fisher; Phipson & Smyth 2010: `p = (as high + 1) / (run + 1)`), and both together
//! stay below 5 %. A measure that can't be significant any more ends the run (Besag & Clifford 1991).
//! Both are taken from at most [`MOST_PEOPLE`] people, drawn by the seed: a larger sample would
//! change nothing that a reader sees.

use crate::axes::{Axes, ROUGH};
use crate::chance::Chance;
use crate::grouping::{adjusted_rand_index, best, divisions};
use crate::kmeans::{self, Point, square};
use crate::matrix::Matrix;
use crate::options::Options;
use crate::plane;
use serde::Serialize;

/// People whose votes are redealt and resampled.
pub const MOST_PEOPLE: usize = 300;
/// Of more people than that so many conversations are redealt at most: what so many can't show isn't there.
const FEWER_REDEALT: usize = 39;
/// Starts of k-means in a redealt conversation, and in the one it is compared with.
const STARTS: usize = 4;
/// Measures this near are the same but for rounding: among few people many deals are the same deal.
const ALIKE: f64 = 1e-6;
/// What is called significant.
pub const LEVEL: f64 = 0.05;

/// A measure of the conversation against those redealt.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Test {
    pub observed: f64,
    /// So many redealt conversations reached it.
    pub as_high: usize,
    /// The chance of a measure so high where there is no pattern.
    pub p: f64,
}

/// What speaks for groups.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evidence {
    /// People compared.
    pub people: usize,
    /// Conversations redealt, up to the one that settled it.
    pub redealt: usize,
    pub direction: Test,
    pub separation: Test,
}

impl Evidence {
    pub fn supports_groups(&self) -> bool {
        self.direction.p <= LEVEL && self.separation.p <= LEVEL
    }
}

/// How alike the groups are when the people are drawn anew (Efron's bootstrap): 1 is always the same
/// groups, 0 is chance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stability {
    pub people: usize,
    pub resamples: usize,
    /// The adjusted Rand index to the groups on the map: its mean, and the lowest of all.
    pub mean: f64,
    pub lowest: f64,
}

/// Tests for groups among `people` (rows that may belong to one) of a matrix.
pub(crate) fn test(matrix: &Matrix, people: &[usize], options: &Options) -> Evidence {
    let mut chance = Chance::of(options.seed, 0xe71d);
    let most = if people.len() > MOST_PEOPLE { FEWER_REDEALT } else { usize::MAX };
    let most = options.permutations.min(most);
    let sample = sample(people, &mut chance);
    let matrix = rows(matrix, &sample);
    let observed = measures(&matrix, options, 0);
    let places = matrix.places();
    let (mut as_high, mut run) = ([0, 0], 0);
    while run < most {
        let redealt = measures(&matrix.redealt(&places, &mut chance), options, run as u64 + 1);
        run += 1;
        for measure in 0..2 {
            as_high[measure] += usize::from(redealt[measure] >= observed[measure] - ALIKE);
        }
        let least_p = (as_high[0].max(as_high[1]) + 1) as f64 / (most + 1) as f64;
        if least_p > LEVEL {
            break;
        }
    }
    let [direction, separation] = [0, 1].map(|n| Test {
        observed: observed[n],
        as_high: as_high[n],
        p: (as_high[n] + 1) as f64 / (run + 1) as f64,
    });
    Evidence { people: sample.len(), redealt: run, direction, separation }
}

/// Direction and separation of a conversation.
fn measures(matrix: &Matrix, options: &Options, run: u64) -> [f64; 2] {
    let axes = Axes::of(matrix, 2, options.seed, ROUGH);
    let points = plane::places(matrix, &axes, plane::voted_on(matrix), |row| matrix.row(row).len());
    let mut chance = Chance::of(options.seed, 0x5e9a ^ run << 16);
    let divisions = divisions(&points, options.most_groups, STARTS, &mut chance);
    let separation = best(&divisions).map_or(0.0, |(tried, _)| tried.silhouette);
    [axes.variance_shares.iter().sum(), separation]
}

/// How stable groups are: `labels` are those of `people`.
pub(crate) fn stability(
    matrix: &Matrix,
    people: &[usize],
    labels: &[u8],
    groups: usize,
    options: &Options,
) -> Stability {
    let mut chance = Chance::of(options.seed, 0xb007);
    let places: Vec<usize> = (0..people.len()).collect();
    let sample = sample(&places, &mut chance);
    let whole = rows(matrix, &sample.iter().map(|&place| people[place]).collect::<Vec<_>>());
    let labels: Vec<u8> = sample.iter().map(|&place| labels[place]).collect();
    let indices: Vec<f64> = (0..options.resamples)
        .filter_map(|_| {
            let again = regrouped(&whole, groups, options, &mut chance)?;
            Some(adjusted_rand_index(&labels, &again))
        })
        .collect();
    let mean = indices.iter().sum::<f64>() / indices.len().max(1) as f64;
    let lowest = indices.iter().copied().fold(f64::INFINITY, f64::min);
    let lowest = if indices.is_empty() { 0.0 } else { lowest };
    Stability { people: sample.len(), resamples: indices.len(), mean, lowest }
}

/// The groups that everybody would be put in if the people had been drawn anew.
fn regrouped(whole: &Matrix, groups: usize, options: &Options, chance: &mut Chance) -> Option<Vec<u8>> {
    let drawn: Vec<usize> = (0..whole.rows()).map(|_| chance.below(whole.rows())).collect();
    let resample = rows(whole, &drawn);
    let axes = Axes::of(&resample, 2, options.seed, ROUGH);
    let statements = plane::voted_on(&resample);
    let of = |matrix: &Matrix| plane::places(matrix, &axes, statements, |row| matrix.row(row).len());
    let centres = kmeans::best_of(&of(&resample), groups, STARTS, chance)?.centres;
    Some(of(whole).into_iter().map(|point| nearest(point, &centres)).collect())
}

pub(crate) fn nearest(point: Point, centres: &[Point]) -> u8 {
    let closer =
        |a: &(usize, &Point), b: &(usize, &Point)| square(point, *a.1).total_cmp(&square(point, *b.1));
    centres.iter().enumerate().min_by(closer).map_or(0, |(group, _)| group as u8)
}

fn rows(matrix: &Matrix, rows: &[usize]) -> Matrix {
    Matrix::from_rows(rows.iter().map(|&row| matrix.row(row)), &vec![true; matrix.statements()])
}

/// At most [`MOST_PEOPLE`], in their order.
fn sample(people: &[usize], chance: &mut Chance) -> Vec<usize> {
    let mut people = people.to_vec();
    if people.len() > MOST_PEOPLE {
        chance.shuffle(&mut people);
        people.truncate(MOST_PEOPLE);
        people.sort_unstable();
    }
    people
}
