//! The budgets, and whether they hold.

use anyhow::Result;

use super::pages::{BROWSER, Page};
use super::server::Server;

pub struct Budget {
    pub what: String,
    pub found: f64,
    pub bound: f64,
    pub unit: &'static str,
    is_ceiling: bool,
}

impl Budget {
    pub fn at_most(what: impl Into<String>, found: f64, bound: f64, unit: &'static str) -> Budget {
        Budget { what: what.into(), found, bound, unit, is_ceiling: true }
    }

    pub fn at_least(what: impl Into<String>, found: f64, bound: f64, unit: &'static str) -> Budget {
        Budget { what: what.into(), found, bound, unit, is_ceiling: false }
    }

    pub fn holds(&self) -> bool {
        if self.is_ceiling { self.found <= self.bound } else { self.found >= self.bound }
    }

    pub fn sign(&self) -> &'static str {
        if self.is_ceiling { "≤" } else { "≥" }
    }

    /// `holds`, or by how much not.
    pub fn verdict(&self) -> String {
        if self.holds() {
            return "holds".into();
        }
        let (larger, smaller) =
            if self.is_ceiling { (self.found, self.bound) } else { (self.bound, self.found) };
        format!("misses by {:.0} %", (larger / smaller - 1.0) * 100.0)
    }
}

pub fn missed(budgets: &[Budget]) -> usize {
    budgets.iter().filter(|budget| !budget.holds()).count()
}

/// The most CPU, as a multiple of constant bytes.
fn most(page: &Page) -> f64 {
    match (page.name, page.member) {
        ("thread" | "long thread", false) => 4.0,
        ("thread" | "long thread", true) => 16.0,
        _ => 20.0,
    }
}

/// A page is weighed against constant bytes; a search, which looks through all there is, by how long one waits.
fn of_page(page: &Page) -> Budget {
    match page.name {
        "search" | "narrowed search" => {
            Budget::at_most(format!("{}: p99", page.title()), page.wait.p99, 50.0, "ms")
        }
        _ => Budget::at_most(format!("{}: CPU", page.title()), page.ratio, most(page), "× constant"),
    }
}

pub fn of_pages(pages: &[Page]) -> Vec<Budget> {
    let mut budgets: Vec<Budget> = pages.iter().map(of_page).collect();
    let largest = |value: fn(&Page) -> f64| pages.iter().map(value).fold(0.0, f64::max);
    budgets.push(Budget::at_most("statements of a page, the most", largest(|p| p.statements), 12.0, ""));
    let packed = largest(|p| p.packed_bytes as f64) / 1024.0;
    budgets.push(Budget::at_most("a later view, the heaviest", packed, 15.0, "KB"));
    budgets
}

/// All that a browser fetches to show the heaviest page the first time.
pub fn of_first_view(server: &Server, pages: &[Page]) -> Result<Vec<Budget>> {
    let Some(page) = pages.iter().max_by_key(|page| page.packed_bytes) else { return Ok(Vec::new()) };
    let html = String::from_utf8(server.get(&page.path, None, "")?)?;
    let (mut bytes, mut requests) = (page.packed_bytes, 1.0);
    for path in linked(&html) {
        bytes += server.get(path, None, BROWSER)?.len();
        requests += 1.0;
    }
    Ok(vec![
        Budget::at_most("the first view, all of it", bytes as f64 / 1024.0, 50.0, "KB"),
        Budget::at_most("requests of the first view", requests, 8.0, ""),
    ])
}

/// What the head of a page links to: styles, scripts, the icon.
fn linked(html: &str) -> Vec<&str> {
    let head = html.split_once("</head>").map_or(html, |(head, _)| head);
    let starts = ["href=\"/", "src=\"/"];
    let places = starts.iter().flat_map(|start| head.match_indices(start).map(|(at, s)| at + s.len() - 1));
    let mut paths: Vec<&str> = places.filter_map(|at| head[at..].split('"').next()).collect();
    paths.sort_unstable();
    paths.dedup();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_says_by_how_much_it_is_missed() {
        assert_eq!(Budget::at_most("", 5.0, 4.0, "").verdict(), "misses by 25 %");
        assert_eq!(Budget::at_least("", 1500.0, 3000.0, "").verdict(), "misses by 100 %");
        assert_eq!(Budget::at_least("", 3000.0, 3000.0, "").verdict(), "holds");
    }

    #[test]
    fn the_head_says_what_a_browser_fetches() {
        let html = r#"<head><link href="/a.css"><script src="/b.js"></script></head><a href="/c">"#;
        assert_eq!(linked(html), ["/a.css", "/b.js"]);
    }
}
