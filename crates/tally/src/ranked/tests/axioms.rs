//! What each rule promises, on small random profiles.

use super::small::{Ballots, ballots, profile};
use crate::ranked::{Outcome, Pairwise, Profile, Rule, TieOrder, Unranked, count};
use proptest::prelude::*;

fn outcome(profile: &Profile, rule: Rule, order: &[usize]) -> Outcome {
    count(profile, rule, &TieOrder::given(order.to_vec(), profile.options().len()).unwrap()).unwrap()
}

fn winners(profile: &Profile, rule: Rule) -> Vec<usize> {
    count(profile, rule, &TieOrder::by_index(profile.options().len())).unwrap().winners
}

/// Ballots with an option one place higher on the first of them (a vote of one).
fn raised(ballots: &Ballots, option: usize) -> Ballots {
    let mut raised = ballots.clone();
    let on = raised.iter().position(|(levels, _)| levels.iter().skip(1).any(|level| level.contains(&option)));
    if let Some(ballot) = on {
        let at = raised[ballot].0.iter().position(|level| level.contains(&option)).unwrap();
        let mut levels = raised[ballot].0.clone();
        levels.swap(at - 1, at);
        raised[ballot].1 -= 1;
        raised.push((levels, 1));
    }
    raised
}

proptest! {
    #[test]
    fn who_beats_everybody_wins((options, ballots) in ballots(true)) {
        let profile = profile(options, &ballots);
        if let Some(winner) = Pairwise::of(&profile).condorcet_winner() {
            for rule in [Rule::Schulze, Rule::RankedPairs, Rule::Copeland, Rule::Minimax, Rule::SplitCycle] {
                prop_assert_eq!(winners(&profile, rule), vec![winner], "{:?}", rule);
            }
        }
    }

    #[test]
    fn winners_lie_in_the_smith_set((options, ballots) in ballots(true)) {
        let profile = profile(options, &ballots);
        let smith = Pairwise::of(&profile).smith_set();
        for rule in [Rule::Schulze, Rule::RankedPairs, Rule::Copeland, Rule::SplitCycle] {
            prop_assert!(winners(&profile, rule).iter().all(|winner| smith.contains(winner)), "{:?}", rule);
        }
    }

    #[test]
    fn the_order_of_ballots_does_not_matter((options, ballots) in ballots(true)) {
        let reversed: Ballots = ballots.iter().rev().cloned().collect();
        let single: Ballots = ballots.iter().flat_map(|(b, n)| (0..*n).map(move |_| (b.clone(), 1))).collect();
        prop_assert_eq!(profile(options, &reversed), profile(options, &ballots));
        prop_assert_eq!(profile(options, &single), profile(options, &ballots));
    }

    #[test]
    fn names_do_not_matter((options, ballots) in ballots(true), turn in 0..5_usize) {
        let other = |option: usize| (option + turn) % options;
        let renamed = ballots.iter().map(|(levels, count)| {
            (levels.iter().map(|level| level.iter().map(|o| other(*o)).collect()).collect(), *count)
        });
        let (one, two) = (profile(options, &ballots), profile(options, &renamed.collect()));
        let order: Vec<usize> = (0..options).collect();
        let other_order: Vec<usize> = order.iter().map(|option| other(*option)).collect();
        for rule in Rule::all() {
            let (one, two) = (outcome(&one, rule, &order), outcome(&two, rule, &other_order));
            let mut moved: Vec<usize> = one.winners.iter().map(|option| other(*option)).collect();
            moved.sort_unstable();
            prop_assert_eq!(moved, two.winners, "{:?}", rule);
            prop_assert_eq!(other(one.winner), two.winner, "{:?}", rule);
        }
    }

    #[test]
    fn who_wins_still_wins_when_somebody_likes_them_better((options, ballots) in ballots(false)) {
        let before = profile(options, &ballots);
        let rules = [
            Rule::Plurality,
            Rule::Borda(Unranked::Zero),
            Rule::Borda(Unranked::Mean),
            Rule::Schulze,
            Rule::Copeland,
            Rule::Minimax,
            Rule::SplitCycle,
        ];
        for rule in rules {
            for winner in winners(&before, rule) {
                let after = profile(options, &raised(&ballots, winner));
                prop_assert!(winners(&after, rule).contains(&winner), "{:?}", rule);
            }
        }
    }

    /// A second option that all voters put right behind the first takes nothing from others, and gives nothing to them.
    #[test]
    fn schulze_and_split_cycle_are_independent_of_clones((options, ballots) in ballots(true), of in 0..5_usize) {
        let (of, clone) = (of % options, options);
        let cloned = ballots.iter().map(|(levels, count)| {
            let levels = levels.iter().flat_map(|level| {
                let behind = level.contains(&of).then(|| vec![clone]);
                let (with, without): (Vec<usize>, Vec<usize>) = level.iter().partition(|option| **option == of);
                // Who stood level with the first stands level with both.
                match (behind, without.is_empty()) {
                    (Some(behind), true) => vec![with, behind],
                    (Some(behind), false) => vec![[with, without, behind].concat()],
                    (None, _) => vec![level.clone()],
                }
            });
            (levels.collect::<Vec<_>>(), *count)
        });
        let (before, after) = (profile(options, &ballots), profile(options + 1, &cloned.collect()));
        for rule in [Rule::Schulze, Rule::SplitCycle] {
            let merged = |winners: Vec<usize>| {
                let mut merged: Vec<usize> =
                    winners.into_iter().map(|option| if option == clone { of } else { option }).collect();
                merged.sort_unstable();
                merged.dedup();
                merged
            };
            prop_assert_eq!(winners(&before, rule), merged(winners(&after, rule)), "{:?}", rule);
        }
    }
}
