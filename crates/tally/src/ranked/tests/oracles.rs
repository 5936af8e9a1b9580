//! Each rule against its definition, taken literally, on small random profiles.

use super::small::{ballots, profile};
use crate::ranked::{Bottom, Certificate, Pairwise, Profile, Rule, Strengths, TieOrder, count};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn winners(profile: &Profile, rule: Rule) -> Vec<usize> {
    count(profile, rule, &TieOrder::by_index(profile.options().len())).unwrap().winners
}

/// All chains of different options that begin here, by depth first.
fn chains(pairwise: &Pairwise, from: usize) -> Vec<Vec<usize>> {
    let mut all = Vec::new();
    let mut open = vec![vec![from]];
    while let Some(chain) = open.pop() {
        let last = *chain.last().unwrap();
        for next in (0..pairwise.options()).filter(|next| !chain.contains(next)) {
            if pairwise.margin(last, next) > 0 {
                let longer = [chain.clone(), vec![next]].concat();
                all.push(longer.clone());
                open.push(longer);
            }
        }
    }
    all
}

fn weakest(pairwise: &Pairwise, chain: &[usize]) -> i64 {
    chain.windows(2).map(|link| pairwise.margin(link[0], link[1])).min().unwrap()
}

fn strongest(pairwise: &Pairwise, from: usize, to: usize) -> i64 {
    let chains = chains(pairwise, from);
    let to_end = chains.iter().filter(|chain| chain.last() == Some(&to));
    to_end.map(|chain| weakest(pairwise, chain)).max().unwrap_or(0)
}

/// Undefeated when each majority that is a weakest of some cycle is discarded.
fn split_cycle(pairwise: &Pairwise) -> Vec<usize> {
    let n = pairwise.options();
    let mut discarded = BTreeSet::new();
    for chain in (0..n).flat_map(|from| chains(pairwise, from)) {
        let (first, last) = (chain[0], *chain.last().unwrap());
        let cycle = [chain.clone(), vec![first]].concat();
        if pairwise.margin(last, first) > 0 {
            let least = weakest(pairwise, &cycle);
            let weak = cycle.windows(2).filter(|link| pairwise.margin(link[0], link[1]) == least);
            discarded.extend(weak.map(|link| (link[0], link[1])));
        }
    }
    let defeats = |a: usize, b: usize| pairwise.margin(a, b) > 0 && !discarded.contains(&(a, b));
    (0..n).filter(|b| (0..n).all(|a| !defeats(a, *b))).collect()
}

/// Each round looks at each ballot anew.
fn irv(profile: &Profile, bottom: Bottom) -> Vec<usize> {
    let mut left: BTreeSet<usize> = (0..profile.options().len()).collect();
    loop {
        let (mut tallies, mut total) = (vec![0; profile.options().len()], 0);
        for ballot in profile.ballots() {
            let standing = |level: &[u32]| {
                level.iter().map(|o| *o as usize).filter(|o| left.contains(o)).collect::<Vec<_>>()
            };
            let best = ballot.ranking.levels().map(standing).find(|level| !level.is_empty());
            total += if best.is_some() { ballot.count } else { 0 };
            best.into_iter().flatten().for_each(|option| tallies[option] += ballot.count);
        }
        let votes: Vec<u64> = left.iter().map(|option| tallies[*option]).collect();
        let (most, least) = (*votes.iter().max().unwrap(), *votes.iter().min().unwrap());
        let with = |n: u64| left.iter().copied().filter(|o| tallies[*o] == n).collect::<Vec<_>>();
        if with(most).len() == 1 && 2 * most > total {
            return with(most);
        }
        if left.len() == 1 || bottom == Bottom::All && most == least {
            return left.into_iter().collect();
        }
        let lowest = with(least);
        let out = if bottom == Bottom::All { lowest } else { vec![*lowest.last().unwrap()] };
        out.iter().for_each(|option| _ = left.remove(option));
    }
}

proptest! {
    #[test]
    fn strengths_are_those_of_the_strongest_of_all_chains((options, ballots) in ballots(true)) {
        let pairwise = Pairwise::of(&profile(options, &ballots));
        let strengths = Strengths::of(&pairwise);
        for (a, b) in (0..options).flat_map(|a| (0..options).map(move |b| (a, b))).filter(|(a, b)| a != b) {
            prop_assert_eq!(strengths.between(a, b), strongest(&pairwise, a, b));
            let path = strengths.path(a, b);
            prop_assert!(path.is_empty() || weakest(&pairwise, &path) == strengths.between(a, b));
        }
    }

    #[test]
    fn split_cycle_discards_the_weakest_of_each_cycle((options, ballots) in ballots(true)) {
        let profile = profile(options, &ballots);
        prop_assert_eq!(winners(&profile, Rule::SplitCycle), split_cycle(&Pairwise::of(&profile)));
    }

    #[test]
    fn instant_runoff_is_what_counting_anew_each_round_gives((options, ballots) in ballots(true)) {
        let profile = profile(options, &ballots);
        for bottom in [Bottom::One, Bottom::All] {
            prop_assert_eq!(winners(&profile, Rule::Irv(bottom)), irv(&profile, bottom));
        }
    }

    #[test]
    fn every_small_outcome_is_certified((options, ballots) in ballots(true), seed in "[0-9]{4}") {
        let profile = profile(options, &ballots);
        for rule in Rule::all() {
            let certificate = Certificate::of(&profile, rule, &TieOrder::by_lot(&seed, options)).unwrap();
            let verdict = certificate.verify(&profile);
            prop_assert!(verdict.is_ok(), "{:?}: {:?}", rule, verdict);
        }
    }
}
