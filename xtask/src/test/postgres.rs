//! A PostgreSQL of our own for one run of the tests: nobody sets one up, none is left behind.
//!
//! It has a fresh folder and a free port on the loopback. Nothing in it needs to outlive the run,
//! so it does not wait for the disk. PostgreSQL refuses to run as root; there it runs as the
//! `postgres` of Debian's package.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio, id};
use std::time::{Duration, Instant};
use std::{env, thread};

use anyhow::{Context, Result, bail, ensure};

use crate::packages::Need;
use crate::{house, shell};

/// Runs as long as this value lives.
pub struct Postgres {
    pub url: String,
    pub port: u16,
    folder: PathBuf,
    keeper: Child,
}

/// Starts its arguments, and stops them when its input ends, so that the server goes even when
/// this program is killed. It stops only the process that it started itself.
const KEEPER: &str = r#""$@" & server=$!; cat > /dev/null; kill -INT "$server"; wait "$server""#;

const SETTINGS: [&str; 9] = [
    "listen_addresses=127.0.0.1",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_connections=400",
    "autovacuum=off",
    "timezone=UTC",
];

impl Postgres {
    pub fn start() -> Result<Postgres> {
        let programs = programs().context("no PostgreSQL is installed")?;
        let user = Unprivileged::where_needed()?;
        let folder = fresh_folder(user.as_ref())?;
        let data = folder.join("data");
        init(&programs, &data, user.as_ref())?;
        let port = free_port()?;
        let keeper = keep(&programs, &folder, port, user.as_ref())?;
        let url = format!("postgres://postgres@127.0.0.1:{port}/postgres");
        let server = Postgres { url, port, folder, keeper };
        server.wait_until_ready(&programs, port)?;
        println!("PostgreSQL runs on port {port}.");
        Ok(server)
    }

    /// The process from which all of it comes.
    pub fn process(&self) -> u32 {
        self.keeper.id()
    }

    fn wait_until_ready(&self, programs: &Path, port: u16) -> Result<()> {
        let deadline = Instant::now() + Duration::from_secs(30);
        let mut asking = Command::new(programs.join("pg_isready"));
        asking.args(["--quiet", "--host=127.0.0.1", &format!("--port={port}")]);
        while Instant::now() < deadline {
            if shell::succeeds(&mut asking)? {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(50));
        }
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        bail!("it does not answer within 30 s; its log:\n{log}")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The user that the server runs as when we are root.
struct Unprivileged {
    uid: u32,
    gid: u32,
}

impl Unprivileged {
    fn where_needed() -> Result<Option<Unprivileged>> {
        if !crate::packages::is_root() {
            return Ok(None);
        }
        let users = fs::read_to_string("/etc/passwd")?;
        let line =
            users.lines().find(|line| line.starts_with("postgres:")).context("there is no user postgres")?;
        let number = |field: usize| line.split(':').nth(field).and_then(|n| n.parse().ok());
        let (uid, gid) = number(2).zip(number(3)).context("the user postgres has no numbers")?;
        Ok(Some(Unprivileged { uid, gid }))
    }
}

fn run_as(program: impl AsRef<std::ffi::OsStr>, user: Option<&Unprivileged>) -> Command {
    let mut command = Command::new(program);
    if let Some(user) = user {
        command.uid(user.uid).gid(user.gid);
    }
    command
}

/// Debian keeps each version's programs in a folder of its own; elsewhere they are on the path.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let number = |path: &Path| path.file_name()?.to_str()?.parse::<u32>().ok();
    let newest = versions.map(|version| version.path()).max_by_key(|path| number(path));
    let folder = newest.map(|version| version.join("bin")).filter(|bin| bin.join("initdb").is_file());
    folder.or_else(|| shell::which("initdb")?.parent().map(Path::to_path_buf))
}

pub fn need() -> Need {
    Need { what: "PostgreSQL", is_met: is_installed, packages: &["postgresql"] }
}

fn is_installed() -> bool {
    programs().is_some()
}

/// In `target`, or, where the server's user may not walk in there, among the temporary files.
fn fresh_folder(user: Option<&Unprivileged>) -> Result<PathBuf> {
    for place in [house::target(), env::temp_dir()] {
        remove_abandoned(&place);
        let folder = place.join(format!("kalaka-postgres-{}", id()));
        fs::create_dir_all(&folder)?;
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))?;
        if let Some(user) = user {
            chown(&folder, Some(user.uid), Some(user.gid))?;
        }
        let mut look = run_as("test", user);
        look.arg("-w").arg(&folder).current_dir("/");
        if shell::succeeds(&mut look)? {
            return Ok(folder);
        }
        fs::remove_dir_all(&folder)?;
    }
    bail!("no folder that the user postgres may write to")
}

/// Folders of runs that were killed before they could tidy up.
fn remove_abandoned(place: &Path) {
    for entry in fs::read_dir(place).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let run = name.to_str().and_then(|name| name.strip_prefix("kalaka-postgres-"));
        if run.is_some_and(|run| Path::new("/proc/self").exists() && !Path::new("/proc").join(run).exists()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn init(programs: &Path, data: &Path, user: Option<&Unprivileged>) -> Result<()> {
    let mut initdb = run_as(programs.join("initdb"), user);
    initdb.arg("--pgdata").arg(data).args([
        "--username=postgres",
        "--auth=trust",
        "--no-sync",
        "--no-instructions",
    ]);
    initdb.args(["--encoding=UTF8", "--locale=C.UTF-8"]).current_dir("/");
    let output = initdb.output().context("initdb does not start")?;
    ensure!(output.status.success(), "initdb: {}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn keep(programs: &Path, folder: &Path, port: u16, user: Option<&Unprivileged>) -> Result<Child> {
    let log = fs::File::create(folder.join("log"))?;
    let mut keeper = run_as("sh", user);
    keeper.args(["-c", KEEPER, "keeper"]).arg(programs.join("postgres"));
    keeper.arg("-D").arg(folder.join("data")).arg("-p").arg(port.to_string());
    // The name of a socket may be no longer than this; the loopback serves without it as well.
    let short = folder.as_os_str().len() < 80;
    let sockets = if short { folder.display().to_string() } else { String::new() };
    keeper.arg("-c").arg(format!("unix_socket_directories={sockets}"));
    for setting in SETTINGS {
        keeper.args(["-c", setting]);
    }
    keeper.stdin(Stdio::piped()).stdout(log.try_clone()?).stderr(log).current_dir("/");
    keeper.spawn().context("postgres does not start")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_answers_and_leaves_nothing_behind() {
        if !is_installed() {
            return;
        }
        let server = Postgres::start().unwrap();
        let mut psql = Command::new("psql");
        assert_eq!(
            shell::answer(psql.args(["--no-psqlrc", "-At", "-c", "select 6 * 7", &server.url])).unwrap(),
            "42"
        );
        let folder = server.folder.clone();
        drop(server);
        assert!(!folder.exists());
        assert!(shell::answer(&mut psql).is_none());
    }
}
