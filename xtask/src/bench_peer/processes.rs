//! What processes cost with all that they started, from `/proc`.

use std::collections::HashMap;
use std::fs;

use anyhow::{Context, Result};

/// A part of what runs: its name, and the process that all of it came from.
pub struct Part {
    pub name: &'static str,
    pub root: u32,
}

/// CPU time so far in microseconds, of ended children too.
pub fn cpu(parts: &[Part]) -> Result<f64> {
    let mut ticks = 0;
    for id in parts.iter().flat_map(|part| tree(part.root)) {
        // One that ends while we read has told its parent what it used.
        if let Ok(stat) = fs::read_to_string(format!("/proc/{id}/stat")) {
            ticks += used(&stat).context("an unreadable stat")?;
        }
    }
    // The kernel counts in hundredths of a second towards programs.
    Ok(ticks as f64 * 10_000.0)
}

/// In MB of 1,000,000 bytes; what several share is told in equal parts to each (PSS).
pub fn memory(part: &Part) -> f64 {
    let ids = tree(part.root).into_iter();
    let texts = ids.filter_map(|id| fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok());
    texts.filter_map(|text| proportional(&text)).sum()
}

fn proportional(rollup: &str) -> Option<f64> {
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<f64>().ok()? * 1.024 / 1000.0)
}

/// A process and all below it.
fn tree(root: u32) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        if let Some(parent) = fs::read_to_string(entry.path().join("stat")).ok().and_then(|s| parent(&s)) {
            children.entry(parent).or_default().push(id);
        }
    }
    let mut found = vec![root];
    let mut at = 0;
    while let Some(id) = found.get(at) {
        found.extend(children.remove(id).unwrap_or_default());
        at += 1;
    }
    found
}

/// The fields behind the name, which may hold spaces and brackets.
fn fields(stat: &str) -> impl Iterator<Item = &str> {
    stat.rsplit_once(") ").map_or("", |(_, after)| after).split(' ')
}

fn parent(stat: &str) -> Option<u32> {
    fields(stat).nth(1)?.parse().ok()
}

/// User and system time, of itself and of its children that have ended.
fn used(stat: &str) -> Option<u64> {
    let times: Vec<u64> = fields(stat).skip(11).take(4).filter_map(|field| field.parse().ok()).collect();
    (times.len() == 4).then(|| times.iter().sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_parents_are_found_behind_any_name() {
        let stat = "7 (a ) b) S 1 7 7 0 -1 4194560 100 0 0 0 250 50 20 4 20 0 9 0 5 6";
        assert_eq!((used(stat), parent(stat)), (Some(324), Some(1)));
    }

    #[test]
    fn the_shared_part_is_told_in_megabytes() {
        assert_eq!(proportional("aa\nRss:  9 kB\nPss:   1000 kB\nPss_Dirty: 5 kB\n"), Some(1.024));
    }

    #[test]
    fn we_are_below_our_parent() {
        assert!(tree(std::os::unix::process::parent_id()).contains(&std::process::id()));
    }
}
