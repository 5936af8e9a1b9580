//! The built program as a process of its own, as a steward runs it.

use db::Url;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};
use ureq::http::Response;
use ureq::{Agent, Body};

/// Longer than any start should take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where a community's data is: the program's `--data`, and `--database` where that is PostgreSQL.
#[derive(Clone)]
pub struct Place {
    pub data: PathBuf,
    pub database: Url,
}

impl Place {
    /// The program, without a word; nothing of the tests' own environment may set anything.
    pub fn bare() -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kalaka"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("KALAKA_")) {
            command.env_remove(name);
        }
        command
    }

    /// The program with a command, as typed.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Place::bare();
        command.arg("--data").arg(&self.data).args(arguments);
        if let Url::Postgres(url) = &self.database {
            command.args(["--database", url]);
        }
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }
}

pub struct Server {
    child: Child,
    pub base: String,
    /// From the start of the process to its first good answer.
    pub took: Duration,
}

impl Server {
    /// Starts the program and waits until it answers by itself.
    pub fn start(place: &Place, listen: &str) -> Server {
        Server::start_with(place, &["--listen", listen, "serve"], &[])
    }

    /// Starts it with words of the test's own, on the line and in the environment.
    pub fn start_with(place: &Place, arguments: &[&str], environment: &[(&str, &str)]) -> Server {
        let began = Instant::now();
        let mut command = place.command(arguments);
        command.envs(environment.iter().copied());
        let mut child = command.stdout(Stdio::piped()).stderr(log(&place.data)).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let base = line.trim().strip_prefix("listening on ").unwrap_or_default().to_owned();
        assert!(
            !base.is_empty(),
            "the server said {line:?}; its log:\n{}",
            std::fs::read_to_string(place.data.join("log")).unwrap()
        );
        while !is_healthy(&base) {
            assert!(began.elapsed() < PATIENCE, "the server does not answer");
            std::thread::sleep(Duration::from_millis(2));
        }
        Server { child, base, took: began.elapsed() }
    }

    /// The most memory that it ever had, in MiB.
    pub fn most_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
    }

    /// `kill -9`: no warning, no last words.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Gone already, where it was killed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// All that a command said.
pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn log(data: &Path) -> Stdio {
    std::fs::OpenOptions::new().create(true).append(true).open(data.join("log")).unwrap().into()
}

fn is_healthy(base: &str) -> bool {
    agent().get(format!("{base}/health")).call().is_ok_and(|answer| answer.status() == 200)
}

/// A client that goes where it is sent by us alone, and takes every answer as one.
pub fn agent() -> Agent {
    let config = Agent::config_builder();
    let patient = config.timeout_global(Some(Duration::from_secs(10)));
    patient.max_redirects(0).max_redirects_will_error(false).http_status_as_error(false).build().into()
}

/// Sends a form, signed in.
pub fn post(
    agent: &Agent,
    url: &str,
    secret: &str,
    form: &[(&str, &str)],
) -> Result<Response<Body>, ureq::Error> {
    agent.post(url).header("cookie", format!("session={secret}")).send_form(form.iter().copied())
}
