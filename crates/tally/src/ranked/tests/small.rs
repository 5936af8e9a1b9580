//! Small profiles, made at random.

use crate::ranked::{Poll, Profile, Ranking};
use proptest::prelude::*;

/// Ballots as levels of options, each with its count.
pub(crate) type Ballots = Vec<(Vec<Vec<usize>>, u64)>;

pub(crate) fn profile(options: usize, ballots: &Ballots) -> Profile {
    let mut poll = Poll::among((0..options).map(|n| format!("option {n}"))).unwrap();
    for (levels, count) in ballots {
        poll.add(Ranking::weak(levels.clone()), *count).unwrap();
    }
    poll.close()
}

/// A few options and ballots that rank some of them, with equals where `weak`. Counts stay small, so that ties are
/// many.
pub(crate) fn ballots(weak: bool) -> impl Strategy<Value = (usize, Ballots)> {
    (1..6_usize).prop_flat_map(move |options| {
        let order = Just((0..options).collect::<Vec<_>>()).prop_shuffle();
        let ballot = (order, 0..=options, prop::collection::vec(any::<bool>(), options), 1..4_u64);
        let ballot = ballot.prop_map(move |(order, length, joins, count)| {
            let mut levels: Vec<Vec<usize>> = Vec::new();
            for (option, joins) in order.into_iter().take(length).zip(joins) {
                match levels.last_mut() {
                    Some(level) if weak && joins => level.push(option),
                    _ => levels.push(vec![option]),
                }
            }
            (levels, count)
        });
        (Just(options), prop::collection::vec(ballot, 0..10))
    })
}
