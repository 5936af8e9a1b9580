//! The rules against small cases, oracles, axioms and the reference results.

mod audit;
mod axioms;
mod certificates;
mod expanding;
mod oracles;
mod reference;
mod weights;
mod worked;

use super::*;
use proptest::prelude::*;

const RULES: [Rule; 7] = [
    Rule::Approvals,
    Rule::SeqPav,
    Rule::Pav { branches: 100_000 },
    Rule::EqualShares(Completion::None),
    Rule::EqualShares(Completion::Phragmen),
    Rule::SeqPhragmen,
    Rule::ExpandingApprovals,
];

/// Approval ballots as they are cast, one after another.
type Cast = Vec<Vec<usize>>;

fn profile(candidates: usize, ballots: &[Vec<usize>]) -> Profile {
    let mut profile = Profile::new((0..candidates).map(|c| format!("c{c}"))).unwrap();
    ballots.iter().for_each(|ballot| profile.add(ballot.clone(), 1).unwrap());
    profile
}

fn winners(rule: Rule, seats: usize, profile: &Profile) -> Vec<usize> {
    Election::new(rule, seats).count(profile).unwrap().winners
}

/// One to eight ballots on five candidates.
fn ballots() -> impl Strategy<Value = Cast> {
    let ballot = prop::collection::btree_set(0_usize..5, 0..5).prop_map(|set| set.into_iter().collect());
    prop::collection::vec(ballot, 1..9)
}

fn rule() -> impl Strategy<Value = Rule> {
    prop::sample::select(&RULES[..])
}

/// All committees of a size, each ascending.
fn committees(candidates: usize, seats: usize) -> Vec<Vec<usize>> {
    (0_u32..1 << candidates)
        .filter(|set| set.count_ones() as usize == seats)
        .map(|set| (0..candidates).filter(|c| set >> c & 1 == 1).collect())
        .collect()
}
