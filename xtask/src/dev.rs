//! `cargo xtask dev`: the demo town, started anew when a file changes, with the time that took.
//!
//! It looks at the times of the files a few times a second; that needs no other program and is
//! cheap for a house of this size. When the build fails, the last town goes on running.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant, SystemTime};
use std::{fs, thread};

use anyhow::{Context, Result};
use clap::Args;

use crate::{house, shell};

#[derive(Args)]
pub struct Options {
    /// Where the town is served
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:4000")]
    listen: String,
}

const LOOK_EACH: Duration = Duration::from_millis(200);
const MAKES_THE_PROGRAM: [&str; 8] = ["rs", "html", "css", "js", "ftl", "sql", "toml", "svg"];

type Times = BTreeMap<PathBuf, SystemTime>;

pub fn run(options: &Options) -> Result<bool> {
    let mut seen = times()?;
    let mut town = start(options, Instant::now(), "at first")?;
    loop {
        thread::sleep(LOOK_EACH);
        let now = times()?;
        let Some(changed) = changed(&seen, &now) else { continue };
        seen = now;
        let began = Instant::now();
        if build()? {
            stop(town.take());
            town = start_built(options, began, &changed)?;
        } else {
            println!("-- {changed}: does not build; the last town goes on");
        }
    }
}

fn start(options: &Options, began: Instant, why: &str) -> Result<Option<Child>> {
    if build()? { start_built(options, began, why) } else { Ok(None) }
}

fn build() -> Result<bool> {
    shell::succeeds(shell::cargo().args(["build", "--quiet", "--package", "kalaka"]))
}

/// Starts the town and waits until it says that it listens.
fn start_built(options: &Options, began: Instant, why: &str) -> Result<Option<Child>> {
    let data = house::target().join("dev");
    let mut command = Command::new(house::binary());
    command.arg("demo").arg("--data").arg(data).args(["--listen", &options.listen]);
    let mut town = command.stdout(Stdio::piped()).spawn().context("the town does not start")?;
    let words = town.stdout.take().context("the town has no voice")?;
    let (listening, heard) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(words).lines().map_while(Result::ok) {
            println!("{line}");
            if line.contains("listening on") {
                let _ = listening.send(());
            }
        }
    });
    match heard.recv_timeout(Duration::from_secs(60)) {
        Ok(()) => println!("-- {why}: running after {:.1} s", began.elapsed().as_secs_f64()),
        Err(_) => println!("-- {why}: the town does not come up"),
    }
    Ok(Some(town))
}

/// Politely, so that it may finish what it writes.
fn stop(town: Option<Child>) {
    if let Some(mut town) = town {
        let _ = shell::succeeds(Command::new("kill").arg(town.id().to_string()));
        let _ = town.wait();
    }
}

fn times() -> Result<Times> {
    let mut times = Times::new();
    let mut note = |path: &Path| {
        let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        if MAKES_THE_PROGRAM.contains(&kind)
            && let Ok(time) = fs::metadata(path).and_then(|file| file.modified())
        {
            times.insert(path.to_path_buf(), time);
        }
    };
    house::walk(&house::root().join("crates"), &mut note)?;
    note(&house::root().join("Cargo.toml"));
    Ok(times)
}

/// The first path that is new, gone, or written since.
fn changed(before: &Times, now: &Times) -> Option<String> {
    let written = now.iter().find(|(path, time)| before.get(*path) != Some(time)).map(|(path, _)| path);
    let path = written.or_else(|| before.keys().find(|path| !now.contains_key(*path)))?;
    let inside = path.strip_prefix(house::root()).unwrap_or(path);
    Some(inside.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_new_and_removed_files_are_changes() {
        let early = SystemTime::UNIX_EPOCH;
        let late = early + Duration::from_secs(1);
        let times = |files: &[(&str, SystemTime)]| {
            files.iter().map(|(path, time)| (path.into(), *time)).collect::<Times>()
        };
        let before = times(&[("a", early), ("b", early)]);
        assert_eq!(changed(&before, &before), None);
        assert_eq!(changed(&before, &times(&[("a", early), ("b", late)])).as_deref(), Some("b"));
        assert_eq!(
            changed(&before, &times(&[("a", early), ("b", early), ("c", early)])).as_deref(),
            Some("c")
        );
        assert_eq!(changed(&before, &times(&[("b", early)])).as_deref(), Some("a"));
    }
}
