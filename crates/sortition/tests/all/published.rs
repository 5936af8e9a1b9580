//! The pools that others have published results for, by the criteria that stand beside them: feasible
//! or not exactly, quotas on every panel, the least chance and all sorted chances within a millionth.

use serde_json::Value;
use sortition::{Chances, Fault, Household, Instance, Rule, reading};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn cases() -> Vec<(String, PathBuf)> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/sortition"));
    let Ok(entries) = std::fs::read_dir(folder) else {
        println!("0 published pools: {} is not there", folder.display());
        return Vec::new();
    };
    let mut cases: Vec<_> = entries.map(|entry| entry.unwrap()).collect();
    cases.sort_by_key(std::fs::DirEntry::file_name);
    println!("{} published pools", cases.len());
    cases.iter().map(|case| (case.file_name().into_string().unwrap(), case.path())).collect()
}

fn instance(folder: &Path) -> Instance {
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
    let pool = reading::pool(&read("respondents.csv")).unwrap();
    let quotas = reading::quotas(&read("categories.csv")).unwrap();
    let seats = String::from_utf8(read("panel_size.txt")).unwrap().trim().parse().unwrap();
    Instance::of(&pool, &quotas, seats, Household::Any).unwrap()
}

/// What the reference found: its facts, and how many people have which chance.
fn expected(case: &str) -> Value {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/expected/sortition"));
    serde_json::from_slice(&std::fs::read(folder.join(format!("{case}.json"))).unwrap()).unwrap()
}

fn sorted(mut chances: Vec<f64>) -> Vec<f64> {
    chances.sort_by(f64::total_cmp);
    chances
}

fn check_sound(instance: &Instance, chances: &Chances) {
    assert_eq!(chances.panels.iter().map(|panel| panel.share).sum::<u64>(), sortition::WHOLE);
    assert!(chances.panels.iter().all(|panel| instance.admits(&panel.counts)));
    let seats: f64 = chances.people.iter().sum();
    assert!((seats - f64::from(instance.seats())).abs() < 1e-6);
}

#[test]
fn leximin_gives_the_published_chances() {
    for (case, folder) in cases() {
        let expected = expected(&case)["leximin_highs_type_aggregated"].clone();
        let instance = instance(&folder);
        let chances = match instance.chances(Rule::Leximin) {
            Ok(chances) => chances,
            Err(Fault::Infeasible(_)) if expected["feasible"] == false => continue,
            Err(fault) => panic!("{case}: {fault}"),
        };
        assert_eq!(expected["feasible"], true, "{case}");
        check_sound(&instance, &chances);
        assert!((chances.least() - expected["min_prob"].as_f64().unwrap()).abs() < 1e-6, "{case}");
        let marginals = expected["marginal_by_type"].as_array().unwrap().iter();
        let copies = |type_: &Value| vec![type_[2].as_f64().unwrap(); type_[1].as_u64().unwrap() as usize];
        let published = sorted(marginals.flat_map(copies).collect());
        let ours = sorted(chances.people.clone());
        assert_eq!(published.len(), ours.len(), "{case}");
        let apart = published.iter().zip(&ours).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        println!("{case}: {} people, sorted chances at most {apart:e} apart", ours.len());
        assert!(apart < 1e-6, "{case}: {apart}");
    }
}

#[test]
fn maximin_gives_the_published_least_chance() {
    for (case, folder) in cases() {
        let expected = expected(&case);
        let instance = instance(&folder);
        let Ok(chances) = instance.chances(Rule::Maximin) else { continue };
        check_sound(&instance, &chances);
        let least = expected["leximin_highs_type_aggregated"]["min_prob"].as_f64().unwrap();
        assert!((chances.least() - least).abs() < 1e-6, "{case}");
    }
}

#[test]
fn goldilocks_lies_between_the_best_least_and_the_best_greatest() {
    for (case, folder) in cases() {
        let instance = instance(&folder);
        let Ok(maximin) = instance.chances(Rule::Maximin) else { continue };
        let balanced = instance.chances(Rule::Goldilocks { gamma: 1.0 }).unwrap();
        check_sound(&instance, &balanced);
        let even = f64::from(instance.seats()) / instance.people() as f64;
        let aim = |chances: &Chances| chances.greatest() / even + even / chances.least();
        assert!(aim(&balanced) <= aim(&maximin) + 1e-6, "{case}");
        assert!(balanced.least() <= maximin.least() + 1e-6, "{case}");
    }
}

#[test]
fn a_lottery_of_a_thousand_balls_keeps_the_published_chances() {
    for (case, folder) in cases().into_iter().filter(|(case, _)| case.starts_with("s")) {
        let instance = instance(&folder);
        let chances = instance.chances(Rule::Maximin).unwrap();
        let lottery = chances.lottery(1000, "seed").unwrap();
        assert!(lottery.panels.iter().all(|panel| instance.admits_people(panel)), "{case}");
        let mut balls = BTreeMap::new();
        lottery.panels.iter().flatten().for_each(|person| *balls.entry(*person).or_insert(0) += 1);
        assert!(balls.iter().all(|(person, count)| lottery.balls[*person] == *count));
        println!("{case}: at most {} from anybody's chance", lottery.greatest_deviation());
        assert!(lottery.greatest_deviation() < 0.005, "{case}: {}", lottery.greatest_deviation());
    }
}
