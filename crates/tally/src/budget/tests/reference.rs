//! Outcomes of pabutools and of the equalshares.net tool on real files, and those that cities adopted.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::super::*;
use crate::formats::pabulib;

fn shared() -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")).to_owned()
}

pub(super) fn file(name: &str) -> Option<pabulib::File> {
    let bytes = std::fs::read(shared().join("pabulib").join(format!("{name}.pb"))).ok();
    if bytes.is_none() {
        println!("{name}: not there, nothing compared");
    }
    bytes.map(|bytes| pabulib::read(&bytes).unwrap())
}

/// The rule that a name in the expected files stands for.
fn rule(name: &str) -> Rule {
    let name = name.trim_end_matches("_numpy_float");
    let utility = match name {
        _ if name.contains("_card") => Utility::Cardinality,
        _ if name.contains("_score") || name.contains("_borda") => Utility::Points,
        _ => Utility::Cost,
    };
    let add_one = |start, stop, then| Completion::AddOne { start, stop, then };
    let completion = match name {
        "eq_add1_exhaustive_integral" => add_one(Start::Integral, Stop::Exhaustive, Then::Nothing),
        "eq_add1_nostop" => add_one(Start::Rational, Stop::OverBudget, Then::Nothing),
        "eq_add1u_default(exhaustive+integral)" => add_one(Start::Integral, Stop::Exhaustive, Then::Greedy),
        _ if name.ends_with("_add1u") => add_one(Start::Rational, Stop::Exhaustive, Then::Greedy),
        _ if name.ends_with("_add1") || name.ends_with("_exhaustive") => ADD_ONE,
        _ if name.ends_with("_u") || name.ends_with("_utilitarian") => Completion::Greedy,
        _ => Completion::None,
    };
    match name {
        "seq_phragmen" => Rule::Phragmen,
        _ if name.starts_with("greedy") => Rule::Greedy { utility },
        _ => Rule::EqualShares { utility, completion },
    }
}

fn ids(instance: &Instance, projects: &[usize]) -> Vec<String> {
    projects.iter().map(|p| instance.projects()[*p].id.clone()).collect()
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_owned()).collect()
}

fn as_set(list: &[String]) -> BTreeSet<String> {
    list.iter().cloned().collect()
}

/// Compares one run; true where the order was compared too.
fn compare(case: &str, name: &str, instance: &Instance, expected: &Value) -> bool {
    let found = count(instance, rule(name), &TieBreak::Lexicographic).unwrap();
    let won = ids(instance, &found.winners);
    let sets: Vec<_> = ["winners", "winners_reverse_lex"]
        .iter()
        .filter_map(|key| expected.get(*key))
        .map(|list| as_set(&strings(list)))
        .collect();
    assert_eq!(as_set(&won), sets[0], "{case} {name}");
    if let Some(cost) = expected.get("cost") {
        let cost = cost.as_str().map(str::to_owned).unwrap_or_else(|| cost.to_string());
        assert_eq!((found.cost / instance.unit()).to_string(), cost, "{case} {name}");
    }
    // Phragmén's list stands sorted there, and the other tool gives sets.
    let Some(order) = expected.get("order").filter(|_| name != "seq_phragmen") else { return false };
    assert_eq!(won, strings(order), "{case} {name}");
    true
}

fn compare_all(case: &str) {
    let Some(file) = file(case) else { return };
    let expected = std::fs::read(shared().join("expected/pabulib").join(format!("{case}.json"))).unwrap();
    let expected: Value = serde_json::from_slice(&expected).unwrap();
    let none = serde_json::Map::new();
    let own = expected["results"].as_object().unwrap_or(&none);
    let tool = expected["equalshares_compute_tool"]["results"].as_object().unwrap_or(&none);
    let (mut runs, mut orders) = (0, 0);
    for (name, run) in own.iter().chain(tool).filter(|(_, run)| run.get("winners").is_some()) {
        runs += 1;
        orders += usize::from(compare(case, name, &file.instance, run));
    }
    println!("{case}: {runs} runs compared, {orders} of them in order");
    assert!(runs > 0);
}

macro_rules! each_case {
    ($($test:ident: $file:literal,)*) => { $(#[test] fn $test() { compare_all($file) })* };
}

each_case! {
    toulouse_as_others_count_it: "France_Toulouse_2022",
    assen_as_others_count_it: "Netherlands_Assen_2024",
    czestochowa_as_others_count_it: "Poland_Czestochowa_2024_Lisiniec",
    katowice_as_others_count_it: "Poland_Katowice_2020",
    krakow_as_others_count_it: "Poland_Krakow_2021_Wzgorza_Krzeslawickie",
    lodz_as_others_count_it: "Poland_Lodz_2022",
    ursynow_as_others_count_it: "Poland_Warszawa_2020_Ursynow",
    wieliczka_as_others_count_it: "Poland_Wieliczka_2023_Green_Budget",
    mechanical_turk_utilities_as_others_count_them: "Worldwide_Mechanical_Turk_Utilities_7",
    mechanical_turk_approvals_as_others_count_them: "Worldwide_Mechanical_Turk_k_approval_7",
}

/// The winners by a rule are, to the project, those whose `selected` is 1.
fn is_what_was_adopted(case: &str, name: &str) {
    let Some(file) = file(case) else { return };
    let found = count(&file.instance, rule(name), &TieBreak::Lexicographic).unwrap();
    let mut won = found.winners;
    won.sort_unstable();
    assert_eq!(ids(&file.instance, &won), ids(&file.instance, &file.adopted()), "{case}");
}

#[test]
fn assen_adopted_equal_shares_with_add_one_in_2024() {
    is_what_was_adopted("Netherlands_Assen_2024", "mes_cost_add1");
}

#[test]
fn wieliczka_adopted_equal_shares_with_add_one_up_to_the_budget_in_2023() {
    is_what_was_adopted("Poland_Wieliczka_2023_Green_Budget", "eq_add1_nostop");
    if let Some(file) = file("Poland_Wieliczka_2023_Green_Budget") {
        let found = count(&file.instance, rule("eq_add1_nostop"), &TieBreak::Lexicographic).unwrap();
        assert_eq!((found.winners.len(), found.cost), (30, 995_079));
    }
}

#[test]
fn lodz_adopted_what_had_the_most_votes_in_2022() {
    is_what_was_adopted("Poland_Lodz_2022", "greedy_cost");
}

#[test]
fn ursynow_adopted_what_had_the_most_votes_in_2020() {
    is_what_was_adopted("Poland_Warszawa_2020_Ursynow", "greedy_cost");
}
