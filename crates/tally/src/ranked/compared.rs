//! Copeland and minimax: each option by its pairs.

use super::outcome::Found;
use super::{Pairwise, Step};

pub(super) fn copeland(pairwise: &Pairwise) -> Found {
    let scores: Vec<i64> = (0..pairwise.options()).map(|a| pairwise.copeland_score(a)).collect();
    Found::highest(&scores, vec![Step::Scored { scores: scores.clone() }])
}

pub(super) fn minimax(pairwise: &Pairwise) -> Found {
    let scores: Vec<i64> = (0..pairwise.options()).map(|a| pairwise.worst_defeat(a)).collect();
    let lower_is_better: Vec<i64> = scores.iter().map(|score| -score).collect();
    Found::highest(&lower_is_better, vec![Step::Scored { scores }])
}
