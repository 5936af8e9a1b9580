//! What must not change when nothing has changed.

use crate::made_up::{Dice, camps};
use opinion::{Conversation, Options, Picture, Statement, Vote, draw};
use proptest::prelude::*;

type Votes = Vec<(usize, usize, Vote)>;

fn votes(conversation: &Conversation) -> Votes {
    let of = |person| conversation.votes_of(person).map(move |(statement, vote)| (person, statement, vote));
    (0..conversation.participants()).flat_map(of).collect()
}

fn picture(people: usize, statements: usize, votes: Votes) -> Picture {
    let conversation =
        Conversation::with_votes(vec![Statement::default(); statements], people, votes).unwrap();
    draw(&conversation, &Options { resamples: 0, ..Options::polis2021() }, None).unwrap()
}

/// A permutation of `0..n` by a seed.
fn shuffled(n: usize, seed: u64) -> Vec<usize> {
    let mut dice = Dice(seed);
    let mut order: Vec<usize> = (0..n).collect();
    (1..n).rev().for_each(|last| order.swap(last, dice.below(last as u64 + 1) as usize));
    order
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_people_and_statements_changes_nothing(seed in 0_u64..1_000_000) {
        let conversation = camps(30, 3, 24, 80, &mut Dice(seed));
        let (people, statements) = (shuffled(30, seed ^ 1), shuffled(24, seed ^ 2));
        let here = picture(30, 24, votes(&conversation));
        let there = votes(&conversation).into_iter().map(|(p, s, vote)| (people[p], statements[s], vote));
        let there = picture(30, 24, there.collect());
        for (person, place) in here.places.iter().enumerate() {
            let other = there.places[people[person]];
            prop_assert!(is_near(place.x, other.x) && is_near(place.y, other.y));
            prop_assert_eq!(place.group, other.group);
        }
        for (statement, counts) in here.overall.iter().enumerate() {
            prop_assert_eq!(*counts, there.overall[statements[statement]]);
        }
    }

    #[test]
    fn saying_the_opposite_mirrors_the_map_through_its_middle(seed in 0_u64..1_000_000) {
        let conversation = camps(30, 2, 24, 80, &mut Dice(seed));
        let here = picture(30, 24, votes(&conversation));
        let opposite = |vote| match vote {
            Vote::Agree => Vote::Disagree,
            Vote::Pass => Vote::Pass,
            Vote::Disagree => Vote::Agree,
        };
        let there = votes(&conversation).into_iter().map(|(p, s, vote)| (p, s, opposite(vote))).collect();
        let there = picture(30, 24, there);
        for (place, other) in here.places.iter().zip(&there.places) {
            prop_assert!(is_near(place.x, -other.x) && is_near(place.y, -other.y));
        }
    }

    #[test]
    fn one_vote_more_neither_mirrors_the_map_nor_renames_a_group(seed in 0_u64..1_000_000) {
        let mut conversation = camps(60, 3, 24, 80, &mut Dice(seed));
        let options = Options { resamples: 0, ..Options::polis2021() };
        let before = draw(&conversation, &options, None).unwrap();
        let mut dice = Dice(seed ^ 3);
        let vote = Vote::ALL[dice.below(3) as usize];
        conversation.vote(dice.below(60) as usize, dice.below(24) as usize, vote).unwrap();
        let after = draw(&conversation, &options, Some(&before)).unwrap();
        let moved = before.places.iter().zip(&after.places);
        let squares: f64 = moved.map(|(a, b)| (a.x - b.x).powi(2) + (a.y - b.y).powi(2)).sum();
        let whole: f64 = before.places.iter().map(|a| a.x * a.x + a.y * a.y).sum();
        prop_assert!(squares < 0.05 * whole, "{} of {}", squares, whole);
        if before.groups.len() == after.groups.len() {
            let names = |picture: &Picture| picture.groups.iter().map(opinion::Group::letter).collect::<Vec<_>>();
            prop_assert_eq!(names(&before), names(&after));
            let same = before.places.iter().zip(&after.places).filter(|(a, b)| a.group == b.group).count();
            prop_assert!(same >= 54, "{} of 60 kept their group", same);
        }
    }

    #[test]
    fn any_votes_make_a_picture(votes in prop::collection::vec((0_usize..9, 0_usize..7, 0_usize..3), 0..80)) {
        let votes = votes.into_iter().map(|(p, s, vote)| (p, s, Vote::ALL[vote]));
        let conversation = Conversation::with_votes(vec![Statement::default(); 7], 9, votes).unwrap();
        for options in [Options::default(), Options { min_votes: 1, ..Options::polis2021() }] {
            let picture = draw(&conversation, &options, None).unwrap();
            prop_assert!(picture.places.iter().all(|place| place.x.is_finite() && place.y.is_finite()));
            prop_assert!(picture.tried.iter().all(|tried| tried.silhouette.abs() <= 1.0 + 1e-6));
            prop_assert_eq!(opinion::common_ground(&picture).iter().filter(|g| !g.is_common()).count(), 0);
            let _ = (opinion::divisive(&picture), opinion::hardly_voted(&picture, 5));
            let next = opinion::next_statement(&conversation, &picture, 0, 3);
            prop_assert!(next.is_none_or(|next| conversation.votes_of(0).all(|(seen, _)| seen != next)));
        }
    }
}
