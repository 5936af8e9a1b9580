//! The journeys of people through a real browser, against the program as it is built.

use anyhow::Result;

use super::Outcome;
use super::tally::Tally;
use crate::{house, shell};

pub fn tests() -> Result<Outcome> {
    if !shell::succeeds(shell::cargo().args(["build", "--quiet", "--package", "kalaka"]))? {
        return Ok(Outcome::plain(false));
    }
    let mut node = shell::command("node");
    node.args(["--test", "--test-concurrency=2", "--test-reporter=spec"]).args(files()?);
    node.current_dir(house::root().join("browser")).env("KALAKA_BINARY", house::binary());
    let (well, words) = shell::heard(&mut node)?;
    Ok(Outcome { well, tally: Tally::of_node(&words) })
}

/// Named one by one: not each Node knows patterns.
fn files() -> Result<Vec<String>> {
    let browser = house::root().join("browser");
    let mut files = Vec::new();
    house::walk(&browser, &mut |path| {
        if let Ok(inside) = path.strip_prefix(&browser) {
            files.push(inside.to_string_lossy().into_owned());
        }
    })?;
    files.retain(|file| file.ends_with(".test.mjs"));
    files.sort();
    Ok(files)
}
