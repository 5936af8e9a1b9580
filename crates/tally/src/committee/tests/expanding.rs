//! The Expanding Approvals Rule on orders.

use super::*;

fn orders(candidates: usize, ballots: &[(&[&[usize]], u64)]) -> Orders {
    let mut orders = Orders::new((0..candidates).map(|c| c.to_string())).unwrap();
    for (classes, count) in ballots {
        orders.add(classes.iter().map(|class| class.to_vec()).collect::<Vec<_>>(), *count).unwrap();
    }
    orders
}

fn count(orders: &Orders, seats: usize) -> Outcome {
    Election::new(Rule::ExpandingApprovals, seats).count_orders(orders).unwrap()
}

#[test]
fn the_ballots_widen_until_somebody_has_a_quota() {
    // Nine voters, two seats: a quota of a little more than three.
    let orders = orders(4, &[(&[&[0], &[1]], 4), (&[&[2], &[3]], 3), (&[&[3], &[2]], 2)]);
    let outcome = count(&orders, 2);
    assert_eq!(outcome.winners, [0, 2]);
    assert!(outcome.protocol.contains(&Step::Widened { round: 2, rank: 2 }));
    assert_eq!(outcome.rule, Rule::ExpandingApprovals);
}

#[test]
fn equals_in_a_class_are_supported_together() {
    let orders = orders(3, &[(&[&[0, 1], &[2]], 3), (&[&[1], &[0]], 1)]);
    assert_eq!(count(&orders, 1).winners, [1]);
}

/// Votes of whole groups that agree on a set of candidates, whatever their order in it.
#[test]
fn a_solid_coalition_gets_its_seats() {
    let orders = orders(
        6,
        &[
            (&[&[0], &[1], &[2]], 21),
            (&[&[1], &[2], &[0]], 20),
            (&[&[2], &[0], &[1]], 20),
            (&[&[3], &[4], &[5]], 20),
            (&[&[4], &[3], &[5]], 19),
        ],
    );
    // 61 of 100 voters, five seats: three are theirs by Droop's quota of 16 2/3.
    let winners = count(&orders, 5).winners;
    assert!(
        winners.iter().filter(|c| **c < 3).count() == 3 && winners.iter().filter(|c| **c > 2).count() == 2
    );
}

proptest! {
    /// All seats are filled, whatever the ballots; each supporter pays the same part.
    #[test]
    fn every_seat_is_filled(
        ballots in prop::collection::vec((prop::collection::vec(0_usize..5, 0..5), 1_u64..9), 1..9),
        seats in 1_usize..6,
    ) {
        let mut orders = Orders::new((0..5).map(|c| c.to_string())).unwrap();
        for (mut ballot, count) in ballots {
            ballot.sort_unstable();
            ballot.dedup();
            orders.add(ballot.chunks(2).map(<[usize]>::to_vec).collect::<Vec<_>>(), count).unwrap();
        }
        prop_assert_eq!(count(&orders, seats).winners.len(), seats);
    }
}
