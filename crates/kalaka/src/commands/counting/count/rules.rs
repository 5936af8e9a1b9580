//! The rules by their names on the command line, and which of them fit a file's ballots.

use super::ballots::Ballots;
use super::proposals;
use anyhow::{Result, anyhow};
use tally::budget::BallotKind;
use tally::ranked::{self, Bottom, Unranked};
use tally::stv;

/// A rule that a file's ballots can be counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    Budget(Budget),
    Committee(Committee),
    Marks(Marks),
    Ranked(ranked::Rule),
    Stv(stv::Rule),
    /// Expanding Approvals on orders.
    Orders,
    Proposal(Proposal),
}

/// Rules that ask for yes or no to one proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proposal {
    TwoSides,
    Consent,
    Gradients,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Budget {
    EqualShares,
    Phragmen,
    Greedy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Committee {
    Approvals,
    SeqPav,
    Pav,
    EqualShares,
    Phragmen,
    ExpandingApprovals,
}

/// Rules that choose one option by marks: a choice, approvals, points, grades.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    Plurality,
    Majority,
    Approval,
    Score,
    ScoreMean,
    Judgment,
    LeastResistance,
    Dots,
}

/// A name, what else it is called by, and what it stands for.
type Named = (&'static str, &'static [&'static str], Rule);

/// Where two rules share a name, the file's ballots tell which is meant; in a table the earlier one is.
const RULES: [Named; 37] = [
    ("equal-shares", &["mes"], Rule::Budget(Budget::EqualShares)),
    ("phragmen", &["seq-phragmen"], Rule::Budget(Budget::Phragmen)),
    ("greedy", &[], Rule::Budget(Budget::Greedy)),
    ("av", &["approvals"], Rule::Committee(Committee::Approvals)),
    ("seqpav", &["seq-pav"], Rule::Committee(Committee::SeqPav)),
    ("pav", &[], Rule::Committee(Committee::Pav)),
    ("equal-shares", &["mes"], Rule::Committee(Committee::EqualShares)),
    ("phragmen", &["seq-phragmen"], Rule::Committee(Committee::Phragmen)),
    ("expanding-approvals", &["ear"], Rule::Committee(Committee::ExpandingApprovals)),
    ("plurality", &["fptp"], Rule::Marks(Marks::Plurality)),
    ("majority", &[], Rule::Marks(Marks::Majority)),
    ("approval", &[], Rule::Marks(Marks::Approval)),
    ("score", &["range"], Rule::Marks(Marks::Score)),
    ("score-mean", &[], Rule::Marks(Marks::ScoreMean)),
    ("majority-judgment", &["mj"], Rule::Marks(Marks::Judgment)),
    ("least-resistance", &["systemic-consensing"], Rule::Marks(Marks::LeastResistance)),
    ("dots", &["cumulative"], Rule::Marks(Marks::Dots)),
    ("plurality", &["fptp"], Rule::Ranked(ranked::Rule::Plurality)),
    ("borda", &["borda-unranked-mean"], Rule::Ranked(ranked::Rule::Borda(Unranked::Mean))),
    ("borda-unranked-zero", &[], Rule::Ranked(ranked::Rule::Borda(Unranked::Zero))),
    ("irv", &["irv-one-at-a-time"], Rule::Ranked(ranked::Rule::Irv(Bottom::One))),
    ("irv-all-lowest", &[], Rule::Ranked(ranked::Rule::Irv(Bottom::All))),
    ("schulze", &["schulze-margins"], Rule::Ranked(ranked::Rule::Schulze)),
    ("ranked-pairs", &["ranked-pairs-margins"], Rule::Ranked(ranked::Rule::RankedPairs)),
    ("copeland", &[], Rule::Ranked(ranked::Rule::Copeland)),
    ("minimax", &["minimax-margins"], Rule::Ranked(ranked::Rule::Minimax)),
    ("split-cycle", &[], Rule::Ranked(ranked::Rule::SplitCycle)),
    ("stv-scottish", &[], Rule::Stv(stv::Rule::Scottish)),
    ("stv-meek", &["stv-meek-prf"], Rule::Stv(stv::Rule::MeekPrf)),
    ("stv-meek-guarded", &[], Rule::Stv(stv::Rule::MeekGuarded)),
    ("stv-wigm", &["stv-wigm-prf"], Rule::Stv(stv::Rule::WigmPrf)),
    ("stv-wigm-exact", &[], Rule::Stv(stv::Rule::WigmExact)),
    ("stv-minneapolis", &[], Rule::Stv(stv::Rule::Minneapolis)),
    ("expanding-approvals", &["ear"], Rule::Orders),
    ("two-sides", &[], Rule::Proposal(Proposal::TwoSides)),
    ("consent", &[], Rule::Proposal(Proposal::Consent)),
    ("gradients", &["gradients-of-agreement"], Rule::Proposal(Proposal::Gradients)),
];

/// All names, for tests.
#[cfg(test)]
pub fn names() -> Vec<&'static str> {
    RULES.iter().map(|(name, ..)| *name).collect()
}

/// What `--help` says of rules.
pub const RULES_IN_WORDS: &str = "\
Rules, by what the file holds:
  a budget (.pb)
      equal-shares (mes)      everybody has an equal part of the money; see --completion and --utility
      phragmen, greedy
  approvals (.abc.yaml, .cat, .csv; .pb with --seats), for --seats
      av                      the most approvals win
      seqpav, pav             proportional approval voting, one after the other or all at once
      equal-shares, phragmen, expanding-approvals
  rankings (.blt, .soc, .soi, .toc, .toi, .ranks.csv; .csv with 1 for the best), one winner
      plurality, borda, borda-unranked-zero, irv, irv-all-lowest, schulze, ranked-pairs, copeland,
      minimax, split-cycle
  rankings, for --seats
      stv-scottish, stv-meek, stv-meek-guarded, stv-wigm, stv-wigm-exact, stv-minneapolis,
      expanding-approvals
  marks (.csv; approval also on approvals, grades and points also on .cat), one winner
      plurality, majority, approval, score, score-mean, majority-judgment, least-resistance, dots
  votes on one proposal (.csv with a column vote)
      two-sides               yes, no or abstain; more yes than no in each chamber
      consent                 consent, concern, objection or abstain, with a column reason
      gradients               1 (endorse) to 8 (block)

Examples:
  kalaka count wieliczka.pb --rule equal-shares --completion add-one --certificate wieliczka.json
  kalaka count ward.blt --rule stv-scottish
  kalaka count poll.csv --rule majority-judgment --top 5 --json
  kalaka count mayor.ranks.csv --rule irv --overvotes pass-over --skips any

A CSV file has a column for each option and a line for each ballot. The columns chamber, count (equal ballots) and
paper (abstained, spoiled) may stand among them. RCTab's files have a column for each rank instead, rank1, rank2 …, and
in it a candidate's name, undervote (or nothing), overvote or UWI.";

/// The rule that a name means for these ballots; else a message with those that fit.
pub fn find(name: &str, ballots: &Ballots, seats: Option<usize>) -> Result<(&'static str, Rule)> {
    let wanted = name.to_lowercase().replace('_', "-");
    let is_called = |named: &&Named| named.0 == wanted || named.1.contains(&wanted.as_str());
    let known: Vec<&Named> = RULES.iter().filter(is_called).collect();
    let prefers_seats = |named: &&&Named| matches!(named.2, Rule::Committee(_)) == seats.is_some();
    let fitting = || known.iter().copied().filter(|named| fits(named.2, ballots));
    let found = fitting().find(|named| prefers_seats(&named)).or_else(|| fitting().next());
    found.map(|named| (named.0, named.2)).ok_or_else(|| {
        let why = match known.is_empty() {
            true => format!("no rule is called “{name}”"),
            false => format!("{wanted} doesn't fit {}", ballots.what()),
        };
        let mut names: Vec<&str> = Vec::new();
        for named in RULES.iter().filter(|named| fits(named.2, ballots)) {
            if !names.contains(&named.0) {
                names.push(named.0);
            }
        }
        anyhow!("{why}; rules that fit this file: {}", names.join(", "))
    })
}

fn fits(rule: Rule, ballots: &Ballots) -> bool {
    match (ballots, rule) {
        (Ballots::Budget(file), Rule::Budget(Budget::Phragmen) | Rule::Committee(_)) => {
            file.instance.kind() == BallotKind::Approval
        }
        (Ballots::Budget(_), Rule::Budget(_)) => true,
        (Ballots::Rankings(rankings), Rule::Stv(_)) => rankings.profile.is_strict(),
        (Ballots::Rankings(_), Rule::Ranked(_) | Rule::Orders) => true,
        (Ballots::Approvals { .. }, Rule::Committee(_) | Rule::Marks(Marks::Approval)) => true,
        (Ballots::Categories(_), Rule::Committee(_)) => true,
        (Ballots::Categories(_), Rule::Marks(rule)) => {
            matches!(rule, Marks::Approval | Marks::Score | Marks::ScoreMean | Marks::Judgment)
        }
        (Ballots::Table(text), rule) => match rule {
            Rule::Budget(_) | Rule::Orders => false,
            Rule::Proposal(_) => proposals::is_proposal(text),
            _ => !proposals::is_proposal(text),
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{RULES, RULES_IN_WORDS};

    #[test]
    fn help_tells_of_each_rule() {
        let words: Vec<&str> = RULES_IN_WORDS.split([' ', ',', '\n']).collect();
        let missing: Vec<&str> =
            RULES.iter().map(|named| named.0).filter(|name| !words.contains(name)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
