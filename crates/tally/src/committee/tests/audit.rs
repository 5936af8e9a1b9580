//! The audit against the definition tried on every group, and on a case told by hand.

use super::*;
use crate::committee::audit::audit;

/// EJR+ as it is defined: no group, no candidate outside, no ℓ.
fn is_ejr_plus(ballots: &Cast, seats: usize, committee: &[usize]) -> bool {
    let has = |b: &Vec<usize>| b.iter().filter(|c| committee.contains(c)).count();
    (1_u32..1 << ballots.len()).all(|group| {
        let voters: Vec<&Vec<usize>> =
            ballots.iter().enumerate().filter(|(v, _)| group >> v & 1 == 1).map(|(_, b)| b).collect();
        let outside = (0..5).any(|c| !committee.contains(&c) && voters.iter().all(|b| b.contains(&c)));
        let level = voters.len() * seats / ballots.len();
        !outside || level == 0 || voters.iter().any(|b| has(b) >= level)
    })
}

proptest! {
    #[test]
    fn the_quick_check_is_the_definition(ballots in ballots(), seats in 1_usize..5, pick in 0_usize..10) {
        let all = committees(5, seats);
        let committee = &all[pick % all.len()];
        let found = audit(&profile(5, &ballots), &Weighing::Equal, seats, committee).unwrap();
        prop_assert_eq!(found.ejr_plus.is_satisfied(), is_ejr_plus(&ballots, seats, committee));
    }

    #[test]
    fn equal_shares_passes(ballots in ballots(), seats in 1_usize..5) {
        let profile = profile(5, &ballots);
        let committee = winners(Rule::EqualShares(Completion::None), seats, &profile);
        prop_assert!(audit(&profile, &Weighing::Equal, seats, &committee).unwrap().ejr_plus.is_satisfied());
    }
}

#[test]
fn who_got_nothing_is_told_by_chamber() {
    let mut ballots =
        Profile::chambered(["park", "pool", "school", "library"], ["citizens", "organisations"]).unwrap();
    ballots.add_from(0, [0, 1, 2], 3).unwrap();
    ballots.add_from(0, [], 1).unwrap();
    ballots.add_from(1, [3], 2).unwrap();
    let audit = audit(&ballots, &Weighing::Equal, 3, &[0, 1, 2]).unwrap();
    let [citizens, organisations] = &audit.chambers[..] else { panic!("two chambers") };
    assert_eq!((citizens.nothing, citizens.blank, &citizens.voters[..]), (0, 1, &[1, 0, 0, 3][..]));
    assert_eq!(citizens.mean.as_ref().unwrap().to_string(), "3");
    assert_eq!((organisations.nothing, organisations.mean.as_ref().unwrap().to_string()), (2, "0".into()));
    // Two of six voters, for three seats, deserve one.
    let claim = &audit.ejr_plus.breaches[0];
    assert_eq!((claim.candidate, claim.level, claim.strength.to_string()), (3, 1, "1".into()));
}
