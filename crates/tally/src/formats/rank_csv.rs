//! CSV: a column for each rank, one ballot a line, as RCTab's cast vote records have it.
//!
//! The first line names the columns: `rank1`, `rank2` and so on in this order, and perhaps `count` (how many equal ballots
//! the line stands for). A field is a candidate's name, or one of RCTab's tokens: `undervote` or nothing (the rank was
//! skipped), `overvote` (more than one candidate at this rank) and `UWI` (an undeclared write-in). What these do to a
//! ballot differs from law to law, so the reader keeps them, and [`Ranks::profile`] asks for a [`Reading`].

#[cfg(test)]
mod tests;

use super::SyntaxError;
use super::approval_csv::fields::{self, Field};
use crate::ranked::{self, Poll, Ranking};
use serde::{Deserialize, Serialize};

/// What stands at one rank of a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Index into [`Ranks::candidates`].
    Candidate(usize),
    Undeclared,
    Overvote,
    Skipped,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranks {
    pub candidates: Vec<String>,
    /// The marks of a ballot, rank by rank, and how many ballots have them.
    pub lines: Vec<(Vec<Mark>, u64)>,
}

/// How a ballot's marks become a ranking, named as in RCTab's configuration. A candidate who stands twice counts at the
/// better rank (`exhaustOnDuplicateCandidate` is false).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    pub overvotes: Overvotes,
    /// So many ranks in a row may be skipped; more end the ballot there (`maxSkippedRanksAllowed`). `None`: any number.
    pub skips: Option<usize>,
    pub undeclared: Undeclared,
}

/// The strictest of the readings in use (Maine's), with write-ins who stand.
impl Default for Reading {
    fn default() -> Reading {
        Reading { overvotes: Overvotes::End, skips: Some(1), undeclared: Undeclared::Stand }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Overvotes {
    /// The ballot ends there (`exhaustImmediately`).
    End,
    /// That rank is passed over (`alwaysSkipToNextRank`).
    PassOver,
}

/// What undeclared write-ins are together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Undeclared {
    /// One more option, the last, called `UWI`.
    Stand,
    /// Nobody: as if they had been eliminated before the count.
    PassedOver,
}

/// Reads a file. Where `candidates` are given, other names are refused; else they are those on the ballots, in the
/// order of their names: that of the ballots must not decide a tie.
pub fn read(text: &str, candidates: &[String]) -> Result<Ranks, SyntaxError> {
    let mut records = fields::records(text)?.into_iter();
    let head = records.next().ok_or_else(|| SyntaxError::new(1, 1, "a line with the columns' names", ""))?;
    let count = count_column(&head)?;
    let mut ranks = Ranks { candidates: candidates.to_vec(), lines: Vec::new() };
    for record in records {
        if record.len() != head.len() {
            let expected =
                format!("{} fields, as in the first line, and here are {}", head.len(), record.len());
            return Err(record[record.len() - 1].wrong(expected));
        }
        let ballots = match count {
            None => 1,
            Some(at) => {
                let number = record[at].text.trim().parse();
                number.map_err(|_| record[at].wrong("how many such ballots there are"))?
            }
        };
        let fields = record.iter().enumerate().filter(|(place, _)| Some(*place) != count);
        let marks = fields.map(|(_, field)| ranks.mark(field, candidates.is_empty()));
        let marks = marks.collect::<Result<_, _>>()?;
        ranks.lines.push((marks, ballots));
    }
    Ok(if candidates.is_empty() { ranks.by_name() } else { ranks })
}

/// Where `count` stands, once all other columns are known to be ranks in their order.
fn count_column(head: &[Field]) -> Result<Option<usize>, SyntaxError> {
    let (mut count, mut rank) = (None, 1);
    for (place, field) in head.iter().enumerate() {
        match field.text.trim() {
            "count" if count.is_none() => count = Some(place),
            name if name == format!("rank{rank}") => rank += 1,
            _ => return Err(field.wrong(format!("the column rank{rank}, or count once"))),
        }
    }
    match (rank, head.first()) {
        (1, Some(first)) => Err(first.wrong("the column rank1")),
        _ => Ok(count),
    }
}

impl Ranks {
    fn mark(&mut self, field: &Field, may_be_new: bool) -> Result<Mark, SyntaxError> {
        let name = field.text.trim();
        Ok(match name {
            "" | "undervote" => Mark::Skipped,
            "overvote" => Mark::Overvote,
            "UWI" => Mark::Undeclared,
            _ => match self.candidates.iter().position(|candidate| candidate == name) {
                Some(candidate) => Mark::Candidate(candidate),
                None if may_be_new => {
                    self.candidates.push(name.to_owned());
                    Mark::Candidate(self.candidates.len() - 1)
                }
                None => return Err(field.wrong("a candidate's name, undervote, overvote or UWI")),
            },
        })
    }

    /// The same, with the candidates in the order of their names.
    fn by_name(mut self) -> Ranks {
        let mut order: Vec<usize> = (0..self.candidates.len()).collect();
        order.sort_by_key(|candidate| &self.candidates[*candidate]);
        let mut places = vec![0; order.len()];
        order.iter().enumerate().for_each(|(place, candidate)| places[*candidate] = place);
        for mark in self.lines.iter_mut().flat_map(|(marks, _)| marks) {
            if let Mark::Candidate(candidate) = mark {
                *candidate = places[*candidate];
            }
        }
        self.candidates.sort();
        self
    }

    /// The ballots as rankings. A ballot on which nothing is marked is blank; one that is marked, though nothing on it
    /// counts, is spoiled.
    pub fn profile(&self, reading: Reading) -> Result<ranked::Profile, ranked::Fault> {
        let undeclared = (reading.undeclared == Undeclared::Stand).then(|| "UWI".to_owned());
        let mut poll = Poll::among(self.candidates.iter().cloned().chain(undeclared))?;
        for (marks, count) in &self.lines {
            let ranked = self.ranked(marks, reading);
            match ranked.is_empty() && marks.iter().any(|mark| *mark != Mark::Skipped) {
                true => poll.add_spoiled(*count)?,
                false => poll.add(Ranking::strict(ranked), *count)?,
            }
        }
        Ok(poll.close())
    }

    fn ranked(&self, marks: &[Mark], reading: Reading) -> Vec<usize> {
        let (mut ranked, mut skipped) = (Vec::new(), 0);
        for mark in marks {
            if *mark == Mark::Skipped {
                skipped += 1;
                continue;
            }
            if reading.skips.is_some_and(|most| skipped > most) {
                break;
            }
            skipped = 0;
            let option = match mark {
                Mark::Candidate(candidate) => Some(*candidate),
                Mark::Undeclared if reading.undeclared == Undeclared::Stand => Some(self.candidates.len()),
                Mark::Overvote if reading.overvotes == Overvotes::End => break,
                Mark::Undeclared | Mark::Overvote | Mark::Skipped => None,
            };
            ranked.extend(option.filter(|option| !ranked.contains(option)));
        }
        ranked
    }
}
