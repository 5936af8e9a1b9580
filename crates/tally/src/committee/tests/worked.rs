//! Cases worked through by hand, and what is refused.

use super::*;

#[test]
fn a_count_tells_each_step_its_ties_and_how_far_off_the_others_were() {
    let profile = profile(3, &[vec![0, 1], vec![0, 1], vec![2]]);
    let outcome = Election::new(Rule::EqualShares(Completion::Phragmen), 2).count(&profile).unwrap();
    assert_eq!(outcome.winners, [0, 1]);
    let tie = |round, among, chosen| Tie { round, among, chosen };
    assert_eq!(outcome.ties, [tie(1, vec![0, 1], 0), tie(2, vec![1, 2], 1)]);
    let told = serde_json::to_value(&outcome.protocol).unwrap();
    // Each has 2/3 of a seat. Two of them pay 1/2 each and keep 1/6; the third has but 2/3. With what they
    // have as a head start, the third bears 1 - 2/3 for its candidate, the two 1/2 - 1/6 each: a tie.
    assert_eq!(
        told,
        serde_json::json!([
            {"elected": {"round": 1, "candidate": 0, "by": {"price": "1/2"}, "next": null}},
            {"unaffordable": {"round": 2, "nearest": [2, "2/3"]}},
            {"completing": {"round": 2, "by": "phragmen"}},
            {"elected": {"round": 2, "candidate": 1, "by": {"load": "1/3"}, "next": null}},
        ])
    );
}

#[test]
fn a_lot_is_the_same_for_everybody_with_the_seed() {
    let profile = profile(5, &[vec![0, 1, 2, 3, 4]]);
    let drawn = |seed: &str| {
        let tie_break = TieBreak::Lot { seed: seed.into() };
        Election::new(Rule::Approvals, 5).ties_by(tie_break).count(&profile).unwrap().winners
    };
    assert_eq!(drawn("dice: 4 6 1"), drawn("dice: 4 6 1"));
    assert_ne!(drawn("dice: 4 6 1"), drawn("dice: 4 6 2"));
}

#[test]
fn an_election_that_makes_no_sense_is_refused() {
    let profile = profile(2, &[vec![0]]);
    let count = |election: Election| election.count(&profile).map(|outcome| outcome.winners);
    let seats = |seats| Election::new(Rule::SeqPhragmen, seats);
    assert_eq!(count(seats(0)), Err(Fault::NoSeats));
    assert_eq!(count(seats(3)), Err(Fault::TooManySeats { seats: 3, candidates: 2 }));
    assert_eq!(count(seats(2)), Ok(vec![0, 1]));
    for order in [vec![0], vec![0, 0], vec![0, 2]] {
        assert_eq!(count(seats(1).ties_by(TieBreak::Order(order))), Err(Fault::WrongOrder { candidates: 2 }));
    }
    let wrong = Err(Fault::WrongShares { given: 2, chambers: 1 });
    assert_eq!(count(seats(1).weighed(Weighing::Shares(vec![1, 1]))), wrong);
    let nobody = Profile::new(["a"]).unwrap();
    assert_eq!(Election::new(Rule::SeqPav, 1).count(&nobody), Err(Fault::NoBallots));
    assert_eq!(Profile::new([""; 0]), Err(Fault::NoCandidates));
    assert_eq!(nobody.clone().add([1], 1), Err(Fault::UnknownCandidate { candidate: 1, candidates: 1 }));
    assert_eq!(nobody.clone().add([0, 0], 1), Err(Fault::CandidateTwice { candidate: 0 }));
    assert_eq!(nobody.clone().add_from(1, [0], 1), Err(Fault::UnknownChamber { chamber: 1, chambers: 1 }));
}

#[test]
fn so_many_ties_that_they_cannot_be_listed_are_refused() {
    let profile = profile(30, &[(0..30).collect()]);
    let all = Election::new(Rule::Approvals, 15).count_all(&profile, 1000);
    assert_eq!(all, Err(Fault::TooManyTies { limit: 1000 }));
}

#[test]
fn blank_ballots_hold_their_part_unless_they_are_left_out() {
    let profile = profile(2, &[vec![0], vec![1], vec![], vec![]]);
    let rule = Rule::EqualShares(Completion::None);
    assert_eq!(winners(rule, 2, &profile), [0; 0]);
    assert_eq!(winners(rule, 2, &profile.without_blank()), [0, 1]);
}
