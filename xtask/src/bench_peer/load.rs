//! Load by oha: as fast as it goes, and at a steady rate that both can carry.

use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::processes::{self, Part};
use crate::bench::tools;
use crate::shell;

/// Connections of the fast load.
pub const CONNECTIONS: usize = 16;
/// Requests a second of the steady one.
pub const STEADY: usize = 5;

/// How a browser says what it can unpack.
const BROWSER: &str = "Accept-Encoding: gzip, deflate, br, zstd";

pub struct Load {
    pub per_second: f64,
    /// In milliseconds.
    pub p50: f64,
    pub p99: f64,
    /// In microseconds for each request, of all parts together.
    pub cpu: f64,
}

pub fn fast(url: &str, parts: &[Part], turn: Duration) -> Result<Load> {
    drive(url, parts, turn, &["-c", &CONNECTIONS.to_string()])
}

/// The same, signed in by a cookie.
pub fn member(url: &str, cookie: &str, parts: &[Part], turn: Duration) -> Result<Load> {
    drive(url, parts, turn, &["-c", &CONNECTIONS.to_string(), "-H", &format!("Cookie: {cookie}")])
}

pub fn steady(url: &str, parts: &[Part], turn: Duration) -> Result<Load> {
    drive(
        url,
        parts,
        turn,
        &["-c", &CONNECTIONS.to_string(), "-q", &STEADY.to_string(), "--latency-correction"],
    )
}

fn drive(url: &str, parts: &[Part], turn: Duration, how: &[&str]) -> Result<Load> {
    let mut oha = Command::new(tools::oha());
    oha.args(["--no-tui", "--output-format", "json", "-w", "-z", &format!("{}ms", turn.as_millis())]);
    oha.args(["-H", BROWSER]).args(how).arg(url);
    let before = processes::cpu(parts)?;
    let said = shell::answer(&mut oha).context("oha fails")?;
    let used = processes::cpu(parts)? - before;
    read(&said, used)
}

fn read(said: &str, used: f64) -> Result<Load> {
    let told: Value = serde_json::from_str(said)?;
    let answers = told["statusCodeDistribution"].as_object().context("oha tells no answers")?;
    let good = answers.get("200").and_then(Value::as_f64).unwrap_or(0.0);
    ensure!(answers.len() == 1 && good > 0.0, "not all answers were good: {answers:?}");
    let number = |value: &Value| value.as_f64().context("oha leaves out a number");
    Ok(Load {
        per_second: number(&told["summary"]["requestsPerSec"])?,
        p50: number(&told["latencyPercentiles"]["p50"])? * 1000.0,
        p99: number(&told["latencyPercentiles"]["p99"])? * 1000.0,
        cpu: used / good,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_oha_says_is_read() {
        let said = r#"{"summary":{"requestsPerSec":50.0},"latencyPercentiles":{"p50":0.01,"p99":0.02},
            "statusCodeDistribution":{"200":100}}"#;
        let load = read(said, 5e6).unwrap();
        assert_eq!((load.per_second, load.p50, load.p99, load.cpu), (50.0, 10.0, 20.0, 50_000.0));
        assert!(read(&said.replace(r#""200""#, r#""502""#), 5e6).is_err());
    }
}
