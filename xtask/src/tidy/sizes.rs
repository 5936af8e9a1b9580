//! A file is read as a whole; over 250 lines it is split by noun, over 400 nobody likes to enter it.

use super::Fault;
use crate::house::SourceFile;

const MOST: usize = 400;
const WRITTEN: [&str; 7] = ["rs", "html", "css", "js", "mjs", "sql", "ftl"];

pub fn faults(sources: &[SourceFile]) -> Vec<Fault> {
    let long = sources.iter().filter(|file| is_written(file) && file.lines() > MOST);
    long.map(|file| Fault::new(&file.path, file.lines(), format!("no file has more than {MOST} lines")))
        .collect()
}

/// A look, not a gate.
pub fn print_longest(sources: &[SourceFile]) {
    let mut files: Vec<(usize, &str)> = sources
        .iter()
        .filter(|file| is_written(file))
        .map(|file| (file.lines(), file.path.as_str()))
        .collect();
    files.sort_by(|a, b| b.cmp(a));
    let median = files.get(files.len() / 2).map_or(0, |(lines, _)| *lines);
    println!("The longest files (median {median} lines):");
    for (lines, path) in files.iter().take(10) {
        println!("{lines:>5}  {path}");
    }
}

fn is_written(file: &SourceFile) -> bool {
    WRITTEN.contains(&file.kind())
}
