//! Chambers with agreed shares: weights are clones, and equal weights are none.

use super::*;

/// Two chambers with these ballots.
fn chambered(first: &[Vec<usize>], second: &[Vec<usize>], times: (u64, u64)) -> Profile {
    let mut profile =
        Profile::chambered((0..5).map(|c| format!("c{c}")), ["citizens", "organisations"]).unwrap();
    first.iter().for_each(|ballot| profile.add_from(0, ballot.clone(), times.0).unwrap());
    second.iter().for_each(|ballot| profile.add_from(1, ballot.clone(), times.1).unwrap());
    profile
}

fn shared(rule: Rule, seats: usize, parts: [u64; 2], profile: &Profile) -> Outcome {
    Election::new(rule, seats).weighed(Weighing::Shares(parts.to_vec())).count(profile).unwrap()
}

proptest! {
    #[test]
    fn shares_as_the_numbers_of_voters_are_the_plain_rule_to_the_last_fraction(
        first in ballots(), second in ballots(), seats in 1_usize..5, rule in rule(), times in 1_u64..50,
    ) {
        let profile = chambered(&first, &second, (1, 1));
        let plain = Election::new(rule, seats).count(&profile).unwrap();
        let parts = [first.len() as u64 * times, second.len() as u64 * times];
        let weighed = shared(rule, seats, parts, &profile);
        prop_assert_eq!(plain.protocol, weighed.protocol);
        prop_assert_eq!((plain.winners, plain.ties), (weighed.winners, weighed.ties));
    }

    /// A part of a/n1 and b/n2 for each voter is a·n2 and b·n1 clones of each.
    #[test]
    fn a_voter_of_weight_w_counts_as_w_clones(
        first in ballots(), second in ballots(), seats in 1_usize..5, rule in rule(), parts in (1_u64..5, 1_u64..5),
    ) {
        let weighed = shared(rule, seats, [parts.0, parts.1], &chambered(&first, &second, (1, 1)));
        let times = (parts.0 * second.len() as u64, parts.1 * first.len() as u64);
        let clones = Election::new(rule, seats).count(&chambered(&first, &second, times)).unwrap();
        let quota_is_rounded = rule == Rule::ExpandingApprovals;
        prop_assert!(quota_is_rounded || weighed.winners == clones.winners, "{weighed:?} {clones:?}");
    }

    #[test]
    fn more_voters_of_one_kind_have_no_more_weight(first in ballots(), second in ballots(), seats in 1_usize..5, rule in rule()) {
        let few = shared(rule, seats, [1, 1], &chambered(&first, &second, (1, 1)));
        let many = shared(rule, seats, [1, 1], &chambered(&first, &second, (40, 1)));
        let quota_is_rounded = rule == Rule::ExpandingApprovals;
        prop_assert!(quota_is_rounded || few.winners == many.winners);
    }
}

#[test]
fn each_side_spends_its_half() {
    let crowd = vec![vec![0, 1, 2, 3]; 90];
    let profile = chambered(&crowd, &[vec![4], vec![4]], (1, 1));
    let rule = Rule::EqualShares(Completion::Phragmen);
    assert!(!Election::new(rule, 2).count(&profile).unwrap().winners.contains(&4));
    assert_eq!(shared(rule, 2, [1, 1], &profile).winners, [0, 4]);
}

#[test]
fn a_chamber_in_which_nobody_voted_is_named() {
    let profile = chambered(&[vec![1], vec![2, 1]], &[], (1, 1));
    let outcome = shared(Rule::SeqPav, 1, [1, 1], &profile);
    assert_eq!((outcome.winners, outcome.silent), (vec![1], vec![1]));
    let none = Election::new(Rule::SeqPav, 1).weighed(Weighing::Shares(vec![0, 1])).count(&profile);
    assert_eq!(none, Err(Fault::NoShares));
}

#[test]
fn huge_numbers_of_voters_do_not_overflow() {
    let mut profile = Profile::chambered(["a", "b"], ["x", "y"]).unwrap();
    profile.add_from(0, [0], u64::MAX / 2).unwrap();
    profile.add_from(1, [1], u64::MAX / 2 - 1).unwrap();
    assert_eq!(profile.add_from(1, [1], 9), Err(Fault::TooMany));
    for rule in RULES {
        let outcome = shared(rule, 2, [u64::MAX, u64::MAX - 1], &profile);
        // The smaller chamber lacks a hair's breadth of a seat of its own.
        let seats = if rule == Rule::EqualShares(Completion::None) { 1 } else { 2 };
        assert_eq!(outcome.winners.len(), seats, "{rule:?}");
    }
}
