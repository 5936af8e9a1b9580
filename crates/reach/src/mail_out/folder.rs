//! Letters as files: `20261123T090000.000-0000000042.eml`, in the order in which they were written. They hold
//! links that let people in, so they are for the owner of the folder alone.

use crate::work::Failure;
use db::jobs::JobId;
use jiff::Timestamp;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(path: PathBuf) -> Folder {
        Folder(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Puts a letter down. Done again, it is the same file.
    pub(super) async fn put(&self, at: Timestamp, job: JobId, letter: Vec<u8>) -> Result<(), Failure> {
        let (folder, name) = (self.0.clone(), name(at, job));
        let put = tokio::task::spawn_blocking(move || put(&folder, &name, &letter)).await;
        put.map_err(|e| Failure::Later(e.to_string()))?.map_err(|e| Failure::Later(e.to_string()))
    }
}

fn name(at: Timestamp, job: JobId) -> String {
    let millis = at.as_millisecond().rem_euclid(1000);
    format!("{}.{millis:03}-{:010}.eml", at.strftime("%Y%m%dT%H%M%S"), job.0)
}

/// Whoever looks into the folder sees whole letters only, also after a power cut.
fn put(folder: &Path, name: &str, letter: &[u8]) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let unfinished = folder.join(format!("{name}.part"));
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
    file.write_all(letter)?;
    file.sync_all()?;
    fs::rename(&unfinished, folder.join(name))?;
    File::open(folder)?.sync_all()
}
