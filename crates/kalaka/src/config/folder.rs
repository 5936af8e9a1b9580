//! The data folder is its owner's alone: others on the machine have no business in a community's data.

use anyhow::{Context, Result, ensure};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::Path;

/// What tells a folder that holds a community from any other.
const OURS: [&str; 2] = ["community.db", "kalaka.toml"];

/// Whatever this process writes from now on (database, letters, backups) is its owner's to read.
pub fn keep_files_private() {
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
}

/// Makes the folder, or closes it to others. One that is open and holds other things is none to close: that may be
/// `/srv`, or somebody's home.
pub fn private_folder(folder: &Path) -> Result<()> {
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.with_context(|| format!("the folder {} can't be made", folder.display()))?;
    let mode = std::fs::metadata(folder)?.permissions().mode();
    if mode & 0o077 == 0 {
        return Ok(());
    }
    let shown = folder.display();
    ensure!(
        is_ours(folder)?,
        "others on this machine can look into {shown}, and it holds more than a community: \
         choose another folder, or close it with chmod 700"
    );
    let closed = std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700));
    closed
        .with_context(|| format!("others on this machine can look into {shown}, and it isn't yours to close"))
}

fn is_ours(folder: &Path) -> Result<bool> {
    let mut inside =
        std::fs::read_dir(folder).with_context(|| format!("{} can't be read", folder.display()))?;
    Ok(inside.next().is_none() || OURS.iter().any(|name| folder.join(name).exists()))
}
