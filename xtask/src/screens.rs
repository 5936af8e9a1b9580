//! `cargo xtask screens`: pictures of each page type, on screens and on paper, to look at.

use anyhow::Result;
use clap::Args;

use crate::{browser_tools, house, packages, shell};

#[derive(Args)]
pub struct Options {
    /// Only page types whose name holds this
    #[arg(long, value_name = "PATTERN")]
    only: Option<String>,
    /// The optimised build instead of the everyday one
    #[arg(long)]
    release: bool,
}

pub fn run(options: &Options) -> Result<bool> {
    let tools = packages::ensure(&[packages::chromium(), packages::node()])? && browser_tools::ensure()?;
    let mut build = shell::cargo();
    build.args(["build", "--quiet", "--package", "kalaka"]);
    if options.release {
        build.arg("--release");
    }
    if !tools || !shell::succeeds(&mut build)? {
        return Ok(false);
    }
    let binary = house::target().join(if options.release { "release" } else { "debug" }).join("kalaka");
    let mut node = shell::command("node");
    node.arg("browser/screens.mjs").arg(house::target().join("screens")).env("KALAKA_BINARY", binary);
    shell::succeeds(node.args(&options.only))
}
