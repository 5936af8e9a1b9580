//! Eigenvalues and eigenvectors of small symmetric matrices.

/// All eigenpairs, largest value first, of a symmetric matrix given by rows: Jacobi's rotations
/// (Golub & Van Loan, *Matrix Computations*, 8.5), until what is off the diagonal is rounding.
pub(crate) fn symmetric(mut a: Vec<Vec<f64>>) -> Vec<(f64, Vec<f64>)> {
    let n = a.len();
    let mut vectors: Vec<Vec<f64>> = (0..n).map(|i| unit(n, i)).collect();
    for _sweep in 0..60 {
        let off: f64 = (0..n).flat_map(|p| (0..p).map(move |q| (p, q))).map(|(p, q)| a[p][q] * a[p][q]).sum();
        let on: f64 = (0..n).map(|p| a[p][p] * a[p][p]).sum();
        if off <= 1e-34 * on {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(&mut a, &mut vectors, p, q);
            }
        }
    }
    let mut pairs: Vec<_> = vectors.into_iter().enumerate().map(|(i, vector)| (a[i][i], vector)).collect();
    pairs.sort_by(|(x, _), (y, _)| y.total_cmp(x));
    pairs
}

/// Makes `a[p][q]` zero. `vectors` are kept as rows, so that each rotation touches two of them.
fn rotate(a: &mut [Vec<f64>], vectors: &mut [Vec<f64>], p: usize, q: usize) {
    if a[p][q] == 0.0 {
        return;
    }
    let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let c = 1.0 / (t * t + 1.0).sqrt();
    let s = t * c;
    for row in a.iter_mut() {
        (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
    }
    turn(a, p, q, c, s);
    turn(vectors, p, q, c, s);
}

fn turn(rows: &mut [Vec<f64>], p: usize, q: usize, c: f64, s: f64) {
    let (head, tail) = rows.split_at_mut(q);
    for (x, y) in head[p].iter_mut().zip(tail[0].iter_mut()) {
        (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
    }
}

/// All eigenpairs, largest value first, of the symmetric tridiagonal matrix with this diagonal and
/// the `diagonal.len() - 1` numbers beside it: implicit QL (Bowdler, Martin, Reinsch & Wilkinson 1968).
pub(crate) fn tridiagonal(diagonal: &[f64], beside: &[f64]) -> Vec<(f64, Vec<f64>)> {
    let n = diagonal.len();
    let mut d = diagonal.to_vec();
    let mut e: Vec<f64> = beside.iter().copied().take(n.saturating_sub(1)).chain([0.0]).collect();
    let mut vectors: Vec<Vec<f64>> = (0..n).map(|i| unit(n, i)).collect();
    for l in 0..n {
        for _round in 0..60 {
            let m = (l..n - 1).find(|&m| e[m].abs() <= f64::EPSILON * (d[m].abs() + d[m + 1].abs()));
            let m = m.unwrap_or(n - 1);
            if m == l {
                break;
            }
            chase(&mut d, &mut e, &mut vectors, l, m);
        }
    }
    let mut pairs: Vec<_> = d.into_iter().zip(vectors).collect();
    pairs.sort_by(|(x, _), (y, _)| y.total_cmp(x));
    pairs
}

/// One QL step with Wilkinson's shift on the block `l..=m`; vectors are rows.
fn chase(d: &mut [f64], e: &mut [f64], vectors: &mut [Vec<f64>], l: usize, m: usize) {
    let mut g = (d[l + 1] - d[l]) / (2.0 * e[l]);
    let mut r = (g * g + 1.0).sqrt();
    g = d[m] - d[l] + e[l] / (g + r.copysign(g));
    let (mut s, mut c, mut p) = (1.0, 1.0, 0.0);
    for i in (l..m).rev() {
        let (f, b) = (s * e[i], c * e[i]);
        r = (f * f + g * g).sqrt();
        e[i + 1] = r;
        if r == 0.0 {
            d[i + 1] -= p;
            e[m] = 0.0;
            return;
        }
        (s, c) = (f / r, g / r);
        g = d[i + 1] - p;
        r = (d[i] - g) * s + 2.0 * c * b;
        p = s * r;
        d[i + 1] = g + p;
        g = c * r - b;
        // The rotation of columns i and i + 1, seen with columns as rows.
        turn(vectors, i, i + 1, c, s);
    }
    d[l] -= p;
    e[l] = g;
    e[m] = 0.0;
}

fn unit(n: usize, i: usize) -> Vec<f64> {
    let mut unit = vec![0.0; n];
    unit[i] = 1.0;
    unit
}

#[cfg(test)]
mod tests {
    use super::{symmetric, tridiagonal};
    use crate::chance::Chance;

    #[test]
    fn both_ways_find_the_same_values_and_true_vectors() {
        for n in [1, 2, 3, 7, 40] {
            let mut chance = Chance::of(n as u64, 1);
            let d: Vec<f64> = (0..n).map(|_| chance.unit() * 10.0).collect();
            let e: Vec<f64> = (1..n).map(|_| chance.unit() - 0.5).collect();
            let mut a = vec![vec![0.0; n]; n];
            for i in 0..n {
                a[i][i] = d[i];
                if i + 1 < n {
                    (a[i][i + 1], a[i + 1][i]) = (e[i], e[i]);
                }
            }
            let ql = tridiagonal(&d, &e);
            for ((value, vector), (other, _)) in ql.iter().zip(symmetric(a.clone())) {
                assert!((value - other).abs() < 1e-12, "{value} and {other}");
                for i in 0..n {
                    let product: f64 = a[i].iter().zip(vector).map(|(a, v)| a * v).sum();
                    assert!((product - value * vector[i]).abs() < 1e-11);
                }
            }
        }
    }
}
