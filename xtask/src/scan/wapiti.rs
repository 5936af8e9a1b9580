//! Wapiti: crawls, and attacks what it has found.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::endpoint::Endpoint;
use super::findings::Finding;
use crate::demo::Demo;
use crate::venv::Venv;

/// The kinds of attack that fit: no other people's programs (cms, wp_enum), no TLS, no guessing of names.
pub const MODULES: &str = "xss,permanentxss,sql,timesql,exec,file,ssrf,redirect,crlf,csrf,cookieflags,csp,http_headers,\
xxe,upload,ldap,methods,htaccess,shellshock";

/// What ends one's session or stay, or changes the language of all that follows.
const LEFT_OUT: [&str; 5] =
    ["/sign-out*", "/language*", "/account/sessions*", "/account/data/deletion*", "/account/pause*"];

/// Seconds of crawling.
pub const CRAWL: u32 = 90;

/// In seconds, with so many for each kind of attack.
pub fn longest(attack: u32) -> u32 {
    CRAWL + attack * u32::try_from(MODULES.split(',').count()).unwrap_or(0)
}

pub struct Told {
    pub addresses: u64,
    pub findings: Vec<Finding>,
    /// Answers of 500 and above.
    pub broken: usize,
}

pub fn run(
    venv: &Venv,
    demo: &Demo,
    cookie: Option<&str>,
    endpoint: &Endpoint,
    folder: &Path,
    attack: u32,
) -> Result<Told> {
    let report = folder.join("wapiti.json");
    let mut wapiti = Command::new(venv.program("wapiti"));
    wapiti.args(["--url", &format!("{}/", demo.base), "--module", MODULES, "--scan-force", "normal"]);
    wapiti.args(["--max-scan-time", &CRAWL.to_string(), "--max-attack-time", &attack.to_string()]);
    wapiti.args(["--endpoint", &endpoint.url, "--no-bugreport", "--flush-session", "--verbose", "1"]);
    for path in LEFT_OUT {
        wapiti.args(["--exclude", &format!("{}{path}", demo.base)]);
    }
    if let Some(cookie) = cookie {
        wapiti.args(["--cookie-value", cookie]);
    }
    wapiti.args(["--format", "json", "--output"]).arg(&report);
    wapiti
        .arg("--store-session")
        .arg(folder.join("session"))
        .arg("--store-config")
        .arg(folder.join("config"));
    let log = fs::File::create(folder.join("wapiti.log"))?;
    let ended = wapiti.stdout(log.try_clone()?).stderr(log).status().context("wapiti does not start")?;
    ensure!(ended.success(), "wapiti fails; see target/scan");
    read(&serde_json::from_str(&fs::read_to_string(report)?)?).context("wapiti tells something else")
}

fn read(told: &Value) -> Option<Told> {
    let mut findings = Vec::new();
    let mut broken = 0;
    for group in ["vulnerabilities", "anomalies"] {
        for (kind, found) in told[group].as_object()? {
            for one in found.as_array()? {
                // Wapiti tells these with no weight to speak of; here an answer of 500 is a fault each time.
                let is_broken = kind == "Internal Server Error";
                broken += usize::from(is_broken);
                let weight = if is_broken { super::findings::MIDDLE } else { one["level"].as_u64()? };
                let place = format!(
                    "{} {}: {}",
                    one["method"].as_str()?,
                    one["path"].as_str()?,
                    one["info"].as_str()?
                );
                findings.push(Finding { kind: kind.clone(), weight, place });
            }
        }
    }
    Some(Told { addresses: told["infos"]["crawled_pages_nbr"].as_u64()?, findings, broken })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_of_500_weighs() {
        let told = serde_json::json!({
            "infos": { "crawled_pages_nbr": 7 },
            "vulnerabilities": { "CRLF Injection": [] },
            "anomalies": { "Internal Server Error": [{ "level": 0, "method": "GET", "path": "/x", "info": "y" }] },
        });
        let read = read(&told).unwrap();
        assert_eq!((read.addresses, read.broken), (7, 1));
        assert!(read.findings[0].is_grave());
    }
}
