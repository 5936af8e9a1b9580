//! Real elections with the counts of a reference implementation (`shared/data`), to the last printed digit. Where that
//! folder is absent the tests pass and say so.

use crate::formats::blt;
use crate::ranked::TieOrder;
use crate::ranked::tests::shared::{expected, files};
use crate::stv::{Action, Contest, Count, Rule, Stage};
use serde_json::Value;
use std::collections::BTreeSet;

/// Each election's name, the election itself, and what is expected.
pub(crate) fn elections() -> Vec<(String, blt::Election, Value)> {
    let election = |path: std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let election = blt::read(&std::fs::read(&path).unwrap()).unwrap();
        Some((name.clone(), election, expected("stv", &format!("{name}.json"))?))
    };
    files("stv", &[".blt"]).into_iter().filter_map(election).collect()
}

pub(crate) fn counted(election: &blt::Election, rule: Rule) -> Count {
    let options = election.profile.options().len();
    let lots = match &election.tie {
        Some(order) => TieOrder::given(order.clone(), options).unwrap(),
        None => TieOrder::by_index(options),
    };
    let (profile, withdrawn) = (&election.profile, &election.withdrawn[..]);
    Contest { profile, seats: election.seats, withdrawn, lots: &lots }.count(rule).unwrap()
}

fn numbers(options: &[usize]) -> BTreeSet<u64> {
    options.iter().map(|option| *option as u64 + 1).collect()
}

fn elected(expected: &Value) -> BTreeSet<u64> {
    expected["elected_cids"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap()).collect()
}

/// How many ties the reference met. (Its list also holds each message about somebody called Katie.)
fn ties(expected: &Value) -> usize {
    let messages = expected["ties_logged"].as_array().unwrap().iter();
    messages.filter(|message| message.as_str().unwrap().starts_with("Break tie")).count()
}

/// The tallies, quota and rest of an expected action stand in a stage as they are printed.
fn assert_same(stage: &Stage, action: &Value, exhausted: &str, name: &str) {
    for (option, tally) in stage.tallies.iter().enumerate() {
        let tally = tally.as_ref().map_or(Value::Null, |tally| tally.to_string().into());
        assert_eq!(
            tally,
            action["votes"][(option + 1).to_string()],
            "{name}, stage {}: {option}",
            stage.number
        );
    }
    assert_eq!(stage.quota.to_string(), action["quota"], "{name}, stage {}", stage.number);
    assert_eq!(stage.exhausted.to_string(), action[exhausted], "{name}, stage {}", stage.number);
}

#[test]
fn scottish_counts_are_the_same_to_the_last_digit() {
    let (elections, mut stages) = (elections(), 0);
    for (name, election, expected) in &elections {
        let expected = &expected["scotland"];
        let count = counted(election, Rule::Scottish);
        assert_eq!(numbers(&count.elected), elected(expected), "{name}");
        // The lots of the reference are those of the file or the candidates' own order, as ours: so all is the same.
        let actions = expected["actions"].as_array().unwrap();
        let ends = actions.iter().filter(|a| a["tag"] == "begin" || a["tag"] == "transfer");
        for (stage, action) in count.stages.iter().zip(ends.clone()) {
            assert_same(stage, action, "nt_votes", name);
            stages += 1;
        }
        assert_eq!(count.stages.len(), ends.count(), "{name}");
        assert_eq!(count.ties.len(), ties(expected), "{name}");
    }
    println!("Scottish: {} elections, {stages} stages", elections.len());
}

