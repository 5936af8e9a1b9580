//! What the chosen steps need and is missing: said first, then installed.

use anyhow::Result;

use super::{Options, Outcome, postgres};
use crate::browser_tools;
use crate::packages;

pub fn meet(options: &Options) -> Result<Outcome> {
    let mut needs = Vec::new();
    if options.wants("postgres") {
        needs.push(postgres::need());
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
