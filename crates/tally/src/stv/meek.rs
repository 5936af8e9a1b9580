//! Meek's method: elected candidates keep of each ballot just as much as gives them the quota.
//!
//! Factors and votes are found together, by iteration: distribute all ballots by the keep factors, take the quota of
//! the votes so distributed, make the factors of the elected smaller where they have more, and so on until the
//! surplus is as good as nothing. Then the lowest is excluded, and all ballots are distributed anew without them.

use super::count::{Action, Ended, Found, Setting, Stage};
use super::keeping::{Precision, Tree};
use super::{Amount, Fault};
use crate::ranked::{BrokenBy, Tie};
use dashu_int::IBig;
use std::cmp::Reverse;

/// Where the two Meek rules differ.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ways {
    precision: Precision,
    /// Differences up to this, in units of the last place, are none.
    guard: i128,
    /// A surplus of no more than this is as good as nothing.
    omega: i128,
    /// Votes cut per part of the quota are made good by one unit; then the quota itself elects.
    rounds_up: bool,
    /// Candidates who can't be elected any more are excluded together.
    sure_losers: bool,
}

/// The reference rule: omega is 0.000001, and a surplus must be below it.
pub(super) const PRF: Ways =
    Ways { precision: Precision::Nine, guard: 0, omega: 999, rounds_up: true, sure_losers: false };

/// Guarded arithmetic: omega is 10⁻⁹; half of the 18th decimal, less one unit of the 27th, is no difference.
pub(super) const GUARDED: Ways = Ways {
    precision: Precision::TwentySeven,
    guard: 499_999_999,
    omega: 1_000_000_000_000_000_000,
    rounds_up: false,
    sure_losers: true,
};

/// More ballots than this would pass 2¹²⁷ units with 27 decimals.
const MOST_BALLOTS: u64 = 50_000_000_000;

pub(super) fn count(setting: &Setting<'_>, ways: Ways) -> Result<Found, Fault> {
    if setting.profile.cast().valid > MOST_BALLOTS {
        return Err(Fault::TooManyBallots);
    }
    let mut count = Meek::begin(setting, ways);
    while !count.is_complete() {
        count.round();
    }
    Ok(count.finish())
}

pub(super) struct Meek<'s> {
    setting: &'s Setting<'s>,
    ways: Ways,
    /// What each candidate keeps: all while hopeful, nothing once excluded.
    factors: Vec<i128>,
    hopeful: Vec<bool>,
    pub votes: Vec<i128>,
    quota: i128,
    pub surplus: i128,
    found: Found,
}

