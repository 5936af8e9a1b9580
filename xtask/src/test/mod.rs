//! `cargo xtask test`: all that must hold before a change lands, in steps that are timed and told.
//!
//! A step that fails does not keep the next ones from running: one run shows all that is wrong.
//! Only when something needed is missing and may not be installed does the run end at once.

mod browser;
mod needs;
mod nextest;
pub mod postgres;
mod rust;
mod tally;

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::tidy;
use tally::Tally;

#[derive(Args)]
pub struct Options {
    /// Without PostgreSQL and without the browser
    #[arg(long)]
    quick: bool,
    /// Only this step
    #[arg(long, value_name = "STEP", value_parser = NAMES)]
    only: Option<String>,
}

const NAMES: [&str; 8] = ["needs", "fmt", "clippy", "tidy", "sqlite", "postgres", "docs", "browser"];

/// How a step went, and the tests that it counted.
pub struct Outcome {
    well: bool,
    tally: Tally,
}

impl Outcome {
    fn plain(well: bool) -> Outcome {
        Outcome { well, tally: Tally::default() }
    }
}

struct Finished {
    name: &'static str,
    outcome: Outcome,
    took: Duration,
}

pub fn run(options: &Options) -> Result<bool> {
    let started = Instant::now();
    let mut finished = Vec::new();
    for name in NAMES.into_iter().filter(|name| options.wants(name)) {
        println!("\n== {name} ==");
        let began = Instant::now();
        let outcome = step(name, options).unwrap_or_else(|problem| {
            println!("{name}: {problem:#}");
            Outcome::plain(false)
        });
        let missing = name == "needs" && !outcome.well;
        finished.push(Finished { name, outcome, took: began.elapsed() });
        if missing {
            break;
        }
    }
    Ok(summary(&finished, started.elapsed()))
}

impl Options {
    fn wants(&self, step: &str) -> bool {
        match &self.only {
            // What a step needs is part of the step.
            Some(only) => {
                step == only || (step == "needs" && matches!(only.as_str(), "postgres" | "browser"))
            }
            None => !(self.quick && matches!(step, "postgres" | "browser")),
        }
    }
}

fn step(name: &str, options: &Options) -> Result<Outcome> {
    match name {
        "needs" => needs::meet(options),
        "fmt" => rust::formatted(),
        "clippy" => rust::lints(),
        "tidy" => Ok(Outcome::plain(tidy::run()?)),
        "sqlite" => nextest::on_sqlite(),
        "postgres" => on_postgres(),
        "docs" => rust::doctests(),
        "browser" => browser::tests(),
        other => bail!("there is no step {other}"),
    }
}

/// The tests of all that stands on the database, once more on a server of our own.
fn on_postgres() -> Result<Outcome> {
    let postgres = postgres::Postgres::start().context("PostgreSQL does not start")?;
    nextest::on_postgres(&postgres.url)
}

fn summary(finished: &[Finished], took: Duration) -> bool {
    println!("\n== summary ==");
    let mut all = Tally::default();
    for Finished { name, outcome, took } in finished {
        let word = if outcome.well { "ok" } else { "FAILED" };
        println!("{name:>8}  {word:<6} {:>7.1} s  {}", took.as_secs_f64(), outcome.tally.in_words());
        all.add(outcome.tally);
        // A step that broke without a failed test to show for it is a failure of its own.
        if !outcome.well && outcome.tally.failed == 0 {
            all.failed += 1;
        }
    }
    println!("{:>8}         {:>7.1} s\n", "all", took.as_secs_f64());
    println!("{} passed, {} failed", all.passed, all.failed);
    all.failed == 0
}
