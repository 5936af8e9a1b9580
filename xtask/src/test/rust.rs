//! What cargo itself checks: format, lints, the examples in the docs.

use anyhow::{Context, Result};

use super::Outcome;
use super::tally::Tally;
use crate::shell;

pub fn formatted() -> Result<Outcome> {
    let well = shell::succeeds(shell::cargo().args(["fmt", "--all", "--", "--check", "-l"]))?;
    if !well {
        println!("`cargo fmt` puts it right.");
    }
    Ok(Outcome::plain(well))
}

pub fn lints() -> Result<Outcome> {
    let lints = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    Ok(Outcome::plain(shell::succeeds(shell::cargo().args(lints))?))
}

/// Examples in docs are for the crates that others may use by themselves; the rest has none.
pub fn doctests() -> Result<Outcome> {
    let crates = crates_with_examples()?;
    if crates.is_empty() {
        return Ok(Outcome::plain(true));
    }
    let mut cargo = shell::cargo();
    cargo.args(["test", "--quiet", "--doc"]);
    for name in &crates {
        cargo.args(["--package", name]);
    }
    let (well, words) = shell::heard(&mut cargo)?;
    Ok(Outcome { well, tally: Tally::of_cargo_test(&words) })
}

/// The libraries whose manifest does not say `doctest = false`.
fn crates_with_examples() -> Result<Vec<String>> {
    let told = shell::answer(shell::cargo().args(["metadata", "--no-deps", "--format-version", "1"]))
        .context("cargo metadata tells nothing")?;
    let house: serde_json::Value = serde_json::from_str(&told)?;
    let packages = house["packages"].as_array().context("no packages")?;
    let has_examples = |package: &&serde_json::Value| {
        let targets = package["targets"].as_array().into_iter().flatten();
        targets.into_iter().any(|target| target["kind"][0] == "lib" && target["doctest"] == true)
    };
    let name = |package: &serde_json::Value| package["name"].as_str().map(str::to_owned);
    Ok(packages.iter().filter(has_examples).filter_map(name).collect())
}
