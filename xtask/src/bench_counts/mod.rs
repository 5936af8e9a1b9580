//! How fast the counting crates are: `cargo xtask bench-counts`.
//!
//! Runs the reference implementation of each field and ours on the same file, one after the other on this machine, and
//! prints the ratio beside what was aimed at. The references are Python packages, installed under the target folder;
//! one that can't be installed is told, and the others are compared. Then ours on inputs ten and a hundred times as
//! large, for the memory they hold.

mod cases;
mod larger;
mod ours;
mod python;
mod report;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Result, ensure};
use clap::Args;

use crate::house;

#[derive(Args)]
pub struct Options {
    /// The folder with real data and what others made of it
    #[arg(long, value_name = "DIR", default_value = "../shared/data")]
    data: PathBuf,
    /// Give up on a reference after so many seconds, and say so
    #[arg(long, value_name = "SECONDS", default_value_t = 600)]
    patience: u64,
    /// Compare only cases with this in their name
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,
    /// Leave out the larger inputs
    #[arg(long)]
    no_memory: bool,
    /// Write the figures into docs/counting.md
    #[arg(long)]
    write: bool,
}

/// Always true: what is missed is told, not a failure.
pub fn run(options: &Options) -> Result<bool> {
    let data = house::root().join(&options.data);
    ensure!(data.is_dir(), "{} is not there: say where the data is with --data", data.display());
    let built = ours::built()?;
    let python = python::installed()?;
    let patience = Duration::from_secs(options.patience);
    let wanted = |name: &str| options.only.as_ref().is_none_or(|only| name.contains(only));
    let mut compared = Vec::new();
    for case in cases::all(&data)?.into_iter().filter(|case| wanted(&case.name)) {
        let case = case.compared(&built, &python, patience)?;
        println!("{}", case.line());
        compared.push(case);
    }
    let grown = if options.no_memory { Vec::new() } else { larger::measured(&built, Path::new("counting"))? };
    let text = report::text(&compared, &grown, &python);
    println!("\n{text}");
    if options.write {
        let page = house::root().join("docs/counting.md");
        std::fs::write(&page, report::put_in(&std::fs::read_to_string(&page)?, &text)?)?;
    }
    Ok(true)
}
