//! Arrows point downwards only, between crates and between the rooms of a crate, in the order that
//! ARCHITECTURE.md draws. Tests may look up: they play whole towns.

use super::Fault;
use super::arrow_list::{ArrowList, is_downward};
use super::rust_text::RustText;
use crate::house::SourceFile;

pub fn faults(sources: &[SourceFile]) -> Vec<Fault> {
    let list = ArrowList::of(sources);
    if list.crates.is_empty() {
        println!("arrows: ARCHITECTURE.md has no block of arrows; nothing to compare with");
    }
    let manifests = sources.iter().filter(|file| file.path.ends_with("/Cargo.toml"));
    let mut faults: Vec<Fault> = manifests.flat_map(|file| of_manifest(&list, file)).collect();
    let code = sources.iter().filter(|file| file.kind() == "rs");
    faults.extend(code.flat_map(|file| of_room(&list, file)));
    faults
}

/// What a crate depends on stands below it.
fn of_manifest(list: &ArrowList, file: &SourceFile) -> Vec<Fault> {
    let Some(area) = file.area().filter(|_| !list.crates.is_empty()) else { return Vec::new() };
    let Ok(manifest) = file.text.parse::<toml::Table>() else { return Vec::new() };
    let mut faults = Vec::new();
    if !list.crates.iter().any(|name| name == area) {
        faults.push(Fault::new(
            &file.path,
            1,
            format!("{area} has no place among the arrows of ARCHITECTURE.md"),
        ));
    }
    for name in
        manifest.get("dependencies").and_then(toml::Value::as_table).into_iter().flat_map(toml::Table::keys)
    {
        if is_downward(&list.crates, area, name) == Some(false) {
            let line = file.text.lines().position(|line| line.starts_with(name)).map_or(1, |index| index + 1);
            faults.push(Fault::new(
                &file.path,
                line,
                format!("{area} may not stand on {name}: arrows point downwards"),
            ));
        }
    }
    faults
}

/// What a room takes from its crate by `crate::room::…` stands below it.
fn of_room(list: &ArrowList, file: &SourceFile) -> Vec<Fault> {
    let (Some(area), Some(room)) = (file.area(), file.room()) else { return Vec::new() };
    let Some(order) = list.rooms.get(area).filter(|order| order.iter().any(|name| name == room)) else {
        return Vec::new();
    };
    let rust = RustText::of(file);
    let mut faults = Vec::new();
    for (line, code) in rust.house_lines() {
        for other in rooms_named(code) {
            if other != room && is_downward(order, room, &other) == Some(false) {
                faults.push(Fault::new(
                    &file.path,
                    line,
                    format!("{room} may not use {other}: arrows point downwards"),
                ));
            }
        }
    }
    faults
}

/// The names after `crate::`, also those in `crate::{…}` when they stand on the same line.
fn rooms_named(code: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        match rest.strip_prefix('{') {
            Some(group) => rooms.extend(top_names(group)),
            None => rooms.push(first_name(rest)),
        }
    }
    rooms
}

/// `a` and `c` of `a::{b, d}, c::e};`
fn top_names(group: &str) -> Vec<String> {
    let (mut depth, mut names, mut part) = (0, Vec::new(), String::new());
    for letter in group.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(std::mem::take(&mut part)),
            _ => {}
        }
        if letter != ',' || depth > 0 {
            part.push(letter);
        }
    }
    names.push(part);
    names.iter().map(|part| first_name(part.trim())).filter(|name| !name.is_empty()).collect()
}

fn first_name(path: &str) -> String {
    path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = "```arrows\nagree → people → kit\nagree: focuses → needs → agenda\n```";

    fn found(path: &str, text: &str) -> Vec<usize> {
        let sources = [SourceFile::new("ARCHITECTURE.md", MAP), SourceFile::new(path, text)];
        faults(&sources).into_iter().map(|fault| fault.line).collect()
    }

    #[test]
    fn a_crate_stands_on_lower_ones_only() {
        let manifest =
            |below: &str| format!("[package]\n[dependencies]\n{below}.workspace = true\nserde = \"1\"");
        assert_eq!(found("crates/people/Cargo.toml", &manifest("kit")), [0; 0]);
        assert_eq!(found("crates/people/Cargo.toml", &manifest("agree")), [3]);
        assert_eq!(found("crates/attic/Cargo.toml", &manifest("kit")), [1]);
    }

    #[test]
    fn a_room_uses_lower_ones_only() {
        assert_eq!(found("crates/agree/src/focuses/pages.rs", "use crate::needs::Need;"), [0; 0]);
        assert_eq!(
            found(
                "crates/agree/src/needs/pages.rs",
                "use crate::agenda;\nuse crate::{agenda::{a, b}, focuses};"
            ),
            [2]
        );
        assert_eq!(found("crates/agree/src/needs/tests.rs", "use crate::focuses;"), [0; 0]);
        assert_eq!(found("crates/agree/src/lib.rs", "use crate::focuses;"), [0; 0]);
    }
}
