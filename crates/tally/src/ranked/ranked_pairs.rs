//! Ranked pairs: majorities are locked in, the largest first, unless they close a cycle.
//!
//! Pairs of equal margin are locked in the order that the order for ties gives ([`super::Rule`]); each such group
//! is reported. Pairs without a majority are not locked; whoever is beaten by no locked pair wins, and if several are
//! unbeaten, the order for ties picks.

use super::outcome::Found;
use super::{Lead, Pairwise, Step};
use std::cmp::Reverse;

pub(super) fn count(pairwise: &Pairwise, places: &[usize]) -> Found {
    let pairs = in_order(pairwise, places);
    let mut steps = equal_margins(pairwise, &pairs);
    let mut locked = Locked::none(pairwise.options());
    for (over, under) in pairs {
        let margin = pairwise.margin(over, under);
        steps.push(match locked.path(under, over) {
            Some(path) => Step::Skipped { over, under, margin, path },
            None => {
                locked.lock(over, under);
                Step::Locked { over, under, margin }
            }
        });
    }
    let winners: Vec<usize> = (0..pairwise.options()).filter(|option| locked.is_unbeaten(*option)).collect();
    let lead = lead(&steps, &winners, pairwise.options());
    Found { winners, steps, lead, ..Found::default() }
}

/// All majorities as (winner, loser), the largest margin first.
pub(super) fn in_order(pairwise: &Pairwise, places: &[usize]) -> Vec<(usize, usize)> {
    let n = pairwise.options();
    let all = (0..n).flat_map(|a| (0..n).map(move |b| (a, b)));
    let mut pairs: Vec<_> = all.filter(|(a, b)| pairwise.margin(*a, *b) > 0).collect();
    pairs.sort_by_key(|(a, b)| (Reverse(pairwise.margin(*a, *b)), places[*a], Reverse(places[*b])));
    pairs
}

fn equal_margins(pairwise: &Pairwise, pairs: &[(usize, usize)]) -> Vec<Step> {
    let margin = |pair: &(usize, usize)| pairwise.margin(pair.0, pair.1);
    let groups = pairs.chunk_by(|one, other| margin(one) == margin(other)).filter(|group| group.len() > 1);
    groups.map(|group| Step::EqualMargins { margin: margin(&group[0]), pairs: group.to_vec() }).collect()
}

/// The weakest majority among those that beat each other option most strongly: were it turned around, its
/// loser would be unbeaten.
fn lead(steps: &[Step], winners: &[usize], options: usize) -> Option<Lead> {
    let mut most = vec![0_i64; options];
    for step in steps {
        if let Step::Locked { under, margin, .. } = step {
            most[*under] = most[*under].max(*margin);
        }
    }
    let others = (0..options).filter(|option| Some(option) != winners.first());
    others.min_by_key(|option| most[*option]).map(|over| Lead { over, by: most[over] })
}

/// The graph of locked majorities.
struct Locked {
    options: usize,
    beaten: Vec<bool>,
    /// Who each option beats, in the order of locking.
    edges: Vec<Vec<usize>>,
    /// Row by row, a bit for each option that a chain of locked majorities reaches.
    reach: Vec<Vec<u64>>,
}

impl Locked {
    fn none(options: usize) -> Locked {
        let words = options.div_ceil(64);
        Locked {
            options,
            beaten: vec![false; options],
            edges: vec![Vec::new(); options],
            reach: vec![vec![0; words]; options],
        }
    }

    fn reaches(&self, from: usize, to: usize) -> bool {
        self.reach[from][to / 64] >> (to % 64) & 1 == 1
    }

    fn is_unbeaten(&self, option: usize) -> bool {
        !self.beaten[option]
    }

    fn lock(&mut self, over: usize, under: usize) {
        self.edges[over].push(under);
        self.beaten[under] = true;
        if self.reaches(over, under) {
            return;
        }
        let mut gained = self.reach[under].clone();
        gained[under / 64] |= 1 << (under % 64);
        for from in 0..self.options {
            if from == over || self.reaches(from, over) {
                self.reach[from].iter_mut().zip(&gained).for_each(|(row, new)| *row |= new);
            }
        }
    }

    /// A shortest chain of locked majorities, both ends included, if there is one.
    fn path(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        if !self.reaches(from, to) {
            return None;
        }
        let mut before = vec![usize::MAX; self.options];
        let mut queue = std::collections::VecDeque::from([from]);
        while let Some(here) = queue.pop_front().filter(|_| before[to] == usize::MAX) {
            for next in self.edges[here].iter().copied().filter(|next| *next != from) {
                if before[next] == usize::MAX {
                    before[next] = here;
                    queue.push_back(next);
                }
            }
        }
        let mut path = vec![to];
        while let Some(here) = path.last().copied().filter(|here| *here != from) {
            path.push(before[here]);
        }
        path.reverse();
        Some(path)
    }
}
