//! `A v` and `AᵀA v` of both axes, kept true while votes come in.

use super::company::{Company, Sum};
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

/// What a vote does to the column of its statement.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Change {
    pub statement: usize,
    pub participant: usize,
    /// By how much the entry of who voted changes.
    pub own: f64,
    /// By how much the entries of the others who voted there do: the mean has moved.
    pub others: f64,
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

    /// Follows the change `e` of one column: `A' = A + e e_jᵀ`. The conversation, its company and the means are
    /// those after the change.
    pub(crate) fn shift(
        &mut self,
        conversation: &Conversation,
        company: &Company,
        axes: &Axes,
        counted: &[bool],
        change: Change,
    ) {
        let Change { statement, participant, own, others } = change;
        let spread = spread(conversation, company, axes, counted, change);
        let voters = || conversation.columns()[statement].iter().map(|cell| cell.index());
        for axis in 0..2 {
            let weight = axes.components[axis][statement];
            let (along, gram) = (&mut self.along[axis], &mut self.gram[axis]);
            // A'ᵀA'v = AᵀA v + e_j (eᵀA v) + v_j A'ᵀe
            let together: f64 = voters().map(|person| along[person]).sum();
            gram[statement] += others * together + (own - others) * along[participant];
            gram.iter_mut().zip(&spread).for_each(|(g, s)| *g += weight * s);
            voters().for_each(|person| along[person] += others * weight);
            along[participant] += (own - others) * weight;
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

/// `A'ᵀ e`: what all who voted on the statement said, and the row of the one who voted now.
fn spread(
    conversation: &Conversation,
    company: &Company,
    axes: &Axes,
    counted: &[bool],
    change: Change,
) -> Vec<f64> {
    let sums = company.sums(conversation, change.statement);
    let columns = sums.iter().zip(&axes.means).zip(counted);
    let together = |((sum, mean), counted): ((&Sum, &f64), &bool)| match counted {
        true => change.others * (f64::from(sum.lean) - mean * f64::from(sum.seen)),
        false => 0.0,
    };
    let mut spread: Vec<f64> = columns.map(together).collect();
    let row = conversation.rows()[change.participant].iter().filter(|cell| counted[cell.index()]);
    row.for_each(|cell| {
        spread[cell.index()] +=
            (change.own - change.others) * (cell.vote().value() - axes.means[cell.index()]);
    });
    spread
}

fn turn_pair([a, b]: [[f64; 2]; 2], first: &mut [f64], second: &mut [f64]) {
    for (x, y) in first.iter_mut().zip(second) {
        (*x, *y) = (a[0] * *x + a[1] * *y, b[0] * *x + b[1] * *y);
    }
}
