//! Utilitarian greedy: what does the most good for its cost goes first.
//!
//! **Definition.** Projects are taken in the order of utility per unit of cost, the utilities of all
//! voters added up; one that no longer fits into the budget is skipped. With cost utilities this is the
//! order of the votes, the rule of most cities. It is not proportional: a majority can take all.
//!
//! **Ties** by the stated rule. **Complexity.** Linear in the ballots, and a sort of the projects.

use std::cmp::{Ordering, Reverse};

use super::electorate::Electorate;
use super::ties::Tie;

/// One project that was looked at, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Look {
    pub project: usize,
    /// The utility of all its backers together.
    pub utility: u128,
    /// What was left of the budget before it.
    pub left: u64,
    pub fits: bool,
}

/// Goes through the projects that `taken` does not hold, with `left` of the budget.
pub(super) fn look(
    electorate: &Electorate,
    places: &[u32],
    taken: &[usize],
    left: u64,
) -> (Vec<Look>, Vec<Tie>) {
    let mut ranked: Vec<(usize, u128)> = electorate
        .running
        .iter()
        .filter(|p| !taken.contains(p))
        .map(|&p| (p, electorate.points_of(p) * u128::from(electorate.scale[p])))
        .collect();
    ranked.sort_by(|a, b| by_density(electorate, *a, *b).then(places[a.0].cmp(&places[b.0])));
    let (mut left, mut looks, mut won) = (left, Vec::with_capacity(ranked.len()), taken.len());
    let mut ties = Vec::new();
    for (n, &(project, utility)) in ranked.iter().enumerate() {
        let cost = electorate.cost(project);
        let fits = cost <= left;
        if fits {
            let equal = ranked[n + 1..].iter().take_while(|o| by_density(electorate, **o, ranked[n]).is_eq());
            let mut over: Vec<usize> = equal.map(|o| o.0).filter(|o| electorate.cost(*o) <= left).collect();
            over.sort_unstable();
            if !over.is_empty() {
                ties.push(Tie { after: won, taken: project, over });
            }
        }
        looks.push(Look { project, utility, left, fits });
        if fits {
            left -= cost;
            won += 1;
        }
    }
    (looks, ties)
}

/// The denser first. Products of a sum of utilities (under 2^112) and a cost are compared in two halves.
fn by_density(electorate: &Electorate, a: (usize, u128), b: (usize, u128)) -> Ordering {
    let left = wide(a.1, electorate.cost(b.0));
    let right = wide(b.1, electorate.cost(a.0));
    Reverse(left).cmp(&Reverse(right))
}

/// a·b as a pair of high and low part.
fn wide(a: u128, b: u64) -> (u128, u64) {
    let low = (a & u128::from(u64::MAX)) * u128::from(b);
    let high = (a >> 64) * u128::from(b) + (low >> 64);
    (high, low as u64)
}
