//! The page of docs.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::findings::{MIDDLE, weight};
use super::{Options, Seen, sqlmap, wapiti};
use crate::shell;
use crate::venv::Venv;

pub fn text(all: &[Seen], venv: &Venv, options: &Options) -> String {
    let mut text = format!(
        "# What scanners say\n\n\
         All of this page is written by `cargo xtask scan`, which installs two scanners from PyPI under `target/` and lets them look at a\n\
         fresh demo town on the loopback, once as each of three. It fails where something of middle or high weight is found that has\n\
         not been judged, with a reason, in `xtask/src/scan/findings.rs`.\n\n\
         Run on {}, revision {}: Wapiti {}, sqlmap {}.\n\n\
         - **Wapiti** crawls for {} s and attacks what it found, each kind for {} s at most, with all that it is told being kept to the \
         loopback. Kinds: {}. Left out: signing out, changing the language, ending one's sessions, pausing, leaving. Where it wants the platform to \
         fetch something (ssrf, xxe), a listener of ours waits for it.\n\
         - **sqlmap** tries each parameter of {} addresses that search and sieve (level 2), then the forms that it finds around a thread (level 1), \
         all techniques but stacked output, {} s each at most.\n\n",
        said(shell::command("date").args(["-u", "+%Y-%m-%d"])),
        said(shell::command("git").args(["rev-parse", "--short", "HEAD"])),
        venv.version("wapiti3"),
        venv.version("sqlmap"),
        wapiti::CRAWL,
        options.attack,
        wapiti::MODULES.replace(',', ", "),
        sqlmap::ADDRESSES.len(),
        sqlmap::PATIENCE,
    );
    text.push_str("| as | addresses and forms seen | parameters tried by sqlmap | tells | low | middle | high | answers of 500 | fetched for it |\n");
    text.push_str("|---|---|---|---|---|---|---|---|---|\n");
    for seen in all {
        let weighing =
            |from: u64, to: u64| seen.findings().filter(|f| (from..=to).contains(&f.weight)).count();
        _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            seen.role,
            seen.wapiti.addresses,
            seen.sqlmap.tried,
            weighing(0, 0),
            weighing(1, 1),
            weighing(2, 2),
            weighing(3, 4),
            seen.wapiti.broken,
            seen.fetched.len()
        );
    }
    judged(&mut text, all);
    text
}

/// Each kind once: who saw it how often, one place of it, and what it is.
fn judged(text: &mut String, all: &[Seen]) {
    let mut kinds = BTreeMap::new();
    for seen in all {
        for finding in seen.findings() {
            let (count, roles, _) = kinds
                .entry((std::cmp::Reverse(finding.weight), finding.kind.as_str()))
                .or_insert_with(|| (0, Vec::new(), finding));
            *count += 1;
            if !roles.contains(&seen.role) {
                roles.push(seen.role);
            }
        }
    }
    text.push_str("\n## What they found, and what it is\n\n");
    if kinds.is_empty() {
        text.push_str("Nothing.\n");
    }
    for ((_, kind), (count, roles, first)) in kinds {
        let unjudged = if first.weight < MIDDLE { "of low weight" } else { "**not judged**" };
        _ = writeln!(
            text,
            "- **{kind}** ({}; {count} ×, as {}), e.g. {}: {}.",
            weight(first.weight),
            roles.join(", "),
            first.place.replace('\n', " "),
            first.judgement().unwrap_or(unjudged)
        );
    }
    for (role, path) in all.iter().flat_map(|seen| seen.fetched.iter().map(move |path| (seen.role, path))) {
        _ = writeln!(text, "- **The platform fetched** `{path}` for the {role}: **a fault**.");
    }
}

fn said(command: &mut std::process::Command) -> String {
    shell::answer(command).unwrap_or_else(|| "?".into())
}
