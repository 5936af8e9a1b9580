//! Load, from other processes: wrk as fast as it goes, hey at a steady rate.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use super::server::{Server, cookie};
use super::town::Town;
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
    waits(&heard(hey(server, path, headers, STEADY, turn)?)?)
}

/// Everything that people look at, guests and members, at the steady rate together.
pub fn mixed(server: &Server, town: &Town, turn: Duration) -> Result<Wait> {
    let mut under_way = Vec::new();
    let pages = super::pages::looked_at(town)?;
    let member = town.list("sessions").pop().context("nobody is signed in")?;
    for (_, path) in &pages {
        for headers in [vec![], vec![format!("Cookie: {}", cookie(&member))]] {
            under_way.push(hey(server, path, &headers, STEADY / (2 * pages.len()), turn)?);
        }
    }
    let mut all = Vec::new();
    for child in under_way {
        all.extend(heard(child)?);
    }
    waits(&all)
}

/// hey's workers each keep a rate of their own; with one request a second or so for each, one that waits
/// keeps none of the others from asking.
fn hey(server: &Server, path: &str, headers: &[String], rate: usize, turn: Duration) -> Result<Child> {
    let workers = (rate / 5).max(1);
    let mut hey = Command::new("hey");
    hey.args(["-o", "csv", "-c", &workers.to_string(), "-q", &(rate as f64 / workers as f64).to_string()]);
    hey.args(["-z", &format!("{}ms", turn.as_millis()), "-disable-compression"]);
    for header in headers {
        hey.args(["-H", header]);
    }
    hey.arg(server.url(path)).stdout(Stdio::piped()).stderr(Stdio::null());
    hey.spawn().context("hey does not start")
}

/// The time of each answer in seconds; all must be good.
fn heard(child: Child) -> Result<Vec<f64>> {
    let output = child.wait_with_output()?;
    let said = String::from_utf8(output.stdout)?;
    let mut lines = said.lines();
    let columns: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let place =
        |name: &str| columns.iter().position(|c| *c == name).with_context(|| format!("hey says: {said}"));
    let (time, status) = (place("response-time")?, place("status-code")?);
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
    fn waits_are_in_milliseconds() {
        let times: Vec<f64> = (0..=100).map(|n| f64::from(n) / 1000.0).collect();
        let waits = waits(&times).unwrap();
        assert!((waits.p50 - 50.0).abs() < 0.001 && (waits.p99 - 99.0).abs() < 0.001);
    }
}
