//! The numbers behind an option, and how options are compared by them.

use super::chamber::Share;
use super::judgment::Gauge;
use super::rule::{Bar, Method, Rule, Unmarked};
use crate::committee::Ratio;
use dashu_ratio::RBig;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// How many marked papers give an option each level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// By level, from 0.
    pub levels: Vec<u64>,
    /// Marked papers without a mark for this option.
    pub unmarked: u64,
}

/// What an option has, told in the rule's own measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Votes(u64),
    Points(u128),
    /// The mean of the points given; `None` where nobody gave any.
    Mean(Option<Ratio>),
    /// `None` where nobody marked a paper.
    Grade(Option<Gauge>),
    Resistance(u128),
    Dots(u128),
}

impl Figures {
    pub(super) fn none(top: u8) -> Figures {
        Figures { levels: vec![0; usize::from(top) + 1], unmarked: 0 }
    }

    pub(super) fn add(&mut self, level: Option<u8>, papers: u64) {
        match level.and_then(|level| self.levels.get_mut(usize::from(level))) {
            Some(here) => *here += papers,
            None => self.unmarked += papers,
        }
    }

    pub(super) fn join(&mut self, other: &Figures) {
        self.levels.iter_mut().zip(&other.levels).for_each(|(here, there)| *here += there);
        self.unmarked += other.unmarked;
    }

    fn sum(&self) -> u128 {
        self.levels.iter().zip(0_u128..).map(|(papers, level)| u128::from(*papers) * level).sum()
    }

    fn marked(&self) -> u64 {
        self.levels.iter().sum()
    }

    fn papers(&self) -> u64 {
        self.marked() + self.unmarked
    }

    /// The grades, those without one among the worst.
    fn grades(&self) -> Vec<u64> {
        let mut grades = self.levels.clone();
        grades[0] += self.unmarked;
        grades
    }

    fn mean(&self) -> Option<RBig> {
        (self.marked() > 0).then(|| RBig::from_parts(self.sum().into(), self.marked().into()))
    }

    /// What the option has.
    pub fn standing(&self, method: Method) -> Standing {
        match method {
            Method::Plurality | Method::Approval => Standing::Votes(self.marked()),
            Method::Score { unmarked: Unmarked::Lowest, .. } => Standing::Points(self.sum()),
            Method::Score { unmarked: Unmarked::LeftOut, .. } => Standing::Mean(self.mean().map(Ratio)),
            Method::Judgment { .. } => Standing::Grade(Gauge::of(&self.grades())),
            Method::LeastResistance { .. } => Standing::Resistance(self.sum()),
            Method::Dots { .. } => Standing::Dots(self.sum()),
        }
    }

    /// Whether the option is better than another by the method; equal is a tie.
    pub(super) fn compare(&self, other: &Figures, method: Method) -> Ordering {
        match method {
            Method::Plurality | Method::Approval => self.marked().cmp(&other.marked()),
            Method::Score { unmarked: Unmarked::LeftOut, .. } => self.mean().cmp(&other.mean()),
            Method::Score { .. } | Method::Dots { .. } => self.sum().cmp(&other.sum()),
            Method::Judgment { ties, .. } => ties.compare(&self.grades(), &other.grades()),
            Method::LeastResistance { .. } => other.sum().cmp(&self.sum()),
        }
    }

    /// Whether the option reaches the rule's bar. Without a marked paper none does.
    pub(super) fn is_accepted(&self, rule: &Rule) -> bool {
        match rule.bar {
            _ if self.papers() == 0 => false,
            Bar::None => true,
            Bar::Grade(bar) => Gauge::of(&self.grades()).is_some_and(|gauge| gauge.grade >= bar),
            Bar::MoreThan(share) => self.exceeds(share, rule.method),
        }
    }

    fn exceeds(&self, share: Share, method: Method) -> bool {
        let (papers, marked) = (u128::from(self.papers()), u128::from(self.marked()));
        let (possible, top) = (papers * u128::from(method.top()), u128::from(method.top()));
        match method {
            Method::Plurality | Method::Approval | Method::Dots { .. } => share.is_exceeded(marked, papers),
            Method::Score { unmarked: Unmarked::LeftOut, .. } => share.is_exceeded(self.sum(), marked * top),
            Method::Score { .. } => share.is_exceeded(self.sum(), possible),
            Method::LeastResistance { .. } => share.is_exceeded(possible - self.sum(), possible),
            // `Rule::check` refuses such a bar.
            Method::Judgment { .. } => false,
        }
    }
}
