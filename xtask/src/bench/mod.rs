//! What the platform costs: `cargo xtask bench`.
//!
//! Fills a large town, serves it from a release build, and drives it from other processes: wrk for how
//! much it can do, oha for how long one waits at a steady rate. CPU and memory are read from `/proc` of the
//! server alone, so a machine that is shared with the load tells the same: compare CPU per request, not
//! requests per second. Each page is compared with the same server sending as many constant bytes.

mod budgets;
mod commands;
mod growth;
mod load;
mod pages;
mod pictures;
mod process;
mod report;
mod server;
mod sign_in;
pub mod tools;
mod town;
mod writes;

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::Args;

use crate::packages::{self, Need};
use crate::{house, shell};
use budgets::Budget;
use server::Server;
use town::Town;

#[derive(Args)]
pub struct Options {
    /// Ten seconds of load instead of two minutes; the numbers are rough
    #[arg(long)]
    quick: bool,
    /// Also with ten times the posts
    #[arg(long)]
    full: bool,
    /// Measure the town of the run before, instead of filling one
    #[arg(long)]
    keep: bool,
    /// Measure this program instead of building one
    #[arg(long, value_name = "FILE")]
    program: Option<std::path::PathBuf>,
}

impl Options {
    /// How long each page is driven.
    fn turn(&self) -> Duration {
        if self.quick { Duration::from_millis(300) } else { Duration::from_secs(4) }
    }
}

/// Always true: a budget that is missed is told, not a failure. What can't be measured is an error.
pub fn run(options: &Options) -> Result<bool> {
    if !packages::ensure(&[wrk()])? || !tools::ensure()? {
        return Ok(false);
    }
    let began = Instant::now();
    let program = program(options)?;
    let (town, mut budgets) = Town::fill(&program, 1, options.keep)?;
    budgets.extend(commands::measure(&program)?);
    let server = Server::start(&program, &town)?;
    budgets.push(Budget::at_most(
        "from start to the first page",
        server.took.as_secs_f64() * 1000.0,
        200.0,
        "ms",
    ));
    let rest = server.memory()?;
    let pages = pages::measure(&server, &town, options.turn())?;
    let mixed = load::mixed(&server, &town, options.turn() * 4)?;
    budgets.extend(sign_in::measure(&server)?);
    let written = writes::measure(&server, &town, options.turn() * 2)?;
    let loaded = server.memory()?;
    budgets.extend(pictures::measure(&server, &town)?);
    budgets.extend(budgets::of_pages(&pages));
    budgets.extend(budgets::of_first_view(&server, &pages)?);
    budgets.push(Budget::at_most("p99 of 200 mixed requests a second", mixed.p99, 20.0, "ms"));
    budgets.push(Budget::at_least(
        "durable replies a second, 64 connections",
        written.per_second,
        3000.0,
        "",
    ));
    budgets.push(Budget::at_most("private memory at rest", rest.private, 60.0, "MB"));
    budgets.push(Budget::at_most("private memory under load", loaded.private, 200.0, "MB"));
    drop(server);
    if options.full {
        budgets.extend(growth::measure(&program, &pages, options)?);
    }
    report::tell(&pages, &written, &budgets)?;
    println!(
        "{} budgets, {} missed; {:.0} s",
        budgets.len(),
        budgets::missed(&budgets),
        began.elapsed().as_secs_f64()
    );
    Ok(true)
}

fn wrk() -> Need {
    Need { what: "wrk", is_met: || shell::which("wrk").is_some(), packages: &["wrk"] }
}

fn program(options: &Options) -> Result<std::path::PathBuf> {
    if let Some(program) = &options.program {
        return program.canonicalize().with_context(|| format!("{}", program.display()));
    }
    println!("Building what is measured (a release build takes some minutes).");
    anyhow::ensure!(
        shell::succeeds(shell::cargo().args(["build", "--release", "--package", "kalaka"]))?,
        "no build"
    );
    Ok(house::target().join("release/kalaka"))
}
