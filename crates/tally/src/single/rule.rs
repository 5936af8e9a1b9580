//! The rules that choose one option of several, and what a paper may say in each.

use super::chamber::Share;
use super::turnout::Spoiling;
use super::{Fault, judgment};
use serde::{Deserialize, Serialize};

/// A mark on a paper: an option, and a level on the rule's scale (1 for a choice or an approval).
pub type Mark = (usize, u8);

/// How one option of several is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    pub method: Method,
    pub bar: Bar,
}

/// What voters mark, and what makes an option the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// One option each; the most votes lead (plurality, first past the post). With a bar of more than
    /// half it is the majority rule ([`Rule::majority`]).
    Plurality,
    /// Any number of options each; the most approvals lead (Brams and Fishburn, *Approval Voting*, 1983).
    Approval,
    /// 0 to `top` points for each option (range voting; W. D. Smith 2000).
    Score { top: u8, unmarked: Unmarked },
    /// One of so many `grades` for each option, 0 being the worst; the highest majority grade leads
    /// (Balinski and Laraki, *Majority Judgment*, MIT Press 2011). An option without a grade has the worst,
    /// as the book has it.
    Judgment { grades: u8, ties: JudgmentTies },
    /// 0 to `top` points of resistance against each option; the least resistance leads (systemic
    /// consensing; Visotschnig and Schrotta 2005). Who does not mark an option doesn't resist it.
    LeastResistance { top: u8 },
    /// So many dots each, to spread at will, up to `most` on one option; the most dots lead (dot voting,
    /// cumulative voting where `most` is all of them). Dots may be kept back.
    Dots { dots: u8, most: u8 },
}

/// What an option without points has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unmarked {
    /// Nought points; the highest sum leads.
    Lowest,
    /// No points at all; the highest mean of those who gave some leads.
    LeftOut,
}

/// How options with the same majority grade are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JudgmentTies {
    /// By the majority value: majority grades are taken away one by one until they differ
    /// (Balinski and Laraki 2011, the majority-ranking).
    MajorityValue,
    /// By the majority gauge: the share above the grade (if larger than the one below it), or below it; then
    /// by the majority value (Balinski and Laraki, *Judge: Don't Vote!*, Operations Research 62, 2014).
    MajorityGauge,
}

/// What an option must reach in a chamber for that chamber to accept it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bar {
    /// Being the best is enough, if anybody marked a paper.
    None,
    /// More than this part of the possible: of the marked papers (plurality, approval; dots: those with
    /// a dot on it), of the highest sum or mean (score); for resistance, of what its lack could be.
    MoreThan(Share),
    /// A majority grade of this or better.
    Grade(u8),
}

impl Rule {
    /// A method without a bar.
    pub fn of(method: Method) -> Rule {
        Rule { method, bar: Bar::None }
    }

    /// One choice each; it needs more than half of the marked papers.
    pub fn majority() -> Rule {
        Rule { method: Method::Plurality, bar: Bar::MoreThan(Share::of(1, 2)) }
    }

    /// The same method with a bar.
    pub fn with_bar(self, bar: Bar) -> Rule {
        Rule { bar, ..self }
    }

    pub(super) fn check(&self) -> Result<(), Fault> {
        match self.bar {
            Bar::MoreThan(share) => share.check()?,
            Bar::Grade(_) | Bar::None => {}
        }
        let fits = match (self.method, self.bar) {
            (Method::Judgment { grades, .. }, Bar::Grade(grade)) => grade < grades,
            (Method::Judgment { .. }, Bar::MoreThan(_)) | (_, Bar::Grade(_)) => false,
            _ => true,
        };
        let scale = match self.method {
            Method::Plurality | Method::Approval => true,
            Method::Score { top, .. } | Method::LeastResistance { top } => top > 0,
            Method::Judgment { grades, .. } => grades > 1,
            Method::Dots { dots, most } => dots > 0 && most > 0,
        };
        match (fits, scale) {
            (_, false) => Err(Fault::NoScale),
            (false, _) => Err(Fault::WrongBar),
            _ => Ok(()),
        }
    }
}

impl Method {
    /// The highest level of a mark.
    pub(super) fn top(&self) -> u8 {
        match *self {
            Method::Plurality | Method::Approval => 1,
            Method::Score { top, .. } | Method::LeastResistance { top } => top,
            Method::Judgment { grades, .. } => grades.saturating_sub(1),
            Method::Dots { dots, most } => dots.min(most),
        }
    }

    /// The lowest level of a mark.
    fn lowest(&self) -> u8 {
        match self {
            Method::Plurality | Method::Approval | Method::Dots { .. } => 1,
            Method::Score { .. } | Method::Judgment { .. } | Method::LeastResistance { .. } => 0,
        }
    }

    /// Whether a paper with these marks counts, among so many options.
    pub(super) fn judge(&self, marks: &[Mark], options: usize) -> Result<(), Spoiling> {
        let mut marked: Vec<usize> = marks.iter().map(|(option, _)| *option).collect();
        marked.sort_unstable();
        let dots: u64 = marks.iter().map(|(_, level)| u64::from(*level)).sum();
        let on_scale = |level: &u8| (self.lowest()..=self.top()).contains(level);
        match *self {
            _ if marked.last().is_some_and(|last| *last >= options) => Err(Spoiling::UnknownOption),
            _ if marked.windows(2).any(|pair| pair[0] == pair[1]) => Err(Spoiling::OptionTwice),
            Method::Plurality if marks.len() > 1 => Err(Spoiling::TooManyMarks),
            Method::Dots { dots: most, .. } if dots > u64::from(most) => Err(Spoiling::TooManyDots),
            _ if !marks.iter().all(|(_, level)| on_scale(level)) => Err(Spoiling::OffTheScale),
            _ => Ok(()),
        }
    }
}

impl JudgmentTies {
    pub(super) fn compare(&self, a: &[u64], b: &[u64]) -> std::cmp::Ordering {
        match self {
            JudgmentTies::MajorityValue => judgment::by_value(a, b),
            JudgmentTies::MajorityGauge => judgment::by_gauge(a, b).then_with(|| judgment::by_value(a, b)),
        }
    }
}
