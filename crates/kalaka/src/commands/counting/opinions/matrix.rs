//! The simplest file of a conversation: a line for each participant, a column for each statement.
//!
//! The first column names the participant, the headings of the others are the statements' words. A field is 1 or
//! `agree`, 0 or `pass`, -1 or `disagree`, or empty where the participant hasn't seen the statement. Columns headed
//! `side` and `sector` say to which each participant belongs.

use super::reading::Read;
use anyhow::{Context, Result, anyhow, ensure};
use csv::{ReaderBuilder, StringRecord, Trim};
use opinion::export::Sign;
use opinion::{Conversation, Lens, Statement, Vote};

const LENSES: [&str; 2] = ["side", "sector"];

pub fn read(bytes: &[u8], sign: Sign) -> Result<Read> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = ReaderBuilder::new().trim(Trim::All).has_headers(false).from_reader(bytes);
    let mut records = reader.records();
    let head = records.next().context("line 1: expected the participant and the statements")??;
    let is_lens = |column: &usize| LENSES.contains(&&head[*column]);
    let statements: Vec<usize> = (1..head.len()).filter(|column| !is_lens(column)).collect();
    ensure!(
        !statements.is_empty(),
        "line 1: expected a column for each statement behind the participants' own"
    );
    let lines: Vec<StringRecord> = records.collect::<Result<_, _>>()?;
    let mut votes = Vec::new();
    for (person, line) in lines.iter().enumerate() {
        for (statement, column) in statements.iter().enumerate() {
            votes.extend(vote(line, *column, sign)?.map(|vote| (person, statement, vote)));
        }
    }
    let known = vec![Statement::default(); statements.len()];
    let mut conversation = Conversation::with_votes(known, lines.len(), votes)?;
    for column in (1..head.len()).filter(is_lens) {
        conversation.look_through(lens(&head[column], column, &lines))?;
    }
    Ok(Read {
        conversation,
        people: lines.iter().map(|line| line[0].to_owned()).collect(),
        ids: (1..=statements.len()).map(|number| number.to_string()).collect(),
        texts: statements.iter().map(|column| head[*column].to_owned()).collect(),
    })
}

fn vote(line: &StringRecord, column: usize, sign: Sign) -> Result<Option<Vote>> {
    let vote = match (&line[column], sign) {
        ("", _) => return Ok(None),
        ("0" | "pass", _) => Vote::Pass,
        ("agree", _) | ("1", Sign::AgreeIsOne) | ("-1", Sign::AgreeIsMinusOne) => Vote::Agree,
        ("disagree", _) | ("-1", Sign::AgreeIsOne) | ("1", Sign::AgreeIsMinusOne) => Vote::Disagree,
        (found, _) => {
            let number = line.position().map_or(0, csv::Position::line);
            return Err(anyhow!(
                "line {number}, column {}: expected a vote (1, 0, -1, agree, pass, disagree, or nothing), found “{found}”",
                column + 1
            ));
        }
    };
    Ok(Some(vote))
}

fn lens(name: &str, column: usize, lines: &[StringRecord]) -> Lens {
    let mut labels: Vec<String> = Vec::new();
    let mut of = Vec::with_capacity(lines.len());
    for line in lines {
        let label = &line[column];
        of.push(match (label, labels.iter().position(|known| known == label)) {
            ("", _) => None,
            (_, Some(known)) => Some(known),
            (_, None) => {
                labels.push(label.to_owned());
                Some(labels.len() - 1)
            }
        });
    }
    Lens { name: name.to_owned(), labels, of }
}
