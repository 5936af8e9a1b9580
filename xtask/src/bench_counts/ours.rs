//! Ours: the examples of the counting crates, built for release, and what they print.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::{house, shell};

/// What an example is to do, and which line of what it prints is meant.
pub enum Work {
    /// A budget by a rule.
    Budget(PathBuf, &'static str),
    /// Rankings by a rule.
    Ranked(PathBuf, &'static str),
    /// A conversation; the line with these words.
    Opinion(PathBuf, &'static str),
    /// LEXIMIN on a pool of a folder.
    Sortition(PathBuf, String),
}

/// Where the examples are.
pub struct Built(PathBuf);

/// Builds the examples, and nothing else.
pub fn built() -> Result<Built> {
    let mut cargo = shell::cargo();
    cargo.args([
        "build",
        "--release",
        "-p",
        "tally",
        "--example",
        "time_budget",
        "--example",
        "ranked_times",
    ]);
    cargo.args([
        "-p",
        "opinion",
        "--example",
        "time_opinion",
        "-p",
        "sortition",
        "--example",
        "time_sortition",
    ]);
    match shell::succeeds(&mut cargo)? {
        true => Ok(Built(house::target().join("release/examples"))),
        false => bail!("the examples don't build"),
    }
}

impl Built {
    /// How long the work itself takes, without reading the file.
    pub fn seconds(&self, work: &Work) -> Result<f64> {
        let said = self.run(work)?;
        let found = match work {
            Work::Budget(_, rule) => line(&said, rule).and_then(|line| milliseconds(&line[rule.len()..])),
            Work::Ranked(_, rule) => line(&said, &format!("  {rule}: ")).and_then(|line| {
                let (_, took) = line.split_once(": ")?;
                duration(took.split(';').next()?)
            }),
            Work::Opinion(_, words @ ("median" | "99 of 100 below" | "longest (axes anew)")) => {
                said.split_once(&format!("{words} ")).and_then(|(_, rest)| milliseconds(rest))
            }
            Work::Opinion(_, words) => said.lines().find(|line| line.ends_with(words)).and_then(|line| {
                let (_, computing) = line.split_once("of which ")?;
                milliseconds(computing)
            }),
            Work::Sortition(_, pool) => {
                let of_pool = |line: &&str| line.starts_with(pool) && line.contains("Leximin");
                said.lines().find(of_pool).and_then(|line| line.split_whitespace().last()?.parse().ok())
            }
        };
        found.with_context(|| format!("no time to read in:\n{said}"))
    }

    /// The most memory held, in kB.
    pub fn peak(&self, work: &Work) -> Result<u64> {
        let said = self.run(work)?;
        let line = line(&said, "most memory: ").with_context(|| format!("no memory to read in:\n{said}"))?;
        Ok(line.split_whitespace().nth(2).context("no number")?.parse()?)
    }

    fn run(&self, work: &Work) -> Result<String> {
        let mut command = match work {
            Work::Budget(path, rule) => self.example("time_budget", path, Some(rule)),
            Work::Ranked(path, rule) => self.example("ranked_times", path, Some(rule)),
            Work::Opinion(path, _) => self.example("time_opinion", path, None),
            Work::Sortition(path, _) => self.example("time_sortition", path, None),
        };
        let output = command.stdin(Stdio::null()).output()?;
        match output.status.success() {
            true => Ok(String::from_utf8(output.stdout)?),
            false => bail!("{}", String::from_utf8_lossy(&output.stderr)),
        }
    }

    fn example(&self, name: &str, path: &Path, rule: Option<&str>) -> Command {
        let mut command = Command::new(self.0.join(name));
        command.arg(path).args(rule);
        command
    }
}

fn line<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    text.lines().find(|line| line.starts_with(start))
}

/// A number of milliseconds at the start of a text.
fn milliseconds(text: &str) -> Option<f64> {
    text.split_whitespace().next()?.parse::<f64>().ok().map(|ms| ms / 1e3)
}

/// A duration as Rust shows it for debugging.
fn duration(text: &str) -> Option<f64> {
    let units = [("ns", 1e-9), ("µs", 1e-6), ("ms", 1e-3), ("s", 1.0)];
    let (number, unit) =
        units.iter().find_map(|(unit, worth)| Some((text.trim().strip_suffix(unit)?, worth)))?;
    number.parse::<f64>().ok().map(|number| number * unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_printed() {
        assert_eq!(milliseconds("  147.623 ms  128 projects"), Some(0.147_623));
        assert_eq!(duration("1.5s"), Some(1.5));
        assert!((duration("221.861µs").unwrap() - 221.861e-6).abs() < 1e-12);
        assert!((duration("2.5ms").unwrap() - 2.5e-3).abs() < 1e-12);
        assert_eq!(duration("soon"), None);
    }
}
