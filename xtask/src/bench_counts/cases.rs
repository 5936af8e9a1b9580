//! What is compared: a file, a reference, ours, and what was aimed at.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

use super::ours::{Built, Work};
use super::python::{Python, Reference};

pub struct Case {
    pub name: String,
    /// What the reference is.
    pub against: &'static str,
    work: Work,
    other: Other,
    /// At least so many times as fast.
    pub times: Option<f64>,
    /// At most so many seconds.
    pub at_most: Option<f64>,
}

/// Where the reference's time comes from.
enum Other {
    /// Run here: the task of the script, and its path.
    Run(&'static str, PathBuf),
    /// Taken elsewhere, and written down with the data: it has no package to install.
    Recorded(f64),
    /// None; only ours is looked at.
    None,
}

/// The verdict where nothing was aimed at.
pub const UNASKED: &str = "told";

/// A case with both times.
pub struct Compared {
    pub case: Case,
    pub reference: Reference,
    /// In seconds.
    pub ours: f64,
}

impl Case {
    pub fn compared(self, built: &Built, python: &Python, patience: Duration) -> Result<Compared> {
        println!("{} …", self.name);
        let ours = built.seconds(&self.work)?;
        let reference = match &self.other {
            Other::Run(task, path) => python.timed(task, path, patience)?,
            Other::Recorded(seconds) => Reference::Recorded(*seconds),
            Other::None => Reference::None,
        };
        Ok(Compared { case: self, reference, ours })
    }
}

impl Compared {
    /// How many times as fast ours is; at least so many where the reference was broken off.
    pub fn ratio(&self) -> Option<f64> {
        self.reference.seconds().map(|seconds| seconds / self.ours)
    }

    /// `held`, [`UNASKED`], or by how much what was aimed at is missed.
    pub fn verdict(&self) -> String {
        let slow = self.case.at_most.filter(|most| self.ours > *most);
        let near = self.case.times.zip(self.ratio()).filter(|(times, ratio)| ratio < times);
        let unknown = self.case.times.is_some() && self.ratio().is_none();
        match (slow, near) {
            (Some(most), _) => {
                format!("missed: {:.0} % over {}", (self.ours / most - 1.0) * 100.0, seconds(most))
            }
            (None, Some((times, ratio))) => format!("missed: {:.0} % of {times:.0} ×", ratio / times * 100.0),
            (None, None) if self.case.times.is_none() && self.case.at_most.is_none() => UNASKED.to_owned(),
            (None, None) if unknown => "not compared".to_owned(),
            (None, None) => "held".to_owned(),
        }
    }

    pub fn line(&self) -> String {
        let ratio = self.ratio().map_or_else(|| "–".to_owned(), |ratio| format!("{ratio:.0} ×"));
        format!("  reference {}, ours {}, {ratio}: {}", self.reference, seconds(self.ours), self.verdict())
    }
}

/// Seconds as one reads them.
pub fn seconds(seconds: f64) -> String {
    match seconds {
        s if s >= 10.0 => format!("{s:.0} s"),
        s if s >= 0.1 => format!("{s:.2} s"),
        s if s >= 0.001 => format!("{:.1} ms", s * 1e3),
        s => format!("{:.0} µs", s * 1e6),
    }
}

pub fn all(data: &Path) -> Result<Vec<Case>> {
    let mut cases = budgets(data);
    cases.push(Case {
        name: "instant runoff, Minneapolis 2013 (79,415 ballots)".to_owned(),
        against: "pref_voting",
        work: Work::Ranked(data.join("stv/rctab-2013_minneapolis_mayor.blt"), "irv_all_lowest"),
        other: Other::Run("instant_runoff", data.join("stv/rctab-2013_minneapolis_mayor.blt")),
        times: Some(500.0),
        at_most: None,
    });
    cases.extend(wards(data)?);
    cases.extend(conversation(data));
    cases.extend(pools(data)?);
    Ok(cases)
}

fn budgets(data: &Path) -> Vec<Case> {
    let case = |name: &str, against, task, file: &str, times, at_most| Case {
        name: name.to_owned(),
        against,
        work: Work::Budget(data.join(file), "add-one"),
        other: Other::Run(task, data.join(file)),
        times: Some(times),
        at_most,
    };
    let (lodz, toulouse) = ("pabulib/Poland_Lodz_2022.pb", "pabulib/France_Toulouse_2022.pb");
    let floats = "floats in numpy, equal ballots together";
    vec![
        case("Equal Shares with add-one, Łódź", "pabutools", "equal_shares", lodz, 300.0, Some(0.1)),
        case("Equal Shares with add-one, Łódź, inexact", floats, "equal_shares_floats", lodz, 3.0, None),
        case("Equal Shares with add-one, Toulouse", "pabutools", "equal_shares", toulouse, 1000.0, None),
    ]
}

/// Meek's method on each election whose recorded time says something.
fn wards(data: &Path) -> Result<Vec<Case>> {
    const LEAST: f64 = 0.01;
    let mut names: Vec<String> = std::fs::read_dir(data.join("stv"))?
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".blt").map(str::to_owned))
        .collect();
    names.sort();
    let mut cases = Vec::new();
    for name in names {
        let Some(took) = recorded(&data.join(format!("expected/stv/{name}.json")), &["meek_prf"])? else {
            continue;
        };
        if took >= LEAST {
            cases.push(Case {
                name: format!("Meek, {name}"),
                against: "Droop 0.14 (recorded)",
                work: Work::Ranked(data.join(format!("stv/{name}.blt")), "stv_meek_prf"),
                other: Other::Recorded(took),
                times: Some(50.0),
                at_most: None,
            });
        }
    }
    Ok(cases)
}

