//! Real ballots with reference results (`shared/data`), by its criteria. Where that folder is absent the tests pass
//! and say so.

use crate::formats::{blt, preflib};
use crate::ranked::{Bottom, Outcome, Pairwise, Profile, Rule, Step, Strengths, TieOrder, Unranked, count};
use serde_json::Value;
use std::path::{Path, PathBuf};

pub(crate) const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");

/// All files of a folder with one of these endings, in order; empty where the folder is absent.
pub(crate) fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(Path::new(DATA).join(folder)) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| endings.iter().any(|ending| path.to_str().unwrap().ends_with(ending)));
    files.sort();
    files
}

pub(crate) fn expected(folder: &str, name: &str) -> Option<Value> {
    let path = Path::new(DATA).join("expected").join(folder).join(name);
    Some(serde_json::from_str(&std::fs::read_to_string(path).ok()?).unwrap())
}

/// Each case: its name, its ballots (without who has withdrawn), what is expected.
pub(crate) fn cases() -> Vec<(String, Profile, Value)> {
    let strict = files("preflib", &[".soc", ".soi", ".toc", ".toi"]);
    let all = strict.into_iter().chain(files("stv", &[".blt"]));
    let case = |path: PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = std::fs::read(&path).unwrap();
        let profile = if name.ends_with(".blt") {
            let election = blt::read(&bytes).unwrap();
            election.profile.without(&election.withdrawn).unwrap()
        } else {
            preflib::read(&bytes).unwrap().profile
        };
        let expected = expected("preflib", &format!("{name}.pairwise.json"))?;
        Some((name, profile, expected))
    };
    all.filter_map(case).collect()
}

/// Winners by index, from their numbers in the file.
fn winners(expected: &Value) -> Vec<usize> {
    expected["winners"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap() as usize - 1).collect()
}

fn elect(profile: &Profile, rule: Rule) -> Outcome {
    count(profile, rule, &TieOrder::by_index(profile.options().len())).unwrap()
}

fn scores(outcome: &Outcome) -> Vec<i64> {
    let Some(Step::Scored { scores }) = outcome.steps.first() else { panic!("no scores") };
    scores.clone()
}

/// Scores by number of option; an option that isn't named has none.
fn points(expected: &Value, options: usize) -> Vec<i64> {
    (1..=options).map(|n| expected[n.to_string()].as_i64().unwrap_or(0)).collect()
}

#[test]
fn pairs_and_strengths_are_exact() {
    let cases = cases();
    for (name, profile, expected) in &cases {
        let (pairwise, ids) = (Pairwise::of(profile), standing(profile, expected));
        let strengths = Strengths::of(&pairwise);
        for (row, a) in ids.iter().enumerate() {
            for (column, b) in ids.iter().enumerate() {
                assert_eq!(
                    pairwise.wins(*a, *b),
                    expected["pairwise_wins"][row][column].as_u64().unwrap(),
                    "{name}"
                );
                let strength = expected["schulze_strength_margins"][row][column].as_i64().unwrap();
                assert_eq!(strengths.between(*a, *b), strength, "{name}: {a} {b}");
            }
        }
    }
    println!("pairs and strengths: {} cases", cases.len());
}

/// The options of the expected matrices, which leave out those that have withdrawn.
fn standing(profile: &Profile, expected: &Value) -> Vec<usize> {
    let rows = expected["pairwise_wins"].as_array().unwrap().len();
    let all = 0..profile.options().len();
    if rows == all.len() {
        return all.collect();
    }
    let ids = expected["plurality"].as_object().unwrap();
    all.filter(|option| ids.contains_key(&(option + 1).to_string())).collect()
}

#[test]
fn winners_by_pairs_are_the_same() {
    let cases = cases();
    for (name, profile, expected) in &cases {
        let pairwise = Pairwise::of(profile);
        let condorcet: Vec<usize> = pairwise.condorcet_winner().into_iter().collect();
        assert_eq!(condorcet, winners(&expected["condorcet_winner"]), "{name}");
        assert_eq!(pairwise.smith_set(), winners(&expected["smith_set"]), "{name}");
        let rules = [
            (Rule::Copeland, "copeland"),
            (Rule::Schulze, "schulze_beat_path"),
            (Rule::Minimax, "minimax_margins"),
            (Rule::SplitCycle, "split_cycle"),
        ];
        for (rule, key) in rules {
            assert_eq!(elect(profile, rule).winners, winners(&expected[key]), "{name}: {key}");
        }
    }
    println!("winners by pairs: {} cases", cases.len());
}

#[test]
fn ranked_pairs_wins_in_some_universe_and_exactly_without_equal_margins() {
    let (mut exact, mut among) = (0, 0);
    for (name, profile, expected) in cases() {
        let outcome = elect(&profile, Rule::RankedPairs);
        let universes = &expected["ranked_pairs_put"];
        if universes["winners"].is_null() {
            println!("{name}: the reference did not finish");
        } else if expected["equal_margin_pairs"] == 0 {
            assert_eq!(outcome.winners, winners(universes), "{name}");
            exact += 1;
        } else {
            assert!(winners(universes).contains(&outcome.winner), "{name}");
            among += 1;
        }
    }
    println!("ranked pairs: {exact} cases exactly, {among} in the set of parallel universes");
}

#[test]
fn points_and_first_choices_are_exact() {
    let cases = cases();
    for (name, profile, expected) in &cases {
        let options = profile.options().len();
        if profile.is_strict() && expected["plurality"].is_object() {
            assert_eq!(
                scores(&elect(profile, Rule::Plurality)),
                points(&expected["plurality"], options),
                "{name}"
            );
        }
        if expected["borda_truncated_zero"].is_object() && standing(profile, expected).len() == options {
            let halves = scores(&elect(profile, Rule::Borda(Unranked::Zero)));
            let whole: Vec<i64> = halves.iter().map(|half| half / 2).collect();
            assert_eq!(whole, points(&expected["borda_truncated_zero"], options), "{name}");
        }
        // Twice the mean convention is the sum of margins and (m − 1) for each ballot.
        let net = points(&expected["net_borda"], options);
        let halves = scores(&elect(profile, Rule::Borda(Unranked::Mean)));
        let shift = profile.cast().valid as i64 * (options as i64 - 1);
        if standing(profile, expected).len() == options {
            assert_eq!(halves.iter().map(|half| half - shift).collect::<Vec<_>>(), net, "{name}");
        }
    }
    println!("points: {} cases", cases.len());
}

#[test]
fn instant_runoff_elects_the_same() {
    let mut compared = 0;
    for (name, profile, expected) in cases() {
        if !expected["irv"]["winners"].is_array() {
            continue;
        }
        assert_eq!(elect(&profile, Rule::Irv(Bottom::All)).winners, winners(&expected["irv"]), "{name}");
        let one = elect(&profile, Rule::Irv(Bottom::One));
        assert!(!one.ties.is_empty() || one.winners == winners(&expected["irv"]), "{name}");
        compared += 1;
    }
    println!("instant runoff: {compared} cases");
}
