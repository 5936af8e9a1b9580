use super::*;
use Choice::{Abstain, No, Yes};

type Ballots = Vec<(u8, Choice)>;

fn count(sides: u8, ballots: &[(u8, Choice)]) -> Count<u8, u8> {
    let mut poll = Poll::between(0..sides).unwrap();
    for (n, (side, choice)) in ballots.iter().enumerate() {
        poll.add(side, n as u8 % 3, *choice, 1).unwrap();
    }
    poll.count()
}

/// All ways in which up to `most` voters of two sides can vote.
fn all_polls(most: u32) -> impl Iterator<Item = Ballots> {
    let kinds: [(u8, Choice); 6] = [(0, Yes), (0, No), (0, Abstain), (1, Yes), (1, No), (1, Abstain)];
    (0..=most).flat_map(move |voters| {
        (0..6_usize.pow(voters)).map(move |n| (0..voters).map(|v| kinds[n / 6_usize.pow(v) % 6]).collect())
    })
}

/// The rule again, written as plainly as it is said.
fn plainly_adopted(ballots: &[(u8, Choice)]) -> bool {
    (0..2).all(|side| {
        let said = |choice| ballots.iter().filter(|b| **b == (side, choice)).count();
        said(Yes) > said(No)
    })
}

#[test]
fn every_small_poll_comes_out_as_the_rule_says() {
    for ballots in all_polls(6) {
        assert_eq!(count(2, &ballots).is_adopted(), plainly_adopted(&ballots), "{ballots:?}");
    }
}

#[test]
fn one_side_cannot_carry_it_alone() {
    let crowd: Ballots = (0..200).map(|_| (0, Yes)).collect();
    assert!(!count(2, &crowd).is_adopted());
    assert_eq!(count(2, &crowd).sides[1].verdict, Verdict::Silent);
    assert!(!count(2, &[crowd.clone(), vec![(1, No)]].concat()).is_adopted());
    assert!(count(2, &[crowd, vec![(1, Yes)]].concat()).is_adopted());
}

#[test]
fn a_tie_is_no_majority_and_is_named() {
    let found = count(2, &[(0, Yes), (0, No), (0, Abstain), (1, Yes)]);
    assert_eq!(found.outcome, Outcome::Rejected);
    assert_eq!(found.sides[0].verdict, Verdict::Tied { each: 1 });
    assert_eq!(found.sides[0].swing, Swing { moved: Some(1), more: 1 });
}

#[test]
fn abstentions_are_present_and_decide_nothing() {
    let found = count(2, &[(0, Yes), (0, Abstain), (0, Abstain), (1, Abstain)]);
    assert_eq!(found.sides[0].verdict, Verdict::Agrees { by: 1 });
    assert_eq!(found.sides[1].verdict, Verdict::OnlyAbstained);
    assert_eq!(found.sides[1].swing, Swing { moved: None, more: 1 });
    assert_eq!((found.sides[0].votes.cast(), found.sides[0].votes.decided()), (3, 1));
}

/// Moves `k` ballots of a side from one choice to another, or adds `k` of one.
fn moved(ballots: &[(u8, Choice)], side: u8, from: Choice, to: Choice, k: u64) -> Option<Ballots> {
    let mut changed = ballots.to_vec();
    for _ in 0..k {
        *changed.iter_mut().find(|b| **b == (side, from))? = (side, to);
    }
    Some(changed)
}

fn added(ballots: &[(u8, Choice)], side: u8, choice: Choice, k: u64) -> Ballots {
    ballots.iter().copied().chain((0..k).map(|_| (side, choice))).collect()
}

/// By trying: the least `k` that turns the side around, and no less.
#[test]
fn what_would_have_changed_a_side_is_the_least_that_does() {
    for ballots in all_polls(6) {
        for side in count(2, &ballots).sides {
            let agreed = side.verdict.agrees();
            let (from, to) = if agreed { (Yes, No) } else { (No, Yes) };
            let turned =
                |b: &[(u8, Choice)]| count(2, b).sides[side.side as usize].verdict.agrees() != agreed;
            let by_moving =
                (0..=6).find(|k| moved(&ballots, side.side, from, to, *k).is_some_and(|b| turned(&b)));
            assert_eq!(side.swing.moved, by_moving, "{ballots:?}");
            let by_adding = (0..=8).find(|k| turned(&added(&ballots, side.side, to, *k)));
            assert_eq!(Some(side.swing.more), by_adding, "{ballots:?}");
        }
    }
}

