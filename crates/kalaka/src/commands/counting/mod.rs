//! The counting crates from the command line: `count` ballots of a file, `verify` what was counted, map the
//! `opinions` of a conversation, `draw` people by lot. They need no community, no database and no settings: a file
//! goes in, and a text that says why, or JSON, comes out.
//!
//! Exit status 0: done. 1: a certificate doesn't hold. 2: the input can't be worked with, and the message says where
//! and what was expected.

mod answer;
mod count;
mod draw;
mod file;
mod opinions;
mod page;
#[cfg(test)]
mod tests;
mod verify;
mod waiting;

use answer::Answer;
use anyhow::Result;
use clap::Subcommand;
use std::process::ExitCode;

#[derive(Subcommand, Clone)]
pub enum Command {
    /// Count the ballots of a file by a rule, and say why it came out so
    ///
    /// Prints the winners, the steps of the count in words, the ties and how they were broken, what became of the
    /// ballots and, where there are several winners, how fairly they serve those who voted.
    #[command(after_long_help = count::RULES_IN_WORDS)]
    Count(count::Options),
    /// Check a certificate of `count` against the ballots, without running the rule
    ///
    /// Exit status 1 says that the certificate does not hold, 2 that it or the ballots can't be read.
    Verify(verify::Options),
    /// Map who agrees with whom, and what all have in common
    Opinions(opinions::Options),
    /// Draw a panel by lot under quotas, with fair chances for all who offered
    ///
    /// Prints which quotas the panel meets, everybody's chance, and who was drawn. The same seed draws the same people
    /// on each machine. Quotas that can't be met give exit status 2 and the smallest change that would help.
    Draw(draw::Options),
}

/// The commands by the names that they are typed by.
pub const NAMES: [&str; 4] = ["count", "verify", "opinions", "draw"];

/// Runs a command to its exit status.
pub fn run(command: &Command) -> ExitCode {
    answered(command).and_then(Answer::given).unwrap_or_else(|problem| {
        eprintln!("kalaka: {problem:#}");
        ExitCode::from(2)
    })
}

fn answered(command: &Command) -> Result<Answer> {
    match command {
        Command::Count(options) => count::run(options),
        Command::Verify(options) => verify::run(options),
        Command::Opinions(options) => opinions::run(options),
        Command::Draw(options) => draw::run(options),
    }
}
