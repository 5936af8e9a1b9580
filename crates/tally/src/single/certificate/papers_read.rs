//! The papers read a second time, in another way than counts do.

use super::{Doubt, ensure};
use crate::single::turnout::{Paper, Spoiling, Turnout};
use crate::single::{Attendance, Chamber, Mark, Marking, Method, Papers, Quorum};
use dashu_int::UBig;
use std::collections::BTreeMap;

/// What became of the papers of a chamber.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::single) struct Sorted {
    marked: u64,
    blank: u64,
    abstained: u64,
    spoiled: BTreeMap<Spoiling, u64>,
}

/// Sorts the papers by chamber, and shows each that counts, with its chamber and number.
pub(in crate::single) fn sort<'p, M: Marking>(
    papers: &'p Papers<M>,
    spoils: impl Fn(&M) -> Option<Spoiling>,
    mut counts: impl FnMut(usize, &'p M, u64),
) -> Vec<Sorted> {
    let mut sorted = vec![Sorted::default(); papers.chambers().len()];
    for group in papers.groups() {
        let of = &mut sorted[group.chamber];
        let spoiling = match group.paper {
            Paper::Marked(marks) => spoils(marks),
            Paper::Illegible => Some(Spoiling::Illegible),
            Paper::Blank | Paper::Abstention => None,
        };
        match (group.paper, spoiling) {
            (_, Some(why)) => *of.spoiled.entry(why).or_default() += group.count,
            (Paper::Marked(marks), None) => {
                of.marked += group.count;
                counts(group.chamber, marks, group.count);
            }
            (Paper::Abstention, _) => of.abstained += group.count,
            (Paper::Blank | Paper::Illegible, _) => of.blank += group.count,
        }
    }
    sorted
}

impl Sorted {
    pub fn marked(&self) -> u64 {
        self.marked
    }

    /// Whether a chamber's turnout and quorum are as claimed.
    pub fn check(&self, chamber: &Chamber, turnout: &Turnout, attendance: Attendance) -> Result<(), Doubt> {
        let name = || chamber.name.clone();
        let present = self.marked + self.blank + self.abstained + self.spoiled.values().sum::<u64>();
        let is_so = (self.marked, self.blank, self.abstained, present)
            == (turnout.marked, turnout.blank, turnout.abstained, turnout.present());
        ensure(is_so && self.spoiled == turnout.spoiled, || Doubt::Turnout { chamber: name() })?;
        let right = attendance.present == present && is_needed(chamber, attendance.needed);
        ensure(right, || Doubt::Quorum { chamber: name() })
    }
}

/// Whether that many papers make the quorum, and one fewer doesn't.
fn is_needed(chamber: &Chamber, needed: u64) -> bool {
    match (chamber.quorum, chamber.electorate) {
        (Quorum::None, _) => needed == 0,
        (Quorum::Papers(papers), _) => needed == papers,
        (Quorum::Share(_), None) => false,
        (Quorum::Share(share), Some(electorate)) => {
            let due = UBig::from(electorate) * UBig::from(share.part);
            let makes = |papers: u64| UBig::from(papers) * UBig::from(share.of) >= due;
            makes(needed) && needed.checked_sub(1).is_none_or(|fewer| !makes(fewer))
        }
    }
}

/// Why these marks, by option, don't count among so many options.
pub(super) fn spoiling(method: Method, options: usize, marks: &[Mark]) -> Option<Spoiling> {
    let (least, most, dots) = match method {
        Method::Plurality | Method::Approval => (1, 1, None),
        Method::Score { top, .. } | Method::LeastResistance { top } => (0, top, None),
        Method::Judgment { grades, .. } => (0, grades - 1, None),
        Method::Dots { dots, most } => (1, most.min(dots), Some(dots)),
    };
    let spread: usize = marks.iter().map(|(_, level)| usize::from(*level)).sum();
    if marks.iter().any(|(option, _)| *option >= options) {
        return Some(Spoiling::UnknownOption);
    }
    if (1..marks.len()).any(|n| marks[n - 1].0 == marks[n].0) {
        return Some(Spoiling::OptionTwice);
    }
    if method == Method::Plurality && marks.len() != 1 {
        return Some(Spoiling::TooManyMarks);
    }
    if dots.is_some_and(|dots| spread > usize::from(dots)) {
        return Some(Spoiling::TooManyDots);
    }
    let is_off = |(_, level): &Mark| *level < least || *level > most;
    marks.iter().any(is_off).then_some(Spoiling::OffTheScale)
}
