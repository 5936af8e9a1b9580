//! Backup, restore, check: alike for both engines. A backup is one file, from either, for either, with all that
//! people sent.

use crate::config::Config;
use anyhow::{Context, Result, bail};
use db::{Db, Url};
use forum::files::stored;
use kit::files::{Store, key_of};
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime::{Handle, Runtime};

/// Copies the community into a file that isn't there yet.
pub fn backup(config: &Config, file: &Path) -> Result<ExitCode> {
    let (runtime, db) = (runtime()?, Db::open(&config.database)?);
    let (store, missing) = (Store::open(&config.files)?, Arc::new(Mutex::new(Vec::new())));
    let (handle, noted) = (runtime.handle().clone(), missing.clone());
    let add = move |copy: &mut db::Conn| {
        for content in stored(copy)? {
            match get(&handle, &store, &content.hash)? {
                Some(bytes) => db::contents::put(copy, &content.hash, &bytes)?,
                None => noted.lock().unwrap_or_else(PoisonError::into_inner).push(content.id),
            }
        }
        Ok(())
    };
    runtime.block_on(db.backup_with(file, add)).context("the backup could not be written")?;
    let size = std::fs::metadata(file)?.len();
    println!("{} holds the whole community ({size} bytes)", file.display());
    let missing = missing.lock().unwrap_or_else(PoisonError::into_inner);
    missing.iter().for_each(|id| println!("but for file {id}, which is missing from the store"));
    Ok(if missing.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn get(handle: &Handle, store: &Store, hash: &str) -> db::Result<Option<Vec<u8>>> {
    handle.block_on(store.get(hash)).map_err(|error| db::Error::Storage(error.to_string()))
}

/// Fills a new data folder, or an empty PostgreSQL, from a backup that is whole.
pub fn restore(config: &Config, file: &Path) -> Result<ExitCode> {
    let (runtime, mut store, mut files) = (runtime()?, None, 0_usize);
    let mut keep = |hash: &str, content: Vec<u8>| -> db::Result<()> {
        if key_of(&content) != hash {
            return Err(db::Error::Storage("the backup is damaged: a file is not as it was sent".into()));
        }
        files += 1;
        // Opened with the first, so that a backup that is refused leaves nothing behind.
        let store = match &mut store {
            Some(store) => store,
            none => none.insert(Store::open(&config.files).map_err(|e| db::Error::Storage(e.to_string()))?),
        };
        let put = runtime.block_on(store.put(content));
        put.map(drop).map_err(|error| db::Error::Storage(error.to_string()))
    };
    let restored = db::restore_with(file, &config.database, &config.data, &mut keep);
    let restored = restored.context("nothing was restored")?;
    // A backup of an older program comes to this one's schema.
    let faults = runtime.block_on(Db::open(&config.database)?.check())?;
    if !faults.is_empty() {
        bail!("the restored data has faults: {}", faults.join("; "));
    }
    let place = match &config.database {
        Url::File(path) => path.display().to_string(),
        Url::Postgres(_) => "the PostgreSQL database".into(),
    };
    println!("{place} holds the community again ({} rows, {files} files)", restored.rows);
    if !restored.proven {
        println!(
            "the file carries no sums, as those of `kalaka backup` do: only its structure could be checked"
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what is wrong with the data.
pub fn check(config: &Config) -> Result<ExitCode> {
    let (runtime, db) = (runtime()?, Db::open(&config.database)?);
    let mut faults = runtime.block_on(db.check())?;
    faults.extend(runtime.block_on(faulty_files(config, &db))?);
    if faults.is_empty() {
        println!("all is well");
        return Ok(ExitCode::SUCCESS);
    }
    faults.iter().for_each(|fault| println!("{fault}"));
    Ok(ExitCode::FAILURE)
}

/// Each file that isn't in the store as it was sent.
async fn faulty_files(config: &Config, db: &Db) -> Result<Vec<String>> {
    let store = Store::open(&config.files)?;
    let mut faults = Vec::new();
    for content in db.read(stored).await? {
        match store.get(&content.hash).await? {
            None => faults.push(format!("file {} is missing from the store", content.id)),
            Some(bytes) if key_of(&bytes) != content.hash => {
                faults.push(format!("file {} is damaged in the store", content.id));
            }
            Some(_) => {}
        }
    }
    Ok(faults)
}

fn runtime() -> Result<Runtime> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?)
}
