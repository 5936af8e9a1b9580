//! How two options compare, and whether one reaches the bar: from their figures, in other words than counts use.

use crate::single::{Bar, Figures, JudgmentTies, Method, Rule, Unmarked};
use dashu_int::UBig;
use std::cmp::{Ordering, Reverse};

/// `Greater` where the first is the better one.
pub(super) fn compare(method: Method, a: &Figures, b: &Figures) -> Ordering {
    match method {
        Method::Plurality | Method::Approval => marks(a).cmp(&marks(b)),
        Method::Score { unmarked: Unmarked::Lowest, .. } | Method::Dots { .. } => points(a).cmp(&points(b)),
        Method::Score { unmarked: Unmarked::LeftOut, .. } => by_mean(a, b),
        Method::LeastResistance { .. } => Reverse(points(a)).cmp(&Reverse(points(b))),
        Method::Judgment { ties, .. } => {
            let (a, b) = (Grades::of(a), Grades::of(b));
            match ties {
                JudgmentTies::MajorityValue => by_majority_value(&a, &b),
                JudgmentTies::MajorityGauge => {
                    a.gauge().cmp(&b.gauge()).then_with(|| by_majority_value(&a, &b))
                }
            }
        }
    }
}

/// Whether an option reaches the rule's bar.
pub(super) fn reaches(rule: &Rule, figures: &Figures) -> bool {
    let papers = marks(figures) + UBig::from(figures.unmarked);
    if papers == UBig::ZERO {
        return false;
    }
    match rule.bar {
        Bar::None => true,
        // The lower of two middle grades is no worse than the bar where more than half are.
        Bar::Grade(bar) => Grades::of(figures).is_at_least(bar),
        Bar::MoreThan(share) => {
            let (part, whole) = part_of(rule.method, figures, &papers);
            part * UBig::from(share.of) > whole * UBig::from(share.part)
        }
    }
}

/// What an option has, and what it could have.
fn part_of(method: Method, figures: &Figures, papers: &UBig) -> (UBig, UBig) {
    let top = UBig::from(figures.levels.len() - 1);
    match method {
        Method::Score { unmarked: Unmarked::LeftOut, .. } => (points(figures), marks(figures) * top),
        Method::Score { .. } => (points(figures), papers * top),
        Method::LeastResistance { .. } => (papers * &top - points(figures), papers * top),
        _ => (marks(figures), papers.clone()),
    }
}

fn marks(figures: &Figures) -> UBig {
    figures.levels.iter().map(|papers| UBig::from(*papers)).sum()
}

fn points(figures: &Figures) -> UBig {
    // Who gives three points gives one of each height up to three.
    (1..figures.levels.len())
        .map(|height| figures.levels[height..].iter().map(|n| UBig::from(*n)).sum::<UBig>())
        .sum()
}

/// Points / marks, without a division; without marks it is the least.
fn by_mean(a: &Figures, b: &Figures) -> Ordering {
    match (marks(a), marks(b)) {
        (of_a, of_b) if of_a == UBig::ZERO || of_b == UBig::ZERO => {
            of_a.cmp(&UBig::ZERO).cmp(&of_b.cmp(&UBig::ZERO))
        }
        (of_a, of_b) => (points(a) * of_b).cmp(&(points(b) * of_a)),
    }
}

/// By grade: how many papers give it or a better one. The first holds all papers.
struct Grades(Vec<u128>);

impl Grades {
    fn of(figures: &Figures) -> Grades {
        let grades = figures.levels.len();
        let of = |from: usize| figures.levels[from..].iter().map(|n| u128::from(*n)).sum::<u128>();
        let unmarked = |from: usize| if from == 0 { u128::from(figures.unmarked) } else { 0 };
        Grades((0..grades).map(|from| of(from) + unmarked(from)).collect())
    }

    fn papers(&self) -> u128 {
        self.0.first().copied().unwrap_or(0)
    }

    /// How many give this grade or a better one.
    fn or_better(&self, grade: usize) -> u128 {
        self.0.get(grade).copied().unwrap_or(0)
    }

    /// Whether the majority grade is this or a better one: more than half say so.
    fn is_at_least(&self, grade: u8) -> bool {
        self.or_better(grade.into()) * 2 > self.papers()
    }

    /// The majority gauge, so that the better one is greater. Nothing where nobody marked a paper.
    fn gauge(&self) -> Option<(usize, Option<u128>, Reverse<u128>)> {
        let grade = (0..self.0.len()).rev().find(|grade| self.or_better(*grade) * 2 > self.papers())?;
        let (above, below) = (self.or_better(grade + 1), self.papers() - self.or_better(grade));
        // Those that lean up are compared by what is above them, and are better than the others.
        Some(match above > below {
            true => (grade, Some(above), Reverse(0)),
            false => (grade, None, Reverse(below)),
        })
    }
}

/// The majority value: grades are taken away from the middle outwards, and the first that differs decides. Where
/// one option has more papers at some grade or better, the places from the smaller number to the larger one hold
/// better grades of it than of the other; of all such places that counts which is taken away first.
fn by_majority_value(a: &Grades, b: &Grades) -> Ordering {
    let papers = a.papers();
    // How many grades are left when that at a place, counted from the best, is taken away.
    let left = |place: u128| (2 * place - 1).min(2 * (papers - place) + 2);
    let difference = |grade: usize| {
        let (of_a, of_b) = (a.or_better(grade), b.or_better(grade));
        let nearest = (papers / 2 + 1).clamp(of_a.min(of_b) + 1, of_a.max(of_b));
        (left(nearest), of_a.cmp(&of_b))
    };
    let differ = (1..a.0.len()).filter(|grade| a.or_better(*grade) != b.or_better(*grade));
    differ.map(difference).max_by_key(|(left, _)| *left).map_or(Ordering::Equal, |(_, order)| order)
}
