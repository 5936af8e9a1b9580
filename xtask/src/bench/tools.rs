//! The load tool that no Debian package brings: oha, built once by cargo into target/tools.

use std::path::PathBuf;

use anyhow::Result;

use crate::{house, shell};

const VERSION: &str = "^1.16";

/// Where it is, once it is there.
pub fn oha() -> PathBuf {
    house::target().join("tools/bin/oha")
}

/// Installs it where it is missing. True when it is there.
pub fn ensure() -> Result<bool> {
    if oha().is_file() {
        return Ok(true);
    }
    println!("Installing oha {VERSION} by cargo into target/tools (some minutes, once).");
    let mut install = shell::cargo();
    install.args(["install", "oha", "--version", VERSION, "--locked", "--no-default-features"]);
    install.args(["--features", "rustls", "--root"]).arg(house::target().join("tools"));
    shell::succeeds(&mut install)
}
