//! The protocol in words, ties and orders, and what is refused.

use crate::ranked::{
    Bottom, BrokenBy, Fault, Lead, MOST_BALLOTS, Poll, Profile, Ranking, Rule, Source, Step, Tie, TieOrder,
    count,
};

fn sixty_one() -> Profile {
    let mut poll = Poll::among(["Option A", "Option B", "Option C"]).unwrap();
    poll.add(Ranking::strict([0, 2]), 25).unwrap();
    poll.add(Ranking::strict([1, 0]), 22).unwrap();
    poll.add(Ranking::strict([2, 1]), 14).unwrap();
    poll.add(Ranking::strict([]), 2).unwrap();
    poll.add_spoiled(3).unwrap();
    poll.add_abstained(4).unwrap();
    poll.close()
}

#[test]
fn a_runoff_is_retold() {
    let profile = sixty_one();
    let outcome = count(&profile, Rule::Irv(Bottom::One), &TieOrder::by_index(3)).unwrap();
    let told: Vec<String> = outcome.steps.iter().map(|step| step.tell(profile.options())).collect();
    assert_eq!(
        told,
        [
            "Round 1: Option A 25, Option B 22, Option C 14; 0 of 61 ballots have no choice left.",
            "Option C was set aside in round 1: 14 of 61. 9 more would have kept it from being the lowest.",
            "Round 2: Option A 25, Option B 36; 0 of 61 ballots have no choice left.",
            "Option B has more than half in round 2: 36 of 61.",
        ]
    );
    assert_eq!(outcome.lead, Some(Lead { over: 0, by: 11 }));
    assert_eq!((outcome.cast.blank, outcome.cast.spoiled, outcome.cast.abstained), (2, 3, 4));
}

#[test]
fn a_cycle_is_retold() {
    let profile = sixty_one();
    let order = TieOrder::by_index(3);
    let outcome = count(&profile, Rule::RankedPairs, &order).unwrap();
    let told: Vec<String> = outcome.steps.iter().map(|step| step.tell(profile.options())).collect();
    let cycle = "it would close the cycle Option A, Option C, Option B.";
    let skipped = format!("Option B over Option A, by 11, is skipped: {cycle}");
    let stand = ["Option A over Option C stands, by 33.", "Option C over Option B stands, by 17.", &skipped];
    assert_eq!(told, stand);
}

#[test]
fn a_tie_is_reported_and_broken_by_the_order() {
    let mut poll = Poll::among(["Ada", "Ben"]).unwrap();
    poll.add(Ranking::strict([0]), 2).unwrap();
    poll.add(Ranking::strict([1]), 2).unwrap();
    let profile = poll.close();
    for rule in Rule::all() {
        let outcome = count(&profile, rule, &TieOrder::given(vec![1, 0], 2).unwrap()).unwrap();
        assert_eq!(outcome.winner, 1, "{rule:?}");
        assert_eq!(outcome.ties.len(), 1, "{rule:?}");
        let Tie { among, by, .. } = &outcome.ties[0];
        assert_eq!((&among[..], *by), (&[0, 1][..], BrokenBy::Order));
    }
}

#[test]
fn lots_are_the_same_for_all_who_draw_them() {
    let lots = TieOrder::by_lot("Budapest 2026-05-01", 5);
    assert_eq!(lots, TieOrder::by_lot("Budapest 2026-05-01", 5));
    assert_eq!(lots.source(), &Source::Lot("Budapest 2026-05-01".to_owned()));
    let mut sorted = lots.order().to_vec();
    sorted.sort_unstable();
    assert_eq!(sorted, [0, 1, 2, 3, 4]);
    assert!((0..50).any(|seed| TieOrder::by_lot(&seed.to_string(), 5).order() != lots.order()));
}

#[test]
fn what_cannot_be_counted_is_refused() {
    let mut poll = Poll::among(["Ada", "Ben"]).unwrap();
    assert_eq!(Poll::among(Vec::<String>::new()).unwrap_err(), Fault::NoOptions);
    assert_eq!(poll.add(Ranking::strict([0, 0]), 1), Err(Fault::RankedTwice { option: 0 }));
    assert_eq!(poll.add(Ranking::strict([2]), 1), Err(Fault::UnknownOption { option: 2, of: 2 }));
    assert_eq!(poll.add(Ranking::strict([0]), MOST_BALLOTS + 1), Err(Fault::TooManyBallots));
    assert_eq!(poll.add(Ranking::strict([0]), u64::MAX), Err(Fault::TooManyBallots));
    assert_eq!(poll.add(Ranking::strict([0]), MOST_BALLOTS), Ok(()));
    assert_eq!(poll.add_spoiled(1), Err(Fault::TooManyBallots));
    assert_eq!(TieOrder::given(vec![0], 2).unwrap_err(), Fault::OrderIncomplete { names: 1, of: 2 });
    assert_eq!(TieOrder::given(vec![0, 0], 2).unwrap_err(), Fault::OrderIncomplete { names: 2, of: 2 });
    let (profile, order) = (poll.close(), TieOrder::by_index(3));
    assert_eq!(
        count(&profile, Rule::Schulze, &order).unwrap_err(),
        Fault::UnknownOption { option: 2, of: 2 }
    );
}

#[test]
fn a_question_nobody_answered_is_a_tie_of_all() {
    let profile = Poll::among(["Ada", "Ben", "Chi"]).unwrap().close();
    for rule in Rule::all() {
        let outcome = count(&profile, rule, &TieOrder::by_index(3)).unwrap();
        assert_eq!(outcome.winner, 0, "{rule:?}");
        assert!(!outcome.ties.is_empty(), "{rule:?}");
    }
}

#[test]
fn rules_are_found_by_name() {
    assert!(Rule::all().into_iter().all(|rule| Rule::named(rule.name()) == Some(rule)));
    assert_eq!(Rule::named("none"), None);
}

#[test]
fn equal_margins_are_reported() {
    let mut poll = Poll::among(["Ada", "Ben", "Chi"]).unwrap();
    poll.add(Ranking::strict([0, 1, 2]), 1).unwrap();
    let outcome = count(&poll.close(), Rule::RankedPairs, &TieOrder::by_index(3)).unwrap();
    let pairs = vec![(0, 2), (0, 1), (1, 2)];
    assert_eq!(outcome.steps[0], Step::EqualMargins { margin: 1, pairs });
}
