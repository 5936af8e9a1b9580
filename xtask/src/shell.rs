//! Running other programs.

use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::{env, thread};

use anyhow::{Context, Result};

use crate::house;

/// A command that starts in the root of the checkout.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(house::root());
    command
}

/// The cargo that runs us, in colour where we are read by eye.
pub fn cargo() -> Command {
    let mut cargo = command(&env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
    if io::stdout().is_terminal() {
        cargo.env("CARGO_TERM_COLOR", "always");
    }
    // What cargo told us about xtask itself is not for those we start.
    for (name, _) in env::vars().filter(|(name, _)| name.starts_with("CARGO_PKG_")) {
        cargo.env_remove(name);
    }
    cargo.env_remove("CARGO_MANIFEST_DIR");
    cargo
}

/// Runs it in sight; true when it ends well.
pub fn succeeds(command: &mut Command) -> Result<bool> {
    let status = command.status().with_context(|| format!("cannot start {}", name(command)))?;
    Ok(status.success())
}

/// Runs it unseen; its answer, or none when it is missing or ends badly.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Runs it in sight and keeps what it says. True when it ends well.
pub fn heard(command: &mut Command) -> Result<(bool, String)> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", name(command)))?;
    let words = Mutex::new(String::new());
    thread::scope(|scope| {
        for stream in [child.stdout.take().map(boxed), child.stderr.take().map(boxed)].into_iter().flatten() {
            scope.spawn(|| pass_on(stream, &words));
        }
    });
    Ok((child.wait()?.success(), words.into_inner().unwrap_or_default()))
}

/// Where a program of this name stands, if anywhere on the path.
pub fn which(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn boxed(stream: impl Read + Send + 'static) -> Box<dyn Read + Send> {
    Box::new(stream)
}

fn pass_on(stream: Box<dyn Read + Send>, words: &Mutex<String>) {
    for line in BufReader::new(stream).split(b'\n').map_while(io::Result::ok) {
        let line = String::from_utf8_lossy(&line);
        // Nobody may be left to read it; the run itself goes on.
        let _ = writeln!(io::stdout(), "{line}");
        if let Ok(mut words) = words.lock() {
            words.push_str(&line);
            words.push('\n');
        }
    }
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_heard_is_kept_from_both_streams() {
        let (well, words) = heard(command("sh").args(["-c", "echo out; echo err >&2; exit 3"])).unwrap();
        assert!(!well);
        assert!(words.contains("out\n") && words.contains("err\n"));
    }
}
