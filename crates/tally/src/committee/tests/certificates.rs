//! A certificate proves its outcome, and no other.

use super::*;
use crate::committee::certificate::{
    Certificate, Doubt, Wrong, ballot_hash, certify, certify_orders, orders_hash, verify, verify_orders,
};

fn certified() -> impl Strategy<Value = Rule> {
    prop::sample::select(vec![
        Rule::Approvals,
        Rule::ExpandingApprovals,
        Rule::SeqPav,
        Rule::SeqPhragmen,
        Rule::EqualShares(Completion::None),
        Rule::EqualShares(Completion::Phragmen),
        Rule::EqualShares(Completion::Approvals),
    ])
}

proptest! {
    #[test]
    fn what_was_counted_verifies_also_after_a_journey_as_text(
        ballots in ballots(), seats in 1_usize..5, rule in certified(), seed in any::<String>(), part in 1_u64..5,
    ) {
        let mut profile = Profile::chambered((0..5).map(|c| format!("c{c}")), ["x", "y"]).unwrap();
        for (n, ballot) in ballots.iter().enumerate() {
            profile.add_from(n % 2, ballot.clone(), 1).unwrap();
        }
        let election =
            Election::new(rule, seats).weighed(Weighing::Shares(vec![part, 2])).ties_by(TieBreak::Lot { seed });
        let outcome = election.count(&profile).unwrap();
        let text = serde_json::to_string(&certify(&profile, &outcome)).unwrap();
        let certificate: Certificate = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(verify(&profile, &certificate), Ok(()));
    }

    /// Two holders swapped, or one put in another's place: whatever is changed in who won is found.
    #[test]
    fn other_winners_do_not_verify(
        ballots in ballots(), seats in 1_usize..5, rule in certified(), seat in 0_usize..4, other in 0_usize..5,
    ) {
        let profile = profile(5, &ballots);
        let outcome = Election::new(rule, seats).count(&profile).unwrap();
        let mut certificate = certify(&profile, &outcome);
        prop_assume!(seat < certificate.awards.len() && certificate.awards[seat].candidate != other);
        certificate.awards[seat].candidate = other;
        let found = verify(&profile, &certificate);
        prop_assert!(matches!(found, Err(Doubt::Seat { .. })), "{found:?}");
    }

    #[test]
    fn a_seat_left_out_does_not_verify(ballots in ballots(), seats in 1_usize..5, rule in certified()) {
        let profile = profile(5, &ballots);
        let outcome = Election::new(rule, seats).count(&profile).unwrap();
        let mut certificate = certify(&profile, &outcome);
        prop_assume!(certificate.awards.pop().is_some());
        prop_assert!(verify(&profile, &certificate).is_err());
    }
}

