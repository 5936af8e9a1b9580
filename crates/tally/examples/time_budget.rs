//! How long a budget takes to count: `cargo run --release -p tally --example time_budget FILE.pb [RULE]`.
//!
//! RULE is one of greedy, phragmen, shares, add-one, add-one-to-the-budget, add-one-integral, all with
//! cost utilities, or with `-card` behind it cardinality, with `-points` the points given. Without one,
//! all are timed. The best of five runs is printed, in time on the processor where the system tells it
//! (Linux), and the most memory held.

use std::error::Error;
use std::time::{Duration, Instant};

use tally::budget::{
    ADD_ONE, BallotKind, Completion, Instance, Outcome, Rule, Start, Step, Stop, Then, TieBreak, Utility,
    count,
};
use tally::formats::pabulib;

const RULES: [&str; 6] =
    ["greedy", "phragmen", "shares", "add-one", "add-one-to-the-budget", "add-one-integral"];

fn rule(name: &str) -> Option<Rule> {
    let (name, utility) = match name {
        _ if name.ends_with("-card") => (name.trim_end_matches("-card"), Utility::Cardinality),
        _ if name.ends_with("-points") => (name.trim_end_matches("-points"), Utility::Points),
        _ => (name, Utility::Cost),
    };
    let add_one = |start, stop| Completion::AddOne { start, stop, then: Then::Nothing };
    Some(match name {
        "greedy" => Rule::Greedy { utility },
        "phragmen" => Rule::Phragmen,
        "shares" => Rule::EqualShares { utility, completion: Completion::None },
        "add-one" => Rule::EqualShares { utility, completion: ADD_ONE },
        "add-one-to-the-budget" => {
            Rule::EqualShares { utility, completion: add_one(Start::Rational, Stop::OverBudget) }
        }
        "add-one-integral" => {
            Rule::EqualShares { utility, completion: add_one(Start::Integral, Stop::Exhaustive) }
        }
        _ => return None,
    })
}

fn best_of_five(instance: &Instance, rule: Rule) -> Result<(Duration, Outcome), Box<dyn Error>> {
    let mut best: Option<(Duration, Outcome)> = None;
    for _ in 0..5 {
        let (begun, ran) = (Instant::now(), on_processor());
        let outcome = count(instance, rule, &TieBreak::Lexicographic)?;
        let (wall, busy) = (begun.elapsed(), on_processor().zip(ran).map(|(now, then)| now - then));
        // The system counts in ticks of some milliseconds, which says nothing of shorter times.
        let took = busy.filter(|busy| *busy > Duration::from_millis(40)).map_or(wall, |busy| busy.min(wall));
        if best.as_ref().is_none_or(|(least, _)| took < *least) {
            best = Some((took, outcome));
        }
    }
    best.ok_or_else(|| "nothing was run".into())
}

/// How long this thread has run so far, which other programs on the machine don't add to.
fn on_processor() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

fn show(name: &str, took: Duration, outcome: &Outcome) {
    let raised = outcome.protocol.iter().find_map(|step| match step {
        Step::Raised { each, steps, runs } => {
            Some(format!(", {steps} steps in {runs} runs to {}", each.decimal(2)))
        }
        _ => None,
    });
    let (won, cost) = (outcome.winners.len(), outcome.cost);
    println!(
        "{name:<28} {:>9.3} ms  {won} projects for {cost}{}",
        took.as_secs_f64() * 1e3,
        raised.unwrap_or_default()
    );
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let path = args.next().ok_or("usage: time_budget FILE.pb [RULE]")?;
    let bytes = std::fs::read(&path)?;
    let begun = Instant::now();
    let file = pabulib::read(&bytes)?;
    let instance = &file.instance;
    let (voters, kinds, m) = (instance.voters(), instance.groups().len(), instance.projects().len());
    println!("{path}: {voters} ballots of {kinds} kinds, {m} projects, read in {:?}", begun.elapsed());
    let asked = args.next();
    let mut names: Vec<String> = RULES.iter().map(|name| (*name).to_owned()).collect();
    names.push("add-one-card".to_owned());
    for name in asked.map_or(names, |name| vec![name]) {
        let Some(rule) = rule(&name) else { return Err(format!("no rule {name:?}").into()) };
        if rule == Rule::Phragmen && instance.kind() != BallotKind::Approval {
            continue;
        }
        let (took, outcome) = best_of_five(instance, rule)?;
        show(&name, took, &outcome);
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(peak) = status.lines().find(|line| line.starts_with("VmHWM")) {
        println!("most memory: {}", peak.trim_start_matches("VmHWM:").trim());
    }
    Ok(())
}
