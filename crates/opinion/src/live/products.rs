//! `A v` and `AᵀA v` of both axes, kept true while votes come in.

use crate::axes::{Axes, dot};
use crate::conversation::Conversation;
use crate::eigen;
use crate::matrix::Matrix;

#[derive(Debug, Clone)]
pub(crate) struct Products {
    /// `A v` of each axis, one number per participant.
    pub along: [Vec<f64>; 2],
    /// `AᵀA v` of each axis, one number per statement.
    pub gram: [Vec<f64>; 2],
    /// The larger of `‖AᵀA v - λ v‖ / λ`.
    pub drift: f64,
}

impl Products {
    pub(crate) fn of(matrix: &Matrix, axes: &Axes) -> Products {
        let [v, w] = [&axes.components[0], &axes.components[1]];
        Products {
            along: [matrix.times(v), matrix.times(w)],
            gram: [matrix.gram(v), matrix.gram(w)],
            drift: 0.0,
        }
    }

    /// Follows the change `e` of one column, given as (participant, change): `A' = A + e e_jᵀ`. The
    /// conversation and the means are those after the change.
    pub(crate) fn shift(
        &mut self,
        conversation: &Conversation,
        axes: &Axes,
        counted: &[bool],
        statement: usize,
        changes: &[(usize, f64)],
    ) {
        let spread = spread(conversation, axes, counted, changes);
        for axis in 0..2 {
            let weight = axes.components[axis][statement];
            let (along, gram) = (&mut self.along[axis], &mut self.gram[axis]);
            // A'ᵀA'v = AᵀA v + e_j (eᵀA v) + v_j A'ᵀe
            gram[statement] += changes.iter().map(|(person, e)| e * along[*person]).sum::<f64>();
            gram.iter_mut().zip(&spread).for_each(|(g, s)| *g += weight * s);
            changes.iter().for_each(|(person, e)| along[*person] += e * weight);
        }
    }

    /// Turns the axes within their plane to the best ones there (Rayleigh–Ritz), and measures what is
    /// left. Returns the turn, by rows.
    pub(crate) fn turn_to_best(&mut self, axes: &mut Axes, total_variance: f64) -> [[f64; 2]; 2] {
        let [v, w] = [&axes.components[0], &axes.components[1]];
        let across = f64::midpoint(dot(v, &self.gram[1]), dot(w, &self.gram[0]));
        let inner = vec![vec![dot(v, &self.gram[0]), across], vec![across, dot(w, &self.gram[1])]];
        let pairs = eigen::symmetric(inner);
        let turn = [0, 1].map(|axis| [pairs[axis].1[0], pairs[axis].1[1]]);
        let (first, second) = axes.components.split_at_mut(1);
        turn_pair(turn, &mut first[0], &mut second[0]);
        for [first, second] in [&mut self.along, &mut self.gram] {
            turn_pair(turn, first, second);
        }
        self.drift = 0.0;
        for (axis, (value, _)) in pairs.iter().enumerate() {
            axes.singular_values[axis] = value.max(0.0).sqrt();
            axes.variance_shares[axis] =
                if total_variance > 0.0 { value.max(0.0) / total_variance } else { 0.0 };
            let left =
                self.gram[axis].iter().zip(&axes.components[axis]).map(|(g, v)| (g - value * v).powi(2));
            self.drift = self.drift.max(left.sum::<f64>().sqrt() / value.max(f64::MIN_POSITIVE));
        }
        turn
    }
}

/// `A'ᵀ e`: one pass over the votes of those who voted on the statement.
fn spread(conversation: &Conversation, axes: &Axes, counted: &[bool], changes: &[(usize, f64)]) -> Vec<f64> {
    let mut sums = vec![0.0; 4 * axes.means.len()];
    for (person, e) in changes {
        conversation.rows()[*person].iter().for_each(|cell| sums[cell.slot()] += e);
    }
    let columns = sums.chunks_exact(4).zip(&axes.means).zip(counted);
    columns
        .map(|((s, mean), counted)| if *counted { s[2] - s[0] - mean * (s[0] + s[1] + s[2]) } else { 0.0 })
        .collect()
}

fn turn_pair([a, b]: [[f64; 2]; 2], first: &mut [f64], second: &mut [f64]) {
    for (x, y) in first.iter_mut().zip(second) {
        (*x, *y) = (a[0] * *x + a[1] * *y, b[0] * *x + b[1] * *y);
    }
}