#[test]
fn meek_counts_are_the_same_to_the_last_digit() {
    let (elections, mut stages) = (elections(), 0);
    for (name, election, expected) in &elections {
        let expected = &expected["meek_prf"];
        let count = counted(election, Rule::MeekPrf);
        assert_eq!(numbers(&count.elected), elected(expected), "{name}");
        for action in expected["actions"].as_array().unwrap() {
            let stage = &count.stages[action["round"].as_u64().unwrap() as usize];
            let message = action["msg"].as_str().unwrap();
            if action["tag"] == "end" || message.contains("remaining") {
                continue;
            }
            assert_same(stage, action, "residual", name);
            if let (Action::Distribution { surplus, .. }, true) = (&stage.action, action["tag"] == "defeat") {
                assert_eq!(surplus.to_string(), action["surplus"], "{name}, stage {}", stage.number);
            }
            stages += 1;
        }
        assert_eq!(count.stages.len() as u64, expected["n_rounds"].as_u64().unwrap() + 1, "{name}");
        assert_eq!(count.ties.len(), ties(expected), "{name}");
    }
    println!("Meek (reference rule): {} elections, {stages} steps", elections.len());
}

/// The rounds of the reference's Gregory rules, which look for winners at the beginning of a round.
fn rounds(count: &Count) -> u64 {
    let last_is_election = count.filled.is_empty();
    count.stages.len() as u64 - 1 + u64::from(last_is_election)
}

#[test]
fn gregory_counts_elect_the_same_in_as_many_rounds() {
    let elections = elections();
    for (rule, key) in [(Rule::WigmPrf, "wigm_prf"), (Rule::WigmExact, "wigm_rational")] {
        for (name, election, expected) in &elections {
            let (expected, count) = (&expected[key], counted(election, rule));
            assert_eq!(numbers(&count.elected), elected(expected), "{name}, {key}");
            assert_eq!(rounds(&count), expected["n_rounds"].as_u64().unwrap(), "{name}, {key}");
            assert_eq!(count.ties.len(), ties(expected), "{name}, {key}");
            if rule == Rule::WigmPrf {
                assert_eq!(count.stages[0].quota.to_string(), expected["quota"], "{name}");
            }
        }
    }
    println!("Gregory (reference rule and exact): {} elections", elections.len());
}

#[test]
fn guarded_meek_comes_to_the_same_quota() {
    let elections = elections();
    for (name, election, expected) in &elections {
        let (expected, count) = (&expected["meek_guarded"], counted(election, Rule::MeekGuarded));
        assert_eq!(numbers(&count.elected), elected(expected), "{name}");
        assert_eq!(count.stages.len() as u64, expected["n_rounds"].as_u64().unwrap() + 1, "{name}");
        let quota = count.stages.last().unwrap().quota.to_string();
        let crate::stv::Amount::Decimal { units, .. } = crate::stv::Amount::parse(&quota).unwrap() else {
            panic!()
        };
        let shown = crate::stv::Amount::Decimal { units: (units + 500_000_000) / 1_000_000_000, places: 18 };
        assert_eq!(shown.to_string(), expected["quota"], "{name}");
    }
    println!("Meek (guarded): {} elections", elections.len());
}

#[test]
fn the_park_board_of_minneapolis_comes_out_round_by_round() {
    let Some(official) = expected("stv", "rctab-2013_minneapolis_park.official-style.json") else {
        return println!("no official report found");
    };
    let (_, election, _) =
        elections().into_iter().find(|(name, ..)| name == "rctab-2013_minneapolis_park").unwrap();
    let count = counted(&election, Rule::Minneapolis);
    let reported = official["results"].as_array().unwrap();
    for (stage, round) in count.stages.iter().zip(reported) {
        for (name, tally) in election.profile.options().iter().zip(&stage.tallies) {
            let name = if name == "UWI" { "Undeclared Write-ins" } else { name };
            let Some(expected) = round["tally"][name].as_str() else { continue };
            let whole = tally.as_ref().unwrap().to_string();
            assert_eq!(whole.trim_end_matches(".0000"), expected.trim_end_matches(".0000"), "{name}");
        }
        assert!(round["threshold"] == "14866" && stage.quota.to_string() == "14866.0000");
    }
    println!("Minneapolis: {} stages of {} reported rounds", count.stages.len(), reported.len());
}
