//! Lock files name packages, not the hosts that this or that machine takes them from.

use super::Fault;
use crate::house::SourceFile;

/// How cargo calls its public registry, whatever host it is read from.
const PUBLIC: &str = "registry+https://github.com/rust-lang/crates.io-index";

pub fn faults(sources: &[SourceFile]) -> Vec<Fault> {
    sources.iter().flat_map(of_file).collect()
}

fn of_file(file: &SourceFile) -> Vec<Fault> {
    let foreign: fn(&str) -> bool = match file.path.rsplit('/').next() {
        Some("Cargo.lock") => {
            |line| line.strip_prefix("source = ").is_some_and(|source| source.trim_matches('"') != PUBLIC)
        }
        Some("package-lock.json") => |line| line.trim_start().starts_with("\"resolved\""),
        _ => return Vec::new(),
    };
    let lines = file.text.lines().enumerate().filter(|(_, line)| foreign(line));
    lines
        .map(|(index, line)| Fault::new(&file.path, index + 1, format!("names a host: {}", line.trim())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_found_in_both_kinds() {
        let cargo = SourceFile::new(
            "Cargo.lock",
            format!("source = \"{PUBLIC}\"\nsource = \"git+https://example.org/x\""),
        );
        let npm = SourceFile::new(
            "browser/package-lock.json",
            "{\n  \"resolved\": \"https://example.org/x.tgz\"\n}",
        );
        let lines: Vec<usize> = faults(&[cargo, npm]).into_iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [2, 2]);
    }
}
