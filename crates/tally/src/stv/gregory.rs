//! Weighted inclusive Gregory: all papers of an elected candidate go on, each at a part of its value.

use super::count::{Action, Found, Setting, Stage};
use super::papers::{Papers, Transfer};
use super::value::Arithmetic;
use crate::ranked::{BrokenBy, Tie};
use std::cmp::Reverse;

/// Where the Gregory rules differ, but for their arithmetic.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ways {
    /// Ties are first broken by the most recent stage at which the numbers differed.
    earlier_stages: bool,
    /// The last exclusion's papers are transferred even when the count is over with it.
    transfers_last: bool,
}

pub(super) const SCOTTISH: Ways = Ways { earlier_stages: true, transfers_last: true };
pub(super) const PRF: Ways = Ways { earlier_stages: false, transfers_last: false };
pub(super) const MINNEAPOLIS: Ways = Ways { earlier_stages: false, transfers_last: true };

pub(super) fn count<A: Arithmetic>(setting: &Setting<'_>, arithmetic: A, ways: Ways) -> Found {
    let mut count = Gregory::begin(setting, arithmetic, ways);
    count.end_stage(Action::FirstPreferences);
    while !count.is_complete() {
        if count.pending.is_empty() {
            count.exclude_lowest();
        } else {
            count.transfer_surplus();
        }
    }
    count.finish()
}

struct Gregory<'s, A: Arithmetic> {
    setting: &'s Setting<'s>,
    arithmetic: A,
    ways: Ways,
    papers: Papers<'s, A::Value>,
    quota: A::Value,
    votes: Vec<A::Value>,
    exhausted: A::Value,
    /// Still in the running: neither elected nor excluded.
    continuing: Vec<bool>,
    /// Elected, with a surplus (perhaps of nothing) to transfer.
    pending: Vec<usize>,
    /// The votes at the end of each stage.
    history: Vec<Vec<A::Value>>,
    found: Found,
}

/// Which end of the numbers a tie is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Highest,
    Lowest,
}

impl<'s, A: Arithmetic> Gregory<'s, A> {
    fn begin(setting: &'s Setting<'s>, arithmetic: A, ways: Ways) -> Gregory<'s, A> {
        let options = setting.stands.len();
        let mut first = vec![0_u64; options];
        for ballot in setting.profile.ballots() {
            ballot.ranking.options().take(1).for_each(|option| first[option] += ballot.count);
        }
        Gregory {
            setting,
            ways,
            papers: Papers::sorted(&arithmetic, setting.profile.ballots(), options),
            quota: arithmetic.quota(setting.profile.cast().valid, setting.seats),
            votes: first.iter().map(|ballots| arithmetic.whole(*ballots)).collect(),
            exhausted: arithmetic.whole(0),
            continuing: setting.stands.clone(),
            pending: Vec::new(),
            history: Vec::new(),
            found: Found::default(),
            arithmetic,
        }
    }

    fn running(&self) -> impl Iterator<Item = usize> {
        (0..self.continuing.len()).filter(|option| self.continuing[*option])
    }

    fn is_complete(&self) -> bool {
        let vacancies = self.setting.seats - self.found.elected.len();
        vacancies == 0 || self.running().count() <= vacancies
    }

    /// Notes the stage, and who has a quota now.
    fn end_stage(&mut self, action: Action) {
        let reached =
            self.running().filter(|option| self.arithmetic.elects(&self.votes[*option], &self.quota));
        let mut elected: Vec<usize> = reached.collect();
        elected.sort_by_key(|option| Reverse(&self.votes[*option]));
        for option in &elected {
            self.continuing[*option] = false;
            self.pending.push(*option);
            self.found.elected.push(*option);
        }
        let stands = &self.setting.stands;
        let tallies = stands.iter().zip(&self.votes).map(|(s, v)| s.then(|| self.arithmetic.amount(v)));
        self.found.stages.push(Stage {
            number: self.history.len() + 1,
            action,
            tallies: tallies.collect(),
            exhausted: self.arithmetic.amount(&self.exhausted),
            quota: self.arithmetic.amount(&self.quota),
            elected,
        });
        self.history.push(self.votes.clone());
    }

    fn transfer_surplus(&mut self) {
        let of = self.pick(self.pending.clone(), End::Highest);
        self.pending.retain(|option| *option != of);
        let votes = self.votes[of].clone();
        let surplus = self.arithmetic.minus(&votes, &self.quota);
        let arithmetic = &self.arithmetic;
        let new_value = |value: &A::Value| arithmetic.transfer_value(value, &surplus, &votes);
        let transfer = self.papers.transfer(arithmetic, of, &self.continuing, new_value);
        self.votes[of] = self.quota.clone();
        self.credit(&transfer);
        let surplus = self.arithmetic.amount(&surplus);
        self.end_stage(Action::Surplus { of, surplus });
    }

    fn exclude_lowest(&mut self) {
        let of = self.pick(self.running().collect(), End::Lowest);
        let votes = self.arithmetic.amount(&self.votes[of]);
        let next = self.running().filter(|option| *option != of).map(|option| &self.votes[option]).min();
        let short = next.map(|next| self.arithmetic.amount(&self.arithmetic.minus(next, &self.votes[of])));
        self.continuing[of] = false;
        let transferred = self.ways.transfers_last || !self.is_complete();
        if transferred {
            let transfer = self.papers.transfer(&self.arithmetic, of, &self.continuing, A::Value::clone);
            self.votes[of] = self.arithmetic.whole(0);
            self.credit(&transfer);
        }
        self.end_stage(Action::Exclusion { of, votes, short, transferred });
    }

    fn credit(&mut self, transfer: &Transfer<A::Value>) {
        for (votes, received) in self.votes.iter_mut().zip(&transfer.received) {
            *votes = self.arithmetic.plus(votes, received);
        }
        self.exhausted = self.arithmetic.plus(&self.exhausted, &transfer.exhausted);
    }

    /// The option at one end of the numbers; a tie is broken and noted.
    fn pick(&mut self, mut among: Vec<usize>, end: End) -> usize {
        // Surpluses wait in the order of their election; a tie is told in the order of the options.
        among.sort_unstable();
        let mut tied = self.at_end(&among, &self.votes, end);
        if let [only] = tied[..] {
            return only;
        }
        let (all, round) = (tied.clone(), self.history.len() + 1);
        let stages = if self.ways.earlier_stages { self.history.len() } else { 0 };
        for stage in (0..stages).rev() {
            tied = self.at_end(&tied, &self.history[stage], end);
            if let [picked] = tied[..] {
                let by = BrokenBy::EarlierRound(stage + 1);
                self.found.ties.push(Tie { round, among: all, picked, by });
                return picked;
            }
        }
        let picked = tied.into_iter().min_by_key(|option| self.setting.lots[*option]).unwrap_or_default();
        self.found.ties.push(Tie { round, among: all, picked, by: BrokenBy::Order });
        picked
    }

    fn at_end(&self, among: &[usize], votes: &[A::Value], end: End) -> Vec<usize> {
        let numbers = among.iter().map(|option| &votes[*option]);
        let extreme = if end == End::Highest { numbers.max() } else { numbers.min() };
        among.iter().copied().filter(|option| Some(&votes[*option]) == extreme).collect()
    }

    /// Fills the last vacancies, if as many are left.
    fn finish(mut self) -> Found {
        if self.found.elected.len() < self.setting.seats {
            let mut rest: Vec<usize> = self.running().collect();
            rest.sort_by_key(|option| Reverse(&self.votes[*option]));
            self.found.elected.extend(&rest);
            self.found.filled = rest;
        }
        self.found
    }
}
