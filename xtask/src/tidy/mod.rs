//! `cargo xtask tidy`: what neither compiler nor formatter see, and what STYLE.md asks for.
//!
//! Each rule is a file of its own: a function from the sources to the faults it finds. To add a
//! rule, write such a function and name it in `RULES`.

mod arrow_list;
mod arrows;
mod evidence;
mod fluent;
mod habits;
mod html;
mod lock_files;
mod messages;
mod rust_text;
mod sizes;

mod template_text;
mod uses;

use anyhow::Result;

use crate::house::{self, SourceFile};

/// Something to put right, and where.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    path: String,
    line: usize,
    what: String,
}

impl Fault {
    fn new(path: &str, line: usize, what: impl Into<String>) -> Fault {
        Fault { path: path.to_owned(), line, what: what.into() }
    }
}

type Rule = fn(&[SourceFile]) -> Vec<Fault>;

const RULES: [(&str, Rule); 8] = [
    ("messages", messages::faults),
    ("message use", uses::faults),
    ("text in templates", template_text::faults),
    ("arrows", arrows::faults),
    ("sizes", sizes::faults),
    ("habits", habits::faults),
    ("lock files", lock_files::faults),
    ("evidence", evidence::faults),
];

/// Prints what it finds; true when that is nothing.
pub fn run() -> Result<bool> {
    let sources = house::sources()?;
    let mut count = 0;
    for (name, rule) in RULES {
        let mut faults = rule(&sources);
        faults.sort();
        faults.dedup();
        for Fault { path, line, what } in &faults {
            println!("{path}:{line}: {what} [{name}]");
        }
        count += faults.len();
    }
    sizes::print_longest(&sources);
    println!("tidy: {} files, {count} to put right", sources.len());
    Ok(count == 0)
}
