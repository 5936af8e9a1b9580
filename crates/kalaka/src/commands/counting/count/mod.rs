//! `kalaka count`: a file of ballots goes in, a count that explains itself comes out.

mod ballots;
mod budget;
mod budget_told;
mod certificate;
mod committee;
mod committee_told;
mod counted;
mod marks;
mod proposals;
mod ranked;
mod ranks;
mod rules;
mod stv;

pub use ballots::{Ballots, Format};
pub use certificate::{Envelope, Proof};
pub use committee::orders;
pub use marks::papers_for_check;
pub use proposals::Votes;
pub use rules::RULES_IN_WORDS;
#[cfg(test)]
pub use rules::names;

use super::answer::Answer;
use super::{file, waiting};
use anyhow::{Context, Result, ensure};
use clap::{Args, ValueEnum};
use counted::Counted;
use rules::Rule;
use std::path::{Path, PathBuf};

#[derive(Args, Clone)]
pub struct Options {
    /// The ballots: .pb, .blt, .soc, .soi, .toc, .toi, .cat, .abc.yaml, .csv or (RCTab's) .ranks.csv
    pub file: PathBuf,
    /// By which rule; --help lists them all
    #[arg(long)]
    pub rule: String,
    /// How the file is written, where its name doesn't say
    #[arg(long)]
    pub format: Option<Format>,
    /// How many are to be elected, where the file doesn't say or says something else
    #[arg(long, value_name = "N")]
    pub seats: Option<usize>,
    /// What Equal Shares does with what is left over [default: add-one-exhaustive for money, phragmen for seats]
    #[arg(long)]
    pub completion: Option<Completion>,
    /// Where add-one begins: at budget / voters exactly, or at whole units
    #[arg(long, value_enum, default_value_t = Start::Rational)]
    pub start: Start,
    /// What a project is worth to who named it [default: cost; points where the ballots give points or an order]
    #[arg(long)]
    pub utility: Option<Utility>,
    /// Break ties by lot from this seed; anybody with the seed can draw the same lots
    #[arg(long, value_name = "TEXT")]
    pub seed: Option<String>,
    /// Each chamber's share of the seats, in the order of the file, like 1,1 (only .csv has chambers)
    #[arg(long, value_delimiter = ',', value_name = "N,N…")]
    pub shares: Vec<u64>,
    /// How the answers of several chambers become one, where one option is chosen by marks
    #[arg(long, value_enum, default_value_t = Joining::Together)]
    pub joining: Joining,
    /// In a .cat file: so many of the first categories approve
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub approving: usize,
    #[command(flatten)]
    pub marked: ranks::Marked,
    /// The highest number on the scale of points or grades; the dots of a voter [default: the highest in the file]
    #[arg(long, value_name = "N")]
    pub top: Option<u8>,
    /// Write a certificate of the count, which `kalaka verify` checks
    #[arg(long, value_name = "FILE")]
    pub certificate: Option<PathBuf>,
    /// Print JSON instead of text
    #[arg(long)]
    pub json: bool,
}

/// How Equal Shares is completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Completion {
    /// What is left over stays over
    None,
    /// Money: a unit more for each voter, and again, until the next outcome is over the budget
    AddOne,
    /// Money: the same, but ended as soon as no project left over fits into what is left
    AddOneExhaustive,
    /// Money: add-one-exhaustive, then greedy
    #[value(name = "add-one+greedy")]
    AddOneGreedy,
    /// Money: by votes, as long as something fits
    Greedy,
    /// Seats: by sequential Phragmén
    Phragmen,
    /// Seats: by the most approvals
    Approvals,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Start {
    Rational,
    Integral,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Utility {
    /// What it costs
    Cost,
    /// One
    Cardinality,
    /// The points given to it
    Points,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Joining {
    /// All papers in one pot
    Together,
    /// Each chamber must choose the option by itself
    EachChooses,
    /// Each chamber must accept it; the best of these by all papers is chosen
    EachAccepts,
}

pub fn run(options: &Options) -> Result<Answer> {
    let (ballots, format) = waiting::during("Reading the ballots", || {
        ballots::read(&options.file, options.format, options.marked.reading())
    })?;
    let (name, rule) = rules::find(&options.rule, &ballots, options.seats)?;
    let counted = waiting::during("Counting", || counted(&ballots, rule, options));
    let mut counted = counted.with_context(|| options.file.display().to_string())?;
    counted.remarks.extend(ballots.read_as());
    if let Some(path) = &options.certificate {
        let proof = counted.proof.clone();
        let proof = proof.with_context(|| format!("there is no certificate for {name} yet"))?;
        let (approving, reading) = (options.approving, options.marked.reading());
        certificate::write(path, &Envelope::of(&options.file, format, approving, reading, proof))?;
    }
    match options.json {
        true => Answer::json(&counted.json(&file::name(&options.file), name)),
        false => Ok(Answer::text(counted.told(&file::name(&options.file), options.certificate.as_deref()))),
    }
}

fn counted(ballots: &Ballots, rule: Rule, options: &Options) -> Result<Counted> {
    match (rule, ballots) {
        (Rule::Budget(rule), Ballots::Budget(file)) => budget::count(file, rule, options),
        (Rule::Committee(rule), _) => committee::count(ballots, rule, options),
        (Rule::Orders, _) => committee::count_orders(ballots, options),
        (Rule::Ranked(rule), _) => ranked::count(ballots, rule, options),
        (Rule::Stv(rule), _) => stv::count(ballots, rule, options),
        (Rule::Marks(rule), _) => marks::count(ballots, rule, options),
        (Rule::Proposal(rule), Ballots::Table(text)) => proposals::count(text, rule),
        (Rule::Proposal(_), _) => anyhow::bail!("{} holds no votes on a proposal", ballots.what()),
        (Rule::Budget(_), _) => anyhow::bail!("this rule needs costs, and {} has none", ballots.what()),
    }
}

/// The seats asked for, or those the file speaks of.
fn seats(ballots: &Ballots, options: &Options) -> Result<usize> {
    options.seats.or(ballots.seats()).context("how many are to be elected? say it with --seats N")
}

fn ensure_one_winner(options: &Options) -> Result<()> {
    let asked = options.seats.unwrap_or(1);
    ensure!(asked == 1, "this rule elects one, and {asked} seats were asked for");
    Ok(())
}

/// The votes on a proposal in a file.
pub fn votes_for_check(ballots: &Ballots) -> Result<Votes> {
    match ballots {
        Ballots::Table(text) => Votes::read(text),
        _ => anyhow::bail!("{} holds no votes on a proposal", ballots.what()),
    }
}

/// The ballots that a certificate speaks of.
pub fn read_for_check(path: &Path, envelope: &Envelope) -> Result<Ballots> {
    let reading = envelope.ranks.unwrap_or_default();
    Ok(ballots::read(path, Some(envelope.format), reading)?.0)
}
