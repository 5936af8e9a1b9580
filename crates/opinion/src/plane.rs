//! Where the participants stand: their votes projected on the two strongest axes.

use crate::axes::Axes;
use crate::kmeans::Point;
use crate::matrix::Matrix;

/// The places of all rows. `votes(row)` is how many votes the row is taken to have cast on
/// `statements` statements: a place is scaled by √(statements / votes), so that somebody who has seen
/// little isn't drawn to the middle (Small et al. 2021).
pub(crate) fn places(
    matrix: &Matrix,
    axes: &Axes,
    statements: usize,
    votes: impl Fn(usize) -> usize,
) -> Vec<Point> {
    let [x, y] = [0, 1].map(|axis| matrix.times(&axes.components[axis]));
    let scaled = |(row, (x, y)): (usize, (f64, f64))| {
        let scale = (statements as f64 / votes(row).max(1) as f64).sqrt();
        [x * scale, y * scale]
    };
    x.into_iter().zip(y).enumerate().map(scaled).collect()
}

/// How many of the columns have a vote.
pub(crate) fn voted_on(matrix: &Matrix) -> usize {
    let mut seen = vec![false; matrix.statements()];
    (0..matrix.rows()).for_each(|row| matrix.row(row).iter().for_each(|cell| seen[cell.index()] = true));
    seen.into_iter().filter(|seen| *seen).count()
}