proptest! {
    /// The whole search: each other committee that one exchange leads to is found out, also among equals.
    #[test]
    fn pav_verifies_and_no_exchange_does(
        ballots in ballots(), seats in 1_usize..5, seed in "[a-c]{1}", part in 1_u64..5, member in 0_usize..5,
        other in 0_usize..5,
    ) {
        let mut profile = Profile::chambered((0..5).map(|c| format!("c{c}")), ["x", "y"]).unwrap();
        for (n, ballot) in ballots.iter().enumerate() {
            profile.add_from(n % 2, ballot.clone(), 1).unwrap();
        }
        let election = Election::new(Rule::Pav { branches: 100_000 }, seats)
            .weighed(Weighing::Shares(vec![part, 2]))
            .ties_by(TieBreak::Lot { seed });
        let outcome = election.count(&profile).unwrap();
        let text = serde_json::to_string(&certify(&profile, &outcome)).unwrap();
        let certificate: Certificate = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(verify(&profile, &certificate), Ok(()));
        prop_assert_eq!(certificate.winners(), outcome.winners.clone());

        let forged = |change: &dyn Fn(&mut certificate::Compared)| {
            let mut forged = certificate.clone();
            change(forged.compared.as_mut().unwrap());
            verify(&profile, &forged)
        };
        let one = Ratio(dashu_ratio::RBig::ONE);
        prop_assert_eq!(forged(&|c| c.score.0 += &one.0), Err(Doubt::Score));
        prop_assert_eq!(forged(&|c| c.bound.0 -= &one.0), Err(Doubt::Score));
        if member < seats && !outcome.winners.contains(&other) {
            let exchanged = |c: &mut certificate::Compared| {
                c.winners[member] = other;
                c.winners.sort_unstable();
            };
            prop_assert!(forged(&exchanged).is_err());
            // Neither with the score that it really has, as an optimum.
            let score = score_of(&profile, &election, &{ let mut c = certificate.compared.clone().unwrap(); exchanged(&mut c); c.winners });
            let found = forged(&|c| { exchanged(c); c.score = score.clone(); c.bound = score.clone(); });
            prop_assert!(matches!(found, Err(Doubt::Exchange { .. } | Doubt::ExchangeTie { .. })), "{:?}", found);
        }
    }

    /// A search that was cut short says how far it came, and that is all that is checked.
    #[test]
    fn a_bounded_search_verifies_too(ballots in ballots(), seats in 1_usize..5, branches in 0_u64..8) {
        let profile = profile(5, &ballots);
        let outcome = Election::new(Rule::Pav { branches }, seats).count(&profile).unwrap();
        prop_assert_eq!(verify(&profile, &certify(&profile, &outcome)), Ok(()));
    }

    #[test]
    fn expanding_approvals_on_orders_verifies_and_nothing_forged_does(
        ballots in prop::collection::vec((prop::collection::vec(0_usize..5, 0..5), 1_u64..9, 1_usize..3), 1..9),
        seats in 1_usize..6, seat in 0_usize..5, other in 0_usize..5, seed in "[a-c]{1}",
    ) {
        let mut orders = Orders::chambered((0..5).map(|c| c.to_string()), ["x", "y"]).unwrap();
        for (n, (mut ballot, count, class)) in ballots.into_iter().enumerate() {
            let mut seen = std::collections::BTreeSet::new();
            ballot.retain(|candidate| seen.insert(*candidate));
            let classes = ballot.chunks(class).map(<[usize]>::to_vec).collect::<Vec<_>>();
            orders.add_from(n % 2, classes, count).unwrap();
        }
        let election = Election::new(Rule::ExpandingApprovals, seats)
            .weighed(Weighing::Shares(vec![1, 2]))
            .ties_by(TieBreak::Lot { seed });
        let outcome = election.count_orders(&orders).unwrap();
        let certificate = certify_orders(&orders, &outcome);
        prop_assert_eq!(verify_orders(&orders, &certificate), Ok(()));
        let forged = |change: &dyn Fn(&mut Certificate)| {
            let mut forged = certificate.clone();
            change(&mut forged);
            verify_orders(&orders, &forged)
        };
        let seat = seat % seats;
        if certificate.awards[seat].candidate != other {
            prop_assert!(forged(&|c| c.awards[seat].candidate = other).is_err());
        }
        let award = |c: &Certificate| c.awards[seat].by.clone();
        let Measure::Support { rank, weight } = award(&certificate) else { unreachable!() };
        for (rank, more) in [(rank + 1, 0_u8), (rank - 1, 0), (rank, 1)] {
            let weight = Ratio(&weight.0 + dashu_ratio::RBig::from(more));
            let by = Measure::Support { rank, weight };
            prop_assert!(forged(&|c| c.awards[seat].by = by.clone()).is_err(), "{by:?}");
        }
        prop_assert!(forged(&|c| _ = c.awards.pop()).is_err());
        let other = forged(&|c| c.ballots.push('0'));
        prop_assert!(matches!(other, Err(Doubt::OtherBallots { .. })), "{other:?}");
    }
}

/// The score of a committee, by its definition.
fn score_of(profile: &Profile, election: &Election, committee: &[usize]) -> Ratio {
    let voters = profile.voters();
    let weights = weighing::Weights::of(&voters, &election.weighing).unwrap();
    let of = |group: Group<'_, Vec<usize>>| {
        let won = group.ballot.iter().filter(|candidate| committee.contains(candidate)).count();
        let satisfaction =
            (1..=won).map(|n| ratio::ratio(1, n)).fold(dashu_ratio::RBig::ZERO, |sum, part| sum + part);
        satisfaction
            * dashu_ratio::RBig::from(&weights.each[group.chamber] * dashu_int::UBig::from(group.count))
    };
    weights.in_voters(profile.groups().map(of).fold(dashu_ratio::RBig::ZERO, |sum, part| sum + part))
}

#[test]
fn other_ballots_and_other_rules_are_named() {
    let (one, two) = (profile(3, &[vec![0], vec![1, 2]]), profile(3, &[vec![0], vec![1]]));
    let outcome = Election::new(Rule::SeqPav, 2).count(&one).unwrap();
    let mut certificate = certify(&one, &outcome);
    assert_eq!(verify(&two, &certificate), Err(Doubt::OtherBallots { found: ballot_hash(&two) }));
    certificate.election.rule = Rule::SeqPhragmen;
    assert_eq!(verify(&one, &certificate), Err(Doubt::Seat { seat: 1, wrong: Wrong::Kind }));
    certificate.election.rule = Rule::Pav { branches: 1 };
    assert_eq!(verify(&one, &certificate), Err(Doubt::OtherRule));
    certificate.version = 2;
    assert_eq!(verify(&one, &certificate), Err(Doubt::OtherForm(2)));
}

/// So that anybody can compute it again with other tools.
#[test]
fn the_hash_of_a_set_of_ballots_does_not_change() {
    let hash = ballot_hash(&profile(2, &[vec![1], vec![0, 1], vec![1]]));
    assert_eq!(hash, "5249f4b418bdc17f53b1c9edca768588090d3c012a372894424af2efd071c414");
}

#[test]
fn orders_have_a_hash_of_their_own() {
    let mut orders = Orders::new(["a", "b"]).unwrap();
    orders.add(vec![vec![1, 0]], 1).unwrap();
    let mut other = Orders::new(["a", "b"]).unwrap();
    other.add(vec![vec![1], vec![0]], 1).unwrap();
    assert_ne!(orders_hash(&orders), orders_hash(&other));
}
