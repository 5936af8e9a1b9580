//! Small random pools against brute force: every panel of people is written down, and LEXIMIN is found
//! by asking for each person alone whether they can have more. No types, no prices, no column generation.

use crate::town;
use microlp::{ComparisonOp, OptimizationDirection, Problem};
use proptest::prelude::*;
use sortition::{Fault, Household, Instance, Rule};

/// All panels of people that the instance admits.
fn panels(instance: &Instance) -> Vec<Vec<usize>> {
    let people = instance.people();
    let all = (0_u32..1 << people).filter(|set| set.count_ones() == instance.seats());
    let members = |set: u32| (0..people).filter(|person| set >> person & 1 == 1).collect::<Vec<_>>();
    all.map(members).filter(|panel| instance.admits_people(panel)).collect()
}

/// The most that `aim` can have, where each person has at least their floor; with `None` as aim the most
/// that all without a floor can have alike.
fn most(panels: &[Vec<usize>], floors: &[Option<f64>], rest: f64, aim: Option<usize>) -> f64 {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let shares: Vec<_> = panels.iter().map(|_| problem.add_var(0.0, (0.0, 1.0))).collect();
    let goal = problem.add_var(1.0, (0.0, 1.0));
    problem.add_constraint(shares.iter().map(|share| (*share, 1.0)), ComparisonOp::Eq, 1.0);
    for (person, floor) in floors.iter().enumerate() {
        let seated = panels.iter().zip(&shares).filter(|(panel, _)| panel.contains(&person));
        let mut chance: Vec<_> = seated.map(|(_, share)| (*share, 1.0)).collect();
        let is_goal = aim == Some(person) || (aim.is_none() && floor.is_none());
        if is_goal {
            chance.push((goal, -1.0));
        }
        let floor = if is_goal { 0.0 } else { floor.unwrap_or(rest) - 1e-8 };
        problem.add_constraint(chance, ComparisonOp::Ge, floor);
    }
    problem.solve().unwrap().into_solution().unwrap().objective()
}

fn leximin(panels: &[Vec<usize>], people: usize) -> Vec<f64> {
    let mut floors: Vec<Option<f64>> = vec![None; people];
    while floors.contains(&None) {
        let rest = most(panels, &floors, 0.0, None);
        let stuck: Vec<usize> = (0..people)
            .filter(|person| floors[*person].is_none())
            .filter(|person| most(panels, &floors, rest, Some(*person)) < rest + 1e-5)
            .collect();
        assert!(!stuck.is_empty());
        stuck.into_iter().for_each(|person| floors[person] = Some(rest));
    }
    floors.into_iter().map(Option::unwrap).collect()
}

fn quotas() -> impl Strategy<Value = String> {
    let quota = (0..3_u32, 0..4_u32).prop_map(|(min, more)| format!("{min}-{}", min + more));
    prop::collection::vec(quota, 5).prop_map(|limits| {
        ["a:x:", "a:y:", "b:x:", "b:y:", "b:z:"]
            .iter()
            .zip(&limits)
            .map(|(name, limit)| format!("{name}{limit} "))
            .collect()
    })
}

