//! One of a household at most.

use crate::town;
use sortition::{Fault, Rule};

#[test]
fn no_two_of_a_household_are_drawn() {
    let instance = town::at_home("x1 x1 y1 x2 y2 y2 x y x3 y4", "a:x:2-2 a:y:2-2", 4);
    let chances = instance.chances(Rule::Leximin).unwrap();
    for number in 0..500 {
        assert!(instance.admits_people(&chances.draw(&number.to_string())));
    }
    let lottery = chances.lottery(200, "seed").unwrap();
    assert!(lottery.panels.iter().all(|panel| instance.admits_people(panel)));
    let alternates = instance.alternates(&lottery.panels[0], 4, "seed").unwrap();
    assert!(!alternates.people.is_empty());
}

#[test]
fn two_of_a_household_have_half_a_chance_each() {
    let instance = town::at_home("x1 x1 x x", "a:x:0-9", 2);
    let chances = instance.chances(Rule::Leximin).unwrap();
    // Three households, two seats. LEXIMIN sees people: the pair's household is drawn for sure.
    assert!(chances.people.iter().all(|chance| (chance - 0.5).abs() < 1e-6), "{:?}", chances.people);
}

#[test]
fn as_many_seats_as_households_is_the_most() {
    let fault = sortition::Instance::of(
        &town::pool("x1 x1 x2 x2"),
        &town::quotas("a:x:0-9"),
        3,
        sortition::Household::One,
    );
    assert_eq!(fault, Err(Fault::PoolTooSmall { asked: 3, at_hand: 2 }));
}

#[test]
fn households_of_the_same_kind_are_one_class() {
    let instance = town::at_home("x1 y1 x2 y2 x3 y3 y4 x4 x y", "a:x:0-9 a:y:0-9", 3);
    // The x and the y of four pairs, and the two who live alone.
    assert_eq!(instance.types().map(<[usize]>::len).collect::<Vec<_>>(), [1, 4, 4, 1]);
}
