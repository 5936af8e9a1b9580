//! The large town: filled by the program itself, and where to look in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::budgets::Budget;
use crate::{house, shell};

pub struct Town {
    pub folder: PathBuf,
    landmarks: Value,
}

/// Where all that a run writes is.
pub fn results() -> PathBuf {
    house::target().join("bench")
}

impl Town {
    /// Fills a town with so many times the posts; `keep` takes the one that is there.
    pub fn fill(program: &Path, times: usize, keep: bool) -> Result<(Town, Vec<Budget>)> {
        let folder = results().join(format!("town-{times}"));
        if keep && folder.join("landmarks.json").is_file() {
            return Ok((Town::at(folder)?, Vec::new()));
        }
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let began = Instant::now();
        let mut filling = Command::new(program);
        filling.arg("--data").arg(&folder).args(["large-town", "--times", &times.to_string()]);
        ensure!(shell::succeeds(&mut filling)?, "the town could not be filled");
        let took = Budget::at_most("filling the large town", began.elapsed().as_secs_f64(), 60.0, "s");
        let budgets = if times == 1 { vec![took] } else { Vec::new() };
        Ok((Town::at(folder)?, budgets))
    }

    fn at(folder: PathBuf) -> Result<Town> {
        let text = fs::read_to_string(folder.join("landmarks.json"))?;
        Ok(Town { landmarks: serde_json::from_str(&text)?, folder })
    }

    pub fn path(&self, landmark: &str) -> Result<String> {
        let path = self.landmarks[landmark].as_str();
        Ok(path.with_context(|| format!("the town has no {landmark}"))?.to_owned())
    }

    pub fn list(&self, landmark: &str) -> Vec<String> {
        let all = self.landmarks[landmark].as_array().into_iter().flatten();
        all.filter_map(|value| value.as_str().map(str::to_owned)).collect()
    }
}
