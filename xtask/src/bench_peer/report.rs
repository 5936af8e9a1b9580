//! The page of docs.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::{Found, load, misago};
use crate::shell;
use crate::venv::Venv;

const HEAD: &str = "\
# Beside another forum

What a thread costs here and in another forum, on the same machine, on the same day, looked at by a guest. All of this page is
written by `cargo xtask bench-peer`, which installs what it needs under `target/` (a few Debian packages, Misago from PyPI,
Lighthouse from npm), sets both up anew, and takes about six minutes.

The other is [Misago](https://github.com/rafalp/Misago) on Django and PostgreSQL, with pages made on the server, since it is a
current forum that a registry brings as a whole: what npm has of NodeBB is of 2016.
";

const SAME: &str = "\
## What was the same

- the thread: its title and twenty posts (`xtask/src/bench_peer/thread.json`), with the same Markdown, by three people in turns,
  all on one page
- the guest: no cookie, no account, English, packing asked for as a browser does (`gzip, deflate, br, zstd`)
- the load: oha on 16 connections as fast as they are answered, then 5 requests a second, which both can carry
- the machine, with the load and the browser on it; one platform after the other, never both at once
- CPU: of everything that takes part, with database and cache, and nothing of the load; memory: the proportional share (PSS) of the
  same processes
- page weight and requests: a Chromium with an empty cache, until nothing moves any more, heads of answers included
- Lighthouse: its own phone on a slow line, the best of three

## What was not

- **Kaláka keeps a guest's page until something changes**, and then sends the same bytes again: a guest's rows compare a page that is kept
  with one that is made. What making a page costs is told by the rows of one who is signed in, whose pages nobody keeps.
- Misago runs as its authors run it in production (their misago_docker), with `DEBUG` off, four worker processes forked from a loaded one,
  PostgreSQL, Redis for cache and sessions, one Celery worker for what happens later. Its proxy is left out, as is Kaláka's: files are sent by
  WhiteNoise, packed beforehand, and pages are packed by Django. Behind nginx the packing would be the proxy's CPU, not gone.
- gunicorn's usual worker takes a new connection for each request; Kaláka keeps connections.
- PostgreSQL does not wait for the disk here. A guest writes nothing; Misago may note when one who is signed in was here.
- Kaláka has the demo town around the thread (a year of it), Misago is empty but for the thread.
- The pages show different things: Misago has portraits, scripts that react at once, an editor; Kaláka has reading positions, and works without
  scripts. Each is as it comes.
- Kaláka's CPU and requests a second depend on two cores that the load shares. Compare CPU for each request first.
";

pub fn text(ours: &Found, theirs: &Found, venv: &Venv, program: &Path, turn: Duration) -> String {
    format!("{HEAD}\n{}\n{}\n{SAME}", measured(venv, program, theirs, turn), table(ours, theirs))
}

fn measured(venv: &Venv, program: &Path, theirs: &Found, turn: Duration) -> String {
    let day = said(shell::command("date").args(["-u", "+%Y-%m-%d"]));
    let versions: Vec<String> = ["misago", "django", "gunicorn", "whitenoise", "django-redis"]
        .iter()
        .map(|package| format!("{package} {}", venv.version(package)))
        .collect();
    let python = said(Command::new(venv.program("python")).arg("--version"));
    let postgres = said(Command::new("psql").arg("--version"));
    let redis = said(Command::new("redis-server").arg("--version"));
    let redis = redis.split_whitespace().nth(2).unwrap_or("?").replace("v=", "");
    format!(
        "Measured on {day}: {}. {}, revision {}, with its embedded database, against {} on {python}, {}, Redis {redis}, {} gunicorn \
         workers. {} Lighthouse {}. {} s of each load.\n",
        machine(),
        said(Command::new(program).arg("--version")),
        said(shell::command("git").args(["rev-parse", "--short", "HEAD"])),
        versions.join(", "),
        postgres.replace("psql (PostgreSQL)", "PostgreSQL"),
        misago::WORKERS,
        said(Command::new("chromium").arg("--version")).split(" built").next().unwrap_or_default().to_owned()
            + ".",
        theirs.browsing.lighthouse,
        turn.as_secs(),
    )
}

fn said(command: &mut Command) -> String {
    shell::answer(command).unwrap_or_else(|| "?".into())
}

fn table(ours: &Found, theirs: &Found) -> String {
    let mut table =
        "| a thread of 20 posts, guest unless said otherwise | Kaláka | Misago | Misago is |\n|---|---|---|---|\n".to_owned();
    let mut row = |what: &str, number: &dyn Fn(&Found) -> f64, digits: usize| {
        let (our, their) = (number(ours), number(theirs));
        let times = if our > 0.0 { format!("{} ×", rounded(their / our)) } else { "–".into() };
        table.push_str(&format!("| {what} | {our:.digits$} | {their:.digits$} | {times} |\n"));
    };
    let connections = load::CONNECTIONS;
    row(&format!("requests a second, {connections} connections"), &|f| f.fast.per_second, 1);
    row("… p50, ms", &|f| f.fast.p50, 1);
    row("… p99, ms", &|f| f.fast.p99, 1);
    row(&format!("at {} requests a second: p50, ms", load::STEADY), &|f| f.steady.p50, 1);
    row("… p99, ms", &|f| f.steady.p99, 1);
    row("CPU for each request, all processes, ms", &|f| f.fast.cpu / 1000.0, 2);
    row("signed in: requests a second", &|f| f.member.per_second, 1);
    row("signed in: CPU for each request, all processes, ms", &|f| f.member.cpu / 1000.0, 2);
    row(
        "memory before the load, all processes, MB",
        &|f| f.memory.iter().map(|(_, before, _)| before).sum(),
        1,
    );
    row("memory after the load, all processes, MB", &|f| f.memory.iter().map(|(_, _, after)| after).sum(), 1);
    row("page weight, first visit, KB", &|f| f.browsing.kilobytes(), 1);
    row("… the page itself, KB", &|f| f.browsing.of(&["Document"]), 1);
    row("… styles, KB", &|f| f.browsing.of(&["Stylesheet"]), 1);
    row("… scripts, KB", &|f| f.browsing.of(&["Script"]), 1);
    row("… fonts and pictures, KB", &|f| f.browsing.of(&["Font", "Image"]), 1);
    row("requests of the first visit", &|f| f.browsing.requests as f64, 0);
    row("largest part painted, slow phone, s", &|f| f.browsing.largest, 1);
    row("scripts keep it from answering, slow phone, ms", &|f| f.browsing.blocked * 1000.0, 0);
    for (at, name) in
        ["performance", "accessibility", "best practices", "search engines"].into_iter().enumerate()
    {
        let (our, their) = (ours.browsing.scores[at], theirs.browsing.scores[at]);
        table.push_str(&format!("| Lighthouse: {name} | {our} | {their} | |\n"));
    }
    let parts =
        theirs.memory.iter().map(|(name, before, after)| format!("{name} {before:.0} and {after:.0} MB"));
    table
        + "\nOf Misago's memory, before the load and after it: "
        + &parts.collect::<Vec<_>>().join(", ")
        + ".\n"
}

/// Two digits that count.
fn rounded(times: f64) -> String {
    match times {
        times if times < 0.095 => format!("1/{:.0}", 1.0 / times),
        times if times < 0.95 => format!("{times:.2}"),
        times if times < 9.5 => format!("{times:.1}"),
        times => format!("{times:.0}"),
    }
}

/// Processor and cores, as the system tells them.
pub fn machine() -> String {
    let told = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = told.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    let model = model.map_or("a processor that doesn't tell its name", |(_, name)| name.trim());
    format!("{model}, {} cores", std::thread::available_parallelism().map_or(1, usize::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_digits_count() {
        assert_eq!([0.004, 0.25, 1.0, 12.3].map(rounded), ["1/250", "0.25", "1.0", "12"]);
    }
}
