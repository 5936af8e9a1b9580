//! How long the rules for ranked ballots take: `cargo run --release -p tally --example ranked_times -- FILE.blt …`.

use std::time::{Duration, Instant};
use tally::formats::blt;
use tally::ranked::{self, TieOrder};
use tally::stv::{self, Contest};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let (election, reading) = timed(|| blt::read(&bytes));
        let election = election?;
        let lots = TieOrder::by_index(election.profile.options().len());
        println!("{path}: {} ballots, read in {reading:?}", election.profile.cast().valid);
        for rule in ranked::Rule::all() {
            println!("  {}: {:?}", rule.name(), timed(|| ranked::count(&election.profile, rule, &lots)).1);
        }
        let (profile, withdrawn) = (&election.profile, &election.withdrawn[..]);
        let contest = Contest { profile, seats: election.seats, withdrawn, lots: &lots };
        for rule in stv::Rule::all() {
            let (certificate, counting) = timed(|| stv::Certificate::of(&contest, rule));
            let checking = timed(|| certificate.map(|certificate| certificate.verify(profile))).1;
            println!(
                "  {}: {:?}; certified {counting:?}, verified {checking:?}",
                rule.name(),
                timed(|| contest.count(rule)).1
            );
        }
    }
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}
