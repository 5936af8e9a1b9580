//! Counts votes on one proposal: two sides, consent, gradients of agreement.
//!
//! A table with the columns `vote`, and perhaps `chamber`, `count` and `reason`. Two sides: `yes`, `no`, `abstain`.
//! Consent: `consent`, `concern`, `objection` (both with a reason), `abstain`. Gradients: 1 (endorse) to 8 (block),
//! where 4 abstains.

use super::counted::Counted;
use super::rules;
use crate::commands::counting::page::{Table, grouped, listed, so_many};
use anyhow::{Context, Result, anyhow};
use csv::{ReaderBuilder, StringRecord, Trim};
use serde_json::{Value, json};
use tally::Choice;
use tally::single::consent::{self, Objection, Response};
use tally::single::gradients::{self, Gradient, Threshold};
use tally::single::{Chamber, Paper, Share};
use tally::two_sides;

/// A line of the table.
struct Line {
    number: u64,
    chamber: usize,
    count: u64,
    vote: String,
    reason: String,
}

struct Votes {
    chambers: Vec<String>,
    lines: Vec<Line>,
}

pub fn count(text: &str, rule: rules::Proposal) -> Result<Counted> {
    let votes = Votes::read(text)?;
    match rule {
        rules::Proposal::TwoSides => votes.of_two_sides(),
        rules::Proposal::Consent => votes.by_consent(),
        rules::Proposal::Gradients => votes.by_gradients(),
    }
}

/// Whether a table holds votes on a proposal.
pub fn is_proposal(text: &str) -> bool {
    let head = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    head.split(',').any(|heading| heading.trim() == "vote")
}

impl Votes {
    fn read(text: &str) -> Result<Votes> {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(text.as_bytes());
        let head = reader.headers()?.clone();
        let column = |name: &str| head.iter().position(|heading| heading == name);
        let vote = column("vote").context("line 1: expected a column “vote”")?;
        let (chamber, count, reason) = (column("chamber"), column("count"), column("reason"));
        let mut votes = Votes { chambers: Vec::new(), lines: Vec::new() };
        for record in reader.records() {
            let record = record?;
            let number = record.position().map_or(0, csv::Position::line);
            let field = |column: Option<usize>| column.map_or("", |column| &record[column]).to_owned();
            let chamber = votes.chamber(&field(chamber));
            let count = match count {
                None => 1,
                Some(at) => so_often(&record, at, number)?,
            };
            let (vote, reason) = (field(Some(vote)), field(reason));
            votes.lines.push(Line { number, chamber, count, vote, reason });
        }
        anyhow::ensure!(!votes.lines.is_empty(), "line 2: expected a vote");
        Ok(votes)
    }

    fn chamber(&mut self, name: &str) -> usize {
        self.chambers.iter().position(|chamber| chamber == name).unwrap_or_else(|| {
            self.chambers.push(name.to_owned());
            self.chambers.len() - 1
        })
    }

    fn of_two_sides(&self) -> Result<Counted> {
        let mut poll = two_sides::Poll::between(self.chambers.iter().cloned())?;
        for line in &self.lines {
            let choice = match line.vote.as_str() {
                "yes" => Choice::Yes,
                "no" => Choice::No,
                "abstain" => Choice::Abstain,
                _ => return Err(line.wrong("yes, no or abstain")),
            };
            poll.add(&self.chambers[line.chamber], "", choice, line.count)?;
        }
        let count = poll.count();
        let mut table = Table::of(&["side", "yes", "no", "abstained", "says"]);
        for side in &count.sides {
            let tally::Votes { yes, no, abstain } = side.votes;
            let says = if side.verdict.agrees() { "agrees" } else { "does not agree" };
            table.row([side.side.clone(), grouped(yes), grouped(no), grouped(abstain), says.to_owned()]);
        }
        let outcome: Vec<Value> = count.sides.iter().map(side_as_json).collect();
        let swings = count.turning().map(|side| {
            let moved = side.swing.moved.map(|moved| format!("{} moving, or ", so_many(moved, "vote")));
            let more = so_many(side.swing.more, "more vote");
            format!("{} would have turned with {}{more}.", shown(&side.side), moved.unwrap_or_default())
        });
        let rule = "two sides: more yes than no in each";
        Ok(self.counted(rule, count.is_adopted(), table, swings.collect(), json!(outcome)))
    }

