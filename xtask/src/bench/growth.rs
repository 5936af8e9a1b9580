//! Ten times the threads and posts: the same pages should cost the same.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result};

use super::Options;
use super::budgets::Budget;
use super::pages::{self, Page};
use super::server::Server;
use super::town::Town;

pub fn measure(program: &Path, before: &[Page], options: &Options) -> Result<Vec<Budget>> {
    println!("Ten times the posts.");
    let (town, _) = Town::fill(program, 10, options.keep)?;
    let server = Server::start(program, &town)?;
    let session = town.list("sessions").into_iter().next().context("nobody is signed in")?;
    let mut budgets = Vec::new();
    for (name, path) in pages::looked_at(&town)? {
        for session in [None, Some(session.as_str())] {
            let after = pages::page(&server, (name, &path), session, options.turn(), &mut HashMap::new())?;
            let same = before.iter().find(|page| page.name == name && page.member == after.member);
            let growth = after.rate.cpu / same.map_or(after.rate.cpu, |page| page.rate.cpu);
            let what = format!("{}: CPU at ten times the posts", after.title());
            budgets.push(Budget::at_most(what, growth, 1.2, "× before"));
        }
    }
    budgets.push(Budget::at_most(
        "start at ten times the posts",
        server.took.as_secs_f64() * 1000.0,
        200.0,
        "ms",
    ));
    Ok(budgets)
}
