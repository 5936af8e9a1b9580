//! Files as they are asked for: read whole, or refused with their name.

use anyhow::{Context, Result};
use std::path::Path;

pub fn bytes(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("{} can't be read", path.display()))
}

/// The text of a file in UTF-8.
pub fn text(path: &Path) -> Result<String> {
    text_of(path, bytes(path)?)
}

/// The text of a file that has been read.
pub fn text_of(path: &Path, bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        anyhow::anyhow!("{}: line {line}: expected text in UTF-8", path.display())
    })
}

pub fn write(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).with_context(|| format!("{} can't be written", path.display()))
}

/// The last part of a path, as one speaks of it.
pub fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
