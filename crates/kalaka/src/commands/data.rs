//! Backup, restore, check: alike for both engines. A backup is one file, from either, for either.

use crate::config::Config;
use anyhow::{Context, Result, bail};
use db::{Db, Url};
use std::path::Path;
use std::process::ExitCode;

/// Copies the community into a file that isn't there yet.
pub fn backup(config: &Config, file: &Path) -> Result<ExitCode> {
    let db = Db::open(&config.database)?;
    wait(db.backup(file)).context("the backup could not be written")?;
    let size = std::fs::metadata(file)?.len();
    println!("{} holds the whole community ({size} bytes)", file.display());
    Ok(ExitCode::SUCCESS)
}

/// Fills a new data folder, or an empty PostgreSQL, from a backup that is whole.
pub fn restore(config: &Config, file: &Path) -> Result<ExitCode> {
    let restored = db::restore(file, &config.database, &config.data).context("nothing was restored")?;
    // A backup of an older program comes to this one's schema.
    let faults = wait(Db::open(&config.database)?.check())?;
    if !faults.is_empty() {
        bail!("the restored data has faults: {}", faults.join("; "));
    }
    let place = match &config.database {
        Url::File(path) => path.display().to_string(),
        Url::Postgres(_) => "the PostgreSQL database".into(),
    };
    println!("{place} holds the community again ({} rows)", restored.rows);
    if !restored.proven {
        println!(
            "the file carries no sums, as those of `kalaka backup` do: only its structure could be checked"
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what is wrong with the data.
pub fn check(config: &Config) -> Result<ExitCode> {
    let faults = wait(Db::open(&config.database)?.check())?;
    if faults.is_empty() {
        println!("all is well");
        return Ok(ExitCode::SUCCESS);
    }
    faults.iter().for_each(|fault| println!("{fault}"));
    Ok(ExitCode::FAILURE)
}

fn wait<T>(work: impl Future<Output = db::Result<T>>) -> Result<T> {
    Ok(tokio::runtime::Builder::new_current_thread().build()?.block_on(work)?)
}
