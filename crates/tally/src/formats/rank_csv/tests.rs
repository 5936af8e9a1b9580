use super::*;
use crate::ranked::tests::shared::{expected, files};
use crate::ranked::{Bottom, Cast, Rule, Step, TieOrder, count};
use crate::stv::{self, Contest};
use serde_json::Value;
use std::collections::BTreeMap;

const STAND: Reading = Reading { overvotes: Overvotes::End, skips: Some(1), undeclared: Undeclared::Stand };

fn rankings(text: &str, reading: Reading) -> Vec<Vec<usize>> {
    let ranks = read(text, &[]).unwrap();
    ranks.lines.iter().map(|(marks, _)| ranks.ranked(marks, reading)).collect()
}

#[test]
fn each_token_does_what_the_reading_says() {
    let text = "rank1,rank2,rank3,rank4,count\n\
                Ann,undervote,Bob,UWI,2\nAnn,undervote,,Bob,1\novervote,Bob,Ann,,1\nUWI,Bob,Bob,Ann,1\n";
    assert_eq!(rankings(text, STAND), [vec![0, 1, 2], vec![0], vec![], vec![2, 1, 0]]);
    let lenient = Reading { overvotes: Overvotes::PassOver, skips: None, undeclared: Undeclared::PassedOver };
    assert_eq!(rankings(text, lenient), [vec![0, 1], vec![0, 1], vec![1, 0], vec![1, 0]]);
}

#[test]
fn the_order_of_the_ballots_is_not_that_of_the_candidates() {
    let [there, back] = ["rank1\nBob\nAnn\n", "rank1\nAnn\nBob\n"].map(|text| read(text, &[]).unwrap());
    assert_eq!(there.candidates, ["Ann", "Bob"]);
    assert_eq!(there.candidates, back.candidates);
    assert_eq!(there.lines[0], back.lines[1]);
}

#[test]
fn what_counts_for_nobody_is_blank_or_spoiled() {
    let ranks = read("rank1,rank2,count\nundervote,,3\novervote,Ann,2\n\"Ann, A.\",,1\n", &[]).unwrap();
    assert_eq!(ranks.candidates, ["Ann", "Ann, A."]);
    let cast = ranks.profile(STAND).unwrap().cast();
    assert_eq!(cast, Cast { valid: 1, blank: 3, spoiled: 2, abstained: 0 });
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let wrong = |text: &str| read(text, &["Ann".to_owned()]).unwrap_err().to_string();
    let name = "line 3, column 5: expected a candidate's name, undervote, overvote or UWI, found “Anne”";
    assert_eq!(wrong("rank1,rank2\nAnn,UWI\nAnn,Anne\n"), name);
    assert!(wrong("rank1,rank3\n").starts_with("line 1, column 7: expected the column rank2, or count once"));
    assert!(wrong("count\n1\n").starts_with("line 1, column 1: expected the column rank1"));
    assert!(wrong("rank1,count\nAnn,-1\n").starts_with("line 2, column 5: expected how many such ballots"));
    assert!(wrong("rank1,count\nAnn\n").starts_with("line 2, column 1: expected 2 fields"));
    assert!(wrong("").starts_with("line 1, column 1"));
}

/// A contest of RCTab: its ranks, the reading that its configuration asks for, and its own report.
struct Contested {
    name: String,
    ranks: Ranks,
    reading: Reading,
    report: Value,
}

fn contests() -> Vec<Contested> {
    let contest = |path: std::path::PathBuf| {
        let name = path.file_name()?.to_str()?.strip_suffix(".ranks.csv")?.to_owned();
        let report = expected("stv", &format!("rctab-{name}.official-style.json"))?;
        let rules = std::fs::read_to_string(path.with_file_name(format!("{name}.rules.json"))).unwrap();
        let rules: Value = serde_json::from_str(&rules).unwrap();
        let candidates: Vec<String> = serde_json::from_value(rules["candidates"].clone()).unwrap();
        let rules = &rules["rules"];
        let overvotes = match rules["overvoteRule"].as_str().unwrap() {
            "exhaustImmediately" => Overvotes::End,
            _ => Overvotes::PassOver,
        };
        let skips = Some(rules["maxSkippedRanksAllowed"].as_str().unwrap().parse().unwrap());
        let reading = Reading { overvotes, skips, undeclared: Undeclared::Stand };
        let ranks = read(&std::fs::read_to_string(&path).unwrap(), &candidates).unwrap();
        Some(Contested { name, ranks, reading, report })
    };
    files("stv/rctab", &[".ranks.csv"]).into_iter().filter_map(contest).collect()
}

/// A round's tally of the report, without the write-ins unless they are asked for.
fn tally(round: &Value, with_undeclared: bool) -> BTreeMap<String, u64> {
    let tally = round["tally"].as_object().unwrap().iter();
    let own = tally.filter(|(name, _)| with_undeclared || *name != "Undeclared Write-ins");
    own.map(|(name, votes)| {
        (name.replace("Undeclared Write-ins", "UWI"), votes.as_str().unwrap().parse().unwrap())
    })
    .collect()
}