impl<'s> Meek<'s> {
    fn begin(setting: &'s Setting<'s>, ways: Ways) -> Meek<'s> {
        let (one, hopeful) = (ways.precision.one(), setting.stands.clone());
        let factors: Vec<i128> = setting.stands.iter().map(|stands| if *stands { one } else { 0 }).collect();
        let votes = Tree::of(setting.profile, &factors, &hopeful, ways.precision)
            .distribute(&factors, ways.precision);
        let mut meek =
            Meek { setting, ways, factors, hopeful, votes, quota: 0, surplus: 0, found: Found::default() };
        meek.take_quota();
        meek.note(Action::FirstPreferences, Vec::new());
        meek
    }

    pub fn running(&self) -> impl Iterator<Item = usize> {
        (0..self.hopeful.len()).filter(|option| self.hopeful[*option])
    }

    pub fn vacancies(&self) -> usize {
        self.setting.seats - self.found.elected.len()
    }

    fn is_complete(&self) -> bool {
        self.vacancies() == 0 || self.running().count() <= self.vacancies()
    }

    fn take_quota(&mut self) {
        let votes: i128 = self.votes.iter().sum();
        // There are at most MOST_OPTIONS seats.
        self.quota = votes / (self.setting.seats as i128 + 1) + i128::from(self.ways.rounds_up);
    }

    /// Whether a is more than b by more than the guard.
    pub fn is_more(&self, a: i128, b: i128) -> bool {
        a - b > self.ways.guard
    }

    fn has_quota(&self, option: usize) -> bool {
        let (votes, quota) = (self.votes[option], self.quota);
        self.is_more(votes, quota) || self.ways.rounds_up && votes == quota
    }

    /// Iterates until somebody is elected or excluded.
    fn round(&mut self) {
        let mut tree = Tree::of(self.setting.profile, &self.factors, &self.hopeful, self.ways.precision);
        let mut last = i128::from(self.setting.profile.cast().valid) * self.ways.precision.one();
        for iterations in 1.. {
            self.votes = tree.distribute(&self.factors, self.ways.precision);
            self.take_quota();
            let elected = self.elect();
            let over = self.found.elected.iter().map(|option| self.votes[*option] - self.quota);
            self.surplus = over.sum::<i128>();
            if self.ways.rounds_up {
                self.surplus = self.surplus.max(0);
            }
            if let Some(ended) = self.ended(&elected, last) {
                return self.end_round(iterations, ended, elected);
            }
            last = self.surplus;
            self.lower_factors();
        }
    }

    fn elect(&mut self) -> Vec<usize> {
        let mut elected: Vec<usize> = self.running().filter(|option| self.has_quota(*option)).collect();
        elected.sort_by_key(|option| Reverse(self.votes[*option]));
        elected.iter().for_each(|option| self.hopeful[*option] = false);
        self.found.elected.extend(&elected);
        elected
    }

    fn ended(&self, elected: &[usize], last: i128) -> Option<Ended> {
        if !elected.is_empty() {
            return Some(Ended::Elected);
        }
        if !self.is_more(self.surplus, self.ways.omega) {
            return Some(Ended::Small);
        }
        if !self.is_more(last, self.surplus) {
            return Some(Ended::Stable);
        }
        (self.ways.sure_losers && !self.sure_losers().is_empty()).then_some(Ended::SureLosers)
    }

    /// factor × quota ÷ votes, each step rounded as the rule says.
    fn lower_factors(&mut self) {
        let one = IBig::from(self.ways.precision.one());
        let up = self.ways.rounds_up;
        let divided =
            |above: IBig, below: &IBig| if up { (above + below - 1) / below } else { above / below };
        for option in &self.found.elected {
            let product = divided(IBig::from(self.factors[*option]) * IBig::from(self.quota), &one);
            let factor = divided(product * &one, &IBig::from(self.votes[*option].max(1)));
            // What rounding adds never makes anybody keep more than all.
            self.factors[*option] =
                i128::try_from(factor).unwrap_or(i128::MAX).min(self.ways.precision.one());
        }
    }

    fn end_round(&mut self, iterations: usize, ended: Ended, elected: Vec<usize>) {
        let excluded = match ended {
            Ended::Elected => Vec::new(),
            Ended::SureLosers => self.sure_losers(),
            Ended::Small | Ended::Stable => vec![self.lowest()],
        };
        let stays = |option: &usize| !excluded.contains(option);
        let next = self.running().filter(stays).map(|option| self.votes[option]).min();
        let highest = excluded.iter().map(|option| self.votes[*option]).max();
        let short = next.zip(highest).map(|(next, highest)| self.amount(next - highest));
        let keep = self.factors.iter().map(|factor| self.amount(*factor)).collect();
        let surplus = self.amount(self.surplus);
        let action =
            Action::Distribution { iterations, keep, surplus, ended, excluded: excluded.clone(), short };
        self.note(action, elected);
        for option in excluded {
            self.hopeful[option] = false;
            self.factors[option] = 0;
            self.votes[option] = 0;
        }
    }

    /// The lowest; all within the surplus of the lowest are tied with it.
    fn lowest(&mut self) -> usize {
        let low = self.running().map(|option| self.votes[option]).min().unwrap_or_default();
        let tied: Vec<usize> =
            self.running().filter(|option| !self.is_more(self.votes[*option], low + self.surplus)).collect();
        let picked = tied.iter().copied().min_by_key(|option| self.setting.lots[*option]).unwrap_or_default();
        if tied.len() > 1 {
            let round = self.found.stages.len() + 1;
            self.found.ties.push(Tie { round, among: tied, picked, by: BrokenBy::Order });
        }
        picked
    }

    fn amount(&self, units: i128) -> Amount {
        Amount::Decimal { units, places: self.ways.precision.places() }
    }

    fn note(&mut self, action: Action, elected: Vec<usize>) {
        let all = i128::from(self.setting.profile.cast().valid) * self.ways.precision.one();
        let tallies = self.setting.stands.iter().zip(&self.votes).map(|(s, v)| s.then(|| self.amount(*v)));
        let stage = Stage {
            number: self.found.stages.len() + 1,
            action,
            tallies: tallies.collect(),
            exhausted: self.amount(all - self.votes.iter().sum::<i128>()),
            quota: self.amount(self.quota),
            elected,
        };
        self.found.stages.push(stage);
    }

    /// Fills the last vacancies, if as many are left.
    fn finish(mut self) -> Found {
        if self.vacancies() > 0 {
            let mut rest: Vec<usize> = self.running().collect();
            rest.sort_by_key(|option| Reverse(self.votes[*option]));
            self.found.elected.extend(&rest);
            self.found.filled = rest;
        }
        self.found
    }
}
