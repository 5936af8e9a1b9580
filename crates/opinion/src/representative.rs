//! Which statements speak for a group, and which for everybody: the published selections.

use crate::counts::Counts;
use crate::statistics::{Direction, Leaning, SIGNIFICANT, Standing, one_proportion, smoothed};
use serde::Serialize;

/// The most statements on a list.
const MOST: usize = 5;

/// A statement that speaks for a group.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Representative {
    pub statement: usize,
    pub direction: Direction,
    /// So many of the group say so ...
    pub said: u32,
    /// ... of so many of the group that saw it.
    pub seen: u32,
    pub leaning: Leaning,
    /// The statement that the group most agrees on, always the head of its list.
    pub is_best_agreed: bool,
}

/// The statements that speak for one group, at most five, those it agrees with first.
///
/// Those significant in both tests, by the product of both measures and both tests; before them the
/// statement best agreed on. A group without any gets the one with the highest test.
pub fn representative(group: &[Standing], counted: &[bool]) -> Vec<Representative> {
    let candidates: Vec<(usize, &Standing)> =
        group.iter().enumerate().filter(|(statement, _)| counted[*statement]).collect();
    let best_agreed = best_agreed(&candidates);
    let mut sufficient: Vec<Representative> = candidates
        .iter()
        .filter(|(_, standing)| standing.agree.is_significant() || standing.disagree.is_significant())
        .map(|(statement, standing)| told(*statement, standing))
        .collect();
    sufficient.sort_by(|a, b| metric(&b.leaning).total_cmp(&metric(&a.leaning)));
    let head = match best_agreed {
        Some((statement, standing)) => {
            Some(Representative { is_best_agreed: true, ..told(statement, standing) })
        }
        None if sufficient.is_empty() => furthest(&candidates).map(|(n, standing)| told(n, standing)),
        None => None,
    };
    // The published selection leaves a list empty that has no head, however much is significant.
    let Some(head) = head else { return Vec::new() };
    let others = sufficient.into_iter().filter(|other| other.statement != head.statement);
    let mut chosen: Vec<_> = std::iter::once(head).chain(others).take(MOST).collect();
    chosen.sort_by_key(|chosen| chosen.direction);
    chosen
}

fn told(statement: usize, standing: &Standing) -> Representative {
    let agrees = standing.agree.representativeness_test > standing.disagree.representativeness_test;
    let Counts { agree, disagree, .. } = standing.counts;
    let (direction, said, leaning) = if agrees {
        (Direction::Agree, agree, standing.agree)
    } else {
        (Direction::Disagree, disagree, standing.disagree)
    };
    Representative {
        statement,
        direction,
        said,
        seen: standing.counts.seen(),
        leaning,
        is_best_agreed: false,
    }
}

fn metric(leaning: &Leaning) -> f64 {
    leaning.representativeness
        * leaning.representativeness_test
        * leaning.probability
        * leaning.probability_test
}

/// A first candidate must be likely or representative; a later one must beat it by the measure that
/// the first was chosen by.
fn best_agreed<'a>(candidates: &[(usize, &'a Standing)]) -> Option<(usize, &'a Standing)> {
    let mut best: Option<(usize, &Standing)> = None;
    for &(statement, standing) in candidates {
        if standing.counts.agree == 0 && standing.counts.disagree == 0 {
            continue;
        }
        let agree = &standing.agree;
        let likely = |leaning: &Leaning| leaning.probability * leaning.probability_test;
        let beats = match best {
            Some((_, best)) if best.agree.representativeness > 1.0 => metric(agree) > metric(&best.agree),
            Some((_, best)) => likely(agree) > likely(&best.agree),
            None => {
                agree.probability_test > SIGNIFICANT
                    || agree.representativeness > 1.0 && agree.probability > 0.5
            }
        };
        if beats {
            best = Some((statement, standing));
        }
    }
    best
}

fn furthest<'a>(candidates: &[(usize, &'a Standing)]) -> Option<(usize, &'a Standing)> {
    let test = |standing: &Standing| {
        standing.agree.representativeness_test.max(standing.disagree.representativeness_test)
    };
    candidates.iter().copied().reduce(|best, next| if test(next.1) > test(best.1) { next } else { best })
}

/// A statement that most of everybody agree or disagree with.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Consensus {
    pub statement: usize,
    pub direction: Direction,
    pub said: u32,
    pub seen: u32,
    pub probability: f64,
    pub probability_test: f64,
}

/// The statements that most people agree with, and those that most disagree with, whatever their
/// group: at most five each, by probability times its test. Of each statement `overall` holds the
/// votes of everybody.
pub fn consensus(overall: &[Counts], counted: &[bool]) -> (Vec<Consensus>, Vec<Consensus>) {
    let list = |direction| {
        let mut list: Vec<Consensus> = overall
            .iter()
            .enumerate()
            .filter(|(statement, _)| counted[*statement])
            .map(|(statement, counts)| told_of_all(statement, *counts, direction))
            .filter(|found| found.probability > 0.5 && found.probability_test > SIGNIFICANT)
            .collect();
        let weight = |found: &Consensus| found.probability * found.probability_test;
        list.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
        list.truncate(MOST);
        list
    };
    (list(Direction::Agree), list(Direction::Disagree))
}

fn told_of_all(statement: usize, counts: Counts, direction: Direction) -> Consensus {
    let said = if direction == Direction::Agree { counts.agree } else { counts.disagree };
    let seen = counts.seen();
    let (probability, probability_test) = (smoothed(said, seen), one_proportion(said, seen));
    Consensus { statement, direction, said, seen, probability, probability_test }
}
