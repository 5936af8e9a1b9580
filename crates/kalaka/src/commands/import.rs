//! Brings a list of organisations in from a file, as the pages would without being asked anything.

use crate::config::Config;
use anyhow::{Context, Result, anyhow, bail};
use db::Db;
use kit::Locale;
use people::import::{self, Failed};
use std::path::Path;
use std::process::ExitCode;

/// Exit status 0 when something came in.
pub fn groups(config: &Config, file: &Path) -> Result<ExitCode> {
    let bytes = std::fs::read(file).with_context(|| format!("{} can't be read", file.display()))?;
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let db = Db::open(&config.database)?;
    if db.read_now(kit::community::load)?.is_none() {
        bail!("there is no community yet: start kalaka and found it first");
    }
    let report = import::run_file(&db, &bytes, &name, config.clock.now()).map_err(|why| explained(&why))?;
    println!("read: {}", report.read);
    println!("taken: {}", report.taken);
    println!("doubted: {}", report.doubted);
    println!("left out: {}", report.left_out);
    if report.taken == 0 {
        println!("nothing came in");
        return Ok(ExitCode::FAILURE);
    }
    println!("to look at them, or to undo it: /groups/import/{}", report.import);
    Ok(ExitCode::SUCCESS)
}

fn explained(why: &Failed) -> anyhow::Error {
    match why {
        Failed::Unreadable(why) => {
            let problem = import::unreadable(why);
            anyhow!("{}", Locale::english().t(problem.key).with_all(&problem.args))
        }
        Failed::NoNames => {
            anyhow!("no column reads like names; bring it in by the page /groups/import, and choose it there")
        }
        Failed::NoSectors => anyhow!("there is no community yet: start kalaka and found it first"),
        Failed::Store(error) => anyhow!("{error}"),
    }
}
