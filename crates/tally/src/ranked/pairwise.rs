//! Each option against each other: how many prefer one, how many the other.

use super::Profile;

/// How many ballots prefer each option to each other one. An unranked option stands below each ranked
/// one, and level with each unranked one. Complexity: ballots × ranked options × options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairwise {
    options: usize,
    /// Row by row: `wins[a * options + b]` ballots prefer `a` to `b`.
    wins: Vec<u64>,
}

impl Pairwise {
    pub fn of(profile: &Profile) -> Pairwise {
        let options = profile.options().len();
        let mut wins = vec![0_u64; options * options];
        let mut rank = vec![u32::MAX; options];
        for ballot in profile.ballots() {
            for (level, ranked) in (0..).zip(ballot.ranking.levels()) {
                ranked.iter().for_each(|option| rank[*option as usize] = level);
            }
            for option in ballot.ranking.options() {
                let row = &mut wins[option * options..(option + 1) * options];
                for (cell, other) in row.iter_mut().zip(&rank) {
                    *cell += if rank[option] < *other { ballot.count } else { 0 };
                }
            }
            ballot.ranking.options().for_each(|option| rank[option] = u32::MAX);
        }
        Pairwise { options, wins }
    }

    /// How many options there are.
    pub fn options(&self) -> usize {
        self.options
    }

    /// How many ballots prefer `a` to `b`.
    pub fn wins(&self, a: usize, b: usize) -> u64 {
        self.wins[a * self.options + b]
    }

    /// How many more ballots prefer `a` to `b` than `b` to `a`; below zero where `a` loses.
    pub fn margin(&self, a: usize, b: usize) -> i64 {
        // A profile holds at most 2⁴⁰ ballots.
        self.wins(a, b).cast_signed() - self.wins(b, a).cast_signed()
    }

    /// The option that beats each other one, if there is one.
    pub fn condorcet_winner(&self) -> Option<usize> {
        let all = 0..self.options;
        all.clone().find(|a| all.clone().all(|b| *a == b || self.margin(*a, b) > 0))
    }

    /// The Smith set: the smallest set of options each of which beats every option outside.
    pub fn smith_set(&self) -> Vec<usize> {
        let score = |a: usize| self.copeland_score(a);
        let mut by_score: Vec<usize> = (0..self.options).collect();
        by_score.sort_by_key(|a| (std::cmp::Reverse(score(*a)), *a));
        // The set is an upper part of the order by wins minus losses; the first such part that beats the rest.
        let dominates = |size: usize| {
            let (inside, outside) = by_score.split_at(size);
            inside.iter().all(|a| outside.iter().all(|b| self.margin(*a, *b) > 0))
        };
        let size = (1..=self.options).find(|size| dominates(*size)).unwrap_or(self.options);
        let mut set = by_score[..size].to_vec();
        set.sort_unstable();
        set
    }

    /// Pairs won minus pairs lost.
    pub fn copeland_score(&self, a: usize) -> i64 {
        (0..self.options).map(|b| self.margin(a, b).signum()).sum()
    }

    /// The largest margin by which another option beats this one; 0 where none does.
    pub fn worst_defeat(&self, a: usize) -> i64 {
        (0..self.options).map(|b| self.margin(b, a)).max().unwrap_or(0).max(0)
    }
}
