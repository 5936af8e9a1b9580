//! The tables: on the terminal, as Markdown for docs/budgets.md, and as JSON for whoever compares runs.

use std::fs;

use anyhow::Result;
use serde_json::json;

use super::budgets::Budget;
use super::load::Rate;
use super::pages::Page;
use super::town::results;

/// Prints what was found, and writes it into target/bench.
pub fn tell(pages: &[Page], written: &Rate, budgets: &[Budget]) -> Result<()> {
    let markdown = format!("{}\n{}\n{}", of_pages(pages), of_writes(written), of_budgets(budgets));
    println!("\n{markdown}");
    fs::write(results().join("bench.md"), &markdown)?;
    fs::write(
        results().join("bench.json"),
        serde_json::to_string_pretty(&as_json(pages, written, budgets))?,
    )?;
    Ok(())
}

fn of_pages(pages: &[Page]) -> String {
    let mut table = table(&[
        "page",
        "requests/s",
        "CPU µs",
        "× constant",
        "CPU µs packed",
        "× constant",
        "p50 ms",
        "p99 ms",
        "KB",
        "KB packed",
        "queries",
    ]);
    for page in pages {
        table.push_str(&format!(
            "| {} | {:.0} | {:.0} | {:.1} | {:.0} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} |\n",
            page.title(),
            page.rate.per_second,
            page.rate.cpu,
            page.ratio,
            page.packed_rate.cpu,
            page.packed_ratio,
            page.wait.p50,
            page.wait.p99,
            page.bytes as f64 / 1024.0,
            page.packed_bytes as f64 / 1024.0,
            page.statements,
        ));
    }
    table
}

fn of_writes(written: &Rate) -> String {
    format!(
        "Durable replies on 64 connections: {:.0} a second, {:.0} µs of CPU each.\n",
        written.per_second, written.cpu
    )
}

fn of_budgets(budgets: &[Budget]) -> String {
    let mut table = table(&["what", "found", "budget", ""]);
    for budget in budgets {
        let Budget { what, found, bound, unit, .. } = budget;
        let (sign, verdict) = (budget.sign(), budget.verdict());
        table.push_str(&format!("| {what} | {found:.1} {unit} | {sign} {bound} {unit} | {verdict} |\n"));
    }
    table
}

fn table(columns: &[&str]) -> String {
    format!("| {} |\n|{}\n", columns.join(" | "), "---|".repeat(columns.len()))
}

fn as_json(pages: &[Page], written: &Rate, budgets: &[Budget]) -> serde_json::Value {
    let page = |page: &Page| {
        json!({
            "page": page.title(), "path": page.path, "requests_per_second": page.rate.per_second,
            "cpu_us": page.rate.cpu, "ratio": page.ratio, "packed_cpu_us": page.packed_rate.cpu,
            "packed_ratio": page.packed_ratio, "p50_ms": page.wait.p50, "p99_ms": page.wait.p99,
            "bytes": page.bytes, "packed_bytes": page.packed_bytes, "statements": page.statements,
        })
    };
    let budget = |budget: &Budget| json!({ "what": budget.what, "found": budget.found, "bound": budget.bound, "unit": budget.unit, "holds": budget.holds() });
    json!({
        "pages": pages.iter().map(page).collect::<Vec<_>>(),
        "writes": { "per_second": written.per_second, "cpu_us": written.cpu },
        "budgets": budgets.iter().map(budget).collect::<Vec<_>>(),
    })
}
