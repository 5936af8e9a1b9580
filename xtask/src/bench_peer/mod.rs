//! Kaláka beside another forum: `cargo xtask bench-peer`.
//!
//! Sets up Misago, a current forum that installs from a registry, as for production, gives both the same thread of
//! twenty posts, and looks at it as a guest: how much each can do, what a request costs with all that takes part in
//! it, what memory that takes, and what a browser has to fetch. One runs after the other. The table is docs/peer.md.

mod browsing;
mod kalaka;
mod kept;
mod load;
mod misago;
mod processes;
mod report;
mod thread;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::bench::tools;
use crate::packages::{self, Need};
use crate::test::postgres;
use crate::{browser_tools, house, lighthouse, shell};
use browsing::Browsing;
use kalaka::Kalaka;
use load::Load;
use misago::Misago;
use processes::Part;

#[derive(Args)]
pub struct Options {
    /// Measure this program instead of building one
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// Seconds of load instead of half a minute, to see whether it runs; the page of docs stays as it is
    #[arg(long)]
    quick: bool,
}

impl Options {
    fn turn(&self) -> Duration {
        Duration::from_secs(if self.quick { 3 } else { 30 })
    }
}

/// What was found of one of the two.
pub struct Found {
    pub fast: Load,
    pub steady: Load,
    /// Signed in, as fast as it goes.
    pub member: Load,
    /// Of each part, before the load and after it, in MB.
    pub memory: Vec<(&'static str, f64, f64)>,
    pub browsing: Browsing,
}

pub fn run(options: &Options) -> Result<bool> {
    let needs = [packages::chromium(), packages::node(), postgres::need(), redis()];
    let lighthouse = house::target().join("lighthouse");
    if !packages::ensure(&needs)?
        || !browser_tools::ensure()?
        || !tools::ensure()?
        || !lighthouse::install(&lighthouse)?
    {
        return Ok(false);
    }
    let folder = house::target().join("peer");
    fs::create_dir_all(&folder)?;
    let program = program(options)?;
    let venv = misago::installed(&folder)?;
    let began = Instant::now();
    println!("Kaláka");
    let kalaka = Kalaka::start(&program, &folder.join("kalaka"), &thread::told()?)?;
    let ours = measure((&kalaka.url(), &kalaka.cookie), &kalaka.parts(), options, &lighthouse)?;
    drop(kalaka);
    let misago = Misago::start(&venv, &folder)?;
    let theirs = measure((&misago.url(), &misago.cookie), &misago.parts(), options, &lighthouse)?;
    drop(misago);
    let page = report::text(&ours, &theirs, &venv, &program, options.turn());
    println!("\n{page}");
    if !options.quick {
        fs::write(house::root().join("docs/peer.md"), page)?;
    }
    println!("{:.0} s", began.elapsed().as_secs_f64());
    Ok(true)
}

fn measure((url, cookie): (&str, &str), parts: &[Part], options: &Options, tools: &Path) -> Result<Found> {
    println!("{url}");
    check(url)?;
    let at_rest: Vec<f64> = parts.iter().map(processes::memory).collect();
    // What is made on first use is made now.
    load::fast(url, parts, Duration::from_secs(3))?;
    let fast = load::fast(url, parts, options.turn())?;
    let steady = load::steady(url, parts, options.turn())?;
    let member = load::member(url, cookie, parts, options.turn())?;
    let memory = parts.iter().zip(at_rest).map(|(part, before)| (part.name, before, processes::memory(part)));
    let memory = memory.collect();
    Ok(Found { fast, steady, member, memory, browsing: browsing::look(url, tools)? })
}

/// A guest must see all of it: a phrase of each end of the thread.
fn check(url: &str) -> Result<()> {
    let page = ureq::get(url).header("accept-language", "en").call()?.body_mut().read_to_string()?;
    for phrase in ["the lorries of the quarry do too", "The boar has already tried the gate"] {
        ensure!(page.contains(phrase), "{url} does not show the whole thread");
    }
    Ok(())
}

fn redis() -> Need {
    Need { what: "Redis", is_met: || shell::which("redis-server").is_some(), packages: &["redis-server"] }
}

fn program(options: &Options) -> Result<PathBuf> {
    if let Some(program) = &options.program {
        return program.canonicalize().with_context(|| format!("{}", program.display()));
    }
    println!("Building what is measured (a release build takes some minutes).");
    let mut build = shell::cargo();
    ensure!(shell::succeeds(build.args(["build", "--release", "--package", "kalaka"]))?, "no build");
    Ok(house::target().join("release/kalaka"))
}
