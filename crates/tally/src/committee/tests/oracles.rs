//! Each rule again, written as plainly as its definition, voter by voter.

use super::*;
use crate::committee::ratio::ratio;
use dashu_ratio::RBig;

fn one() -> RBig {
    RBig::ONE
}

fn approve(ballots: &Cast, candidate: usize) -> Vec<usize> {
    (0..ballots.len()).filter(|voter| ballots[*voter].contains(&candidate)).collect()
}

fn satisfaction(ballots: &Cast, committee: &[usize]) -> RBig {
    let of = |ballot: &Vec<usize>| ballot.iter().filter(|c| committee.contains(c)).count();
    let voters = ballots.iter().map(|ballot| (1..=of(ballot)).map(|r| ratio(1, r)));
    voters.flatten().fold(RBig::ZERO, |sum, part| sum + part)
}

/// The first candidate with the highest value.
fn best<V: Ord>(values: impl Iterator<Item = (usize, V)>) -> Option<(usize, V)> {
    values.fold(None, |best, (candidate, value)| match best {
        Some((first, high)) if high >= value => Some((first, high)),
        _ => Some((candidate, value)),
    })
}

fn plain_seq_pav(ballots: &Cast, seats: usize) -> Vec<usize> {
    let mut won = Vec::new();
    while won.len() < seats {
        let open = (0..5).filter(|c| !won.contains(c));
        let scores = open.map(|c| (c, satisfaction(ballots, &[won.clone(), vec![c]].concat())));
        let (next, _) = best(scores).unwrap();
        won.push(next);
    }
    won
}

fn plain_phragmen(ballots: &Cast, seats: usize, mut load: Vec<RBig>, mut won: Vec<usize>) -> Vec<usize> {
    while won.len() < seats {
        let open = (0..5).filter(|c| !won.contains(c));
        let loads = open.map(|c| {
            let voters = approve(ballots, c);
            let sum = voters.iter().fold(one(), |sum, v| sum + &load[*v]);
            // Nobody's candidate comes after all others.
            let load = (!voters.is_empty()).then(|| -(sum / RBig::from(voters.len())));
            (c, load)
        });
        let (next, value) = best(loads).unwrap();
        if let Some(value) = value {
            approve(ballots, next).into_iter().for_each(|v| load[v] = -value.clone());
        }
        won.push(next);
    }
    won
}

/// The price at which these amounts come to 1: each amount is tried as the last that is paid whole.
fn plain_price(amounts: &[RBig]) -> Option<RBig> {
    let paid = |price: &RBig| amounts.iter().fold(RBig::ZERO, |sum, a| sum + a.min(price).clone());
    let tries = (0..amounts.len()).flat_map(|poor| {
        let mut sorted = amounts.to_vec();
        sorted.sort();
        let rest = sorted[..poor].iter().fold(one(), |rest, amount| rest - amount);
        Some(rest / RBig::from(amounts.len() - poor))
    });
    tries.filter(|price| paid(price) == one() && amounts.iter().any(|a| a >= price)).min()
}

fn plain_equal_shares(ballots: &Cast, seats: usize, completed: bool) -> Vec<usize> {
    let mut left = vec![ratio(seats, ballots.len()); ballots.len()];
    let mut won = Vec::new();
    while won.len() < seats {
        let open = (0..5).filter(|c| !won.contains(c));
        let prices = open.filter_map(|c| {
            let amounts: Vec<RBig> = approve(ballots, c).iter().map(|v| left[*v].clone()).collect();
            Some((c, -plain_price(&amounts)?))
        });
        let Some((next, price)) = best(prices) else { break };
        for v in approve(ballots, next) {
            left[v] = (&left[v] + &price).max(RBig::ZERO);
        }
        won.push(next);
    }
    match completed {
        true => plain_phragmen(ballots, seats, left.into_iter().map(|left| -left).collect(), won),
        false => won,
    }
}

fn plain_approvals(ballots: &Cast, seats: usize, mut won: Vec<usize>) -> Vec<usize> {
    while won.len() < seats {
        let open = (0..5).filter(|c| !won.contains(c));
        let (next, _) = best(open.map(|c| (c, approve(ballots, c).len()))).unwrap();
        won.push(next);
    }
    won
}

/// Each voter's rank of each candidate, from 1; who is not named stands behind all who are.
type Ranks = Vec<Vec<usize>>;

fn ranks(classes: &[Vec<usize>]) -> Vec<usize> {
    let place = |candidate| classes.iter().position(|class| class.contains(&candidate));
    (0..5).map(|candidate| place(candidate).unwrap_or(classes.len()) + 1).collect()
}

fn plain_expanding(voters: &Ranks, seats: usize) -> Vec<usize> {
    let share = ratio(voters.len(), seats + 1);
    let above = ratio(voters.len() / (seats + 1) + 1, 1_u8) - &share;
    let quota = (share + above / RBig::from(6)).min(ratio(voters.len(), seats));
    // The most first places, then the most second ones, and so on.
    let vector = |candidate: usize| -> Vec<usize> {
        (1..=6).map(|rank| voters.iter().filter(|ranks| ranks[candidate] == rank).count()).collect()
    };
    let (mut left, mut won) = (vec![one(); voters.len()], Vec::new());
    let mut rank = 1;
    while won.len() < seats {
        let support = |candidate: usize, left: &[RBig]| {
            let behind = voters.iter().zip(left).filter(|(ranks, _)| ranks[candidate] <= rank);
            behind.fold(RBig::ZERO, |sum, (_, left)| sum + left)
        };
        let open = (0..5).filter(|c| !won.contains(c) && support(*c, &left) >= quota);
        let Some((next, _)) = best(open.map(|c| (c, vector(c)))) else {
            rank += 1;
            continue;
        };
        let all = support(next, &left);
        let kept = (&all - &quota) / all;
        let behind = voters.iter().zip(&mut left).filter(|(ranks, _)| ranks[next] <= rank);
        behind.for_each(|(_, left)| *left *= &kept);
        won.push(next);
    }
    won
}

