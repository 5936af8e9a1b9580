//! Instant-runoff voting: the lowest is set aside, round by round.
//!
//! A ballot counts for each remaining option on its best level that still has one; with strict
//! rankings that is one option. A ballot on which nothing remains is exhausted. The count ends when an option has
//! more than half of the ballots still in the count, or all that remain are equal. Complexity: linear in
//! what the ballots rank, and options × rounds.

use super::outcome::Found;
use super::{Ballot, Bottom, BrokenBy, Lead, Profile, Step, Tie};

pub(super) fn count(profile: &Profile, bottom: Bottom, places: &[usize]) -> Found {
    let mut runoff = Runoff::of(profile);
    let mut found = Found::default();
    for round in 1.. {
        found.steps.push(runoff.round(round));
        if let Some(option) = runoff.majority() {
            found.steps.push(runoff.majority_step(round, option));
            found.winners = vec![option];
            break;
        }
        let lowest = runoff.lowest();
        if lowest.len() == runoff.remaining().count() && (bottom == Bottom::All || lowest.len() <= 1) {
            found.winners = lowest;
            break;
        }
        for option in runoff.chosen(lowest, bottom, places, round, &mut found.ties) {
            found.steps.push(runoff.set_aside_step(round, option));
            runoff.gone[option] = true;
        }
        runoff.pass_on();
    }
    found.lead = runoff.lead(found.winners.first().copied());
    found
}

struct Runoff<'p> {
    ballots: &'p [Ballot],
    valid: u64,
    exhausted: u64,
    tallies: Vec<u64>,
    gone: Vec<bool>,
    /// Set aside, and their ballots already passed on.
    settled: Vec<bool>,
    /// Which ballots support each option, by index.
    piles: Vec<Vec<u32>>,
    /// The level that each ballot has come to.
    levels: Vec<u32>,
}

impl<'p> Runoff<'p> {
    fn of(profile: &'p Profile) -> Runoff<'p> {
        let (options, ballots) = (profile.options().len(), profile.ballots());
        let mut runoff = Runoff {
            ballots,
            valid: profile.cast().valid,
            exhausted: 0,
            tallies: vec![0; options],
            gone: vec![false; options],
            settled: vec![false; options],
            piles: vec![Vec::new(); options],
            levels: vec![0; ballots.len()],
        };
        for (number, ballot) in (0..).zip(ballots) {
            runoff.support(number, ballot.ranking.level(0));
        }
        runoff
    }

    /// Counts a ballot for each remaining option of a level; false if there is none.
    fn support(&mut self, number: u32, level: &[u32]) -> bool {
        let mut any = false;
        for option in level.iter().map(|option| *option as usize).filter(|option| !self.gone[*option]) {
            self.tallies[option] += self.ballots[number as usize].count;
            self.piles[option].push(number);
            any = true;
        }
        any
    }

    /// The ballots of all that were set aside go on to their next options.
    fn pass_on(&mut self) {
        for option in 0..self.gone.len() {
            if self.gone[option] && !std::mem::replace(&mut self.settled[option], true) {
                self.tallies[option] = 0;
                for number in std::mem::take(&mut self.piles[option]) {
                    self.advance(number);
                }
            }
        }
    }

    fn advance(&mut self, number: u32) {
        let ballots = self.ballots;
        let ballot = &ballots[number as usize];
        let here = self.levels[number as usize] as usize;
        let depth = ballot.ranking.depth();
        // Another option on its level still stands, and has the ballot already; or the ballot is spent, since a pile
        // of another option of that level has moved it.
        if here >= depth || ballot.ranking.level(here).iter().any(|option| !self.gone[*option as usize]) {
            return;
        }
        let next = (here + 1..depth).find(|level| self.support(number, ballot.ranking.level(*level)));
        // A level is at most the number of options, which is small.
        self.levels[number as usize] = next.unwrap_or(depth) as u32;
        if next.is_none() {
            self.exhausted += ballot.count;
        }
    }

    fn remaining(&self) -> impl Iterator<Item = usize> {
        (0..self.gone.len()).filter(|option| !self.gone[*option])
    }

    fn in_count(&self) -> u64 {
        self.valid - self.exhausted
    }

    fn majority(&self) -> Option<usize> {
        // With equal ranks several may have more than half; the one with most of them is ahead, if it is one.
        let best = self.remaining().map(|option| self.tallies[option]).max()?;
        let mut ahead = self.remaining().filter(|option| self.tallies[*option] == best);
        let first = ahead.next().filter(|_| best > self.in_count() / 2)?;
        ahead.next().is_none().then_some(first)
    }

    fn lowest(&self) -> Vec<usize> {
        let least = self.remaining().map(|option| self.tallies[option]).min();
        self.remaining().filter(|option| Some(self.tallies[*option]) == least).collect()
    }

    /// Who of the lowest is set aside.
    fn chosen(
        &self,
        lowest: Vec<usize>,
        bottom: Bottom,
        places: &[usize],
        round: usize,
        ties: &mut Vec<Tie>,
    ) -> Vec<usize> {
        if bottom == Bottom::All || lowest.len() == 1 {
            return lowest;
        }
        let picked = lowest.iter().copied().max_by_key(|option| places[*option]).unwrap_or_default();
        ties.push(Tie { round, among: lowest, picked, by: BrokenBy::Order });
        vec![picked]
    }

    fn round(&self, round: usize) -> Step {
        let tallies = self.remaining().map(|option| (option, self.tallies[option])).collect();
        Step::Round { round, tallies, valid: self.valid, exhausted: self.exhausted }
    }

    fn majority_step(&self, round: usize, option: usize) -> Step {
        Step::Majority { round, option, votes: self.tallies[option], of: self.in_count() }
    }

    fn set_aside_step(&self, round: usize, option: usize) -> Step {
        let votes = self.tallies[option];
        let above = self.remaining().map(|other| self.tallies[other]).filter(|other| *other > votes).min();
        let short = above.map_or(0, |above| above - votes + 1);
        Step::SetAside { round, option, votes, of: self.in_count(), short }
    }

    /// How far ahead the winner was of the next best in the last round.
    fn lead(&self, winner: Option<usize>) -> Option<Lead> {
        let winner = winner?;
        let others = self.remaining().filter(|option| *option != winner);
        let over = others.max_by_key(|option| (self.tallies[*option], std::cmp::Reverse(*option)))?;
        let by = self.tallies[winner].cast_signed() - self.tallies[over].cast_signed();
        Some(Lead { over, by })
    }
}
