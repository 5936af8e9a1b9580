//! `kalaka verify`: whether a certificate holds, and what was looked at to say so.

mod kinds;

use super::answer::Answer;
use super::count::Envelope;
use super::page::{Page, listed};
use super::{file, waiting};
use anyhow::{Context, Result};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

#[derive(Args, Clone)]
pub struct Options {
    /// What `kalaka count --certificate` wrote
    pub certificate: PathBuf,
    /// The ballots [default: the file that the certificate names, beside it]
    #[arg(long, value_name = "FILE")]
    pub ballots: Option<PathBuf>,
    /// Print JSON instead of text
    #[arg(long)]
    pub json: bool,
}

/// What a check found.
struct Found {
    rule: String,
    winners: Vec<String>,
    /// What it says where there are no winners.
    verdict: Option<&'static str>,
    /// What was looked at, if the certificate holds.
    checked: &'static [&'static str],
    /// Why it doesn't hold.
    flaw: Option<String>,
}

pub fn run(options: &Options) -> Result<Answer> {
    let envelope = Envelope::read(&options.certificate)?;
    let beside = || options.certificate.with_file_name(&envelope.ballots);
    let ballots = options.ballots.clone().unwrap_or_else(beside);
    let found = waiting::during("Checking", || kinds::check(&envelope, &ballots)).with_context(|| {
        format!("the ballots of {} (say where they are with --ballots)", options.certificate.display())
    })?;
    let answer = match options.json {
        true => Answer::json(&json!({
            "holds": found.flaw.is_none(),
            "rule": found.rule,
            "winners": found.winners,
            "verdict": found.verdict,
            "checked": found.checked,
            "flaw": found.flaw,
        }))?,
        false => Answer::text(told(&file::name(&options.certificate), &file::name(&ballots), &found)),
    };
    Ok(if found.flaw.is_none() { answer } else { answer.denied() })
}

fn told(certificate: &str, ballots: &str, found: &Found) -> String {
    let mut page = Page::default();
    page.sentence(&format!("Certificate: {certificate}, on the ballots of {ballots}"));
    page.sentence(&format!("Rule: {}", found.rule));
    page.sentence(&match found.verdict {
        Some(verdict) => format!("It says {verdict}"),
        None => format!("It says that these won: {}", listed(&found.winners)),
    });
    match &found.flaw {
        Some(flaw) => {
            page.heading("It does not hold");
            page.sentence(flaw);
        }
        None => {
            page.heading("It holds");
            page.line("Checked, without running the rule:");
            found.checked.iter().for_each(|what| page.sentence(&format!("- {what}")));
        }
    }
    page.into_text()
}
