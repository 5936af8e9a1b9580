//! Times each rule on the pools of a folder: `time_sortition FOLDER` (a folder per pool, with
//! `respondents.csv`, `categories.csv` and `panel_size.txt`).

use sortition::{Fault, Household, Instance, Rule, reading};
use std::path::Path;
use std::time::Instant;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let folder = std::env::args().nth(1).unwrap_or("../shared/data/sortition".to_owned());
    let mut pools: Vec<_> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Outcome<_>>()?;
    pools.sort();
    println!(
        "{:<22} {:>6} {:>5} {:<26} {:>10} {:>10} {:>7} {:>12}",
        "pool", "people", "seats", "rule", "least", "greatest", "panels", "seconds"
    );
    for pool in pools {
        time(&pool)?;
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(peak) = status.lines().find(|line| line.starts_with("VmHWM")) {
        println!("most memory: {}", peak.trim_start_matches("VmHWM:").trim());
    }
    Ok(())
}

fn time(folder: &Path) -> Outcome<()> {
    let pool = reading::pool(&std::fs::read(folder.join("respondents.csv"))?)?;
    let quotas = reading::quotas(&std::fs::read(folder.join("categories.csv"))?)?;
    let seats = std::fs::read_to_string(folder.join("panel_size.txt"))?.trim().parse()?;
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let instance = Instance::of(&pool, &quotas, seats, Household::Any)?;
    for rule in [Rule::Maximin, Rule::Leximin, Rule::Goldilocks { gamma: 1.0 }] {
        let start = Instant::now();
        match instance.chances(rule) {
            Ok(chances) => println!(
                "{name:<22} {:>6} {seats:>5} {:<26} {:>10.7} {:>10.7} {:>7} {:>12.6}",
                pool.people().len(),
                format!("{rule:?}"),
                chances.least(),
                chances.greatest(),
                chances.panels.len(),
                start.elapsed().as_secs_f64()
            ),
            Err(Fault::Infeasible(why)) => println!("{name:<22} {why}"),
            Err(fault) => println!("{name:<22} {rule:?} {fault}"),
        }
    }
    Ok(())
}
