//! Takes the second step of signing in away from a person who has lost telephone and recovery codes, where no steward
//! can do it on the page: the only one has lost theirs.

use crate::config::Config;
use anyhow::{Result, bail};
use db::Db;
use people::{persons, second_step};
use std::process::ExitCode;

pub fn run(config: &Config, email: &str) -> Result<ExitCode> {
    let db = Db::open(&config.database)?;
    let address = email.trim().to_lowercase();
    let there_was = db.write_now(move |c| {
        let Some(person) = persons::by_email(c, &address)? else {
            bail!("nobody here has the address {address}")
        };
        Ok(second_step::reset(c, person.id)?)
    })?;
    println!(
        "{}",
        if there_was {
            "The second step is taken away, and they are signed out everywhere. A link by letter lets them in."
        } else {
            "There was no second step."
        }
    );
    Ok(ExitCode::SUCCESS)
}
