//! What the reference implementation of the field found, where its data is at hand.

use crate::committee::certificate::{certify, verify};
use crate::committee::{Completion, Election, Fault, Profile, Rule};
use crate::formats::{abc_yaml, cat};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The folder with the shared data, if it is there.
fn shared(folder: &str) -> Option<PathBuf> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")).join(folder);
    let found = path.is_dir();
    if !found {
        eprintln!("no cases: {} is not there", path.display());
    }
    found.then_some(path)
}

fn rule(id: &str) -> Option<Rule> {
    Some(match id {
        "av" => Rule::Approvals,
        "seqpav" => Rule::SeqPav,
        "pav" => Rule::Pav { branches: 1_000_000 },
        "seqphragmen" => Rule::SeqPhragmen,
        "equal-shares" => Rule::EqualShares(Completion::Phragmen),
        "equal-shares-with-av-completion" => Rule::EqualShares(Completion::Approvals),
        _ => return None,
    })
}

#[test]
fn each_instance_of_abcvoting_comes_out_as_listed() {
    let Some(folder) = shared("abc") else { return };
    let (mut files, mut cases) = (0, 0);
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let instance = abc_yaml::read(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(abc_yaml::read(&abc_yaml::write(&instance)).unwrap(), instance);
        files += 1;
        for expected in &instance.expected {
            let (Some(rule), Some(listed)) = (rule(&expected.rule_id), &expected.result) else { continue };
            let listed: BTreeSet<Vec<usize>> = listed.iter().cloned().collect();
            let election = Election::new(rule, instance.seats.unwrap());
            let told = format!("{} {}", path.display(), expected.rule_id);
            let outcome = election.count(&instance.profile).unwrap();
            assert_eq!(verify(&instance.profile, &certify(&instance.profile, &outcome)), Ok(()), "{told}");
            let mut winners = outcome.winners;
            winners.sort_unstable();
            assert!(listed.contains(&winners), "{told}: {winners:?}");
            if expected.resolute == Some(false) {
                let all = election.count_all(&instance.profile, 1_000_000).unwrap();
                assert_eq!(all, listed, "{told}");
            }
            cases += 1;
        }
    }
    println!("{files} files, {cases} cases");
    assert!(files == 0 || cases > files);
}

/// The profile behind an expected result; Pabulib's files are read only as far as is needed here.
fn profile_of(file: &str) -> Result<Profile, Fault> {
    match file.ends_with(".cat") {
        true => {
            let path = shared("preflib").unwrap().join(file);
            cat::read(&std::fs::read_to_string(path).unwrap()).unwrap().profile(1)
        }
        false => pabulib(&std::fs::read_to_string(shared("pabulib").unwrap().join(file)).unwrap()),
    }
}

fn pabulib(text: &str) -> Result<Profile, Fault> {
    let sections = |name: &'static str| text.lines().skip_while(move |line| line.trim() != name).skip(1);
    let column = |name: &'static str, column: &str| {
        sections(name).next().unwrap().split(';').position(|head| head.trim() == column).unwrap()
    };
    let (id, vote) = (column("PROJECTS", "project_id"), column("VOTES", "vote"));
    let projects = sections("PROJECTS").skip(1).take_while(|line| line.trim() != "VOTES");
    let ids: BTreeSet<&str> = projects.map(|line| line.split(';').nth(id).unwrap()).collect();
    let place = |project: &str| ids.iter().position(|id| *id == project).unwrap();
    let places: std::collections::HashMap<&str, usize> = ids.iter().map(|id| (*id, place(id))).collect();
    let mut profile = Profile::new(ids.iter().copied())?;
    for line in sections("VOTES").skip(1).filter(|line| !line.is_empty()) {
        let approves = line.split(';').nth(vote).unwrap().split(',').filter(|id| !id.is_empty());
        profile.add(approves.map(|id| places[id]).collect::<Vec<_>>(), 1)?;
    }
    Ok(profile)
}

#[test]
fn each_expected_result_of_real_ballots_comes_out() {
    let Some(folder) = shared("expected/abc") else { return };
    let mut cases = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let expected: serde_json::Value = serde_json::from_str(&text).unwrap();
        let meta = &expected["meta"];
        let profile = profile_of(meta["file"].as_str().unwrap()).unwrap().without_blank();
        let seats = meta["committeesize"].as_u64().unwrap() as usize;
        for (id, result) in expected.as_object().unwrap() {
            let Some(rule) = rule(id) else { continue };
            let outcome = Election::new(rule, seats).count(&profile).unwrap();
            let certificate = certify(&profile, &outcome);
            assert_eq!(verify(&profile, &certificate), Ok(()), "{} {id}", meta["file"]);
            let mut winners = outcome.winners;
            winners.sort_unstable();
            let committee = serde_json::json!(winners);
            assert_eq!(committee, result["committee"], "{} {id}", meta["file"]);
            cases += 1;
        }
    }
    println!("{cases} cases");
}
