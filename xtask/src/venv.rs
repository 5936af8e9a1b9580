//! Programs in Python that are only compared with or that look at us: each set has a folder of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::shell;

pub struct Venv {
    folder: PathBuf,
}

impl Venv {
    /// Makes it where there is none, and installs the packages together, so that each gets what it asks for.
    pub fn with(folder: &Path, packages: &[&str]) -> Result<Venv> {
        let venv = Venv { folder: folder.to_owned() };
        if !venv.program("python").exists() {
            println!("Making {} for packages of Python.", folder.display());
            let made = shell::succeeds(shell::command("python3").args(["-m", "venv"]).arg(folder))?;
            ensure!(made, "Python can't make a folder for packages (python3 -m venv)");
        }
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
        let well = shell::succeeds(Command::new(venv.program("python")).args(pip).args(packages))?;
        ensure!(well, "pip could not install {}", packages.join(", "));
        Ok(venv)
    }

    pub fn program(&self, name: &str) -> PathBuf {
        self.folder.join("bin").join(name)
    }

    /// The version of an installed package.
    pub fn version(&self, package: &str) -> String {
        let ask = "import sys, importlib.metadata as m; print(m.version(sys.argv[1]))";
        let said = shell::answer(Command::new(self.program("python")).args(["-c", ask, package]));
        said.unwrap_or_else(|| "?".into())
    }
}
