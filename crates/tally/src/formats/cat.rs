//! PrefLib `.cat`: ballots that sort the alternatives into categories (yes / no, or grades).
//!
//! Lines `# KEY: value` first (Mattei and Walsh, *PrefLib: A Library for Preferences*, ADT 2013;
//! the format of 2022), then lines `count: categories`, where the categories stand in order, with commas
//! between: `{1,3}`, a single alternative `2`, or `{}`. Alternatives are numbered from 1 in the file and
//! from 0 here.

use super::SyntaxError;
use super::cursor::Cursor;
use crate::committee::{Fault, Profile};
use std::fmt::Write;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Categorical {
    /// The lines of the head that are not told by the other fields, as key and value, in order.
    pub head: Vec<(String, String)>,
    pub categories: Vec<String>,
    pub alternatives: Vec<String>,
    /// For each kind of ballot: the alternatives in each category, and how many such ballots.
    pub ballots: Vec<(Vec<Vec<usize>>, u64)>,
}

impl Categorical {
    /// The ballots as approval ballots: an alternative is approved if it is in one of the first
    /// `approving` categories.
    pub fn profile(&self, approving: usize) -> Result<Profile, Fault> {
        let mut profile = Profile::new(self.alternatives.iter().cloned())?;
        for (categories, count) in &self.ballots {
            let approves: Vec<usize> = categories.iter().take(approving).flatten().copied().collect();
            profile.add(approves, *count)?;
        }
        Ok(profile)
    }
}

const CATEGORY: &str = "CATEGORY NAME ";
const ALTERNATIVE: &str = "ALTERNATIVE NAME ";

/// Reads a file.
pub fn read(text: &str) -> Result<Categorical, SyntaxError> {
    let mut file = Categorical::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (n, line) in text.lines().enumerate() {
        let mut cursor = Cursor::new(n + 1, line);
        cursor.skip_spaces();
        if cursor.is_done() {
            continue;
        }
        if cursor.take('#') {
            head(&mut file, &mut cursor)?;
        } else {
            let ballot = ballot(&mut cursor, &file)?;
            file.ballots.push(ballot);
        }
    }
    match file.alternatives.is_empty() {
        true => Err(SyntaxError::new(1, 1, "a line “# ALTERNATIVE NAME 1: …”", "")),
        false => Ok(file),
    }
}

fn head(file: &mut Categorical, cursor: &mut Cursor) -> Result<(), SyntaxError> {
    cursor.skip_spaces();
    let start = cursor.clone();
    let Some((key, value)) = cursor.rest().split_once(':') else {
        return Err(start.wrong("a key, a colon and a value"));
    };
    let (key, value) = (key.trim(), value.trim());
    let (list, number) = match (key.strip_prefix(CATEGORY), key.strip_prefix(ALTERNATIVE)) {
        (Some(number), _) => (&mut file.categories, number),
        (_, Some(number)) => (&mut file.alternatives, number),
        _ => {
            let told =
                ["NUMBER ALTERNATIVES", "NUMBER CATEGORIES", "NUMBER VOTERS", "NUMBER UNIQUE PREFERENCES"];
            if !told.contains(&key) {
                file.head.push((key.into(), value.into()));
            }
            return Ok(());
        }
    };
    match number.parse() == Ok(list.len() + 1) {
        true => list.push(value.into()),
        false => return Err(start.wrong(format!("number {} here", list.len() + 1))),
    }
    Ok(())
}

fn ballot(cursor: &mut Cursor, file: &Categorical) -> Result<(Vec<Vec<usize>>, u64), SyntaxError> {
    let count = cursor.number("how many such ballots there are")?;
    cursor.pass(':')?;
    let (mut categories, mut seen) = (Vec::new(), vec![false; file.alternatives.len()]);
    loop {
        let start = cursor.clone();
        if !file.categories.is_empty() && categories.len() == file.categories.len() {
            return Err(start.wrong(format!("no more than {} categories", file.categories.len())));
        }
        categories.push(category(cursor, &mut seen)?);
        if !cursor.take(',') {
            break;
        }
    }
    match cursor.is_done() {
        true => Ok((categories, count)),
        false => Err(cursor.wrong("a comma or the end of the line")),
    }
}

/// `{1,3}`, `{}` or `2`.
fn category(cursor: &mut Cursor, seen: &mut [bool]) -> Result<Vec<usize>, SyntaxError> {
    if !cursor.take('{') {
        return Ok(vec![alternative(cursor, seen)?]);
    }
    let mut category = Vec::new();
    while !cursor.take('}') {
        if !category.is_empty() {
            cursor.pass(',')?;
        }
        category.push(alternative(cursor, seen)?);
    }
    Ok(category)
}

fn alternative(cursor: &mut Cursor, seen: &mut [bool]) -> Result<usize, SyntaxError> {
    cursor.skip_spaces();
    let start = cursor.clone();
    let number: usize = cursor.number("the number of an alternative")?;
    match number.checked_sub(1).and_then(|n| Some((n, seen.get_mut(n)?))) {
        None => Err(start.wrong(format!("the number of an alternative, 1 to {}", seen.len()))),
        Some((_, true)) => Err(start.wrong("each alternative once on a ballot")),
        Some((n, seen)) => {
            *seen = true;
            Ok(n)
        }
    }
}

/// Writes a file that [`read`] reads back as the same.
pub fn write(file: &Categorical) -> String {
    let mut text = String::new();
    // A line break would end the value; writing to a string can't fail.
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(text, "# {key}: {}", value.replace(['\n', '\r'], " "));
    };
    file.head.iter().for_each(|(key, value)| line(key, value));
    line("NUMBER ALTERNATIVES", &file.alternatives.len().to_string());
    let voters: u128 = file.ballots.iter().map(|(_, count)| u128::from(*count)).sum();
    line("NUMBER VOTERS", &voters.to_string());
    line("NUMBER UNIQUE PREFERENCES", &file.ballots.len().to_string());
    line("NUMBER CATEGORIES", &file.categories.len().to_string());
    let numbered = |list: &[String]| list.iter().cloned().enumerate().collect::<Vec<_>>();
    numbered(&file.categories).iter().for_each(|(n, name)| line(&format!("{CATEGORY}{}", n + 1), name));
    numbered(&file.alternatives).iter().for_each(|(n, name)| line(&format!("{ALTERNATIVE}{}", n + 1), name));
    for (categories, count) in &file.ballots {
        let sets: Vec<String> = categories.iter().map(|category| set(category)).collect();
        let _ = writeln!(text, "{count}: {}", sets.join(","));
    }
    text
}

fn set(category: &[usize]) -> String {
    let numbers: Vec<String> = category.iter().map(|alternative| (alternative + 1).to_string()).collect();
    match numbers.len() {
        1 => numbers.concat(),
        _ => format!("{{{}}}", numbers.join(",")),
    }
}

#[cfg(test)]
mod tests;
