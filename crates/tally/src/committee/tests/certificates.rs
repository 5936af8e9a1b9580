//! A certificate proves its outcome, and no other.

use super::*;
use crate::committee::certificate::{Certificate, Doubt, Wrong, ballot_hash, certify, verify};

fn certified() -> impl Strategy<Value = Rule> {
    prop::sample::select(vec![
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
        let text = serde_json::to_string(&certify(&profile, &outcome).unwrap()).unwrap();
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
        let mut certificate = certify(&profile, &outcome).unwrap();
        prop_assume!(seat < certificate.awards.len() && certificate.awards[seat].candidate != other);
        certificate.awards[seat].candidate = other;
        let found = verify(&profile, &certificate);
        prop_assert!(matches!(found, Err(Doubt::Seat { .. })), "{found:?}");
    }

    #[test]
    fn a_seat_left_out_does_not_verify(ballots in ballots(), seats in 1_usize..5, rule in certified()) {
        let profile = profile(5, &ballots);
        let outcome = Election::new(rule, seats).count(&profile).unwrap();
        let mut certificate = certify(&profile, &outcome).unwrap();
        prop_assume!(certificate.awards.pop().is_some());
        prop_assert!(verify(&profile, &certificate).is_err());
    }
}

#[test]
fn other_ballots_and_other_rules_are_named() {
    let (one, two) = (profile(3, &[vec![0], vec![1, 2]]), profile(3, &[vec![0], vec![1]]));
    let outcome = Election::new(Rule::SeqPav, 2).count(&one).unwrap();
    let mut certificate = certify(&one, &outcome).unwrap();
    assert_eq!(verify(&two, &certificate), Err(Doubt::OtherBallots { found: ballot_hash(&two) }));
    certificate.election.rule = Rule::SeqPhragmen;
    assert_eq!(verify(&one, &certificate), Err(Doubt::Seat { seat: 1, wrong: Wrong::Kind }));
    certificate.election.rule = Rule::Approvals;
    assert_eq!(verify(&one, &certificate), Err(Doubt::OtherRule));
    certificate.version = 2;
    assert_eq!(verify(&one, &certificate), Err(Doubt::OtherForm(2)));
    assert!(certify(&one, &Election::new(Rule::Approvals, 2).count(&one).unwrap()).is_err());
}

/// So that anybody can compute it again with other tools.
#[test]
fn the_hash_of_a_set_of_ballots_does_not_change() {
    let hash = ballot_hash(&profile(2, &[vec![1], vec![0, 1], vec![1]]));
    assert_eq!(hash, "5249f4b418bdc17f53b1c9edca768588090d3c012a372894424af2efd071c414");
}
