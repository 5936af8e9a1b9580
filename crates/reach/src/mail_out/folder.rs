//! Letters as files: `20261123T090000.000-0000000042.eml`, in the order in which they were written. They hold
//! links that let people in, so they are for the owner of the folder alone.

use crate::work::Failure;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
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

/// Takes away the letters that were written before a time. Their names say when that was.
pub fn let_go(folder: &Path, before: Timestamp) -> io::Result<()> {
    let limit = before.strftime("%Y%m%dT%H%M%S").to_string();
    each(folder, |path, name| if *name < *limit { fs::remove_file(path) } else { Ok(()) })
}

/// Takes away the letters to somebody, and those that speak of them.
pub fn forget(folder: &Path, email: &str, name: &str) -> io::Result<()> {
    each(folder, |path, _| {
        let letter = plain(&fs::read(path)?);
        if letter.contains(email) || letter.contains(name) { fs::remove_file(path) } else { Ok(()) }
    })
}

fn each(folder: &Path, act: impl Fn(&Path, &str) -> io::Result<()>) -> io::Result<()> {
    let Ok(inside) = fs::read_dir(folder) else { return Ok(()) };
    for entry in inside {
        let entry = entry?;
        act(&entry.path(), &entry.file_name().to_string_lossy())?;
    }
    Ok(())
}

/// What a letter says, whichever way it was packed for the journey.
fn plain(letter: &[u8]) -> String {
    let text = String::from_utf8_lossy(letter);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let unpacked = match head.contains("base64") {
        true => STANDARD.decode(body.split_whitespace().collect::<String>()).unwrap_or_default(),
        false => quoted_printable(body),
    };
    format!("{text}\n{}", String::from_utf8_lossy(&unpacked))
}

/// `=C3=A1` is `á`; a line that ends in `=` goes on.
fn quoted_printable(body: &str) -> Vec<u8> {
    let mut plain = Vec::with_capacity(body.len());
    for (i, part) in body.replace("=\r\n", "").split('=').enumerate() {
        let code = part.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| i > 0);
        plain.extend(code);
        let rest = if code.is_some() { part.get(2..).unwrap_or_default() } else { part };
        plain.extend_from_slice(rest.as_bytes());
    }
    plain
}
