//! An election: the rule with its variant, the seats, the weights and the tie-breaking.

use super::approvals::Approvals;
use super::electorate::Electorate;
use super::equal_shares::EqualShares;
use super::ladder::{Climbed, climb, climb_all};
use super::outcome::{Completion, Outcome};
use super::phragmen::Phragmen;
use super::seq_pav::SeqPav;
use super::{Cast, Fault, Orders, Profile, TieBreak, Weighing, expanding, pav};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A rule and its variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Approval voting: the most approvals.
    Approvals,
    /// Sequential proportional approval voting.
    SeqPav,
    /// Proportional approval voting; the search stops after so many branches, and then states how far
    /// from the optimum its committee can be. A million takes some seconds.
    Pav { branches: u64 },
    /// The Method of Equal Shares, and how the seats are filled that it leaves open.
    EqualShares(Completion),
    /// Sequential Phragmén.
    SeqPhragmen,
    /// The Expanding Approvals Rule. On approval ballots there are two ranks.
    ExpandingApprovals,
}

/// How an election is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Election {
    pub rule: Rule,
    pub seats: usize,
    pub weighing: Weighing,
    pub tie_break: TieBreak,
}

impl Election {
    /// Every voter weighs the same, and the first in the list wins a tie.
    pub fn new(rule: Rule, seats: usize) -> Election {
        Election { rule, seats, weighing: Weighing::default(), tie_break: TieBreak::default() }
    }

    /// The same election with other weights.
    pub fn weighed(self, weighing: Weighing) -> Election {
        Election { weighing, ..self }
    }

    /// The same election with another way to break ties.
    pub fn ties_by(self, tie_break: TieBreak) -> Election {
        Election { tie_break, ..self }
    }

    /// Counts approval ballots.
    pub fn count(&self, profile: &Profile) -> Result<Outcome, Fault> {
        self.check_seats(profile.candidates().len())?;
        let places = self.tie_break.places(profile.candidates())?;
        let electorate = Electorate::of(profile, &self.weighing)?;
        let climbed = match self.rule {
            Rule::Approvals => climb(Approvals::new(&electorate), self.seats, &places),
            Rule::SeqPav => climb(SeqPav::new(&electorate, self.seats), self.seats, &places),
            Rule::Pav { branches } => self.compared(&electorate, branches, &places),
            Rule::EqualShares(completion) => {
                climb(EqualShares::new(&electorate, self.seats, completion), self.seats, &places)
            }
            Rule::SeqPhragmen => climb(Phragmen::new(&electorate), self.seats, &places),
            Rule::ExpandingApprovals => return expanding::count(self, &Orders::from(profile)),
        };
        Ok(self.outcome(climbed, profile.cast(), electorate.weights.silent))
    }

    /// Counts orders by the Expanding Approvals Rule, whatever [`Election::rule`] says; the outcome
    /// names that rule.
    pub fn count_orders(&self, orders: &Orders) -> Result<Outcome, Fault> {
        self.check_seats(orders.candidates().len())?;
        let election = Election { rule: Rule::ExpandingApprovals, ..self.clone() };
        expanding::count(&election, orders)
    }

    /// All committees that some way of breaking the ties leads to, each in ascending order. Refused when
    /// there are more than `limit` ways to follow.
    pub fn count_all(&self, profile: &Profile, limit: usize) -> Result<BTreeSet<Vec<usize>>, Fault> {
        self.check_seats(profile.candidates().len())?;
        let electorate = Electorate::of(profile, &self.weighing)?;
        match self.rule {
            Rule::Approvals => climb_all(Approvals::new(&electorate), self.seats, limit),
            Rule::SeqPav => climb_all(SeqPav::new(&electorate, self.seats), self.seats, limit),
            Rule::Pav { branches } => {
                let found = pav::search(&electorate, self.seats, branches);
                found.is_whole.then_some(found.committees).ok_or(Fault::TooManyTies { limit })
            }
            Rule::EqualShares(completion) => {
                climb_all(EqualShares::new(&electorate, self.seats, completion), self.seats, limit)
            }
            Rule::SeqPhragmen => climb_all(Phragmen::new(&electorate), self.seats, limit),
            Rule::ExpandingApprovals => expanding::all(self, &Orders::from(profile), limit),
        }
    }

    /// The best committee by PAV; of equal ones that which has the first candidates in the order for ties.
    fn compared(&self, electorate: &Electorate, branches: u64, places: &[usize]) -> Climbed {
        let found = pav::search(electorate, self.seats, branches);
        let step = found.step(electorate, self.seats);
        let order = |committee: &Vec<usize>| {
            let mut order: Vec<usize> = committee.iter().map(|candidate| places[*candidate]).collect();
            order.sort_unstable();
            order
        };
        let best = found.committees.into_iter().min_by_key(order);
        (best.unwrap_or_default(), Vec::new(), vec![step])
    }

    pub(crate) fn outcome(&self, climbed: Climbed, cast: Vec<Cast>, silent: Vec<usize>) -> Outcome {
        let (winners, ties, protocol) = climbed;
        let Election { rule, seats, weighing, tie_break } = self.clone();
        Outcome { rule, seats, weighing, tie_break, winners, ties, protocol, cast, silent }
    }

    pub(crate) fn check_seats(&self, candidates: usize) -> Result<(), Fault> {
        match self.seats {
            0 => Err(Fault::NoSeats),
            seats if seats > candidates => Err(Fault::TooManySeats { seats, candidates }),
            _ => Ok(()),
        }
    }
}
