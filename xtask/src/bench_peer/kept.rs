//! Servers that go when we go, even when we are killed.

use std::fs::File;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// Starts its arguments, and stops them when its input ends. It stops only the process that it started itself.
const KEEPER: &str = r#""$@" & server=$!; cat > /dev/null; kill -TERM "$server"; wait "$server""#;

pub struct Kept {
    keeper: Child,
}

impl Kept {
    /// The program of a command with its arguments, environment and folder, and a file for what it says.
    pub fn start(command: &Command, log: &Path) -> Result<Kept> {
        let mut keeper = Command::new("sh");
        keeper.args(["-c", KEEPER, "keeper"]).arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            keeper.env(name, value.unwrap_or_default());
        }
        let log = File::create(log)?;
        keeper.stdin(Stdio::piped()).stdout(log.try_clone()?).stderr(log);
        let what = command.get_program().to_string_lossy().into_owned();
        Ok(Kept { keeper: keeper.spawn().with_context(|| format!("{what} does not start"))? })
    }

    pub fn process(&self) -> u32 {
        self.keeper.id()
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}