/// Turning what `turning` names changes the outcome: one of them where it was adopted, all where not.
#[test]
fn turning_the_named_sides_turns_the_outcome() {
    for ballots in all_polls(5) {
        let found = count(2, &ballots);
        let to = if found.is_adopted() { No } else { Yes };
        let turn = |b: Ballots, s: &SideCount<u8, u8>| added(&b, s.side, to, s.swing.more);
        if found.is_adopted() {
            assert_eq!(found.turning().count(), 2);
            assert!(found.turning().all(|side| !count(2, &turn(ballots.clone(), side)).is_adopted()));
        } else {
            assert!(count(2, &found.turning().fold(ballots.clone(), turn)).is_adopted(), "{ballots:?}");
        }
    }
}

#[test]
fn neither_order_nor_names_matter() {
    for ballots in all_polls(5) {
        let backwards: Ballots = ballots.iter().rev().copied().collect();
        let swapped: Ballots = ballots.iter().map(|(side, choice)| (1 - side, *choice)).collect();
        let found = count(2, &ballots);
        assert_eq!(found.outcome, count(2, &swapped).outcome);
        let numbers = |c: &Count<u8, u8>| c.sides.iter().map(|s| (s.votes, s.verdict)).collect::<Vec<_>>();
        assert_eq!(numbers(&found), numbers(&count(2, &backwards)));
    }
}

#[test]
fn one_more_yes_never_hurts() {
    for ballots in all_polls(5).filter(|b| count(2, b).is_adopted()) {
        assert!((0..2).all(|side| count(2, &added(&ballots, side, Yes, 1)).is_adopted()));
    }
}

#[test]
fn the_labels_add_up_to_the_side() {
    for ballots in all_polls(5) {
        for side in count(2, &ballots).sides {
            let sum = |of: fn(&Votes) -> u64| side.by_label.iter().map(|(_, v)| of(v)).sum::<u64>();
            assert_eq!(
                (sum(|v| v.yes), sum(|v| v.no), sum(|v| v.abstain)),
                (side.votes.yes, side.votes.no, side.votes.abstain)
            );
        }
    }
}

#[test]
fn the_protocol_retells_the_count() {
    let found = count(2, &[(0, Yes), (1, No)]);
    let votes = |yes, no| Votes { yes, no, abstain: 0 };
    assert_eq!(
        found.protocol(),
        [
            Step::Counted { side: &0, votes: votes(1, 0) },
            Step::Found { side: &0, verdict: Verdict::Agrees { by: 1 } },
            Step::Counted { side: &1, votes: votes(0, 1) },
            Step::Found { side: &1, verdict: Verdict::Refuses { by: 1 } },
            Step::Joined { outcome: Outcome::Rejected, against: vec![&1] },
        ]
    );
}

#[test]
fn a_poll_that_makes_no_sense_is_refused() {
    assert_eq!(Poll::<u8, u8>::between([]).unwrap_err(), Fault::NoSides);
    assert_eq!(Poll::<u8, u8>::between([1, 2, 1]).unwrap_err(), Fault::SideTwice);
    let mut poll = Poll::between([1]).unwrap();
    assert_eq!(poll.add(&2, 0, Yes, 1), Err(Fault::UnknownSide));
    assert_eq!(poll.add(&1, 0, Yes, u64::MAX), Ok(()));
    assert_eq!(poll.add(&1, 1, No, 1), Err(Fault::TooMany));
}

#[test]
fn three_chambers_work_like_two() {
    assert!(count(3, &[(0, Yes), (1, Yes), (2, Yes)]).is_adopted());
    let found = count(3, &[(0, Yes), (1, Yes)]);
    assert_eq!(found.turning().map(|s| s.side).collect::<Vec<_>>(), [2]);
}
