//! Security scanners against the demo town: `cargo xtask scan`.
//!
//! Wapiti and sqlmap look at it as a stranger, as a member and as a guide, each on a fresh town on the loopback, for a
//! bounded time. What they find of middle or high weight is a failure, unless it has been judged here, with a
//! reason. All is told in docs/scans.md.

mod endpoint;
mod findings;
mod report;
mod sqlmap;
mod wapiti;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow, ensure};
use clap::Args;

use crate::demo::Demo;
use crate::venv::Venv;
use crate::{house, shell};
use findings::Finding;

const PACKAGES: [&str; 2] = ["wapiti3==3.2.3", "sqlmap==1.10.10"];

/// What they are called here, and whose link of the demo they come in by.
const ROLES: [(&str, Option<&str>); 3] =
    [("stranger", None), ("member", Some("citizen")), ("guide", Some("guide"))];

#[derive(Args)]
pub struct Options {
    /// Only as this one: stranger, member or guide; the page of docs stays as it is
    #[arg(long, value_name = "ROLE")]
    only: Option<String>,
    /// Seconds that each kind of attack may take
    #[arg(long, default_value_t = 60, value_name = "SECONDS")]
    attack: u32,
    /// Scan this program instead of building one
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
}

/// What one of the roles saw.
struct Seen {
    role: &'static str,
    wapiti: wapiti::Told,
    sqlmap: sqlmap::Told,
    /// Requests that the platform was talked into sending.
    fetched: Vec<String>,
}

impl Seen {
    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.wapiti.findings.iter().chain(&self.sqlmap.findings)
    }

    fn is_clean(&self) -> bool {
        self.fetched.is_empty() && self.findings().all(|finding| !finding.is_grave())
    }
}

pub fn run(options: &Options) -> Result<bool> {
    let folder = house::target().join("scan");
    fs::create_dir_all(&folder)?;
    let program = program(options)?;
    let venv = Venv::with(&folder.join("venv"), &PACKAGES)?;
    let wanted =
        ROLES.into_iter().filter(|(role, _)| options.only.as_deref().is_none_or(|only| only == *role));
    println!(
        "Scanning; it takes up to {} minutes.",
        (wapiti::longest(options.attack) + 2 * sqlmap::PATIENCE) / 60
    );
    // Each on a town of its own, so none waits for another.
    let all: Vec<Seen> = thread::scope(|scope| {
        let (program, venv, folder) = (&program, &venv, &folder);
        let scans = wanted.map(|role| scope.spawn(move || scan(program, venv, folder, role, options)));
        let scans: Vec<_> = scans.collect();
        scans
            .into_iter()
            .map(|scan| scan.join().map_err(|_| anyhow!("a scan broke off"))?)
            .collect::<Result<_>>()
    })?;
    ensure!(!all.is_empty(), "nobody is called {}", options.only.as_deref().unwrap_or_default());
    let page = report::text(&all, &venv, options);
    println!("\n{page}");
    if options.only.is_none() {
        fs::write(house::root().join("docs/scans.md"), page)?;
    }
    Ok(all.iter().all(Seen::is_clean))
}

fn scan(
    program: &Path,
    venv: &Venv,
    folder: &Path,
    (role, of): (&'static str, Option<&str>),
    options: &Options,
) -> Result<Seen> {
    let folder = folder.join(role);
    let demo = Demo::start(program, &folder)?;
    let endpoint = endpoint::Endpoint::start()?;
    let cookie = of.map(|of| demo.sign_in(of)).transpose()?;
    // The lighter one first: the other fills the town with what it sends.
    let sqlmap = sqlmap::run(venv, &demo, cookie.as_deref(), &folder)?;
    let wapiti = wapiti::run(venv, &demo, cookie.as_deref(), &endpoint, &folder, options.attack)?;
    if let Some(cookie) = &cookie {
        let stays = demo.is_signed_in(cookie)?;
        ensure!(stays, "the {role} was signed out meanwhile: most of it was scanned as a stranger");
    }
    println!("Done as a {role}.");
    Ok(Seen { role, wapiti, sqlmap, fetched: endpoint.fetched() })
}

fn program(options: &Options) -> Result<PathBuf> {
    if let Some(program) = &options.program {
        return program.canonicalize().with_context(|| format!("{}", program.display()));
    }
    ensure!(shell::succeeds(shell::cargo().args(["build", "--quiet", "--package", "kalaka"]))?, "no build");
    Ok(house::binary())
}
