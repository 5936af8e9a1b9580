//! Proportional approval voting: the committee that satisfies voters most.
//!
//! **Definition.** A voter who approves of r winners is satisfied by 1 + 1/2 + … + 1/r; the committee
//! with the highest sum wins (T. N. Thiele 1895; Aziz et al., *Justified Representation in Approval-Based
//! Committee Voting*, Social Choice and Welfare 48, 2017: PAV satisfies EJR; Peters, *The Core of
//! Approval-Based Committee Elections with Few Seats*, IJCAI 2025: it is in the core for up to 7 seats).
//!
//! Finding it is NP-hard. We search by branch and bound: take or leave the most useful candidate, and give up
//! a branch when its score and the largest gains that are left can't reach the best committee found
//! (gains only shrink as a committee grows). After `nodes` branches the search stops and the step [`Step::Compared`]
//! states the score found and a bound that none can exceed; equal numbers are a proof of the optimum.
//!
//! **Ties**: of equally good committees the one wins that has the candidate first in the order for
//! ties; if both have it, the next in that order decides, and so on.

use super::electorate::Electorate;
use super::outcome::Step;
use super::ratio::ratio;
use super::seq_pav::common_multiple;
use dashu_int::UBig;
use std::collections::BTreeSet;

/// What a search found.
#[derive(Debug)]
pub(crate) struct Found {
    /// The committees of the best score, each ascending: all of them, if the search is whole.
    pub committees: BTreeSet<Vec<usize>>,
    /// Whether the search was carried to its end.
    pub is_whole: bool,
    best: UBig,
    bound: UBig,
}

/// A committee in the making.
struct Search<'e> {
    electorate: &'e Electorate<'e>,
    seats: usize,
    /// By number of winners: what one more adds to a voter, in parts of the common multiple.
    shares: Vec<UBig>,
    won: Vec<usize>,
    taken: Vec<usize>,
    left_out: Vec<bool>,
    score: UBig,
    nodes: u64,
    found: Found,
}

/// Searches all committees; stops after so many `nodes`.
pub(crate) fn search(electorate: &Electorate, seats: usize, nodes: u64) -> Found {
    let common = common_multiple(seats);
    let shares = (1..=seats + 1).map(|n| if n > seats { UBig::ZERO } else { &common / UBig::from(n) });
    let found = Found { committees: BTreeSet::new(), is_whole: true, best: UBig::ZERO, bound: UBig::ZERO };
    let mut search = Search {
        electorate,
        seats,
        shares: shares.collect(),
        won: vec![0; electorate.groups.len()],
        taken: Vec::new(),
        left_out: vec![false; electorate.candidates()],
        score: UBig::ZERO,
        nodes,
        found,
    };
    search.branch();
    search.found
}

impl Search<'_> {
    /// Takes each candidate still open in turn, the most useful first, and leaves it out after that.
    fn branch(&mut self) {
        let open = self.seats - self.taken.len();
        if open == 0 {
            return self.keep();
        }
        let gains = self.gains();
        for left in (0..gains.len()).map(|n| &gains[n..]).take_while(|left| left.len() >= open) {
            let bound = &self.score + left[..open].iter().map(|(gain, _)| gain).sum::<UBig>();
            if bound < self.found.best || self.is_out_of_nodes(&bound) {
                break;
            }
            let (gain, candidate) = &left[0];
            self.take(*candidate, gain);
            self.branch();
            self.put_back(*candidate, gain);
            self.left_out[*candidate] = true;
        }
        gains.iter().for_each(|(_, candidate)| self.left_out[*candidate] = false);
    }

    /// Counts a branch. When there were enough, the first committee is still finished, and what is left
    /// unsearched raises the bound.
    fn is_out_of_nodes(&mut self, bound: &UBig) -> bool {
        let out = self.nodes == 0 && !self.found.committees.is_empty();
        if out {
            self.found.is_whole = false;
            self.found.bound = (&self.found.bound).max(bound).clone();
        }
        self.nodes = self.nodes.saturating_sub(1);
        out
    }

    /// What each candidate still open would add, the most first.
    fn gains(&self) -> Vec<(UBig, usize)> {
        let open = (0..self.left_out.len()).filter(|c| !self.left_out[*c] && !self.taken.contains(c));
        let mut gains: Vec<_> = open.map(|c| (self.gain(c), c)).collect();
        gains.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        gains
    }

    fn gain(&self, candidate: usize) -> UBig {
        let mut having = vec![UBig::ZERO; self.seats + 1];
        for group in &self.electorate.supporters[candidate] {
            having[self.won[*group as usize]] += &self.electorate.groups[*group as usize].1;
        }
        having.iter().zip(&self.shares).map(|(weight, share)| weight * share).sum()
    }

    fn take(&mut self, candidate: usize, gain: &UBig) {
        self.electorate.supporters[candidate].iter().for_each(|g| self.won[*g as usize] += 1);
        self.taken.push(candidate);
        self.score += gain;
    }

    fn put_back(&mut self, candidate: usize, gain: &UBig) {
        self.electorate.supporters[candidate].iter().for_each(|g| self.won[*g as usize] -= 1);
        self.taken.pop();
        self.score -= gain;
    }

    fn keep(&mut self) {
        if self.score > self.found.best {
            self.found.committees.clear();
            self.found.best = self.score.clone();
        }
        if self.score == self.found.best {
            let mut committee = self.taken.clone();
            committee.sort_unstable();
            self.found.committees.insert(committee);
        }
        self.found.bound = (&self.found.bound).max(&self.score).clone();
    }
}

impl Found {
    /// The step that tells the score and the bound.
    pub fn step(&self, electorate: &Electorate, seats: usize) -> Step {
        let tell = |score: &UBig| electorate.weights.in_voters(ratio(score.clone(), common_multiple(seats)));
        let (score, bound, equal) = (tell(&self.best), tell(&self.bound), self.committees.len());
        Step::Compared { score, bound, equal, whole: self.is_whole }
    }
}
