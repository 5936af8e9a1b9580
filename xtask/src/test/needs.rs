//! What the chosen steps need and is missing: said first, then installed.

use anyhow::Result;

use super::{Options, Outcome, postgres};
use crate::browser_tools;
use crate::packages::{self, Need};

pub fn meet(options: &Options) -> Result<Outcome> {
    let mut needs = Vec::new();
    if options.wants("postgres") {
        needs.push(Need { what: "PostgreSQL", is_met: postgres::is_installed, packages: &["postgresql"] });
    }
    if options.wants("browser") {
        needs.extend([packages::chromium(), packages::node(), packages::java()]);
    }
    let well = packages::ensure(&needs)? && (!options.wants("browser") || browser_tools::ensure()?);
    if well {
        println!("All that is needed is here.");
    }
    Ok(Outcome::plain(well))
}
