//! PrefLib's files of rankings, in the form of 2022: `.soc` and `.soi` (strict orders, complete or not), `.toc`
//! and `.toi` (with equals). N. Mattei & T. Walsh, *PrefLib: A Library for Preferences*, ADT 2013.
//!
//! ```text
//! # DATA TYPE: toi
//! # NUMBER ALTERNATIVES: 3
//! # ALTERNATIVE NAME 1: Anna
//! # …
//! 4: 1,3           # four voters: 1, then 3
//! 2: 2,{1,3}       # two: 2, then 1 and 3 as equals
//! ```
//!
//! (The remarks behind the lines are not part of the format.)

mod line;
mod write;

#[cfg(test)]
mod tests;

pub use write::write;

use super::SyntaxError;
use crate::ranked::{MOST_OPTIONS, Poll, Profile};
use std::collections::BTreeMap;

/// What kind of orders a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Strict and complete.
    Soc,
    /// Strict, perhaps incomplete.
    Soi,
    /// With equals, complete.
    Toc,
    /// With equals, perhaps incomplete.
    Toi,
}

impl Kind {
    /// The ending of the file's name, and its `DATA TYPE`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Soc => "soc",
            Kind::Soi => "soi",
            Kind::Toc => "toc",
            Kind::Toi => "toi",
        }
    }

    fn named(name: &str) -> Option<Kind> {
        [Kind::Soc, Kind::Soi, Kind::Toc, Kind::Toi].into_iter().find(|kind| kind.name() == name)
    }

    /// The narrowest kind that holds these ballots.
    pub fn of(profile: &Profile) -> Kind {
        let all = profile.options().len();
        let complete = profile.cast().blank == 0 && profile.ballots().iter().all(|b| b.ranking.len() == all);
        match (profile.is_strict(), complete) {
            (true, true) => Kind::Soc,
            (true, false) => Kind::Soi,
            (false, true) => Kind::Toc,
            (false, false) => Kind::Toi,
        }
    }
}

/// What a PrefLib file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dataset {
    pub kind: Kind,
    pub title: String,
    /// The other lines of the head, as key and value, in their order; numbers and names of alternatives are left out,
    /// since the profile has them.
    pub head: Vec<(String, String)>,
    pub profile: Profile,
}

/// Reads a file (UTF-8).
pub fn read(bytes: &[u8]) -> Result<Dataset, SyntaxError> {
    let text = super::syntax::text(bytes)?;
    let mut head = Head::default();
    let mut poll = None;
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    for (line, number) in lines {
        match line.strip_prefix('#') {
            Some(entry) => head.entry(entry, number)?,
            None => {
                let poll = match &mut poll {
                    Some(poll) => poll,
                    none => none.insert(head.poll(number)?),
                };
                line::Line { text: line, number }.add_to(poll, head.kind_at(number)?, head.alternatives)?;
            }
        }
    }
    let end = text.lines().count() + 1;
    let (kind, poll) = (head.kind_at(end)?, poll.map_or_else(|| head.poll(end), Ok)?);
    let profile = poll.close();
    head.agrees_with(&profile, end)?;
    let profile = profile.renamed(head.all_names());
    Ok(Dataset { kind, title: head.title, head: head.other, profile })
}

/// The lines that begin with `#`.
#[derive(Default)]
struct Head {
    kind: Option<Kind>,
    title: String,
    alternatives: usize,
    voters: Option<u64>,
    names: BTreeMap<usize, String>,
    other: Vec<(String, String)>,
}

impl Head {
    fn entry(&mut self, entry: &str, line: usize) -> Result<(), SyntaxError> {
        let Some((key, value)) = entry.split_once(':') else { return Ok(()) };
        let (key, value) = (key.trim(), value.trim());
        let wrong = |expected: &str| SyntaxError::new(line, 1, expected, value);
        match key {
            "TITLE" => value.clone_into(&mut self.title),
            "DATA TYPE" => self.kind = Some(Kind::named(value).ok_or_else(|| wrong("soc, soi, toc or toi"))?),
            "NUMBER ALTERNATIVES" => {
                let most = format!("a number of alternatives from 1 to {MOST_OPTIONS}");
                let number = value.parse().ok().filter(|n| (1..=MOST_OPTIONS).contains(n));
                self.alternatives = number.ok_or_else(|| wrong(&most))?;
            }
            "NUMBER VOTERS" => self.voters = Some(value.parse().map_err(|_| wrong("a number of voters"))?),
            "NUMBER UNIQUE ORDERS" => {}
            _ => match key.strip_prefix("ALTERNATIVE NAME ") {
                Some(number) => {
                    let number = number
                        .parse()
                        .map_err(|_| SyntaxError::new(line, 1, "an alternative's number", key))?;
                    self.names.insert(number, value.to_owned());
                }
                None => self.other.push((key.to_owned(), value.to_owned())),
            },
        }
        Ok(())
    }

    fn kind_at(&self, line: usize) -> Result<Kind, SyntaxError> {
        self.kind.ok_or_else(|| SyntaxError::new(line, 1, "“# DATA TYPE: …” before the first order", ""))
    }

    fn poll(&self, line: usize) -> Result<Poll, SyntaxError> {
        let names = (0..self.alternatives).map(|n| n.to_string());
        Poll::among(names)
            .map_err(|_| SyntaxError::new(line, 1, "“# NUMBER ALTERNATIVES: …” before the first order", ""))
    }

    /// An alternative without a name is called by its number.
    fn all_names(&self) -> Vec<String> {
        let name = |n: usize| self.names.get(&n).cloned().unwrap_or_else(|| n.to_string());
        (1..=self.alternatives).map(name).collect()
    }

    fn agrees_with(&self, profile: &Profile, line: usize) -> Result<(), SyntaxError> {
        let found = profile.cast().valid + profile.cast().blank;
        if profile.options().len() != self.alternatives {
            return Err(SyntaxError::new(line, 1, "one “# NUMBER ALTERNATIVES: …”", "several"));
        }
        match self.voters {
            Some(voters) if voters != found => Err(SyntaxError::new(
                line,
                1,
                format!("orders of {voters} voters, as the head says"),
                &found.to_string(),
            )),
            _ => Ok(()),
        }
    }
}