/// What is read is what RCTab read: the first round, and the ballots that count for nobody in it.
#[test]
fn first_rounds_are_as_rctab_reports_them() {
    for contest in contests() {
        let profile = contest.ranks.profile(contest.reading).unwrap();
        let first = &contest.report["results"][0];
        let found = count(&profile, Rule::Plurality, &TieOrder::by_index(profile.options().len())).unwrap();
        let Step::Scored { scores } = &found.steps[0] else { panic!() };
        let found: BTreeMap<String, u64> =
            profile.options().iter().cloned().zip(scores.iter().map(|score| *score as u64)).collect();
        assert_eq!(found, tally(first, true), "{}", contest.name);
        let inactive = first["inactiveBallots"].as_object().unwrap().values();
        let inactive: u64 = inactive.map(|n| n.as_str().unwrap().parse::<u64>().unwrap()).sum();
        let summary = &contest.report["summary"];
        let cast = profile.cast();
        assert_eq!(
            (cast.spoiled, cast.blank),
            (inactive, summary["undervotes"].as_u64().unwrap()),
            "{}",
            contest.name
        );
    }
}

/// Instant runoff agrees with RCTab in each round in which the same candidates are left, and on the winner. Two things
/// differ, and not in who wins: RCTab eliminates undeclared write-ins first, however many they are (so they are passed
/// over here, and rounds are compared from its second), and its “batch elimination” takes all who can't catch up out
/// together, where we set one aside at a time (so we have rounds that it doesn't report).
#[test]
fn instant_runoff_agrees_with_rctab_round_by_round() {
    for contest in contests().iter().filter(|contest| contest.report["summary"]["numWinners"] == 1) {
        let reading = Reading { undeclared: Undeclared::PassedOver, ..contest.reading };
        let profile = contest.ranks.profile(reading).unwrap();
        let found =
            count(&profile, Rule::Irv(Bottom::One), &TieOrder::by_index(profile.options().len())).unwrap();
        let ours: Vec<BTreeMap<String, u64>> = found
            .steps
            .iter()
            .filter_map(|step| match step {
                Step::Round { tallies, .. } => {
                    Some(tallies.iter().map(|(o, votes)| (profile.options()[*o].clone(), *votes)).collect())
                }
                _ => None,
            })
            .collect();
        let rounds = contest.report["results"].as_array().unwrap();
        let mut agreed = 0;
        for round in rounds.iter().skip(1).map(|round| tally(round, false)) {
            let same = ours.iter().find(|found| found.keys().eq(round.keys()));
            agreed += usize::from(same.is_some());
            assert!(same.is_none_or(|found| *found == round), "{}: {same:?} {round:?}", contest.name);
        }
        println!("{}: {agreed} rounds of {} agree", contest.name, rounds.len() - 1);
        assert!(agreed + 2 >= rounds.len() - 1, "{}: {agreed} of {}", contest.name, rounds.len());
        let elected = rounds.iter().flat_map(|round| round["tallyResults"].as_array().unwrap());
        let elected: Vec<&str> = elected.filter_map(|result| result["elected"].as_str()).collect();
        assert_eq!(elected, [profile.options()[found.winner].as_str()], "{}", contest.name);
    }
}

/// For several seats our rule is RCTab's own (write-ins are lowest in the first round by themselves).
#[test]
fn several_seats_come_out_as_rctab_reports_them() {
    for contest in contests().iter().filter(|contest| contest.report["summary"]["numWinners"] != 1) {
        let profile = contest.ranks.profile(contest.reading).unwrap();
        let seats = contest.report["summary"]["numWinners"].as_u64().unwrap() as usize;
        let lots = TieOrder::by_index(profile.options().len());
        let contested = Contest { profile: &profile, seats, withdrawn: &[], lots: &lots };
        let found = contested.count(stv::Rule::Minneapolis).unwrap();
        let mut elected: Vec<&str> = found.elected.iter().map(|o| profile.options()[*o].as_str()).collect();
        let rounds = contest.report["results"].as_array().unwrap();
        for (stage, round) in found.stages.iter().zip(rounds) {
            for (name, tally) in profile.options().iter().zip(&stage.tallies) {
                let name = if name == "UWI" { "Undeclared Write-ins" } else { name };
                let Some(reported) = round["tally"][name].as_str() else { continue };
                let ours = tally.as_ref().unwrap().to_string();
                assert_eq!(ours.trim_end_matches(".0000"), reported.trim_end_matches(".0000"), "{name}");
            }
        }
        let reported = rounds.iter().flat_map(|round| round["tallyResults"].as_array().unwrap());
        let mut reported: Vec<&str> = reported.filter_map(|result| result["elected"].as_str()).collect();
        elected.sort_unstable();
        reported.sort_unstable();
        assert_eq!(elected, reported, "{}", contest.name);
    }
}
