//! Three kinds of files, read from bytes. Columns are found by their headings, in any order.

use super::moderation;
use super::{Expected, ReadFault};
use crate::{Moderation, Vote};

/// (participant, statement, vote), in the order of the file: the later vote of a pair counts.
pub type VoteFile = Vec<(u64, u64, Vote)>;

/// Which number means agree. Polis's export files say 1; its raw interface says -1. Reading one as
/// the other turns every opinion around, and nothing in the numbers tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Agree is 1: votes.csv and participants-votes.csv of an export.
    AgreeIsOne,
    /// Agree is -1: the raw interface.
    AgreeIsMinusOne,
}

/// A line of comments.csv.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    pub id: u64,
    pub moderation: Moderation,
    pub is_meta: bool,
    pub text: String,
}

/// Reads one vote per line: `voter-id`, `comment-id`, `vote` (votes.csv of an export), or
/// `participant`, `statement`, `vote`.
pub fn read_votes(bytes: &[u8], sign: Sign) -> Result<VoteFile, ReadFault> {
    let table = Table::of(bytes)?;
    let participant = table.heading(&["voter-id", "participant"])?;
    let statement = table.heading(&["comment-id", "statement"])?;
    let vote = table.heading(&["vote"])?;
    let read = |line: &Line| {
        Ok((
            line.number(participant)?,
            line.number(statement)?,
            line.vote(vote, sign)?.ok_or_else(|| line.fault(vote, Expected::Vote))?,
        ))
    };
    table.lines.iter().map(read).collect()
}

/// Reads one participant per line, with a column for each statement, headed by its number
/// (participants-votes.csv). An empty field is a statement not seen.
pub fn read_participants_votes(bytes: &[u8], sign: Sign) -> Result<VoteFile, ReadFault> {
    let table = Table::of(bytes)?;
    let participant = table.heading(&["participant"])?;
    let statements: Vec<(usize, u64)> = (0..table.headings.fields.len())
        .filter_map(|place| Some((place, table.headings.fields[place].trim().parse().ok()?)))
        .collect();
    let mut votes = VoteFile::new();
    for line in &table.lines {
        let person = line.number(participant)?;
        for &(place, statement) in &statements {
            votes.extend(line.vote(place, sign)?.map(|vote| (person, statement, vote)));
        }
    }
    Ok(votes)
}

/// Reads `comment-id`, `moderated`, `comment-body` (comments.csv), or `statement`, `moderated`, `text`;
/// and `is_meta` where there is such a column.
pub fn read_comments(bytes: &[u8]) -> Result<Vec<Comment>, ReadFault> {
    let table = Table::of(bytes)?;
    let id = table.heading(&["comment-id", "statement"])?;
    let moderated = table.heading(&["moderated"])?;
    let text = table.heading(&["comment-body", "text"])?;
    let meta = table.heading(&["is_meta", "is-meta"]).ok();
    let read = |line: &Line| {
        let is_moderated = line.field(moderated)?.trim().parse().ok().and_then(moderation);
        let is_meta = meta.map_or(Ok(""), |meta| line.field(meta))?.trim();
        Ok(Comment {
            id: line.number(id)?,
            moderation: is_moderated.ok_or_else(|| line.fault(moderated, Expected::Moderation))?,
            is_meta: is_meta == "1" || is_meta.eq_ignore_ascii_case("true"),
            text: line.field(text)?.to_owned(),
        })
    };
    table.lines.iter().map(read).collect()
}

struct Table {
    headings: Line,
    lines: Vec<Line>,
}

struct Line {
    number: u64,
    fields: Vec<String>,
}

impl Table {
    fn of(bytes: &[u8]) -> Result<Table, ReadFault> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let mut lines = Vec::new();
        for record in reader.byte_records() {
            let record = record.map_err(|fault| {
                let line = fault.position().map_or(0, csv::Position::line);
                ReadFault::new(line, 0, "", Expected::Text)
            })?;
            lines.push(Line::of(&record)?);
        }
        let mut lines = lines.into_iter();
        let headings = lines.next().ok_or_else(|| ReadFault::new(1, 0, "", Expected::Heading("vote")))?;
        Ok(Table { headings, lines: lines.collect() })
    }

    /// The place of the first of these headings that there is.
    fn heading(&self, names: &[&'static str]) -> Result<usize, ReadFault> {
        let place = |name: &&str| self.headings.fields.iter().position(|heading| heading.trim() == *name);
        let missing = names.first().copied().unwrap_or_default();
        let fault = || ReadFault::new(1, 0, &self.headings.fields.join(","), Expected::Heading(missing));
        names.iter().find_map(place).ok_or_else(fault)
    }
}

impl Line {
    fn of(record: &csv::ByteRecord) -> Result<Line, ReadFault> {
        let number = record.position().map_or(0, csv::Position::line);
        let text = |(place, field): (usize, &[u8])| match std::str::from_utf8(field) {
            Ok(text) => Ok(text.to_owned()),
            Err(_) => Err(ReadFault::new(number, place + 1, &String::from_utf8_lossy(field), Expected::Text)),
        };
        Ok(Line { number, fields: record.iter().enumerate().map(text).collect::<Result<_, _>>()? })
    }

    fn field(&self, place: usize) -> Result<&str, ReadFault> {
        let missing = || ReadFault::new(self.number, self.fields.len(), "", Expected::Fields(place + 1));
        self.fields.get(place).map(String::as_str).ok_or_else(missing)
    }

    fn number(&self, place: usize) -> Result<u64, ReadFault> {
        self.field(place)?.trim().parse().map_err(|_| self.fault(place, Expected::Number))
    }

    /// None where the field is empty.
    fn vote(&self, place: usize, sign: Sign) -> Result<Option<Vote>, ReadFault> {
        let vote = match (self.field(place)?.trim(), sign) {
            ("", _) => return Ok(None),
            ("0", _) => Vote::Pass,
            ("1", Sign::AgreeIsOne) | ("-1", Sign::AgreeIsMinusOne) => Vote::Agree,
            ("-1", Sign::AgreeIsOne) | ("1", Sign::AgreeIsMinusOne) => Vote::Disagree,
            _ => return Err(self.fault(place, Expected::Vote)),
        };
        Ok(Some(vote))
    }

    fn fault(&self, place: usize, expected: Expected) -> ReadFault {
        ReadFault::new(self.number, place + 1, self.fields.get(place).map_or("", String::as_str), expected)
    }
}