fn people() -> impl Strategy<Value = String> {
    prop::collection::vec("[xy][xyz][1-4]?", 5..9).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn leximin_is_what_brute_force_finds(people in people(), limits in quotas(), seats in 2..5_u32, home in any::<bool>()) {
        let household = if home { Household::One } else { Household::Any };
        let instance = match Instance::of(&town::pool(&people), &town::quotas(&limits), seats, household) {
            Ok(instance) => instance,
            Err(Fault::PoolTooSmall { .. }) => return Ok(()),
            Err(fault) => panic!("{fault}"),
        };
        let panels = panels(&instance);
        let chances = match instance.chances(Rule::Leximin) {
            Err(Fault::Infeasible(relaxation)) => {
                prop_assert!(panels.is_empty());
                prop_assert!(relaxation.seats() > 0);
                prop_assert!(instance.relaxed(&relaxation).chances(Rule::Maximin).is_ok());
                return Ok(());
            }
            chances => chances.unwrap(),
        };
        prop_assert!(!panels.is_empty());
        let expected = leximin(&panels, instance.people());
        let least = |chances: &[f64]| chances.iter().copied().filter(|c| *c > 1e-9).fold(1.0, f64::min);
        let maximin = instance.chances(Rule::Maximin).unwrap();
        prop_assert!((least(&maximin.people) - least(&expected)).abs() < 1e-5, "{:?} {expected:?}", maximin.people);
        for (person, (expected, found)) in expected.iter().zip(&chances.people).enumerate() {
            prop_assert!((expected - found).abs() < 1e-5, "{person}: {expected} {found} {expected:?} {:?}", chances.people);
            let sits = panels.iter().any(|panel| panel.contains(&person));
            prop_assert_eq!(!sits, chances.never.contains(&person));
        }
    }

    #[test]
    fn the_relaxation_is_the_smallest(people in people(), limits in quotas(), seats in 2..5_u32) {
        let (pool, limits) = (town::pool(&people), town::quotas(&limits));
        let instance = Instance::of(&pool, &limits, seats, Household::Any).unwrap();
        let moved = |panel: &Vec<usize>| -> u32 {
            let count = |quota: &sortition::Quota| {
                let place = pool.categories().iter().position(|name| *name == quota.category).unwrap();
                panel.iter().filter(|person| pool.people()[**person].features[place] == quota.feature).count() as u32
            };
            let moves = limits.as_slice().iter();
            moves.map(|quota| quota.min.saturating_sub(count(quota)) + count(quota).saturating_sub(quota.max)).sum()
        };
        let free = town::quotas("a:x:0-9 a:y:0-9 b:x:0-9 b:y:0-9 b:z:0-9");
        let all = panels(&Instance::of(&pool, &free, seats, Household::Any).unwrap());
        let least = all.iter().map(moved).min().unwrap();
        prop_assert_eq!(instance.relaxation().unwrap().seats(), u64::from(least));
    }

    #[test]
    fn goldilocks_is_what_one_large_program_finds(people in people(), limits in quotas(), seats in 2..5_u32) {
        let instance = town::instance(&people, &limits, seats);
        let panels = panels(&instance);
        if panels.is_empty() { return Ok(()); }
        let chances = instance.chances(Rule::Goldilocks { gamma: 1.0 }).unwrap();
        let even = f64::from(seats) / instance.people() as f64;
        let found = chances.greatest() / even + even / chances.least();
        // For each of many least chances the least greatest; none may be better than what was found.
        let top = instance.chances(Rule::Maximin).unwrap().least();
        for step in 1..=40 {
            let least = (top - 1e-8) * f64::from(step) / 40.0;
            let mut problem = Problem::new(OptimizationDirection::Minimize);
            let shares: Vec<_> = panels.iter().map(|_| problem.add_var(0.0, (0.0, 1.0))).collect();
            let greatest = problem.add_var(1.0, (0.0, 1.0));
            problem.add_constraint(shares.iter().map(|share| (*share, 1.0)), ComparisonOp::Eq, 1.0);
            for person in (0..instance.people()).filter(|person| !chances.never.contains(person)) {
                let seated = panels.iter().zip(&shares).filter(|(panel, _)| panel.contains(&person));
                let chance: Vec<_> = seated.map(|(_, share)| (*share, 1.0)).collect();
                problem.add_constraint(chance.as_slice(), ComparisonOp::Ge, least);
                problem.add_constraint(chance.into_iter().chain([(greatest, -1.0)]).collect::<Vec<_>>(), ComparisonOp::Le, 0.0);
            }
            let greatest = problem.solve().unwrap().into_solution().unwrap().objective();
            prop_assert!(found <= greatest / even + even / least + 1e-5);
        }
    }
}
