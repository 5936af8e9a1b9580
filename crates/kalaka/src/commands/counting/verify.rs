//! `kalaka verify`: whether a certificate holds, and what was looked at to say so.

use super::answer::Answer;
use super::count::{Envelope, Proof, read_for_check};
use super::page::{Page, listed};
use super::{file, waiting};
use anyhow::{Context, Result};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use tally::{budget, committee, ranked, stv};

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
    /// What was looked at, if the certificate holds.
    checked: &'static [&'static str],
    /// Why it doesn't hold.
    flaw: Option<String>,
}

pub fn run(options: &Options) -> Result<Answer> {
    let envelope = Envelope::read(&options.certificate)?;
    let beside = || options.certificate.with_file_name(&envelope.ballots);
    let ballots = options.ballots.clone().unwrap_or_else(beside);
    let found = waiting::during("Checking", || check(&envelope, &ballots)).with_context(|| {
        format!("the ballots of {} (say where they are with --ballots)", options.certificate.display())
    })?;
    let answer = match options.json {
        true => Answer::json(&json!({
            "holds": found.flaw.is_none(),
            "rule": found.rule,
            "winners": found.winners,
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
    page.sentence(&format!("It says that these won: {}", listed(&found.winners)));
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

fn check(envelope: &Envelope, path: &std::path::Path) -> Result<Found> {
    let ballots = read_for_check(path, envelope)?;
    Ok(match &envelope.proof {
        Proof::Budget(certificate) => of_budget(certificate, ballots.budget()?),
        Proof::Committee(certificate) => of_committee(certificate, &ballots.approvals(envelope.approving)?),
        Proof::Ranked(certificate) => of_rankings(certificate, &ballots.rankings()?.standing()?.profile),
        Proof::Stv(certificate) => of_stv(certificate, &ballots.rankings()?.profile),
    })
}

fn of_budget(certificate: &budget::Certificate, instance: &budget::Instance) -> Found {
    let bought = certificate.purchases.iter().map(|payment| payment.project.clone());
    let winners = certificate.free.iter().cloned().chain(bought).chain(certificate.added.iter().cloned());
    Found {
        rule: spoken(&certificate.rule),
        winners: winners.collect(),
        checked: checked_of_budget(certificate.rule),
        flaw: budget::verify(instance, certificate).err().map(|refusal| refusal.to_string()),
    }
}

/// What the check of a budget looks at, by the rule.
fn checked_of_budget(rule: budget::Rule) -> &'static [&'static str] {
    match rule {
        budget::Rule::EqualShares { .. } => SHARES_CHECKED,
        budget::Rule::Phragmen => &[
            "the ballots are those that were counted, by their SHA-256",
            "for each purchase the load is what the ballots give, and nothing else had a smaller one",
            "ties follow the order stated, and the count ended where it had to",
        ],
        budget::Rule::Greedy { .. } => &[
            "the ballots are those that were counted, by their SHA-256",
            "what was bought is what greedy buys, and ties follow the order stated",
        ],
    }
}

const SHARES_CHECKED: &[&str] = &[
    "the ballots are those that were counted, by their SHA-256",
    "what each voter started with is an amount that the variant can come to",
    "for each purchase the payments add up to the cost, and nobody pays more than they have left",
    "at each purchase nothing else was to be had at a smaller rate, and ties follow the order stated",
    "at the end nothing is affordable, and what was added greedily is what greedy adds",
    "not checked: that add-one had no reason to end earlier, which takes the runs before",
];

fn of_committee(certificate: &committee::certificate::Certificate, profile: &committee::Profile) -> Found {
    let awards = certificate.awards.iter();
    Found {
        rule: spoken(&certificate.election.rule),
        winners: awards.map(|award| named(profile.candidates(), award.candidate)).collect(),
        checked: &[
            "the ballots are those that were counted, by their SHA-256",
            "each seat was won by the amount stated (gain, price or load), recomputed from the ballots",
            "for each seat nobody else did better, and ties follow the order stated",
            "as many seats are filled as the rule fills",
        ],
        flaw: committee::certificate::verify(profile, certificate).err().map(|doubt| doubt.to_string()),
    }
}

fn of_rankings(certificate: &ranked::Certificate, profile: &ranked::Profile) -> Found {
    Found {
        rule: certificate.rule.name().replace('_', "-"),
        winners: vec![named(profile.options(), certificate.winner)],
        checked: &[
            "the ballots are those that were counted, by their SHA-256, and their numbers are right",
            "the evidence (scores, rounds, chains or pairs) follows from the ballots, read a second time in another way",
            "from the evidence these win, and ties follow the order stated",
        ],
        flaw: certificate.verify(profile).err().map(|flaw| flaw.to_string()),
    }
}

fn of_stv(certificate: &stv::Certificate, profile: &ranked::Profile) -> Found {
    let elected = certificate.count.elected.iter();
    Found {
        rule: certificate.count.rule.name().replace('_', "-"),
        winners: elected.map(|option| named(profile.options(), *option)).collect(),
        checked: &[
            "the ballots are those that were counted, by their SHA-256, and their numbers are right",
            "in each stage the votes are what the ballots give, to the last digit",
            "who is elected has the quota, who is excluded is the lowest, and the last vacancies are filled by the rule",
        ],
        flaw: certificate.verify(profile).err().map(|flaw| flaw.to_string()),
    }
}

/// A name, or the number of somebody that isn't there.
fn named(names: &[String], place: usize) -> String {
    names.get(place).cloned().unwrap_or_else(|| format!("number {}", place + 1))
}

/// A rule with its variant, as the certificate writes it.
fn spoken(rule: &impl serde::Serialize) -> String {
    let text = serde_json::to_string(rule).unwrap_or_default();
    text.replace(['{', '}', '"'], "").replace('_', "-").replace(':', " ").replace(',', ", ")
}
