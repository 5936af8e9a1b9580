//! Slates, common ground and what is shown next.

use crate::made_up::{Dice, camps, conversation};
use opinion::{
    Conversation, Direction, Lens, Options, Statement, Vote, common_ground, divisive, draw, slate,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Statement s is agreed by the people of one camp only: 0-5 by the first, 6-11 the second, 12-17 the third.
fn three_camps(seen: u64) -> Conversation {
    let camp = |person: usize| if person < 60 { 0 } else { 1 + usize::from(person >= 90) };
    let view = |person, statement: usize| (if camp(person) == statement / 6 { 100 } else { 0 }, 0);
    conversation(100, 18, seen, &mut Dice(5), view)
}

#[test]
fn a_slate_gives_each_camp_its_share() {
    for seen in [100, 60] {
        let conversation = three_camps(seen);
        let picture = draw(&conversation, &Options::default(), None).unwrap();
        let steps = slate(&conversation, &picture, 10);
        let of_camp = |camp| steps.iter().filter(|step| step.statement / 6 == camp).count();
        assert_eq!([0, 1, 2].map(of_camp), [6, 3, 1], "{seen} % seen: {steps:?}");
    }
}

#[test]
fn a_statement_few_have_seen_is_not_lost_for_that() {
    // Half the town wants what statement 0 says, but only a tenth has seen it; all have seen the others.
    let mut dice = Dice(9);
    let mut votes = Vec::new();
    for person in 0..200 {
        let first = person % 2 == 0;
        for statement in 0..9 {
            if statement == 0 && !dice.chance(10) {
                continue;
            }
            let agrees = if statement < 2 { first } else { !first };
            votes.push((person, statement, if agrees { Vote::Agree } else { Vote::Disagree }));
        }
    }
    let conversation = Conversation::with_votes(vec![Statement::default(); 9], 200, votes).unwrap();
    let picture = draw(&conversation, &Options::default(), None).unwrap();
    let taken: BTreeSet<usize> =
        slate(&conversation, &picture, 4).iter().map(|step| step.statement).collect();
    assert!(taken.contains(&0) && taken.contains(&1), "{taken:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Justified representation, which Equal Shares promises where everybody has seen everything: no
    /// `n / size` people agree on a statement while none of them has anything on the slate.
    #[test]
    fn a_slate_of_complete_votes_is_just(seed in 0_u64..1_000_000, size in 2_usize..6) {
        let mut dice = Dice(seed);
        let shares: Vec<u64> = (0..12).map(|_| dice.below(60)).collect();
        let conversation = conversation(24, 12, 100, &mut dice, |_, statement| (shares[statement], 0));
        let options = Options { permutations: 0, resamples: 0, ..Options::default() };
        let picture = draw(&conversation, &options, None).unwrap();
        let steps = slate(&conversation, &picture, size);
        prop_assert_eq!(steps.len(), size);
        let taken: BTreeSet<usize> = steps.iter().map(|step| step.statement).collect();
        let agreed = |person: usize| {
            let votes = conversation.votes_of(person);
            votes.filter(|(_, vote)| *vote == Vote::Agree).map(|(statement, _)| statement)
        };
        for statement in 0..12 {
            let unserved = (0..24).filter(|&person| {
                agreed(person).any(|s| s == statement) && !agreed(person).any(|s| taken.contains(&s))
            });
            prop_assert!(unserved.count() * size < 24, "statement {}", statement);
        }
        let paid: f64 = steps.iter().flat_map(|step| &step.paid_by).sum();
        prop_assert!(paid <= size as f64 + 1e-9);
    }
}

#[test]
fn common_ground_is_seen_across_groups_and_across_sectors() {
    // Two camps differ on all but the last statement; on the one before, the sectors differ.
    let view = |person: usize, statement: usize| match statement {
        19 => (96, 0),
        18 => (if person < 20 { 95 } else { 20 }, 0),
        _ => (if person.is_multiple_of(2) { 92 } else { 8 }, 0),
    };
    let mut conversation = conversation(80, 20, 90, &mut Dice(3), view);
    let of = (0..80).map(|person| Some(usize::from(person >= 20))).collect();
    let labels = vec!["health".to_owned(), "education".to_owned()];
    conversation.look_through(Lens { name: "sector".to_owned(), labels, of }).unwrap();
    let picture = draw(&conversation, &Options::default(), None).unwrap();
    assert_eq!(picture.groups.len(), 2);
    let common = common_ground(&picture);
    assert_eq!(common.len(), 1);
    assert_eq!((common[0].statement, common[0].direction), (19, Direction::Agree));
    assert!(common[0].is_certain() && common[0].across_labels[0].is_some());
    let divides: Vec<usize> = divisive(&picture).iter().map(|divide| divide.statement).collect();
    assert!(divides.len() >= 18 && !divides.contains(&19));
}

#[test]
fn what_a_group_has_hardly_seen_is_told_and_shown_next() {
    let mut dice = Dice(8);
    let mut conversation = camps(60, 2, 25, 100, &mut dice);
    let new = conversation.add_statement(Statement::default()).unwrap();
    (0..60).step_by(2).for_each(|person| {
        conversation.vote(person, new, Vote::Pass).unwrap();
    });
    let picture = draw(&conversation, &Options::default(), None).unwrap();
    let group = picture.places[1].group.unwrap();
    let unheard = opinion::hardly_voted(&picture, 5);
    assert_eq!(unheard.iter().map(|u| (u.group, u.statement)).collect::<Vec<_>>(), [(group, new)]);
    assert_eq!(opinion::next_statement(&conversation, &picture, 1, 42), Some(new));
    assert_eq!(opinion::next_statement(&conversation, &picture, 0, 42), None);
}
