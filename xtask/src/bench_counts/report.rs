//! What came out, as a page of docs.

use std::fmt::Write as _;

use anyhow::{Context, Result};

use super::cases::{Compared, UNASKED, seconds};
use super::larger::Grown;
use super::python::Python;
use crate::shell;

pub fn text(compared: &[Compared], grown: &[Grown], python: &Python) -> String {
    let held = compared.iter().filter(|case| case.verdict() == "held").count();
    let mut text = format!(
        "## How fast they are\n\n\
         Measured on {}: {}. Reference and ours ran on the same file, one after \
         the other; times are without reading the file, those of the references, of single votes and of the larger \
         cases of ours on the processor. A time that is *recorded* stands with the data and was taken on another \
         machine, since that reference is no package to install. {held} of {} held what was aimed at.\n\n\
         | case | against | reference | ours | ratio | aimed at | |\n|---|---|---|---|---|---|---|\n",
        shell::answer(shell::command("date").args(["-u", "+%Y-%m-%d"])).unwrap_or_default(),
        machine(),
        compared.iter().filter(|case| case.verdict() != UNASKED).count()
    );
    compared.iter().for_each(|case| row(&mut text, case));
    for (package, why) in &python.missing {
        _ = writeln!(text, "\n`{package}` could not be installed: {why}");
    }
    if !grown.is_empty() {
        memory(&mut text, grown);
    }
    text
}

/// Where the figures of a page begin; what stands before is written by hand.
const FIGURES: &str = "<!-- From here on written by `cargo xtask bench-counts --write` -->\n";

/// The page with these figures instead of those it has.
pub fn put_in(page: &str, figures: &str) -> Result<String> {
    let at = page.find(FIGURES).context("docs/counting.md doesn't say where its figures begin")?;
    Ok(format!("{}{FIGURES}\n{figures}", &page[..at]))
}

fn row(text: &mut String, compared: &Compared) {
    let case = &compared.case;
    let aims = [case.times.map(|times| format!("{times:.0} ×")), case.at_most.map(seconds)];
    let aims: Vec<String> = aims.into_iter().flatten().collect();
    let ratio = compared.ratio().map_or_else(
        || "–".to_owned(),
        |ratio| match ratio {
            ratio if ratio < 20.0 => format!("{ratio:.1} ×"),
            ratio => format!("{ratio:.0} ×"),
        },
    );
    _ = writeln!(
        text,
        "| {} | {} | {} | {} | {ratio} | {} | {} |",
        case.name,
        case.against,
        compared.reference,
        seconds(compared.ours),
        aims.join(", "),
        compared.verdict()
    );
}

fn memory(text: &mut String, grown: &[Grown]) {
    text.push_str(
        "\n## What memory they take\n\nThe most that the whole process holds, the file it reads among it, on made-up inputs in which \
         hardly two ballots are alike. Linear is what grows no faster than the input.\n\n\
         | input | size | file | most memory | grown by | |\n|---|---|---|---|---|---|\n",
    );
    for kind in grown {
        for (at, size) in kind.sizes.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| &kind.sizes[before]);
            let by = before.map(|before| {
                let file = size.bytes as f64 / before.bytes as f64;
                (size.peak as f64 / before.peak as f64, file)
            });
            let told = by.map_or_else(String::new, |(peak, file)| format!("{peak:.1} × (file {file:.1} ×)"));
            let linear =
                by.map_or("", |(peak, file)| if peak <= file { "linear" } else { "more than linear" });
            _ = writeln!(
                text,
                "| {} | {} × | {:.1} MB | {:.1} MB | {told} | {linear} |",
                kind.what,
                size.times,
                size.bytes as f64 / 1e6,
                size.peak as f64 * 1024.0 / 1e6
            );
        }
    }
}

/// Processor and cores, as the system tells them.
fn machine() -> String {
    let told = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = told.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    let model = model.map_or("a processor that doesn't tell its name", |(_, name)| name.trim());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{model}, {cores} cores, shared with other work")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_take_the_place_of_figures_and_nothing_else() {
        let page = format!("# By hand\n{FIGURES}\nold\n");
        let new = put_in(&page, "new\n").unwrap();
        assert_eq!(new, format!("# By hand\n{FIGURES}\nnew\n"));
        assert_eq!(put_in(&new, "new\n").unwrap(), new);
        assert!(put_in("# By hand\n", "new").is_err());
    }
}
