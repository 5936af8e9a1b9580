//! The directions in which a conversation differs most: principal components of the centred matrix.
//!
//! Golub–Kahan–Lanczos on `AᵀA` with full reorthogonalisation (Golub & Van Loan, 10.1 and 10.4): each
//! step is one pass over the votes; the vectors kept are as long as there are statements. It stops
//! when the residual of each wanted pair is below [`EXACT`] of the largest, so the result doesn't
//! depend on where it began. An axis points to where its skewness is positive, so that the order of
//! the statements doesn't matter, and swapping agree with disagree mirrors the map through its middle.

use crate::chance::Chance;
use crate::eigen;
use crate::matrix::Matrix;
use serde::Serialize;

/// What may be left of `‖AᵀA v - σ² v‖`, as a share of the largest `σ²`, on a map.
pub(crate) const EXACT: f64 = 1e-11;
/// Enough where many conversations are compared, and two measures of each are wanted.
pub(crate) const ROUGH: f64 = 1e-3;

/// Principal components, strongest first.
#[derive(Debug, Clone, Serialize)]
pub struct Axes {
    /// For each statement the mean vote of those who voted; 0 for statements that don't count.
    pub means: Vec<f64>,
    /// Unit vectors over the statements.
    pub components: Vec<Vec<f64>>,
    pub singular_values: Vec<f64>,
    /// For each component its share of the total variance of the imputed votes.
    pub variance_shares: Vec<f64>,
}

impl Axes {
    /// The `wanted` strongest axes of a matrix. Always so many: zeros where there are no more.
    pub(crate) fn of(matrix: &Matrix, wanted: usize, seed: u64, tolerance: f64) -> Axes {
        let mut pairs = lanczos(matrix, wanted, seed, tolerance);
        let statements = matrix.statements();
        pairs.resize(wanted, (0.0, vec![0.0; statements]));
        let total = matrix.total_variance();
        let share = |square: f64| if total > 0.0 { square / total } else { 0.0 };
        let squares: Vec<f64> = pairs.iter().map(|(square, _)| square.max(0.0)).collect();
        Axes {
            means: matrix.means().to_vec(),
            components: pairs.into_iter().map(|(_, vector)| pointed(vector)).collect(),
            singular_values: squares.iter().map(|square| square.sqrt()).collect(),
            variance_shares: squares.into_iter().map(share).collect(),
        }
    }
}

/// The vector or its opposite: the one with positive skewness, or else whose first large entry is
/// positive.
pub(crate) fn pointed(mut vector: Vec<f64>) -> Vec<f64> {
    let skewness: f64 = vector.iter().map(|x| x * x * x).sum();
    let largest = vector.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
    let first = vector.iter().copied().find(|x| x.abs() > 0.999 * largest).unwrap_or(0.0);
    let points = if skewness.abs() > 1e-9 { skewness } else { first };
    if points < 0.0 {
        vector.iter_mut().for_each(|x| *x = -*x);
    }
    vector
}

/// The largest eigenpairs of `AᵀA`. At most as many as there are statements.
fn lanczos(matrix: &Matrix, wanted: usize, seed: u64, tolerance: f64) -> Vec<(f64, Vec<f64>)> {
    let size = matrix.statements();
    let mut krylov = Krylov { basis: Vec::new(), diagonal: Vec::new(), beside: Vec::new(), scale: 0.0 };
    let mut chance = Chance::of(seed, 0xa7e5);
    let mut next = krylov.fresh(size, &mut chance);
    while let Some(vector) = next.take() {
        let product = matrix.gram(&vector);
        let (mut rest, length) = krylov.add(vector, product);
        let steps = krylov.basis.len();
        let may_be_done = steps >= wanted + 2 && (steps.is_multiple_of(4) || length <= krylov.nothing());
        if steps == size || may_be_done && krylov.is_converged(wanted, length * tolerance.recip()) {
            break;
        }
        if length <= krylov.nothing() {
            krylov.beside.push(0.0);
            next = krylov.fresh(size, &mut chance);
        } else {
            rest.iter_mut().for_each(|x| *x /= length);
            krylov.beside.push(length);
            next = Some(rest);
        }
    }
    krylov.pairs(wanted)
}

/// An orthonormal basis in which `AᵀA` is tridiagonal.
struct Krylov {
    basis: Vec<Vec<f64>>,
    diagonal: Vec<f64>,
    beside: Vec<f64>,
    scale: f64,
}

impl Krylov {
    /// Takes a basis vector and its product; returns what of the product is new, and its length.
    fn add(&mut self, vector: Vec<f64>, mut product: Vec<f64>) -> (Vec<f64>, f64) {
        self.diagonal.push(dot(&vector, &product));
        self.scale = self.scale.max(dot(&product, &product).sqrt());
        self.basis.push(vector);
        self.clean(&mut product);
        let length = dot(&product, &product).sqrt();
        (product, length)
    }

    /// Takes out of a vector what the basis has already. Twice is enough (Kahan).
    fn clean(&self, vector: &mut [f64]) {
        for _ in 0..2 {
            for known in &self.basis {
                let share = dot(known, vector);
                vector.iter_mut().zip(known).for_each(|(x, y)| *x -= share * y);
            }
        }
    }

    /// A random unit vector that the basis hasn't; none when the basis is complete.
    fn fresh(&self, size: usize, chance: &mut Chance) -> Option<Vec<f64>> {
        for _ in 0..4 {
            let mut vector: Vec<f64> = (0..size).map(|_| chance.unit() - 0.5).collect();
            let before = dot(&vector, &vector).sqrt();
            self.clean(&mut vector);
            let length = dot(&vector, &vector).sqrt();
            if length > 1e-8 * before {
                vector.iter_mut().for_each(|x| *x /= length);
                return Some(vector);
            }
        }
        None
    }

    /// A length that is rounding and nothing more.
    fn nothing(&self) -> f64 {
        1e-14 * self.scale
    }

    /// Whether what is left of each wanted pair is below the largest value: `length` is the length of
    /// the next basis vector before it is made a unit, over the tolerance.
    fn is_converged(&self, wanted: usize, length: f64) -> bool {
        let pairs = eigen::tridiagonal(&self.diagonal, &self.beside);
        let largest = pairs.first().map_or(0.0, |(value, _)| *value);
        let last = |vector: &Vec<f64>| vector.last().map_or(0.0, |x| x.abs());
        pairs.iter().take(wanted).all(|(_, vector)| length * last(vector) <= largest)
    }

    fn pairs(&self, wanted: usize) -> Vec<(f64, Vec<f64>)> {
        let inner = eigen::tridiagonal(&self.diagonal, &self.beside);
        let whole = |weights: &[f64]| {
            let mut vector = vec![0.0; self.basis[0].len()];
            for (known, weight) in self.basis.iter().zip(weights) {
                vector.iter_mut().zip(known).for_each(|(x, y)| *x += weight * y);
            }
            vector
        };
        inner.into_iter().take(wanted).map(|(value, weights)| (value, whole(&weights))).collect()
    }
}

pub(crate) fn dot(x: &[f64], y: &[f64]) -> f64 {
    let (xs, x_rest) = x.as_chunks::<4>();
    let (ys, y_rest) = y.as_chunks::<4>();
    let mut sums = [0.0; 4];
    for (x, y) in xs.iter().zip(ys) {
        for lane in 0..4 {
            sums[lane] += x[lane] * y[lane];
        }
    }
    sums.iter().sum::<f64>() + x_rest.iter().zip(y_rest).map(|(x, y)| x * y).sum::<f64>()
}
