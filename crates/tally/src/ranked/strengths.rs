//! The strongest chains of majorities between options, and the two rules that rest on them.
//!
//! A chain a → b → … → z of options, each beating the next, is as strong as its smallest margin; the
//! *strength* from a to z is that of the strongest chain, 0 where there is none. Complexity: cubic in the options
//! (Floyd–Warshall).

use super::outcome::Found;
use super::{Lead, Pairwise, Step};

/// Strengths of all pairs, and a strongest chain for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strengths {
    options: usize,
    strength: Vec<i64>,
    /// The last option before the end of a strongest chain.
    before: Vec<u32>,
}

impl Strengths {
    pub fn of(pairwise: &Pairwise) -> Strengths {
        let n = pairwise.options();
        let cell = |at: usize| pairwise.margin(at / n, at % n).max(0);
        let mut strength: Vec<i64> = (0..n * n).map(cell).collect();
        // An option's index fits: there are at most MOST_OPTIONS.
        let mut before: Vec<u32> = (0..n * n).map(|at| (at / n) as u32).collect();
        for via in 0..n {
            let from_via = strength[via * n..(via + 1) * n].to_vec();
            let before_via = before[via * n..(via + 1) * n].to_vec();
            for from in (0..n).filter(|from| *from != via) {
                let to_via = strength[from * n + via];
                for to in (0..n).filter(|to| *to != from) {
                    let through = to_via.min(from_via[to]);
                    if through > strength[from * n + to] {
                        strength[from * n + to] = through;
                        before[from * n + to] = before_via[to];
                    }
                }
            }
        }
        Strengths { options: n, strength, before }
    }

    pub fn options(&self) -> usize {
        self.options
    }

    /// The strength of the strongest chain from one option to another; 0 where there is none.
    pub fn between(&self, from: usize, to: usize) -> i64 {
        self.strength[from * self.options + to]
    }

    /// The last option before the end of a strongest chain; the beginning itself where there is none.
    pub(super) fn before(&self, from: usize, to: usize) -> usize {
        self.before[from * self.options + to] as usize
    }

    /// A strongest chain, both ends included; empty where there is none.
    pub fn path(&self, from: usize, to: usize) -> Vec<usize> {
        if from == to || self.between(from, to) == 0 {
            return Vec::new();
        }
        let mut path = vec![to];
        let mut here = to;
        while here != from {
            here = self.before(from, here);
            path.push(here);
        }
        path.reverse();
        path
    }
}

/// An option wins when no other has a stronger chain to it than it has back.
pub(super) fn schulze(pairwise: &Pairwise) -> Found {
    let strengths = Strengths::of(pairwise);
    let n = pairwise.options();
    let ahead = |a: usize, b: usize| strengths.between(a, b) - strengths.between(b, a);
    let winners: Vec<usize> = (0..n).filter(|a| (0..n).all(|b| ahead(*a, b) >= 0)).collect();
    let first = winners.first().copied().unwrap_or_default();
    let others = || (0..n).filter(|other| *other != first);
    let step = |to: usize| Step::Path {
        from: first,
        to,
        strength: strengths.between(first, to),
        back: strengths.between(to, first),
        path: strengths.path(first, to),
    };
    let lead = others().min_by_key(|b| ahead(first, *b)).map(|over| Lead { over, by: ahead(first, over) });
    Found { steps: others().map(step).collect(), winners, lead, ..Found::default() }
}

/// A majority counts as a defeat when it is stronger than the strongest chain back; an option wins when it
/// is not defeated.
pub(super) fn split_cycle(pairwise: &Pairwise) -> Found {
    let strengths = Strengths::of(pairwise);
    let n = pairwise.options();
    let defeats = |a: usize, b: usize| pairwise.margin(a, b) > strengths.between(b, a);
    let winners: Vec<usize> = (0..n).filter(|b| (0..n).all(|a| !defeats(a, *b))).collect();
    let strongest = |under: usize| {
        let over = (0..n).filter(|a| defeats(*a, under)).max_by_key(|a| pairwise.margin(*a, under))?;
        let (margin, back) = (pairwise.margin(over, under), strengths.between(under, over));
        Some(Step::Defeat { over, under, margin, back })
    };
    let steps: Vec<Step> = (0..n).filter_map(strongest).collect();
    // The runner-up is the option whose defeats come nearest to being discarded; the lead of two winners is 0.
    let slack = |under: usize| {
        let all = (0..n).filter(|a| defeats(*a, under));
        all.map(|a| pairwise.margin(a, under) - strengths.between(under, a)).max().unwrap_or(0)
    };
    let others = (0..n).filter(|other| Some(other) != winners.first());
    let lead = others.min_by_key(|b| slack(*b)).map(|over| Lead { over, by: slack(over) });
    Found { winners, steps, lead, ..Found::default() }
}
