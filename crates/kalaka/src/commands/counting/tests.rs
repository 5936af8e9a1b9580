//! Files that somebody broke, one after the other: whatever stands in one, a command says what is wrong with
//! it or counts it. It never panics, and nobody waits for ever. Good files are cut, doubled, mixed with each
//! other and strewn with what readers stumble over; each goes through the reader, the rule and the telling.
//!
//! `KALAKA_FUZZ_SECONDS` says how long (by default three quarters of a minute, and a quarter for certificates),
//! `KALAKA_FUZZ_SEED` where chance begins. What is at work lies in the folder that the test names, so that what
//! broke it can be tried again.

mod certificates;

use super::Command;
use clap::{FromArgMatches, Subcommand};
use kit::testing::faults::{self, Faults, PATIENCE, pick};
use rand::RngExt;
use rand::rngs::StdRng;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

/// A name that says the format, and a good file of it.
const GOOD: [(&str, &str); 12] = [
    (
        "budget.pb",
        "META\nkey;value\nbudget;1000\nvote_type;approval\nPROJECTS\nproject_id;cost;name\na;400;Benches\nb;600;Trees\n\
         c;250;Lamps\nVOTES\nvoter_id;vote\n1;a,b\n2;b\n3;c,a\n4;\n",
    ),
    (
        "points.pb",
        "META\nkey;value\nbudget;700\nvote_type;cumulative\nPROJECTS\nproject_id;cost\na;400\nb;300.5\nVOTES\n\
         voter_id;vote;points\n1;a,b;3,1\n2;b;4\n",
    ),
    (
        "ward.blt",
        "4 2\n-2\n3 1 3 4 0\n4 1 3 2 0\n2 4 1 3 0\n1 2 0\n2 2 4 3 1 0\n0\n\"Ann\"\n\"Bob\"\n\"Cid\"\n\"Dora\"\n\"A ward\"\n",
    ),
    (
        "orders.toi",
        "# FILE NAME: small.toi\n# DATA TYPE: toi\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 7\n\
         # NUMBER UNIQUE ORDERS: 3\n# ALTERNATIVE NAME 1: Park\n# ALTERNATIVE NAME 2: Pool\n4: 1,3\n2: 2,{1,3}\n1: {1,2},3\n",
    ),
    ("orders.soc", "# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 5\n3: 1,2,3\n2: 3,2,1\n"),
    (
        "classes.cat",
        "# NUMBER ALTERNATIVES: 3\n# NUMBER CATEGORIES: 2\n# CATEGORY NAME 1: Yes\n7: {1,3},2\n2: {},{1,2,3}\n",
    ),
    ("committee.abc.yaml", "profile: [[0, 1], [2], [], [0, 1]]\nnum_cand: 3\ncommitteesize: 2\n"),
    ("slate.csv", "chamber,count,Park,Pool\ncitizens,3,x,\norganisations,1,1,yes\ncitizens,2,,\n"),
    ("grades.csv", "count,Park,Pool,School\n3,5,2,0\n2,1,4,4\n1,0,0,5\n"),
    (
        "mayor.ranks.csv",
        "rank1,rank2,rank3,count\nAnn,Bob,,3\nBob,undervote,Cid,2\novervote,Cid,,1\nUWI,Ann,Bob,1\n,,,4\n\"Cid, C.\",Ann,,2\n",
    ),
    ("votes.csv", "participant,a,b,c\n1,1,-1,0\n2,1,,1\n3,-1,1,\n4,1,1,-1\n"),
    ("pool.csv", "id,gender,age\n1,f,young\n2,m,old\n3,f,old\n4,m,young\n5,f,young\n"),
];

const QUOTAS: &str = "category,feature,min,max\ngender,f,1,2\ngender,m,1,2\nage,young,1,2\nage,old,1,2\n";

/// What readers stumble over.
const STUMBLES: [&str; 24] = [
    "0",
    "-1",
    "1",
    "2",
    "99999999999999999999999",
    "4294967296",
    "18446744073709551615",
    "1e308",
    "0.1",
    "1/3",
    "NaN",
    ",",
    ";",
    "\n",
    "\r",
    "\"",
    "{",
    "}",
    "[",
    ":",
    "#",
    "\u{feff}",
    "ő",
    "\0",
];

#[test]
fn no_broken_file_makes_a_command_panic_or_hang() {
    let (seconds, mut chance) = (faults::this_long(45), faults::chance());
    let folder = tempfile::Builder::new().prefix("kalaka-fuzz-").tempdir().unwrap();
    let end = Instant::now() + Duration::from_secs(seconds);
    let (mut tried, mut counted, mut longest) = (0_u64, 0_u64, Duration::ZERO);
    while Instant::now() < end {
        let words = broken(folder.path(), &mut chance);
        let began = Instant::now();
        let answer = catch_unwind(AssertUnwindSafe(|| run(&words)));
        let took = began.elapsed();
        if answer.is_err() || took > PATIENCE {
            let kept = folder.keep();
            panic!("after {took:?}, of the files in {}: {words:?}", kept.display());
        }
        tried += 1;
        counted += u64::from(answer.unwrap_or_default());
        longest = longest.max(took);
    }
    println!(
        "{tried} broken files in {seconds} s, {counted} of them could be counted; the longest took {longest:?}"
    );
    assert!(
        tried > 100 && counted > tried / 100,
        "{tried} files, {counted} counted: nothing is tried like this"
    );
}

/// Writes a broken file, and gives the command line that reads it.
fn broken(folder: &Path, chance: &mut StdRng) -> Vec<String> {
    let (name, good) = pick(&GOOD, chance);
    let path = folder.join(name);
    std::fs::write(&path, mutated(good.as_bytes(), chance)).unwrap();
    let path = path.display().to_string();
    let mut words: Vec<String> = match *name {
        "pool.csv" => {
            let quotas = folder.join("quotas.csv");
            let text =
                if chance.random_bool(0.5) { QUOTAS.into() } else { mutated(QUOTAS.as_bytes(), chance) };
            std::fs::write(&quotas, text).unwrap();
            let rule = *pick(&["leximin", "maximin", "goldilocks"], chance);
            let size = chance.random_range(0..6).to_string();
            ["draw", &path, &quotas.display().to_string(), "--size", &size, "--rule", rule, "--seed", "s"]
                .map(Into::into)
                .into()
        }
        "votes.csv" => ["opinions", &path].map(Into::into).into(),
        _ => ["count", &path, "--rule", *pick(&super::count::names(), chance)].map(Into::into).into(),
    };
    if words[0] == "count" && chance.random_bool(0.5) {
        words.extend(["--seats".into(), chance.random_range(0..5).to_string()]);
    }
    if chance.random_bool(0.3) {
        words.push("--json".into());
    }
    words
}

fn mutated(good: &[u8], chance: &mut StdRng) -> Vec<u8> {
    let all = GOOD.map(|(_, good)| good.as_bytes());
    Faults { good: &all, stumbles: &STUMBLES }.mutated(good, chance)
}

/// Whether there was something to count.
fn run(words: &[String]) -> bool {
    let command = Command::augment_subcommands(clap::Command::new("kalaka"));
    let matches =
        command.try_get_matches_from(std::iter::once("kalaka".to_owned()).chain(words.iter().cloned()));
    let command = Command::from_arg_matches(&matches.unwrap()).unwrap();
    super::answered(&command).is_ok()
}
