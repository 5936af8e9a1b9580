//! The programs of `browser/`, which npm installs as its lock file says.

use std::fs;

use anyhow::Result;

use crate::{house, shell};

/// Installs them when they are missing or older than the lock file. True when they are there.
pub fn ensure() -> Result<bool> {
    if are_fresh() {
        return Ok(true);
    }
    println!("Installing the browser tools: npm ci in browser/.");
    let mut npm = shell::command("npm");
    npm.args(["ci", "--ignore-scripts", "--no-fund", "--no-audit"])
        .current_dir(house::root().join("browser"));
    let well = shell::succeeds(&mut npm)?;
    if !well {
        println!("The browser tools could not be installed. Please run `npm ci` in browser/ and see why.");
    }
    Ok(well)
}

/// npm writes down what it installed; newer than the lock file means that it read this one.
fn are_fresh() -> bool {
    let browser = house::root().join("browser");
    let time = |path: &str| fs::metadata(browser.join(path)).and_then(|file| file.modified()).ok();
    let installed = time("node_modules/.package-lock.json");
    installed.is_some() && installed >= time("package-lock.json")
}
