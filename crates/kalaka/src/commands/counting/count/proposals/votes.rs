//! The table of votes on a proposal, as papers.

use anyhow::{Context, Result, anyhow};
use csv::{ReaderBuilder, StringRecord, Trim};
use tally::Choice;
use tally::single::consent::{Objection, Response};
use tally::single::gradients::Gradient;
use tally::single::{Marking, Paper, Papers};

/// A line of the table.
struct Line {
    number: u64,
    chamber: usize,
    count: u64,
    vote: String,
    reason: String,
}

pub struct Votes {
    chambers: Vec<String>,
    lines: Vec<Line>,
}

impl Votes {
    pub fn read(text: &str) -> Result<Votes> {
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

    /// Votes of two sides: yes, no or abstain.
    pub fn on_motion(&self) -> Result<Papers<Choice>> {
        self.papers(|line| {
            Ok(Paper::Marked(match line.vote.as_str() {
                "yes" => Choice::Yes,
                "no" => Choice::No,
                "abstain" => Choice::Abstain,
                _ => return Err(line.wrong("yes, no or abstain")),
            }))
        })
    }

    /// Consent, concerns and objections.
    pub fn responses(&self) -> Result<Papers<Response>> {
        self.papers(|line| {
            Ok(match line.vote.as_str() {
                "consent" => Paper::Marked(Response::Consent),
                "concern" => Paper::Marked(Response::Concern(line.reason.clone())),
                "objection" => {
                    let objection = Objection { reason: line.reason.clone(), resolved: None };
                    Paper::Marked(Response::Objection(objection))
                }
                "abstain" => Paper::Abstention,
                "" => Paper::Blank,
                _ => return Err(line.wrong("consent, concern, objection, abstain or nothing")),
            })
        })
    }

    /// Levels of agreement, from 1 to 8.
    pub fn levels(&self) -> Result<Papers<Gradient>> {
        self.papers(|line| {
            let level = line.vote.parse::<usize>().ok().and_then(|n| Gradient::ALL.get(n.checked_sub(1)?));
            Ok(match (level, line.vote.as_str()) {
                (Some(level), _) => Paper::Marked(*level),
                (None, "abstain") => Paper::Abstention,
                (None, "") => Paper::Blank,
                _ => return Err(line.wrong("a level from 1 (endorse) to 8 (block), abstain or nothing")),
            })
        })
    }

    fn papers<M: Marking>(&self, paper: impl Fn(&Line) -> Result<Paper<M>>) -> Result<Papers<M>> {
        let mut papers = Papers::on_proposal(self.chambers.iter().cloned());
        self.lines
            .iter()
            .try_for_each(|line| anyhow::Ok(papers.add(line.chamber, paper(line)?, line.count)?))?;
        Ok(papers)
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
