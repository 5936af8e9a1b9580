//! Majority judgment: the majority grade, the gauge and the majority value.
//!
//! **Definition** (Balinski and Laraki, *Majority Judgment*, MIT Press 2011). The *majority grade* is the
//! median of an option's grades, of two middle ones the lower: at least half give it that or better, and
//! no better grade has more than half behind it. The *majority value* is the list of grades that comes of taking
//! the majority grade away again and again; lists are compared from their start. That list visits the
//! sorted grades from the middle outwards, so it needs no list: the nearest difference to the middle
//! decides. **Complexity**: the number of grades, however many ballots.
//!
//! Grades come as numbers of ballots by grade, the worst first; options compared have equally many.

use serde::Serialize;
use std::cmp::Ordering;

/// An option's place in short: its majority grade, and how many are above and below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Gauge {
    /// The majority grade, 0 being the worst.
    pub grade: u8,
    /// Ballots with a better grade.
    pub above: u64,
    /// Ballots with a worse grade.
    pub below: u64,
}

impl Gauge {
    /// The gauge of grades; `None` where there are none.
    pub fn of(grades: &[u64]) -> Option<Gauge> {
        let ballots: u64 = grades.iter().sum();
        let mut above = 0;
        for (grade, here) in grades.iter().enumerate().rev() {
            if above + here > ballots / 2 {
                let grade = u8::try_from(grade).ok()?;
                return Some(Gauge { grade, above, below: ballots - above - here });
            }
            above += here;
        }
        None
    }

    /// Whether more are above the grade than below it: the `+` behind it.
    pub fn leans_up(&self) -> bool {
        self.above > self.below
    }
}

/// By grade; then those that lean up before those that don't; of the former the larger part above,
/// of the latter the smaller part below is better.
pub fn by_gauge(a: &[u64], b: &[u64]) -> Ordering {
    match (Gauge::of(a), Gauge::of(b)) {
        (Some(a), Some(b)) => a.grade.cmp(&b.grade).then_with(|| match (a.leans_up(), b.leans_up()) {
            (true, true) => a.above.cmp(&b.above),
            (false, false) => b.below.cmp(&a.below),
            (a, b) => a.cmp(&b),
        }),
        (a, b) => a.is_some().cmp(&b.is_some()),
    }
}

/// By the majority value.
pub fn by_value(a: &[u64], b: &[u64]) -> Ordering {
    let ballots: u64 = a.iter().sum();
    let middle = ballots / 2 + 1;
    let mut nearest: Option<(u64, Ordering)> = None;
    let (mut from, mut a, mut b) = (1, Runs::of(a), Runs::of(b));
    while let (Some((grade_a, left_a)), Some((grade_b, left_b))) = (a.next(), b.next()) {
        let length = left_a.min(left_b);
        if grade_a != grade_b {
            let place = middle.clamp(from, from + length - 1);
            let turn = turn(place, middle, ballots);
            if nearest.is_none_or(|(before, _)| turn < before) {
                nearest = Some((turn, grade_a.cmp(&grade_b)));
            }
        }
        from += length;
        a.pass(length);
        b.pass(length);
    }
    nearest.map_or(Ordering::Equal, |(_, order)| order)
}

/// When the grade at a place, counted from the best, is taken away: the middle first, then its
/// neighbours in turn, that below it first if the number of ballots is odd.
fn turn(place: u64, middle: u64, ballots: u64) -> u64 {
    let far = place.abs_diff(middle);
    let second = (place > middle) == ballots.is_multiple_of(2);
    match far {
        0 => 0,
        _ => (far - 1).saturating_mul(2) + 1 + u64::from(second),
    }
}

/// The grades from the best, each with how many ballots are left of it.
struct Runs<'g> {
    grades: &'g [u64],
    passed: u64,
}

impl Runs<'_> {
    fn of(grades: &[u64]) -> Runs<'_> {
        Runs { grades, passed: 0 }
    }

    fn next(&mut self) -> Option<(usize, u64)> {
        while let Some((last, rest)) = self.grades.split_last() {
            if *last > self.passed {
                return Some((rest.len(), last - self.passed));
            }
            (self.grades, self.passed) = (rest, 0);
        }
        None
    }

    fn pass(&mut self, ballots: u64) {
        self.passed += ballots;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The majority value as the book tells it: take the majority grade away, again and again.
    fn value(grades: &[u64]) -> Vec<u8> {
        let mut left = grades.to_vec();
        std::iter::from_fn(|| {
            let grade = Gauge::of(&left)?.grade;
            left[usize::from(grade)] -= 1;
            Some(grade)
        })
        .collect()
    }

    fn all_grades(ballots: u64) -> Vec<Vec<u64>> {
        let mut found = Vec::new();
        for a in 0..=ballots {
            for b in 0..=ballots - a {
                for c in 0..=ballots - a - b {
                    found.push(vec![a, b, c, ballots - a - b - c]);
                }
            }
        }
        found
    }

    #[test]
    fn the_nearest_difference_decides_as_taking_away_does() {
        for ballots in 0..=7 {
            let all = all_grades(ballots);
            for (a, b) in all.iter().flat_map(|a| all.iter().map(move |b| (a, b))) {
                assert_eq!(by_value(a, b), value(a).cmp(&value(b)), "{a:?} {b:?}");
            }
        }
    }

    /// Balinski and Laraki 2011: where the gauges differ, the majority values agree with them.
    #[test]
    fn the_gauge_never_contradicts_the_value() {
        for ballots in 1..=7 {
            let all = all_grades(ballots);
            for (a, b) in all.iter().flat_map(|a| all.iter().map(move |b| (a, b))) {
                let gauge = by_gauge(a, b);
                assert!(gauge.is_eq() || gauge == by_value(a, b), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn large_numbers_need_no_list() {
        let many = u64::MAX / 4;
        assert_eq!(by_value(&[many, 1, many], &[many, 0, many + 1]), Ordering::Less);
    }
}
