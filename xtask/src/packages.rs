//! What the tests need from the system, and installing it where we may.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::shell;

/// Something that must be there, and the Debian packages that bring it.
pub struct Need {
    pub what: &'static str,
    pub is_met: fn() -> bool,
    pub packages: &'static [&'static str],
}

pub fn chromium() -> Need {
    // The fonts are for people: without one a page is drawn as empty boxes.
    let packages = &["chromium", "fonts-dejavu-core", "fonts-liberation"];
    Need { what: "Chromium", is_met: || Path::new("/usr/bin/chromium").exists(), packages }
}

pub fn node() -> Need {
    let is_met = || shell::which("npm").is_some() && node_version().is_some_and(|version| version >= NODE);
    Need { what: "Node 20 or newer, and npm", is_met, packages: &["nodejs", "npm"] }
}

pub fn java() -> Need {
    let is_met = || shell::which("java").is_some();
    Need { what: "Java, for the Nu checker", is_met, packages: &["default-jre-headless"] }
}

/// Playwright asks for this version; Debian has it since its release 13.
const NODE: u32 = 20;

/// `v20.20.2` is 20.
fn node_version() -> Option<u32> {
    let said = shell::answer(Command::new("node").arg("--version"))?;
    said.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs what is missing, or says how to. True when all is there afterwards.
pub fn ensure(needs: &[Need]) -> Result<bool> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !(need.is_met)()).collect();
    if missing.is_empty() {
        return Ok(true);
    }
    println!("Missing: {}.", names(&missing));
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages).copied().collect();
    let Some(as_root) = Root::how() else {
        println!("It may not be installed from here. Please run:\n");
        println!("    sudo apt-get install --no-install-recommends {}\n", packages.join(" "));
        return Ok(false);
    };
    println!("Installing the Debian packages {}.", packages.join(", "));
    if !as_root.install(&packages)? {
        return Ok(false);
    }
    let missing: Vec<&Need> = missing.into_iter().filter(|need| !(need.is_met)()).collect();
    if !missing.is_empty() {
        println!(
            "Still missing: {}. This system's packages are too old; please install it by hand.",
            names(&missing)
        );
    }
    Ok(missing.is_empty())
}

fn names(needs: &[&Need]) -> String {
    needs.iter().map(|need| need.what).collect::<Vec<_>>().join("; ")
}

pub fn is_root() -> bool {
    shell::answer(Command::new("id").arg("-u")).is_some_and(|user| user == "0")
}

/// The two ways of being allowed to install.
enum Root {
    Already,
    BySudo,
}

impl Root {
    fn how() -> Option<Root> {
        shell::which("apt-get")?;
        if is_root() {
            return Some(Root::Already);
        }
        shell::answer(Command::new("sudo").args(["-n", "true"])).map(|_| Root::BySudo)
    }

    fn install(&self, packages: &[&str]) -> Result<bool> {
        let arguments = ["install", "--yes", "--no-install-recommends"];
        Ok(shell::succeeds(self.apt_get().args(["update", "--quiet=2"]))?
            && shell::succeeds(self.apt_get().args(arguments).args(packages))?)
    }

    fn apt_get(&self) -> Command {
        let mut command = Command::new(match self {
            Root::Already => "env",
            Root::BySudo => "sudo",
        });
        if matches!(self, Root::BySudo) {
            command.arg("env");
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    }
}
