//! What the program does outside pages: filling the demo town, bringing in a long list.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use super::budgets::Budget;
use super::town::results;
use crate::shell;

const ROWS: usize = 10_000;

pub fn measure(program: &Path) -> Result<Vec<Budget>> {
    let data = results().join("demo");
    if data.exists() {
        fs::remove_dir_all(&data)?;
    }
    let filled = demo(program, &data)?;
    let list = results().join("list.csv");
    fs::write(&list, rows())?;
    let began = Instant::now();
    let mut import = Command::new(program);
    import.arg("--data").arg(&data).args(["import", "groups"]).arg(&list).stdout(Stdio::null());
    ensure!(shell::succeeds(&mut import)?, "the list could not be imported");
    let imported = began.elapsed().as_secs_f64();
    Ok(vec![
        Budget::at_most("the demo town, filled and served", filled, 5.0, "s"),
        Budget::at_most("import of 10,000 organisations", imported, 5.0, "s"),
    ])
}

/// Seconds from the start of the demo until it listens.
fn demo(program: &Path, data: &Path) -> Result<f64> {
    let began = Instant::now();
    let mut demo = Command::new(program);
    demo.arg("--data").arg(data).args(["--listen", "127.0.0.1:0", "demo"]);
    let mut demo = demo.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let said = BufReader::new(demo.stdout.take().context("the demo says nothing")?);
    let listens = said.lines().map_while(Result::ok).any(|line| line.starts_with("listening on"));
    let took = began.elapsed().as_secs_f64();
    demo.kill()?;
    demo.wait()?;
    ensure!(listens, "the demo does not listen");
    Ok(took)
}

/// Organisations that all differ, with some contacts in common, as in a real list.
fn rows() -> String {
    let mut list = String::from("Name,Sector,Phone,Email,Address,About\n");
    for n in 0..ROWS {
        let street = ["Mill", "Church", "School", "River", "Hill"][n % 5];
        let _ = writeln!(
            list,
            "{street} association {n},Sport,06 30 {:07},post{n}@example{}.org,\"{street} street {n}, Kővölgy\",\"We meet on {n} days.\"",
            n * 37,
            n % 4001,
        );
    }
    list
}
