//! What the papers prove of the rules, tried on random elections.

use super::*;

/// Whether a committee gives each group its due by EJR, tried on every group (Aziz et al. 2017).
fn is_ejr(ballots: &Cast, seats: usize, committee: &[usize]) -> bool {
    (1_u32..1 << ballots.len()).all(|group| {
        let voters: Vec<&Vec<usize>> =
            ballots.iter().enumerate().filter(|(v, _)| group >> v & 1 == 1).map(|(_, b)| b).collect();
        let shared = (0..5).filter(|c| voters.iter().all(|b| b.contains(c))).count();
        let due = (voters.len() * seats / ballots.len()).min(shared);
        let has = |b: &&Vec<usize>| b.iter().filter(|c| committee.contains(c)).count();
        due == 0 || voters.iter().any(|b| has(b) >= due)
    })
}

proptest! {
    #[test]
    fn equal_shares_and_pav_satisfy_ejr(ballots in ballots(), seats in 1_usize..5) {
        let profile = profile(5, &ballots);
        for rule in [Rule::EqualShares(Completion::None), Rule::EqualShares(Completion::Phragmen), RULES[2]] {
            let committee = winners(rule, seats, &profile);
            prop_assert!(is_ejr(&ballots, seats, &committee), "{rule:?} {committee:?}");
        }
    }

    /// Priceable (Peters and Skowron 2020): nobody spends more than their part, each winner is paid for by
    /// its supporters in full, and no one else's supporters have the cost of a seat left.
    #[test]
    fn equal_shares_without_completion_is_priceable(ballots in ballots(), seats in 1_usize..5) {
        use crate::committee::ratio::ratio;
        use dashu_ratio::RBig;
        let profile = profile(5, &ballots);
        let outcome = Election::new(Rule::EqualShares(Completion::None), seats).count(&profile).unwrap();
        let mut left = vec![ratio(seats, ballots.len()); ballots.len()];
        for step in &outcome.protocol {
            let Step::Elected { candidate, by: Measure::Price(price), .. } = step else { continue };
            let mut paid = RBig::ZERO;
            for (ballot, left) in ballots.iter().zip(&mut left).filter(|(b, _)| b.contains(candidate)) {
                let part = (&*left).min(&price.0).clone();
                *left -= &part;
                paid += part;
                let _ = ballot;
            }
            prop_assert_eq!(paid, RBig::ONE);
        }
        prop_assert!(left.iter().all(|left| *left >= RBig::ZERO));
        for candidate in (0..5).filter(|c| !outcome.winners.contains(c)) {
            let rest = ballots.iter().zip(&left).filter(|(b, _)| b.contains(&candidate));
            let rest = rest.fold(RBig::ZERO, |sum, (_, left)| sum + left);
            prop_assert!(outcome.winners.len() == seats || rest < RBig::ONE);
        }
    }

    #[test]
    fn neither_who_cast_a_ballot_nor_when_matters(ballots in ballots(), seats in 1_usize..5, rule in rule()) {
        let backwards: Cast =
            ballots.iter().rev().map(|b| b.iter().rev().copied().collect()).collect();
        let count = |ballots: &Cast| Election::new(rule, seats).count(&profile(5, ballots)).unwrap();
        prop_assert_eq!(count(&ballots), count(&backwards));
    }

    #[test]
    fn names_and_places_in_the_list_do_not_matter(ballots in ballots(), seats in 1_usize..5, rule in rule()) {
        let to = [3, 0, 4, 1, 2];
        let moved: Cast = ballots.iter().map(|b| b.iter().map(|c| to[*c]).collect()).collect();
        let plain = winners(rule, seats, &profile(5, &ballots));
        let there = Election::new(rule, seats).ties_by(TieBreak::Order(to.to_vec()));
        let there = there.count(&profile(5, &moved)).unwrap().winners;
        let set = |list: Vec<usize>| list.into_iter().collect::<std::collections::BTreeSet<_>>();
        prop_assert_eq!(set(plain.into_iter().map(|c| to[c]).collect()), set(there));
    }

    /// One approval more for a winner, on a ballot that was there: it stays a winner. (The rules that elect one
    /// a round count just as before until it wins, if not earlier.)
    #[test]
    fn one_more_approval_never_costs_a_seat(ballots in ballots(), seats in 1_usize..5, rule in rule(), voter in 0_usize..8) {
        prop_assume!(rule != Rule::ExpandingApprovals);
        for winner in winners(rule, seats, &profile(5, &ballots)) {
            let mut more = ballots.clone();
            let ballot = &mut more[voter % ballots.len()];
            if !ballot.contains(&winner) {
                ballot.push(winner);
            }
            let after = winners(rule, seats, &profile(5, &more));
            prop_assert!(after.contains(&winner), "{rule:?}: {winner} not in {after:?}");
        }
    }

    #[test]
    fn the_sequential_rules_only_add_winners_when_seats_are_added(ballots in ballots(), seats in 1_usize..4) {
        for rule in [Rule::Approvals, Rule::SeqPav, Rule::SeqPhragmen] {
            let (few, more) = (winners(rule, seats, &profile(5, &ballots)), winners(rule, seats + 1, &profile(5, &ballots)));
            prop_assert_eq!(&few[..], &more[..seats]);
        }
    }
}
