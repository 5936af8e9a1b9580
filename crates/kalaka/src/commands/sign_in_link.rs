//! A link that signs a person in, for whoever has lost their mailbox. Whoever runs the server could read the
//! database as well; this way it is one command, and the link is over in ten minutes.

use crate::config::Config;
use anyhow::{Result, bail};
use db::Db;
use people::{persons, sign_in};
use std::process::ExitCode;

pub fn run(config: &Config, email: &str) -> Result<ExitCode> {
    let (db, now) = (Db::open(&config.database)?, config.clock.now());
    let address = email.trim().to_lowercase();
    let path = db.write_now(move |c| {
        let Some(person) = persons::by_email(c, &address)? else {
            bail!("nobody here has the address {address}")
        };
        Ok(sign_in::link_for(c, person.id, now)?)
    })?;
    let base = config.base_url.clone().unwrap_or_else(|| format!("http://{}", config.listen));
    println!("{base}{path}");
    Ok(ExitCode::SUCCESS)
}
