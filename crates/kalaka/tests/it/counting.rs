//! Counting from the command line, on real files where they are there: what comes out, what proves it, and what is
//! said when something can't be read.

mod certificates;
mod rctab;

use crate::server::{Place, said};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

const MARKET: &str = "chamber,square,school yard,river bank\n\
                      citizens,5,0,3\ncitizens,4,2,\norganisations,0,4,4\norganisations,1,5,2\n";

fn run(arguments: &[&str]) -> Output {
    Place::bare().args(arguments).output().unwrap()
}

/// What a command prints when all is well.
fn told(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&told(&[arguments, &["--json"]].concat())).unwrap()
}

/// What a command says when it refuses what it was given.
fn refused(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", said(&output));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("kalaka: ") && !said.contains("panicked"), "{said}");
    said
}

/// A file or folder of the shared data; a test says so where it isn't there.
fn shared(path: &str) -> Option<String> {
    let found = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")).join(path);
    if !found.exists() {
        println!("{path}: not there, nothing compared");
    }
    found.exists().then(|| found.to_str().unwrap().to_owned())
}

fn expected(path: &str) -> Value {
    serde_json::from_slice(&fs::read(shared(&format!("expected/{path}.json")).unwrap()).unwrap()).unwrap()
}

fn strings(value: &Value) -> BTreeSet<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Desk {
        Desk(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn name(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    fn file(&self, name: &str, text: &str) -> String {
        fs::write(self.path(name), text).unwrap();
        self.name(name)
    }
}

#[test]
fn a_city_that_voted_by_equal_shares_comes_out_as_it_was_adopted() {
    let Some(file) = shared("pabulib/Poland_Wieliczka_2023_Green_Budget.pb") else { return };
    let case = expected("pabulib/Poland_Wieliczka_2023_Green_Budget");
    let count = |completion| ["count", &file, "--rule", "equal-shares", "--completion", completion];
    let adopted = json(&count("add-one"));
    assert_eq!(strings(&adopted["winners"]), strings(&case["meta"]["official_selected"]));
    let exhaustive = json(&count("add-one-exhaustive"));
    assert_eq!(strings(&exhaustive["winners"]), strings(&case["results"]["mes_cost_add1"]["winners"]));
    let page = told(&count("add-one"));
    for part in [
        "6,586 ballots, 64 projects, a budget of 1,000,000",
        "30 projects for 995,079; 4,921 of the budget is left.",
        "Add-one gave each voter 315.83 instead, after 164 steps.",
        "No tie was met.",
        "No group was passed over (EJR+ up to one project holds).",
    ] {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
}

#[test]
fn other_budget_rules_and_utilities_come_out_as_others_count_them() {
    let Some(file) = shared("pabulib/Netherlands_Assen_2024.pb") else { return };
    let results = expected("pabulib/Netherlands_Assen_2024")["results"].clone();
    for (name, rule, more) in [
        ("greedy_card", "greedy", &["--utility", "cardinality"][..]),
        ("mes_cost", "mes", &["--completion", "none"]),
        ("mes_card", "mes", &["--completion", "none", "--utility", "cardinality"]),
        ("mes_cost_add1u", "mes", &["--completion", "add-one+greedy"]),
        ("seq_phragmen", "phragmen", &[]),
    ] {
        let count = json(&[&["count", &file, "--rule", rule][..], more].concat());
        assert_eq!(strings(&count["winners"]), strings(&results[name]["winners"]), "{name}");
    }
}

#[test]
fn a_ward_comes_out_by_each_rule_as_the_reference_counts_it() {
    let Some(file) = shared("stv/glasgow-Craigton-2007.blt") else { return };
    let case = expected("stv/glasgow-Craigton-2007");
    for (rule, name) in
        [("stv-scottish", "scotland"), ("stv-meek", "meek_prf"), ("stv-wigm-exact", "wigm_rational")]
    {
        let count = json(&["count", &file, "--rule", rule]);
        assert_eq!(strings(&count["winners"]), strings(&case[name]["elected"]), "{rule}");
    }
    let page = told(&["count", &file, "--rule", "stv-scottish"]);
    assert!(page.contains("11,052 ballots, 10 candidates, 4 seats") && page.contains("2729.00000"), "{page}");
    assert!(page.contains("Iris Gibson had 518.00000 votes more than the quota"), "{page}");
}

#[test]
fn one_sushi_of_ten_comes_out_by_each_rule_on_rankings() {
    let Some(file) = shared("preflib/00014-00000001.soc") else { return };
    for rule in ["schulze", "ranked-pairs", "copeland", "minimax", "split-cycle", "irv", "borda", "plurality"]
    {
        let count = json(&["count", &file, "--rule", rule]);
        assert_eq!(
            count["names"][count["outcome"]["winner"].as_u64().unwrap() as usize],
            count["winners"][0]
        );
        assert_eq!(count["winners"][0], "tamago (egg)", "{rule}");
    }
}

#[test]
fn a_committee_is_elected_from_approvals_and_audited() {
    let Some(file) = shared("abc/instanceS0001.abc.yaml") else { return };
    for rule in ["av", "seqpav", "pav", "equal-shares", "phragmen", "expanding-approvals"] {
        let count = json(&["count", &file, "--rule", rule, "--seats", "2"]);
        assert_eq!(count["winners"].as_array().unwrap().len(), 2, "{rule}");
        assert!(count["audit"]["ejr_plus"].is_object(), "{rule}");
    }
    assert!(told(&["count", &file, "--rule", "seqpav", "--seats", "2"]).contains("FAIRNESS"));
}

#[test]
fn points_grades_and_places_are_read_from_a_table() {
    let desk = Desk::new();
    let file = desk.file("market.csv", MARKET);
    let by = |rule: &str| json(&["count", &file, "--rule", rule])["winners"][0].clone();
    assert_eq!(by("score"), "school yard");
    assert_eq!(by("majority-judgment"), "school yard");
    assert_eq!(by("least-resistance"), "river bank");
    let chambers = json(&["count", &file, "--rule", "score", "--joining", "each-accepts"]);
    assert_eq!(chambers["outcome"]["chambers"].as_array().unwrap().len(), 2);
    let orders = desk.file("orders.csv", "a,b,c,count\n1,2,3,4\n3,1,2,3\n3,2,1,2\n");
    assert_eq!(json(&["count", &orders, "--rule", "schulze"])["winners"][0], "b");
    assert_eq!(json(&["count", &orders, "--rule", "stv-scottish", "--seats", "1"])["winners"][0], "b");
    let approvals = desk.file("approvals.csv", "chamber,a,b,c\nnorth,x,,\nnorth,x,,\nsouth,,x,\n");
    let shared = ["count", &approvals, "--rule", "mes", "--seats", "2", "--shares", "1,1"];
    assert_eq!(json(&shared)["winners"], serde_json::json!(["a", "b"]));
}

#[test]
fn a_proposal_needs_both_sides() {
    let desk = Desk::new();
    let file = desk.file(
        "motion.csv",
        "chamber,vote,count\ncitizens,yes,20\ncitizens,no,3\norganisations,yes,4\norganisations,no,4\n",
    );
    let page = told(&["count", &file, "--rule", "two-sides"]);
    assert!(page.contains("The proposal is not adopted."), "{page}");
    assert!(page.contains("organisations would have turned with 1 vote moving, or 1 more vote."), "{page}");
    let consent = desk.file("consent.csv", "vote,reason\nconsent,\nobjection,the stream floods\n");
    assert!(told(&["count", &consent, "--rule", "consent"]).contains("Objection: the stream floods"));
    let gradients = desk.file("gradients.csv", "vote,count\n1,5\n4,1\n6,2\n");
    assert!(told(&["count", &gradients, "--rule", "gradients"]).contains("The proposal is adopted."));
}

#[test]
fn lots_are_the_same_for_whoever_has_the_seed() {
    let desk = Desk::new();
    let file = desk.file("tie.csv", "a,b,c,d,e,f\n1,1,1,1,1,1\n");
    let count = |seed| json(&["count", &file, "--rule", "approval", "--seed", seed])["winners"][0].clone();
    assert_eq!(count("may"), count("may"));
    let winners: BTreeSet<String> =
        ["1", "2", "3", "4", "5", "6", "7", "8"].map(|seed| count(seed).to_string()).into();
    assert!(winners.len() > 1);
    assert!(
        told(&["count", &file, "--rule", "approval", "--seed", "may"])
            .contains("a, b, c, d, e and f were equal")
    );
}

#[test]
fn what_cannot_be_counted_is_refused_with_its_place() {
    let desk = Desk::new();
    let bad = desk.file("bad.blt", "2 1\n1 3 0\n0\n\"A\" \"B\" \"T\"\n");
    let said = refused(&["count", &bad, "--rule", "irv"]);
    assert!(said.contains("bad.blt: line 2, column 3: expected"), "{said}");
    let points = desk.file("points.csv", "a,b\n1,many\n");
    let said = refused(&["count", &points, "--rule", "score"]);
    assert!(said.contains("points.csv: line 2, column 3: expected a whole number"), "{said}");
    let file = desk.file("orders.blt", "2 1\n3 1 2 0\n0\n\"A\" \"B\" \"T\"\n");
    let said = refused(&["count", &file, "--rule", "equal-shares"]);
    assert!(
        said.contains("equal-shares doesn't fit rankings; rules that fit this file: plurality, borda"),
        "{said}"
    );
    assert!(said.contains("stv-scottish") && !said.contains("greedy"), "{said}");
    assert!(refused(&["count", &file, "--rule", "sortition"]).contains("no rule is called “sortition”"));
    assert!(refused(&["count", &file, "--rule", "irv", "--seats", "2"]).contains("this rule elects one"));
    assert!(refused(&["count", &file, "--rule", "stv-meek", "--seats", "9"]).contains("9 seats"));
    assert!(refused(&["count", &desk.name("none.pb"), "--rule", "mes"]).contains("can't be read"));
    assert!(refused(&["count", &desk.file("x.txt", ""), "--rule", "mes"]).contains("say it with --format"));
}

#[test]
fn a_conversation_is_mapped_with_its_doubts() {
    let Some(folder) = shared("polis/london-youth-policing") else { return };
    let page = told(&["opinions", &folder]);
    assert!(page.contains("26 people, 39 statements, 638 votes"), "{page}");
    assert!(page.contains("No groups are claimed: chance would divide people as well."), "{page}");
    assert!(page.contains("100 % of 14 (78–100 %)"), "{page}");
    let raw = shared("polis/london-youth-policing/raw").unwrap();
    let export = json(&["opinions", &raw]);
    assert_eq!(export["votes"], 638);
    let published = json(&["opinions", &folder, "--method", "polis"]);
    assert_eq!(published["verdict"], "NotAsked");
    assert_eq!(published["groups"].as_array().unwrap().len(), 4);
}

#[test]
fn a_plain_table_of_votes_is_a_conversation_too() {
    let desk = Desk::new();
    let table = "who,side,No cars by the school,Sunday buses\n\
                 Amina,citizens,1,agree\nPista,citizens,1,\nVera,citizens,1,pass\nclinic,organisations,-1,1\n";
    let count = json(&["opinions", &desk.file("votes.csv", table)]);
    assert_eq!((&count["people"], &count["votes"]), (&4.into(), &7.into()));
    assert_eq!(count["places"][3]["person"], "clinic");
    let bad = desk.file("bad.csv", "who,Shade\nAmina,maybe\n");
    let said = refused(&["opinions", &bad]);
    assert!(said.contains("bad.csv: line 2, column 2: expected a vote"), "{said}");
    assert!(refused(&["opinions", &Desk::new().name("")]).contains("holds none of votes.csv"));
}

#[test]
fn a_panel_is_drawn_alike_on_each_machine() {
    let [Some(pool), Some(quotas)] = ["respondents.csv", "categories.csv"]
        .map(|name| shared(&format!("sortition/example_small_20/{name}")))
    else {
        return;
    };
    let draw = ["draw", &pool, &quotas, "--size", "20", "--seed", "1 May 2026: 4 8 15 16 23 42"];
    let more = [&draw[..], &["--panels", "10", "--public", "3 14 15", "--alternates", "3"]].concat();
    let drawn = json(&more);
    assert_eq!(drawn, json(&more));
    let panel = strings(&drawn["panel"]);
    assert_eq!(panel.len(), 20);
    for quota in drawn["quotas"].as_array().unwrap() {
        let number = |key: &str| quota[key].as_u64().unwrap();
        assert!((number("min")..=number("max")).contains(&number("panel")), "{quota}");
    }
    let least = expected("sortition/example_small_20")["leximin_highs_type_aggregated"]["min_prob"].clone();
    assert!((drawn["least"].as_f64().unwrap() - least.as_f64().unwrap()).abs() < 1e-6);
    let ball = drawn["lottery"]["ball"].as_u64().unwrap() as usize;
    assert_eq!(strings(&drawn["lottery"]["panels"][ball]), panel);
    let page = told(&draw);
    assert!(page.contains("QUOTAS") && page.contains("From 0.1000 to 0.1000"), "{page}");
}

#[test]
fn quotas_that_cannot_be_met_are_told_with_what_would_help() {
    let [Some(pool), Some(quotas)] = ["respondents.csv", "categories.csv"]
        .map(|name| shared(&format!("sortition/infeasible_joint_10/{name}")))
    else {
        return;
    };
    let said = refused(&["draw", &pool, &quotas, "--size", "10"]);
    assert!(said.contains("at least 5 m (gender) were asked for; there is room for 3"), "{said}");
}

#[test]
fn no_household_sends_two() {
    let desk = Desk::new();
    let pool = desk.file("pool.csv", "id,age,address\nA,young,1\nB,young,1\nC,old,1\nD,old,2\n");
    let quotas = desk.file("quotas.csv", "category,feature,min,max\nage,young,0,2\nage,old,0,2\n");
    let draw = ["draw", &pool, &quotas, "--size", "2", "--seed", "7", "--household", "address"];
    assert!(strings(&json(&draw)["panel"]).contains("D"));
    let wrong = ["draw", &pool, &quotas, "--size", "2", "--household", "home"];
    assert!(refused(&wrong).contains("the pool has no column “home”; it has age, address"));
    let bad = desk.file("bad.csv", "category,feature,min,max\nage,young,none,2\n");
    let said = refused(&["draw", &pool, &bad, "--size", "2"]);
    assert!(said.contains("bad.csv: line 2, column 3: expected a whole number"), "{said}");
}

#[test]
fn help_speaks_of_counting_alone() {
    for command in ["count", "verify", "opinions", "draw"] {
        let help = told(&[command, "--help"]);
        assert!(
            help.contains("--json") && !help.contains("--database") && !help.contains("KALAKA_"),
            "{help}"
        );
    }
    assert!(told(&["check", "--help"]).contains("--database"));
}

#[test]
fn counting_leaves_no_folder_behind() {
    let desk = Desk::new();
    desk.file("orders.csv", "a,b\n1,2\n");
    let count =
        Place::bare().current_dir(desk.0.path()).args(["count", "orders.csv", "--rule", "irv"]).output();
    assert!(count.unwrap().status.success());
    assert_eq!(fs::read_dir(desk.0.path()).unwrap().count(), 1);
}
