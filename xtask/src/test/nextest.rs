//! Running the tests of the workspace, with cargo-nextest where it is installed.
//!
//! A test takes its database from `db::testing`: a file, or, where `KALAKA_TEST_POSTGRES` names a
//! server, a database there. So the same test programs run twice, and nothing is built in between.

use std::process::Command;

use anyhow::Result;

use super::Outcome;
use super::tally::Tally;
use crate::shell;

pub fn on_sqlite() -> Result<Outcome> {
    run(tests(&[]).env_remove("KALAKA_TEST_POSTGRES"))
}

/// Only what stands on the database: the rest would do the same a second time.
pub fn on_postgres(url: &str) -> Result<Outcome> {
    run(tests(&["--filterset", "rdeps(db)"]).env("KALAKA_TEST_POSTGRES", url))
}

fn tests(filter: &[&str]) -> Command {
    let mut cargo = shell::cargo();
    if has_nextest() {
        cargo.args(["nextest", "run", "--workspace", "--no-tests=pass"]).args(filter);
    } else {
        println!("cargo-nextest is not installed; `cargo test` runs the same tests, a little slower.");
        cargo.args(["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"]);
    }
    cargo
}

fn run(tests: &mut Command) -> Result<Outcome> {
    let (well, words) = shell::heard(tests)?;
    let tally = if has_nextest() { Tally::of_nextest(&words) } else { Tally::of_cargo_test(&words) };
    Ok(Outcome { well, tally })
}

fn has_nextest() -> bool {
    shell::which("cargo-nextest").is_some()
}
