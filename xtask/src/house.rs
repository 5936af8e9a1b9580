//! Where things stand in the checkout.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Folders that hold nothing written here.
const NOT_OURS: [&str; 5] = [".git", "target", "node_modules", "data", "vendor"];

/// The folder of the checkout. Cargo says where xtask stands when it runs it.
pub fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&xtask).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// Where cargo writes, which `CARGO_TARGET_DIR` may have moved.
pub fn target() -> PathBuf {
    let moved = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    root().join(moved.unwrap_or_else(|| "target".into()))
}

/// The built program, in cargo's own profile for everyday.
pub fn binary() -> PathBuf {
    target().join("debug").join("kalaka")
}

/// A text file of the checkout.
pub struct SourceFile {
    /// As one says it: from the root of the checkout, with `/`.
    pub path: String,
    pub text: String,
}

impl SourceFile {
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> SourceFile {
        SourceFile { path: path.into(), text: text.into() }
    }

    /// The end of the name: `rs`, `html`, `ftl`.
    pub fn kind(&self) -> &str {
        Path::new(&self.path).extension().and_then(OsStr::to_str).unwrap_or_default()
    }

    pub fn lines(&self) -> usize {
        self.text.lines().count()
    }

    /// `agree` for all that stands in `crates/agree/`.
    pub fn area(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split('/').next()
    }

    /// `focuses` for all that stands in `crates/agree/src/focuses/` or is `src/focuses.rs`.
    pub fn room(&self) -> Option<&str> {
        let (_, inside) = self.path.strip_prefix("crates/")?.split_once("/src/")?;
        let room = inside.split('/').next()?;
        let room = room.strip_suffix(".rs").unwrap_or(room);
        (!matches!(room, "lib" | "main")).then_some(room)
    }
}

/// Every text file that is written here, in the order of their paths.
pub fn sources() -> Result<Vec<SourceFile>> {
    let root = root();
    let mut found = Vec::new();
    walk(&root, &mut |path| {
        // What is no text (pictures, fonts) is nobody's source.
        if let Ok(text) = fs::read_to_string(path) {
            found.push(SourceFile::new(path_in(&root, path), text));
        }
    })?;
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// Visits each file below a folder, but for those that are not ours.
pub fn walk(folder: &Path, visit: &mut impl FnMut(&Path)) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let path = entry.path();
        if !entry.file_type()?.is_dir() {
            visit(&path);
        } else if !NOT_OURS.iter().any(|name| entry.file_name() == *name) {
            walk(&path, visit)?;
        }
    }
    Ok(())
}

fn path_in(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_knows_its_area_and_room() {
        let file = SourceFile::new("crates/agree/src/focuses/closure.rs", "");
        assert_eq!((file.area(), file.room(), file.kind()), (Some("agree"), Some("focuses"), "rs"));
        assert_eq!(SourceFile::new("crates/db/src/writer.rs", "").room(), Some("writer"));
        assert_eq!(SourceFile::new("crates/db/src/lib.rs", "").room(), None);
        assert_eq!(SourceFile::new("xtask/src/main.rs", "").area(), None);
    }
}