/// The wall time that stands under these keys in a file of results.
fn recorded(path: &Path, keys: &[&str]) -> Result<Option<f64>> {
    let Ok(bytes) = std::fs::read(path) else { return Ok(None) };
    let value: Value = serde_json::from_slice(&bytes).with_context(|| path.display().to_string())?;
    let found = keys.iter().try_fold(&value, |value, key| value.get(key));
    Ok(found.and_then(|found| found["wall_s"].as_f64()))
}

fn conversation(data: &Path) -> Vec<Case> {
    let folder = data.join("polis/stress-12k-semisynthetic");
    let votes = folder.join("votes.csv.gz");
    let case = |name: &str, line, other, times: Option<f64>, at_most| Case {
        name: name.to_owned(),
        against: if times.is_some() { "red-dwarf" } else { "–" },
        work: Work::Opinion(votes.clone(), line),
        other,
        times,
        at_most,
    };
    let other = || Other::Run("opinions", folder.clone());
    vec![
        case(
            "opinion map, published pipeline (11,607 × 896)",
            "the published pipeline",
            other(),
            Some(10.0),
            Some(0.5),
        ),
        case(
            "opinion map, tested and resampled",
            "the whole map, tested and resampled",
            other(),
            Some(10.0),
            Some(0.5),
        ),
        case("one vote more, median", "median", Other::None, None, Some(0.001)),
        case("one vote more, 99 of 100 below", "99 of 100 below", Other::None, None, Some(0.001)),
        case("one vote more, longest of a thousand", "longest (axes anew)", Other::None, None, None),
    ]
}

fn pools(data: &Path) -> Result<Vec<Case>> {
    let folder = data.join("sortition");
    let aggregated = |pool: &str| {
        let path = data.join(format!("expected/sortition/{pool}.json"));
        recorded(&path, &["leximin_highs_type_aggregated"])
    };
    let case = |pool: &str, against, other| Case {
        name: format!("LEXIMIN, {pool}"),
        against,
        work: Work::Sortition(folder.clone(), pool.to_owned()),
        other,
        times: Some(10.0),
        at_most: None,
    };
    let mut cases = Vec::new();
    for pool in ["example_small_20", "sf_fixture_22"] {
        let other = Other::Run("leximin", folder.join(pool));
        cases.push(case(pool, "sortition-algorithms with HiGHS", other));
    }
    for pool in ["example_small_20", "example_large_200", "sf_fixture_22", "synthetic_500_40"] {
        if let Some(took) = aggregated(pool)? {
            let other = Other::Recorded(took);
            cases.push(case(pool, "HiGHS, equal people together (recorded)", other));
        }
    }
    Ok(cases)
}
