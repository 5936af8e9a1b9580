//! sqlmap: whether what one searches and sieves by reaches the database as a statement.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::findings::Finding;
use crate::demo::Demo;
use crate::venv::Venv;

/// Each page that asks the database for what stands in its address.
pub const ADDRESSES: [&str; 12] = [
    "/search?q=brook&sector=health&locale=en&voice=a&from=2026-01-01&to=2026-12-31",
    "/groups?q=school&sector=culture",
    "/groups/map?sector=culture",
    "/needs?q=path&side=citizens&sector=culture",
    "/threads?show=decision",
    "/threads?before=1785333600000-9",
    "/activity?kind=thread&before=911",
    "/agenda?q=road",
    "/initiatives?q=path",
    "/decisions?q=path",
    "/threads/1?from=3",
    "/sign-in?next=/threads",
];

/// Seconds of each of the two runs.
pub const PATIENCE: u32 = 180;

pub struct Told {
    pub findings: Vec<Finding>,
    /// Parameters that it has tried.
    pub tried: usize,
}

/// First the addresses, then the forms of the pages around the start.
pub fn run(venv: &Venv, demo: &Demo, cookie: Option<&str>, folder: &Path) -> Result<Told> {
    let list = folder.join("addresses");
    let addresses: Vec<String> = ADDRESSES.iter().map(|path| format!("{}{path}", demo.base)).collect();
    fs::write(&list, addresses.join("\n"))?;
    let list = list.to_string_lossy().into_owned();
    let start = format!("{}/threads/1", demo.base);
    let mut told = Told { findings: Vec::new(), tried: 0 };
    for (name, what) in [
        ("addresses", &["-m", &list, "--level", "2"][..]),
        (
            "forms",
            &["-u", &start, "--forms", "--crawl", "2", "--crawl-exclude", "sign-out|language|account"][..],
        ),
    ] {
        let found = folder.join(format!("sqlmap-{name}.csv"));
        let log = folder.join(format!("sqlmap-{name}.log"));
        let mut sqlmap = Command::new(venv.program("sqlmap"));
        sqlmap.args(what).args(["--batch", "--risk", "1", "--technique", "BEUST", "--dbms", "SQLite"]);
        sqlmap.args(["--skip", "Cookie", "--disable-coloring", "--flush-session"]);
        sqlmap.args(["--time-limit", &PATIENCE.to_string(), "--output-dir"]).arg(folder.join("sqlmap"));
        sqlmap.arg("--results-file").arg(&found);
        if let Some(cookie) = cookie {
            sqlmap.args(["--cookie", cookie]);
        }
        let written = fs::File::create(&log)?;
        sqlmap.stdout(written.try_clone()?).stderr(written).status().context("sqlmap does not start")?;
        let said = fs::read_to_string(&log)?;
        // The end of its time is an end too; what it has found until then is in the list.
        ensure!(said.contains("[*] ending"), "sqlmap fails; see {}", log.display());
        told.tried += said.matches("testing for SQL injection on").count();
        told.findings.extend(read(&fs::read_to_string(&found).unwrap_or_default()));
    }
    ensure!(told.tried > 0, "sqlmap has tried nothing; see target/scan");
    Ok(told)
}

/// `Target URL,Place,Parameter,Technique(s),Note(s)`: each line with a technique is a way in.
fn read(list: &str) -> Vec<Finding> {
    let lines = list.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let found = lines.filter(|cells| cells.len() >= 4 && !cells[3].is_empty());
    let finding = |cells: Vec<&str>| Finding {
        kind: "SQL Injection".into(),
        weight: 4,
        place: format!("{} {}: {}", cells[1], cells[0], cells[2]),
    };
    found.map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_with_a_technique_is_a_finding() {
        let list =
            "Target URL,Place,Parameter,Technique(s),Note(s)\nhttp://x/?q=1,GET,q,B,\nhttp://x/?r=1,GET,,,\n";
        let found = read(list);
        assert_eq!(found.len(), 1);
        assert!(found[0].is_grave());
    }
}
