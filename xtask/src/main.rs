//! What the house does for those who build it: `cargo xtask test`, `tidy`, `dev`, `screens`.
//!
//! Each command is a file or folder named after it. `house` knows where things stand in the
//! checkout, `shell` runs other programs; the rest is said where it is done.

mod bench;
mod bench_counts;
mod bench_peer;
mod browser_tools;
mod demo;
mod dev;
mod house;
mod lighthouse;
mod packages;
mod scan;
mod screens;
mod shell;
mod test;
mod tidy;
mod venv;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// The commands of those who build Kaláka.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Xtask {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Everything that must hold before a change lands; installs what it needs and is missing
    Test(test::Options),
    /// What neither compiler nor formatter see: messages, arrows between rooms, sizes, habits
    Tidy,
    /// Runs the demo town and starts it anew when a file changes
    Dev(dev::Options),
    /// Pictures of each page type, in each width, theme and language, into target/screens
    Screens(screens::Options),
    /// What Lighthouse says of each page type, into target/lighthouse
    Lighthouse(lighthouse::Options),
    /// What the platform costs: fills a large town, drives it, compares with the budgets
    Bench(bench::Options),
    /// How fast the counting crates are beside the references of their fields, and what memory they take
    BenchCounts(bench_counts::Options),
    /// Kaláka beside another forum on the same machine, with the same thread; writes docs/peer.md
    BenchPeer(bench_peer::Options),
    /// Security scanners against the demo town, as a stranger, a member and a guide; writes docs/scans.md
    Scan(scan::Options),
}

fn main() -> ExitCode {
    match run(Xtask::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("xtask: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

/// True when all is well; false when the command has already said what is not.
fn run(command: Command) -> Result<bool> {
    match command {
        Command::Test(options) => test::run(&options),
        Command::Tidy => tidy::run(),
        Command::Dev(options) => dev::run(&options),
        Command::Screens(options) => screens::run(&options),
        Command::Lighthouse(options) => lighthouse::run(&options),
        Command::Bench(options) => bench::run(&options),
        Command::BenchCounts(options) => bench_counts::run(&options),
        Command::BenchPeer(options) => bench_peer::run(&options),
        Command::Scan(options) => scan::run(&options),
    }
}
