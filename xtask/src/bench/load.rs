//! Load, from other processes: wrk as fast as it goes, oha at a steady rate.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use super::server::{Server, cookie};
use super::tools;
use super::town::{Town, results};
use crate::shell;

/// What one page could do.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    pub per_second: f64,
    /// The server's CPU for each request, in microseconds.
    pub cpu: f64,
}

/// Requests in a row on 16 connections, as fast as they are answered.
pub fn closed(server: &Server, path: &str, headers: &[String], turn: Duration) -> Result<Rate> {
    let mut wrk = wrk(16, turn, headers);
    drive(server, wrk.arg(server.url(path)))
}

pub fn wrk(connections: usize, turn: Duration, headers: &[String]) -> Command {
    let mut wrk = Command::new("wrk");
    // wrk knows whole seconds only; less is for a rough look.
    let seconds = turn.as_secs().max(1);
    wrk.args([
        "--threads",
        "1",
        "--connections",
        &connections.to_string(),
        "--duration",
        &format!("{seconds}s"),
    ]);
    for header in headers {
        wrk.args(["--header", header]);
    }
    wrk
}

pub fn drive(server: &Server, wrk: &mut Command) -> Result<Rate> {
    let before = server.cpu()?;
    let said = shell::answer(wrk).context("wrk fails")?;
    let cpu = server.cpu()?.saturating_sub(before);
    let requests = requests(&said).with_context(|| format!("wrk says: {said}"))?;
    let refused = said.contains("Non-2xx or 3xx responses");
    ensure!(!refused && requests > 0.0, "not all answers were good: {said}");
    let per_second = said.lines().find_map(|line| line.trim().strip_prefix("Requests/sec:"));
    let per_second = per_second.and_then(|n| n.trim().parse().ok()).context("wrk tells no rate")?;
    Ok(Rate { per_second, cpu: cpu.as_secs_f64() * 1e6 / requests })
}

/// `  81234 requests in 4.00s, 1.02GB read`
fn requests(said: &str) -> Option<f64> {
    said.lines().find_map(|line| line.trim().split_once(" requests in ")?.0.parse().ok())
}

/// How long one waits, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Wait {
    pub p50: f64,
    pub p99: f64,
}

/// So many requests a second, whether they are answered or not.
const STEADY: usize = 200;

/// One page at the steady rate.
pub fn open(server: &Server, path: &str, headers: &[String], turn: Duration) -> Result<Wait> {
    let asked = asks(server, &[path.to_owned()], "one")?;
    waits(&heard(oha(&asked, headers, STEADY, turn)?, STEADY, turn)?)
}

/// Everything that people look at, guests and members, at the steady rate together.
pub fn mixed(server: &Server, town: &Town, turn: Duration) -> Result<Wait> {
    let pages: Vec<String> = super::pages::looked_at(town)?.into_iter().map(|(_, path)| path).collect();
    let asked = asks(server, &pages, "mixed")?;
    let member = town.list("sessions").pop().context("nobody is signed in")?;
    let guests = oha(&asked, &[], STEADY / 2, turn)?;
    let members = oha(&asked, &[format!("Cookie: {}", cookie(&member))], STEADY / 2, turn)?;
    let mut all = heard(guests, STEADY / 2, turn)?;
    all.extend(heard(members, STEADY / 2, turn)?);
    waits(&all)
}

/// A file of addresses, of which each request takes one by chance.
fn asks(server: &Server, paths: &[String], name: &str) -> Result<PathBuf> {
    let file = results().join(format!("{name}.urls"));
    let addresses: Vec<String> = paths.iter().map(|path| server.url(path)).collect();
    fs::write(&file, addresses.join("\n"))?;
    Ok(file)
}

/// Requests that leave at their time whether or not the ones before were answered; one that had to wait for
/// its turn is counted from when it was due (coordinated omission, as Tene calls it).
fn oha(asked: &Path, headers: &[String], rate: usize, turn: Duration) -> Result<Child> {
    let mut oha = Command::new(tools::oha());
    oha.args(["--no-tui", "--output-format", "csv", "--disable-compression", "--latency-correction"]);
    oha.args(["-w", "-c", "50", "-q", &rate.to_string(), "-z", &format!("{}ms", turn.as_millis())]);
    for header in headers {
        oha.args(["-H", header]);
    }
    oha.arg("--urls-from-file").arg(asked).stdout(Stdio::piped()).stderr(Stdio::null());
    oha.spawn().context("oha does not start")
}

/// The time of each answer in seconds; all must be good, and none may be missing.
fn heard(child: Child, rate: usize, turn: Duration) -> Result<Vec<f64>> {
    let output = child.wait_with_output()?;
    let times = times(&String::from_utf8(output.stdout)?)?;
    let asked = rate as f64 * turn.as_secs_f64();
    ensure!(times.len() as f64 >= asked * 0.95 - 5.0, "{} of {asked} were answered", times.len());
    Ok(times)
}

fn times(said: &str) -> Result<Vec<f64>> {
    let mut lines = said.lines();
    let columns: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let place =
        |name: &str| columns.iter().position(|c| *c == name).with_context(|| format!("oha says: {said}"));
    let (time, status) = (place("request-duration")?, place("status")?);
    let mut times = Vec::new();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        match (cells.get(time).and_then(|t| t.parse().ok()), cells.get(status)) {
            (Some(time), Some(&"200")) => times.push(time),
            _ => bail!("a bad answer: {line}"),
        }
    }
    Ok(times)
}

fn waits(times: &[f64]) -> Result<Wait> {
    ensure!(!times.is_empty(), "nothing was answered");
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |part: f64| sorted[((sorted.len() - 1) as f64 * part).round() as usize] * 1000.0;
    Ok(Wait { p50: at(0.5), p99: at(0.99) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_read_from_what_wrk_says() {
        let said =
            "Running 4s test @ http://x\n  81234 requests in 4.00s, 1.02GB read\nRequests/sec:  20308.50\n";
        assert_eq!(requests(said), Some(81234.0));
    }

    #[test]
    fn times_are_read_from_what_oha_says() {
        let said = "request-start,DNS,request-duration,bytes,status\n0.1,0.2,0.003,6843,200\n";
        assert_eq!(times(said).unwrap(), [0.003]);
        assert!(times(&said.replace("200", "503")).is_err());
    }

    #[test]
    fn waits_are_in_milliseconds() {
        let times: Vec<f64> = (0..=100).map(|n| f64::from(n) / 1000.0).collect();
        let waits = waits(&times).unwrap();
        assert!((waits.p50 - 50.0).abs() < 0.001 && (waits.p99 - 99.0).abs() < 0.001);
    }
}
