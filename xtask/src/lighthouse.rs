//! `cargo xtask lighthouse`: what Lighthouse says of each page type of the optimised build.

use std::fs;

use anyhow::Result;
use clap::Args;

use crate::{browser_tools, house, packages, shell};

/// Not among the browser tests' tools: it brings two hundred packages, and a test needs none of them.
const LIGHTHOUSE: &str = "lighthouse@12";

#[derive(Args)]
pub struct Options {
    /// Only page types whose name holds this
    #[arg(long, value_name = "PATTERN")]
    only: Option<String>,
    /// Judge this program instead of building one
    #[arg(long, value_name = "FILE")]
    program: Option<std::path::PathBuf>,
}

pub fn run(options: &Options) -> Result<bool> {
    if !packages::ensure(&[packages::chromium(), packages::node()])? || !browser_tools::ensure()? {
        return Ok(false);
    }
    let folder = house::target().join("lighthouse");
    if !install(&folder)? {
        return Ok(false);
    }
    let program = match &options.program {
        Some(program) => program.canonicalize()?,
        None => {
            let mut build = shell::cargo();
            if !shell::succeeds(build.args(["build", "--release", "--package", "kalaka"]))? {
                return Ok(false);
            }
            house::target().join("release/kalaka")
        }
    };
    let mut node = shell::command("node");
    node.arg("browser/lighthouse.mjs").arg(&folder).arg(folder.join("node_modules"));
    shell::succeeds(node.args(&options.only).env("KALAKA_BINARY", program))
}

/// Puts it into a folder where it is missing. True when it is there.
pub fn install(folder: &std::path::Path) -> Result<bool> {
    if folder.join("node_modules/lighthouse").is_dir() {
        return Ok(true);
    }
    println!("Installing {LIGHTHOUSE} by npm into {}.", folder.display());
    fs::create_dir_all(folder)?;
    fs::write(folder.join("package.json"), "{ \"private\": true }")?;
    let mut npm = shell::command("npm");
    npm.args(["install", "--no-save", "--no-fund", "--no-audit", LIGHTHOUSE]).current_dir(folder);
    shell::succeeds(&mut npm)
}
