//! The rules that count places and pairs again, written as plainly as their definitions, voter by voter.

use super::small::{Ballots, ballots, profile};
use crate::ranked::{Rule, TieOrder, Unranked, count};
use proptest::prelude::*;

/// Each voter's rank of each option; those left out are level below all others.
fn voters(options: usize, ballots: &Ballots) -> Vec<Vec<usize>> {
    let ranks = |levels: &[Vec<usize>]| -> Vec<usize> {
        let rank = |option| levels.iter().position(|level| level.contains(&option)).unwrap_or(options);
        (0..options).map(rank).collect()
    };
    ballots.iter().flat_map(|(levels, many)| (0..*many).map(move |_| ranks(levels))).collect()
}

/// How many more prefer the first to the second than the other way round.
fn margin(voters: &[Vec<usize>], a: usize, b: usize) -> i64 {
    voters.iter().map(|ranks| i64::from(ranks[a] < ranks[b]) - i64::from(ranks[b] < ranks[a])).sum()
}

fn firsts(voters: &[Vec<usize>], option: usize, options: usize) -> i64 {
    let is_first =
        |ranks: &&Vec<usize>| ranks[option] < options && ranks.iter().min() == Some(&ranks[option]);
    voters.iter().filter(is_first).count() as i64
}

/// Two for each option below, one for each level with it.
fn half_points(voters: &[Vec<usize>], option: usize, options: usize, unranked: Unranked) -> i64 {
    let counts = |ranks: &&Vec<usize>| unranked == Unranked::Mean || ranks[option] < options;
    let points = |ranks: &Vec<usize>| -> i64 {
        let others = (0..options).filter(|other| *other != option);
        others.map(|o| 2 * i64::from(ranks[option] < ranks[o]) + i64::from(ranks[option] == ranks[o])).sum()
    };
    voters.iter().filter(counts).map(points).sum()
}

/// All with the highest number.
fn highest(options: usize, number: impl Fn(usize) -> i64) -> Vec<usize> {
    let most = (0..options).map(&number).max();
    (0..options).filter(|option| Some(number(*option)) == most).collect()
}

/// Whether a walk along these majorities leads there.
fn leads(locked: &[(usize, usize)], from: usize, to: usize) -> bool {
    let next = |at: usize| locked.iter().filter(move |(over, _)| *over == at).map(|(_, under)| *under);
    let (mut seen, mut open) = (vec![from], vec![from]);
    while let Some(at) = open.pop() {
        for under in next(at) {
            if !seen.contains(&under) {
                seen.push(under);
                open.push(under);
            }
        }
    }
    seen.contains(&to)
}

/// The largest majority first; of equal ones that of the earlier option, and over the later one.
fn ranked_pairs(voters: &[Vec<usize>], options: usize) -> Vec<usize> {
    let mut pairs: Vec<(i64, usize, usize)> = Vec::new();
    for (over, under) in (0..options).flat_map(|a| (0..options).map(move |b| (a, b))) {
        if margin(voters, over, under) > 0 {
            pairs.push((-margin(voters, over, under), over, options - under));
        }
    }
    pairs.sort_unstable();
    let mut locked = Vec::new();
    for (_, over, before_end) in pairs {
        let under = options - before_end;
        if !leads(&locked, under, over) {
            locked.push((over, under));
        }
    }
    (0..options).filter(|option| locked.iter().all(|(_, under)| under != option)).collect()
}

/// The strongest chains, by trying each option on the way (Schulze 2011, with margins).
fn schulze(voters: &[Vec<usize>], options: usize) -> Vec<usize> {
    let all = 0..options;
    let mut strongest: Vec<Vec<i64>> =
        all.clone().map(|a| all.clone().map(|b| margin(voters, a, b).max(0)).collect()).collect();
    // As often as there are options, so that no chain is missed whatever the order.
    for _ in all.clone() {
        for (a, b) in all.clone().flat_map(|a| all.clone().map(move |b| (a, b))) {
            for by in all.clone() {
                strongest[a][b] = strongest[a][b].max(strongest[a][by].min(strongest[by][b]));
            }
        }
    }
    all.clone().filter(|&a| all.clone().all(|b| a == b || strongest[a][b] >= strongest[b][a])).collect()
}

proptest! {
    #[test]
    fn each_rule_elects_whom_its_definition_elects((options, ballots) in ballots(true)) {
        let (counted, voters) = (profile(options, &ballots), voters(options, &ballots));
        let others = |option: usize| (0..options).filter(move |other| *other != option);
        let won = |a: usize| others(a).map(|b| margin(&voters, a, b).signum()).sum::<i64>();
        let worst = |a: usize| others(a).map(|b| margin(&voters, b, a)).max().unwrap_or(0).max(0);
        let borda = |unranked| highest(options, |option| half_points(&voters, option, options, unranked));
        for (rule, expected) in [
            (Rule::Plurality, highest(options, |option| firsts(&voters, option, options))),
            (Rule::Borda(Unranked::Mean), borda(Unranked::Mean)),
            (Rule::Borda(Unranked::Zero), borda(Unranked::Zero)),
            (Rule::Copeland, highest(options, won)),
            (Rule::Minimax, highest(options, |option| -worst(option))),
            (Rule::RankedPairs, ranked_pairs(&voters, options)),
            (Rule::Schulze, schulze(&voters, options)),
        ] {
            let found = count(&counted, rule, &TieOrder::by_index(options)).unwrap();
            prop_assert_eq!(found.winners, expected, "{:?}", rule);
        }
    }
}