proptest! {
    #[test]
    fn the_most_approved_are_elected(ballots in ballots(), seats in 1_usize..5) {
        let plain = plain_approvals(&ballots, seats, vec![]);
        prop_assert_eq!(winners(Rule::Approvals, seats, &profile(5, &ballots)), plain);
        let plain = plain_approvals(&ballots, seats, plain_equal_shares(&ballots, seats, false));
        prop_assert_eq!(winners(Rule::EqualShares(Completion::Approvals), seats, &profile(5, &ballots)), plain);
    }

    /// On approvals, and on orders with equals; names and the order of ballots don't matter to it.
    #[test]
    fn expanding_approvals_elects_whom_its_definition_elects(ballots in ballots(), seats in 1_usize..5, size in 1_usize..3) {
        let approvals: Ranks =
            ballots.iter().map(|b| ranks(&if b.is_empty() { vec![] } else { vec![b.clone()] })).collect();
        let found = winners(Rule::ExpandingApprovals, seats, &profile(5, &ballots));
        prop_assert_eq!(found, plain_expanding(&approvals, seats));
        let classes: Vec<Vec<Vec<usize>>> =
            ballots.iter().map(|b| b.chunks(size).map(<[usize]>::to_vec).collect()).collect();
        let mut orders = Orders::new((0..5).map(|c| c.to_string())).unwrap();
        classes.iter().rev().for_each(|ballot| orders.add(ballot.clone(), 1).unwrap());
        let found = Election::new(Rule::ExpandingApprovals, seats).count_orders(&orders).unwrap().winners;
        prop_assert_eq!(found, plain_expanding(&classes.iter().map(|c| ranks(c)).collect(), seats));
    }

    #[test]
    fn sequential_rules_do_as_they_are_told_voter_by_voter(ballots in ballots(), seats in 1_usize..5) {
        let profile = profile(5, &ballots);
        let none = vec![RBig::ZERO; ballots.len()];
        prop_assert_eq!(winners(Rule::SeqPav, seats, &profile), plain_seq_pav(&ballots, seats));
        prop_assert_eq!(winners(Rule::SeqPhragmen, seats, &profile), plain_phragmen(&ballots, seats, none, vec![]));
        let shares = |completion| winners(Rule::EqualShares(completion), seats, &profile);
        prop_assert_eq!(shares(Completion::None), plain_equal_shares(&ballots, seats, false));
        prop_assert_eq!(shares(Completion::Phragmen), plain_equal_shares(&ballots, seats, true));
    }

    #[test]
    fn pav_finds_every_best_committee(ballots in ballots(), seats in 1_usize..5) {
        let all = committees(5, seats);
        let most = all.iter().map(|c| satisfaction(&ballots, c)).max().unwrap();
        let best: Vec<_> = all.into_iter().filter(|c| satisfaction(&ballots, c) == most).collect();
        let election = Election::new(Rule::Pav { branches: 100_000 }, seats);
        let found = election.count_all(&profile(5, &ballots), 0).unwrap();
        prop_assert_eq!(found.into_iter().collect::<Vec<_>>(), { let mut best = best; best.sort(); best });
    }

    /// However early it stops: a whole committee, and a bound that holds.
    #[test]
    fn pav_stopped_early_states_a_bound_that_holds(ballots in ballots(), seats in 1_usize..5, branches in 0_u64..9) {
        let most = committees(5, seats).iter().map(|c| satisfaction(&ballots, c)).max().unwrap();
        let outcome = Election::new(Rule::Pav { branches }, seats).count(&profile(5, &ballots)).unwrap();
        let Step::Compared { score, bound, .. } = &outcome.protocol[0] else { panic!("no step") };
        prop_assert_eq!(outcome.winners.len(), seats);
        prop_assert_eq!(&score.0, &satisfaction(&ballots, &outcome.winners));
        prop_assert!(bound.0 >= most);
    }

    /// The one count is among all counts, and each of all counts can be had by an order for ties.
    #[test]
    fn every_listed_committee_is_what_some_order_for_ties_gives(
        ballots in prop::collection::vec(prop::collection::btree_set(0_usize..4, 0..4), 1..6),
        seats in 1_usize..4,
        rule in rule(),
    ) {
        let ballots: Cast = ballots.into_iter().map(|b| b.into_iter().collect()).collect();
        let profile = profile(4, &ballots);
        let all = Election::new(rule, seats).count_all(&profile, 100_000).unwrap();
        let orders = (0..24_usize).map(|n| {
            let mut rest = vec![0, 1, 2, 3];
            [n / 6, n / 2 % 3, n % 2, 0].map(|place| rest.remove(place)).to_vec()
        });
        let by_order: std::collections::BTreeSet<Vec<usize>> = orders.map(|order| {
            let election = Election::new(rule, seats).ties_by(TieBreak::Order(order));
            let mut winners = election.count(&profile).unwrap().winners;
            winners.sort_unstable();
            winners
        }).collect();
        prop_assert!(by_order.is_subset(&all), "{by_order:?} {all:?}");
        // A way through several ties need not be one order's; but a single tie is.
        prop_assert!(all.len() > 2 || by_order == all || all.len() > by_order.len());
    }
}
