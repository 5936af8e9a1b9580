//! Quotas that can't be met, and what would help.

use crate::town;
use sortition::{Bound, Fault, Household, Instance, Rule};

fn why(people: &str, limits: &str, seats: u32) -> String {
    let instance = town::instance(people, limits, seats);
    let Err(Fault::Infeasible(relaxation)) = instance.chances(Rule::Leximin) else { panic!("feasible") };
    assert!(instance.relaxed(&relaxation).chances(Rule::Leximin).is_ok());
    relaxation.to_string()
}

#[test]
fn too_few_in_the_pool_is_said_with_numbers() {
    assert_eq!(
        why("x x y y y y", "a:x:3-4 a:y:0-4", 4),
        "no panel meets all quotas: at least 3 x (a) were asked for; the pool has 2"
    );
}

#[test]
fn quotas_that_only_clash_together_are_found() {
    // Each x is a p, so two x and two q can't sit on three seats.
    let text = why("xp xp xp yq yq yq", "a:x:2-3 a:y:0-3 b:p:0-3 b:q:2-3", 3);
    assert!(text.ends_with("there is room for 1"), "{text}");
}

#[test]
fn too_many_are_told_how_many_it_takes() {
    let instance = town::instance("x x x x y", "a:x:0-2 a:y:0-4", 4);
    let relaxation = instance.relaxation().unwrap();
    assert_eq!(
        (relaxation.moves.len(), relaxation.moves[0].bound, relaxation.moves[0].instead),
        (1, Bound::AtMost, 3)
    );
    assert_eq!(relaxation.moves[0].to_string(), "at most 2 x (a) were asked for; it takes 3");
}

#[test]
fn what_can_be_met_needs_no_relaxation() {
    assert_eq!(town::instance("x x y", "a:x:1-1 a:y:1-1", 2).relaxation().unwrap().moves, []);
}

#[test]
fn a_pool_that_is_too_small_is_named() {
    let of =
        |seats| Instance::of(&town::pool("x y"), &town::quotas("a:x:0-9 a:y:0-9"), seats, Household::Any);
    assert_eq!(of(3), Err(Fault::PoolTooSmall { asked: 3, at_hand: 2 }));
    assert_eq!(of(0), Err(Fault::NoSeats));
}

#[test]
fn those_who_fit_in_no_panel_are_named() {
    let instance = town::instance("xp xp yq yp", "a:x:1-2 a:y:0-2 b:p:2-2 b:q:0-0", 2);
    let chances = instance.chances(Rule::Leximin).unwrap();
    assert_eq!(chances.never, [2]);
    assert!((chances.people[2], chances.least()) == (0.0, 0.5) || (chances.least() - 2.0 / 3.0).abs() < 1e-6);
}
