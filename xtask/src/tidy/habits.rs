//! The habits of the house that a line of text shows.

use super::Fault;
use super::rust_text::RustText;
use crate::house::SourceFile;

/// Places of one machine, and hosts that packages come from: neither is the same elsewhere. They are
/// put together here so that this file does not hold them.
const NOT_OURS: [&str; 7] = [
    concat!("/wo", "rk/"),
    concat!("registry.", "npmjs.org"),
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("deb.", "debian.org"),
    concat!("files.", "pythonhosted.org"),
    concat!("proxy.", "golang.org"),
];

/// What the compiler can't check: the lint alone can be expected away.
const UNCHECKED: &str = concat!("un", "safe");

pub fn faults(sources: &[SourceFile]) -> Vec<Fault> {
    let code = sources.iter().filter(|file| file.kind() == "rs").flat_map(of_code);
    code.chain(sources.iter().flat_map(foreign_words)).collect()
}

fn of_code(file: &SourceFile) -> Vec<Fault> {
    let rust = RustText::of(file);
    // Where a lint is expected with a reason, clippy itself sees to it.
    let has_reason = |lint: &str| rust.code.contains(&format!("clippy::{lint}"));
    let mut faults = Vec::new();
    let numbered = rust.code.lines().enumerate().map(|(index, line)| (index + 1, line));
    for (line, _) in numbered.filter(|(_, code)| code.contains("#[allow(") || code.contains("#![allow(")) {
        faults.push(Fault::new(&file.path, line, "#[expect(…, reason = \"…\")] instead of #[allow(…)]"));
    }
    let numbered = rust.code.lines().enumerate().map(|(index, line)| (index + 1, line));
    for (line, _) in numbered.filter(|(_, code)| {
        code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == UNCHECKED)
    }) {
        faults.push(Fault::new(&file.path, line, format!("{UNCHECKED} code")));
    }
    for (line, code) in rust.house_lines() {
        for (call, lint) in [(".unwrap()", "unwrap_used"), (".expect(", "expect_used")] {
            if code.contains(call) && !has_reason(lint) {
                faults.push(Fault::new(&file.path, line, format!("{call} outside tests")));
            }
        }
    }
    faults
}

fn foreign_words(file: &SourceFile) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        for word in NOT_OURS.iter().filter(|word| line.contains(**word)) {
            faults.push(Fault::new(
                &file.path,
                index + 1,
                format!("{word} is not the same on other machines"),
            ));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<usize> {
        faults(&[SourceFile::new("crates/a/src/b.rs", text)]).into_iter().map(|fault| fault.line).collect()
    }

    #[test]
    fn shortcuts_are_for_tests() {
        assert_eq!(
            found(
                "fn a() { b.unwrap(); }\nfn c() { d.unwrap_or(1); }\n#[expect(dead_code)]\n#[allow(x)]\nfn e() {}"
            ),
            [4, 1]
        );
        assert_eq!(found("#[cfg(test)]\nmod tests { fn a() { b.unwrap(); } }"), [0; 0]);
        assert_eq!(
            found("#[expect(clippy::expect_used, reason = \"…\")]\nfn a() { b.expect(\"c\"); }"),
            [0; 0]
        );
    }

    #[test]
    fn what_the_compiler_does_not_check_is_found() {
        assert_eq!(found(&format!("#[expect({UNCHECKED}_code)]\nfn a() {{ {UNCHECKED} {{ b() }} }}")), [2]);
    }

    #[test]
    fn places_of_one_machine_are_found() {
        assert_eq!(found(&format!("// see {}main", NOT_OURS[0])), [1]);
    }
}
