//! What a browser sees of a page, as `browser/peer.mjs` tells it.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::shell;

pub struct Browsing {
    pub requests: u64,
    /// Over the wire, by kind of file.
    pub bytes: BTreeMap<String, f64>,
    /// Performance, accessibility, best practices, search engines.
    pub scores: [u64; 4],
    /// Until the largest part is painted, on Lighthouse's slow phone, in seconds.
    pub largest: f64,
    /// How long its scripts keep the page from answering there.
    pub blocked: f64,
    pub lighthouse: String,
}

impl Browsing {
    pub fn kilobytes(&self) -> f64 {
        self.bytes.values().sum::<f64>() / 1024.0
    }

    /// Of these kinds of file.
    pub fn of(&self, kinds: &[&str]) -> f64 {
        kinds.iter().filter_map(|kind| self.bytes.get(*kind)).fold(0.0, |sum, size| sum + size) / 1024.0
    }
}

/// `tools` is where Lighthouse has been installed.
pub fn look(url: &str, tools: &Path) -> Result<Browsing> {
    let mut node = shell::command("node");
    node.arg("browser/peer.mjs").arg(tools.join("node_modules")).arg(url);
    let said = shell::answer(&mut node).context("browser/peer.mjs fails")?;
    read(&serde_json::from_str(&said)?).context("browser/peer.mjs leaves something out")
}

fn read(told: &Value) -> Option<Browsing> {
    let bytes = told["bytes"].as_object()?.iter();
    let scores: Vec<u64> = told["scores"].as_array()?.iter().filter_map(Value::as_u64).collect();
    Some(Browsing {
        requests: told["requests"].as_u64()?,
        bytes: bytes.filter_map(|(kind, size)| Some((kind.clone(), size.as_f64()?))).collect(),
        scores: scores.try_into().ok()?,
        largest: told["largest"].as_f64()?,
        blocked: told["blocked"].as_f64()?,
        lighthouse: told["lighthouse"].as_str()?.to_owned(),
    })
}
