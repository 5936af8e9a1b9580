//! CSV: approval ballots, one a line.
//!
//! The first line names the columns. Each column is a candidate, but for two that may stand anywhere:
//! `chamber` (whence the ballot comes) and `count` (how many equal ballots the line stands for).
//! (In quotes these two words are names of candidates.) A candidate's field is `1`, `x` or `yes` for approval, and `0`, `no` or nothing for none; case
//! doesn't matter. Fields stand between commas, and in double quotes where they hold a comma,
//! a quote (written twice) or a line break (RFC 4180).

pub(super) mod fields;

use super::SyntaxError;
use crate::committee::Profile;
use fields::Field;
use std::fmt::Write;

/// Where the ballots' columns are.
struct Columns {
    chamber: Option<usize>,
    count: Option<usize>,
    /// The columns of the candidates, in order.
    candidates: Vec<usize>,
    width: usize,
}

/// Reads a file. Chambers are numbered in the order in which they first appear.
pub fn read(text: &str) -> Result<Profile, SyntaxError> {
    let mut records = fields::records(text)?.into_iter();
    let head =
        records.next().ok_or_else(|| SyntaxError::new(1, 1, "a line with the candidates' names", ""))?;
    let columns = columns(&head)?;
    let records: Vec<Vec<Field>> = records.collect();
    let chambers = chambers(&columns, &records)?;
    let names = columns.candidates.iter().map(|column| head[*column].text.clone());
    let mut profile = Profile::chambered(names, chambers.clone())
        .map_err(|fault| head[0].wrong(format!("candidates ({fault})")))?;
    for record in &records {
        let chamber = columns.chamber.and_then(|c| chambers.iter().position(|name| *name == record[c].text));
        let count = columns.count.map_or(Ok(1), |column| {
            record[column]
                .text
                .trim()
                .parse()
                .map_err(|_| record[column].wrong("how many such ballots there are"))
        })?;
        let approves = approved(&columns, record)?;
        profile
            .add_from(chamber.unwrap_or(0), approves, count)
            .map_err(|fault| record[0].wrong(format!("a valid ballot ({fault})")))?;
    }
    Ok(profile)
}

fn columns(head: &[Field]) -> Result<Columns, SyntaxError> {
    let mut columns = Columns { chamber: None, count: None, candidates: Vec::new(), width: head.len() };
    for (place, field) in head.iter().enumerate() {
        if head[..place]
            .iter()
            .any(|before| (&before.text, before.is_quoted) == (&field.text, field.is_quoted))
        {
            return Err(field.wrong("each column once"));
        }
        match (field.text.as_str(), field.is_quoted) {
            ("chamber", false) => columns.chamber = Some(place),
            ("count", false) => columns.count = Some(place),
            _ => columns.candidates.push(place),
        }
    }
    Ok(columns)
}

/// The names of the chambers, in order of appearance; one without a name, if there is no such column.
fn chambers(columns: &Columns, records: &[Vec<Field>]) -> Result<Vec<String>, SyntaxError> {
    let mut chambers: Vec<String> = Vec::new();
    for record in records {
        if record.len() != columns.width {
            let last = &record[record.len() - 1];
            return Err(last.wrong(format!(
                "{} fields, as in the first line, and here are {}",
                columns.width,
                record.len()
            )));
        }
        let name = columns.chamber.map_or("", |column| &record[column].text);
        if !chambers.iter().any(|chamber| chamber == name) {
            chambers.push(name.into());
        }
    }
    if chambers.is_empty() {
        chambers.push(String::new());
    }
    Ok(chambers)
}

fn approved(columns: &Columns, record: &[Field]) -> Result<Vec<usize>, SyntaxError> {
    let mut approves = Vec::new();
    for (candidate, column) in columns.candidates.iter().enumerate() {
        match record[*column].text.trim().to_lowercase().as_str() {
            "1" | "x" | "yes" => approves.push(candidate),
            "" | "0" | "no" => {}
            _ => return Err(record[*column].wrong("1, x or yes for approval, or 0, no or nothing")),
        }
    }
    Ok(approves)
}

/// Writes a file that [`read`] reads back as the same ballots. Spoiled ballots have no line.
pub fn write(profile: &Profile) -> String {
    let mut text = String::from("chamber,count");
    for name in profile.candidates() {
        // Writing to a string can't fail.
        let _ = write!(text, ",{}", fields::quoted(name));
    }
    text.push('\n');
    for group in profile.groups() {
        let _ = write!(text, "{},{}", fields::quoted(&profile.chambers()[group.chamber]), group.count);
        for candidate in 0..profile.candidates().len() {
            text.push_str(if group.ballot.contains(&candidate) { ",1" } else { ",0" });
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests;
