//! How long the rules for ranked ballots take: `cargo run --release -p tally --example ranked_times -- FILE.blt … [RULE]`.
//!
//! RULE is one by its name in results, like `irv_all_lowest`; without one all are timed, and certificates too. The best
//! of five runs is printed, and the most memory held.

use std::hint::black_box;
use std::time::{Duration, Instant};
use tally::formats::blt;
use tally::ranked::{self, TieOrder};
use tally::stv::{self, Contest};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let names = || {
        ranked::Rule::all().map(ranked::Rule::name).into_iter().chain(stv::Rule::all().map(stv::Rule::name))
    };
    let (rules, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|word| names().any(|name| name == word));
    let is_wanted = |name: &str| rules.is_empty() || rules.iter().any(|rule| rule == name);
    for path in files {
        let bytes = std::fs::read(&path)?;
        let start = Instant::now();
        let election = blt::read(&bytes)?;
        let reading = start.elapsed();
        let lots = TieOrder::by_index(election.profile.options().len());
        println!("{path}: {} ballots, read in {reading:?}", election.profile.cast().valid);
        for rule in ranked::Rule::all().into_iter().filter(|rule| is_wanted(rule.name())) {
            println!("  {}: {:?}", rule.name(), best(|| ranked::count(&election.profile, rule, &lots)));
        }
        let (profile, withdrawn) = (&election.profile, &election.withdrawn[..]);
        let contest = Contest { profile, seats: election.seats, withdrawn, lots: &lots };
        for rule in stv::Rule::all().into_iter().filter(|rule| is_wanted(rule.name())) {
            print!("  {}: {:?}", rule.name(), best(|| contest.count(rule)));
            if rules.is_empty() {
                let certificate = stv::Certificate::of(&contest, rule)?;
                let certifying = best(|| stv::Certificate::of(&contest, rule));
                print!("; certified {certifying:?}, verified {:?}", best(|| certificate.verify(profile)));
            }
            println!();
        }
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(peak) = status.lines().find(|line| line.starts_with("VmHWM")) {
        println!("most memory: {}", peak.trim_start_matches("VmHWM:").trim());
    }
    Ok(())
}

/// The shortest of five runs.
fn best<T>(work: impl Fn() -> T) -> Duration {
    let timed = || {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    (0..5).map(|_| timed()).min().unwrap_or_default()
}