    fn by_consent(&self) -> Result<Counted> {
        let mut proposal = consent::Proposal::to(self.chambers.iter().map(Chamber::named))?;
        for line in &self.lines {
            let paper = match line.vote.as_str() {
                "consent" => Paper::Marked(Response::Consent),
                "concern" => Paper::Marked(Response::Concern(line.reason.clone())),
                "objection" => Paper::Marked(Response::Objection(Objection {
                    reason: line.reason.clone(),
                    resolved: None,
                })),
                "abstain" => Paper::Abstention,
                "" => Paper::Blank,
                _ => return Err(line.wrong("consent, concern, objection, abstain or nothing")),
            };
            proposal.add(line.chamber, paper, line.count)?;
        }
        let count = proposal.count()?;
        let mut table = Table::of(&["chamber", "consent", "concerns", "objections", "abstained"]);
        let mut steps = Vec::new();
        for chamber in &count.chambers {
            let said = &chamber.responses;
            let concerns: u64 = said.concerns.iter().map(|(_, papers)| papers).sum();
            let objections: u64 = said.objections.iter().map(|(_, papers)| papers).sum();
            let numbers = [said.consent, concerns, objections, chamber.turnout.abstained];
            table.row(std::iter::once(chamber.chamber.name.clone()).chain(numbers.iter().map(grouped)));
            steps.extend(said.concerns.iter().map(|(text, _)| format!("Concern: {text}")));
            steps.extend(said.objections.iter().map(|(objection, _)| match objection.stands() {
                true => format!("Objection: {}", objection.reason),
                false => "An objection without a reason, which stops nothing.".to_owned(),
            }));
        }
        let rule = "consent: it passes unless a reasoned objection stands";
        Ok(self.counted(rule, count.passes, table, steps, serde_json::to_value(&count)?))
    }

    fn by_gradients(&self) -> Result<Counted> {
        let threshold = Threshold { support_above: Share::of(1, 2), blocks_borne: Some(0) };
        let mut proposal = gradients::Proposal::to(threshold, self.chambers.iter().map(Chamber::named))?;
        for line in &self.lines {
            let level = line.vote.parse::<usize>().ok().and_then(|n| Gradient::ALL.get(n.checked_sub(1)?));
            let paper = match (level, line.vote.as_str()) {
                (Some(level), _) => Paper::Marked(*level),
                (None, "abstain") => Paper::Abstention,
                (None, "") => Paper::Blank,
                _ => return Err(line.wrong("a level from 1 (endorse) to 8 (block), abstain or nothing")),
            };
            proposal.add(line.chamber, &paper, line.count)?;
        }
        let count = proposal.count()?;
        let mut table = Table::of(&["chamber", "1", "2", "3", "4", "5", "6", "7", "8"]);
        for chamber in &count.chambers {
            let levels = chamber.levels.iter().map(grouped);
            table.row(std::iter::once(chamber.chamber.name.clone()).chain(levels));
        }
        let says = |chamber: &gradients::ChamberCount| {
            let verdict = match chamber.verdict {
                gradients::Verdict::Passes { support } => {
                    format!("{} support it, which is enough", grouped(support))
                }
                gradients::Verdict::NoQuorum => "too few took part".to_owned(),
                gradients::Verdict::Blocked { blocks } => format!("{} it", so_many(blocks, "block")),
                gradients::Verdict::TooLittle { support, missing } => {
                    format!("{} support it, {} too few", grouped(support), grouped(missing))
                }
                gradients::Verdict::Silent => "nobody marked a level".to_owned(),
            };
            format!("{}: {verdict}.", shown(&chamber.chamber.name))
        };
        let steps = count.chambers.iter().map(says).collect();
        let rule = "gradients of agreement: more than half at levels 1 to 3, and no block";
        Ok(self.counted(rule, count.passes, table, steps, serde_json::to_value(&count)?))
    }

    fn counted(&self, rule: &str, passes: bool, table: Table, steps: Vec<String>, outcome: Value) -> Counted {
        let papers: u64 = self.lines.iter().map(|line| line.count).sum();
        let chambers: Vec<String> = self.chambers.iter().map(|name| shown(name).to_owned()).collect();
        Counted {
            what: format!("{}, from {}", so_many(papers, "vote"), listed(&chambers)),
            rule: rule.to_owned(),
            verdict: Some(
                if passes { "The proposal is adopted." } else { "The proposal is not adopted." }.to_owned(),
            ),
            table,
            steps,
            tie_rule: "An equal number is no majority; nothing is decided by lot.".to_owned(),
            cast: vec![format!("{}, abstentions and blank ones among them.", so_many(papers, "vote"))],
            names: self.chambers.clone(),
            outcome,
            ..Counted::default()
        }
    }
}

impl Line {
    fn wrong(&self, expected: &str) -> anyhow::Error {
        anyhow!("line {}: expected {expected} as the vote, found “{}”", self.number, self.vote)
    }
}

fn so_often(record: &StringRecord, column: usize, line: u64) -> Result<u64> {
    let text = &record[column];
    let number = text.parse();
    number.map_err(|_| {
        anyhow!("line {line}, column {}: expected how many such votes there are, found “{text}”", column + 1)
    })
}

fn shown(chamber: &str) -> &str {
    if chamber.is_empty() { "everybody" } else { chamber }
}

fn side_as_json(side: &two_sides::SideCount<String, &str>) -> Value {
    let tally::Votes { yes, no, abstain } = side.votes;
    json!({
        "side": side.side, "yes": yes, "no": no, "abstain": abstain, "agrees": side.verdict.agrees(),
        "swing": { "moved": side.swing.moved, "more": side.swing.more },
    })
}
