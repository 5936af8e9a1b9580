//! The references: packages of Python in a folder of their own, and a script that times them.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::Value;

use super::cases::seconds;
use crate::{house, shell};

/// As they were when the expected results were made.
const PACKAGES: [&str; 6] = [
    "numpy",
    "pabutools==1.2.3",
    "pref_voting==1.18.2",
    "red-dwarf==0.4.0",
    "sortition-algorithms==0.12.15",
    "highspy",
];

const SCRIPT: &str = "xtask/src/bench_counts/reference.py";

pub struct Python {
    program: PathBuf,
    /// Packages that are not there, and why.
    pub missing: Vec<(String, String)>,
}

/// How long the reference took.
pub enum Reference {
    Took(f64),
    /// Broken off after so many seconds.
    Over(f64),
    Recorded(f64),
    Failed(String),
    None,
}

/// Makes the folder where there is none, and installs what can be installed.
pub fn installed() -> Result<Python> {
    let folder = house::target().join("references");
    let program = folder.join("bin/python");
    if !program.exists() {
        let made = shell::succeeds(shell::command("python3").args(["-m", "venv"]).arg(&folder))?;
        anyhow::ensure!(made, "Python can't make a folder for packages (python3 -m venv)");
    }
    let mut python = Python { program, missing: Vec::new() };
    for package in PACKAGES {
        python.install(package)?;
    }
    Ok(python)
}

impl Python {
    fn install(&mut self, package: &str) -> Result<()> {
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
        let output = Command::new(&self.program).args(pip).arg(package).stdin(Stdio::null()).output()?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            let why = said.lines().last().unwrap_or("no reason given").to_owned();
            println!("{package} can't be installed: {why}");
            self.missing.push((package.to_owned(), why));
        }
        Ok(())
    }

    /// Runs a task of the script, as long as patience lasts.
    pub fn timed(&self, task: &str, path: &Path, patience: Duration) -> Result<Reference> {
        let script = house::root().join(SCRIPT);
        let mut child = Command::new(&self.program)
            .arg(script)
            .arg(task)
            .arg(path)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Python doesn't start")?;
        let begun = Instant::now();
        while child.try_wait()?.is_none() {
            if begun.elapsed() > patience {
                child.kill()?;
                child.wait()?;
                return Ok(Reference::Over(patience.as_secs_f64()));
            }
            sleep(Duration::from_millis(100));
        }
        let said = String::from_utf8(child.wait_with_output()?.stdout)?;
        let last = said.lines().last().and_then(|line| serde_json::from_str::<Value>(line).ok());
        let took = last.and_then(|answer| answer["seconds"].as_f64());
        Ok(took.map_or_else(|| Reference::Failed(format!("{task} did not run")), Reference::Took))
    }
}

impl Reference {
    pub fn seconds(&self) -> Option<f64> {
        match self {
            Reference::Took(seconds) | Reference::Over(seconds) | Reference::Recorded(seconds) => {
                Some(*seconds)
            }
            Reference::Failed(_) | Reference::None => None,
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reference::Took(took) => f.write_str(&seconds(*took)),
            Reference::Over(took) => write!(f, "over {}", seconds(*took)),
            Reference::Recorded(took) => write!(f, "{} (recorded)", seconds(*took)),
            Reference::Failed(why) => f.write_str(why),
            Reference::None => f.write_str("–"),
        }
    }
}
