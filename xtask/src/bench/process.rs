//! What a process costs, from `/proc`.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result};

/// In MB of 1,000,000 bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// What would be free if the process went.
    pub private: f64,
    /// With what it shares with others, and what the disk could give back.
    pub resident: f64,
}

pub fn cpu(id: u32) -> Result<Duration> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat"))?;
    let ticks = ticks(&stat).context("an unreadable stat")?;
    // The kernel counts in hundredths of a second (USER_HZ) towards programs, whatever its own clock.
    Ok(Duration::from_millis(ticks * 10))
}

/// User and system time; the name before them may hold spaces and brackets.
fn ticks(stat: &str) -> Option<u64> {
    let (_, after) = stat.rsplit_once(") ")?;
    let mut fields = after.split(' ').skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(user + system)
}

pub fn memory(id: u32) -> Result<Memory> {
    Ok(read(&fs::read_to_string(format!("/proc/{id}/smaps_rollup"))?))
}

fn read(rollup: &str) -> Memory {
    let kilobytes = |name: &str| {
        let line = rollup.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.and_then(|rest| rest.trim().strip_suffix(" kB")?.parse::<f64>().ok()).unwrap_or(0.0) * 1.024
            / 1000.0
    };
    Memory { private: kilobytes("Private_Clean") + kilobytes("Private_Dirty"), resident: kilobytes("Rss") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_found_behind_any_name() {
        assert_eq!(ticks("7 (a ) b) S 1 7 7 0 -1 4194560 100 0 0 0 250 50 0 0 20 0 9 0 5 6"), Some(300));
    }

    #[test]
    fn memory_is_in_megabytes() {
        let rollup = "aa\nRss:   20000 kB\nPss: 1 kB\nPrivate_Clean:    1000 kB\nPrivate_Dirty:  9000 kB\n";
        let found = read(rollup);
        assert!((found.private - 10.24).abs() < 0.001 && (found.resident - 20.48).abs() < 0.001);
    }
}
