//! CSV: a number for each option, one ballot a line: points, grades, dots, or places in an order.
//!
//! The first line names the columns. Each column is an option, but for three that may stand anywhere: `chamber`
//! (whence the ballot comes), `count` (how many equal ballots the line stands for) and `paper`, which says `abstained`
//! or `spoiled` where the ballot is one of these. (In quotes these words are names of options.) An option's field is a
//! whole number from 0 to 255, or empty where the voter says nothing of it.

#[cfg(test)]
mod tests;

use super::SyntaxError;
use super::approval_csv::fields::{self, Field};
use crate::ranked::{self, Poll, Ranking};
use crate::single::{Mark, Paper};
use std::collections::BTreeMap;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    pub options: Vec<String>,
    /// In the order in which they first appear; one without a name where there is no such column.
    pub chambers: Vec<String>,
    pub lines: Vec<Line>,
}

/// Equal ballots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Index into [`Numbers::chambers`].
    pub chamber: usize,
    pub count: u64,
    pub paper: Paper<Vec<Mark>>,
}

impl Numbers {
    /// The ballots as orders: the number is the option's place, 1 the best, and equal numbers are equals.
    pub fn rankings(&self) -> Result<ranked::Profile, ranked::Fault> {
        let mut poll = Poll::among(self.options.iter().cloned())?;
        for line in &self.lines {
            match &line.paper {
                Paper::Marked(marks) => poll.add(ranking(marks), line.count)?,
                Paper::Blank => poll.add(Ranking::strict([]), line.count)?,
                Paper::Illegible => poll.add_spoiled(line.count)?,
                Paper::Abstention => poll.add_abstained(line.count)?,
            }
        }
        Ok(poll.close())
    }

    /// The highest number on any ballot.
    pub fn highest(&self) -> u8 {
        let marked = self.lines.iter().filter_map(|line| match &line.paper {
            Paper::Marked(marks) => marks.iter().map(|(_, number)| *number).max(),
            _ => None,
        });
        marked.max().unwrap_or(0)
    }
}

fn ranking(marks: &[Mark]) -> Ranking {
    let mut levels: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
    marks.iter().for_each(|(option, place)| levels.entry(*place).or_default().push(*option));
    Ranking::weak(levels.into_values())
}

/// Where the columns are.
#[derive(Default)]
struct Columns {
    chamber: Option<usize>,
    count: Option<usize>,
    paper: Option<usize>,
    options: Vec<usize>,
}

/// Reads a file.
pub fn read(text: &str) -> Result<Numbers, SyntaxError> {
    let mut records = fields::records(text)?.into_iter();
    let head = records.next().ok_or_else(|| SyntaxError::new(1, 1, "a line with the options' names", ""))?;
    let columns = columns(&head)?;
    let options = columns.options.iter().map(|column| head[*column].text.clone()).collect();
    let mut numbers = Numbers { options, chambers: Vec::new(), lines: Vec::new() };
    for record in records {
        if record.len() != head.len() {
            let expected =
                format!("{} fields, as in the first line, and here are {}", head.len(), record.len());
            return Err(record[record.len() - 1].wrong(expected));
        }
        let chamber = chamber(&mut numbers.chambers, columns.chamber.map_or("", |at| &record[at].text));
        let count = columns.count.map_or(Ok(1), |at| count(&record[at]))?;
        numbers.lines.push(Line { chamber, count, paper: paper(&columns, &record)? });
    }
    if numbers.chambers.is_empty() {
        numbers.chambers.push(String::new());
    }
    Ok(numbers)
}

fn columns(head: &[Field]) -> Result<Columns, SyntaxError> {
    let mut columns = Columns::default();
    for (place, field) in head.iter().enumerate() {
        let same = |before: &Field| (&before.text, before.is_quoted) == (&field.text, field.is_quoted);
        if head[..place].iter().any(same) {
            return Err(field.wrong("each column once"));
        }
        match (field.text.as_str(), field.is_quoted) {
            ("chamber", false) => columns.chamber = Some(place),
            ("count", false) => columns.count = Some(place),
            ("paper", false) => columns.paper = Some(place),
            _ => columns.options.push(place),
        }
    }
    match (columns.options.is_empty(), head.first()) {
        (true, Some(first)) => Err(first.wrong("a column for each option")),
        _ => Ok(columns),
    }
}

fn chamber(chambers: &mut Vec<String>, name: &str) -> usize {
    chambers.iter().position(|chamber| chamber == name).unwrap_or_else(|| {
        chambers.push(name.to_owned());
        chambers.len() - 1
    })
}

fn count(field: &Field) -> Result<u64, SyntaxError> {
    field.text.trim().parse().map_err(|_| field.wrong("how many such ballots there are"))
}

fn paper(columns: &Columns, record: &[Field]) -> Result<Paper<Vec<Mark>>, SyntaxError> {
    if let Some(field) = columns.paper.map(|at| &record[at]) {
        match field.text.trim() {
            "abstained" => return Ok(Paper::Abstention),
            "spoiled" => return Ok(Paper::Illegible),
            "" => {}
            _ => return Err(field.wrong("abstained, spoiled or nothing")),
        }
    }
    let mut marks = Vec::new();
    for (option, column) in columns.options.iter().enumerate() {
        let field = &record[*column];
        match field.text.trim() {
            "" => {}
            number => marks.push((
                option,
                number.parse().map_err(|_| field.wrong("a whole number from 0 to 255, or nothing"))?,
            )),
        }
    }
    Ok(if marks.is_empty() { Paper::Blank } else { Paper::Marked(marks) })
}
