//! A certificate: what an outcome claims, with all that one needs to check it.

use super::{Cast, Fault, Outcome, Pairwise, Profile, Rule, Step, Strengths, TieOrder, verify};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The claim that by this rule, from these ballots, these won; with its evidence. [`Certificate::verify`]
/// checks it against the ballots without running the rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// [`Profile::fingerprint`] of the ballots.
    pub ballots: String,
    pub rule: Rule,
    pub cast: Cast,
    pub order: TieOrder,
    pub winners: Vec<usize>,
    pub winner: usize,
    pub evidence: Evidence,
}

/// What shows that a claim is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Each option's score, as in [`Step::Scored`].
    Scores { scores: Vec<i64> },
    /// IRV: each round's tallies, and who was set aside; nobody in the last.
    Rounds { rounds: Vec<Round> },
    /// Schulze, Split Cycle: the strengths of all chains, row by row, and for each chain the last option before its end.
    Chains { strength: Vec<Vec<i64>>, before: Vec<Vec<usize>> },
    /// Ranked pairs: each majority in the order it was looked at, and why it was skipped, if it was.
    Pairs { pairs: Vec<Pair> },
}

/// A round of IRV.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    pub tallies: Vec<(usize, u64)>,
    pub exhausted: u64,
    pub set_aside: Vec<usize>,
}

/// A majority of ranked pairs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    pub over: usize,
    pub under: usize,
    pub margin: i64,
    /// The chain of locked majorities from `under` to `over`, for which it was skipped.
    pub closes: Option<Vec<usize>>,
}

/// What in a certificate is not so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw(pub(crate) String);

impl std::fmt::Display for Flaw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Flaw {}

impl Certificate {
    /// Counts, and certifies the outcome.
    pub fn of(profile: &Profile, rule: Rule, order: &TieOrder) -> Result<Certificate, Fault> {
        let outcome = super::count(profile, rule, order)?;
        let evidence = match rule {
            Rule::Schulze | Rule::SplitCycle => chains(&Strengths::of(&Pairwise::of(profile))),
            Rule::RankedPairs => Evidence::Pairs { pairs: outcome.steps.iter().filter_map(pair).collect() },
            Rule::Irv(_) => Evidence::Rounds { rounds: rounds(&outcome.steps) },
            _ => Evidence::Scores { scores: scores(&outcome.steps) },
        };
        let Outcome { rule, cast, winners, winner, order, .. } = outcome;
        Ok(Certificate { ballots: profile.fingerprint(), rule, cast, order, winners, winner, evidence })
    }

    /// Checks everything that is claimed, in time linear in the ballots (and at most cubic in the options), without the
    /// code that counts.
    pub fn verify(&self, profile: &Profile) -> Result<(), Flaw> {
        verify::certificate(self, profile)
    }
}

impl Profile {
    /// The SHA-256, in hexadecimal digits, of the ballots written down like this: `options N`, then for each
    /// option the length of its name in bytes, a colon and the name; `blank N spoiled N abstained N`; then each ranking
    /// once, in lexicographic order of its options, as `COUNT:` and the numbers of the options from 1, with `>` between
    /// levels and `=` between equals. Each of these is a line.
    pub fn fingerprint(&self) -> String {
        let (mut hash, mut line) = (Sha256::new(), String::new());
        _ = writeln!(line, "options {}", self.options().len());
        for name in self.options() {
            _ = writeln!(line, "{}:{name}", name.len());
        }
        let Cast { blank, spoiled, abstained, .. } = self.cast();
        _ = writeln!(line, "blank {blank} spoiled {spoiled} abstained {abstained}");
        for ballot in self.ballots() {
            hash.update(&line);
            line.clear();
            _ = write!(line, "{}:", ballot.count);
            for (at, level) in ballot.ranking.levels().enumerate() {
                for (n, option) in level.iter().enumerate() {
                    let sign = if n > 0 {
                        "="
                    } else if at > 0 {
                        ">"
                    } else {
                        ""
                    };
                    _ = write!(line, "{sign}{}", option + 1);
                }
            }
            line.push('\n');
        }
        hash.update(&line);
        hash.finalize().iter().fold(String::new(), |mut hex, byte| {
            _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

fn chains(strengths: &Strengths) -> Evidence {
    let n = strengths.options();
    let row = |from: usize| (0..n).map(|to| strengths.between(from, to)).collect();
    let before = |from: usize| (0..n).map(|to| strengths.before(from, to)).collect();
    Evidence::Chains { strength: (0..n).map(row).collect(), before: (0..n).map(before).collect() }
}

fn pair(step: &Step) -> Option<Pair> {
    match step.clone() {
        Step::Locked { over, under, margin } => Some(Pair { over, under, margin, closes: None }),
        Step::Skipped { over, under, margin, path } => Some(Pair { over, under, margin, closes: Some(path) }),
        _ => None,
    }
}

fn rounds(steps: &[Step]) -> Vec<Round> {
    let mut rounds: Vec<Round> = Vec::new();
    for step in steps {
        match step {
            Step::Round { tallies, exhausted, .. } => {
                rounds.push(Round { tallies: tallies.clone(), exhausted: *exhausted, set_aside: Vec::new() });
            }
            Step::SetAside { option, .. } => {
                rounds.last_mut().into_iter().for_each(|round| round.set_aside.push(*option));
            }
            _ => {}
        }
    }
    rounds
}

fn scores(steps: &[Step]) -> Vec<i64> {
    let scores = steps.iter().find_map(|step| match step {
        Step::Scored { scores } => Some(scores.clone()),
        _ => None,
    });
    scores.unwrap_or_default()
}
