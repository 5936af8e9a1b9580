//! Reading a `.pb` file into an instance.

use std::collections::HashMap;

use super::rows::{Field, Rows, decoded};
use super::{File, Note};
use crate::budget::{BallotKind, Builder, MOST_MONEY, Mark, Project};
use crate::formats::SyntaxError;

/// Amounts have no more digits after the point than this.
const MOST_DECIMALS: usize = 6;

type Row<'t> = Vec<Field<'t>>;

/// All pairs of META, the budget as written, and the vote type.
type Meta<'t> = (Vec<(String, String)>, Field<'t>, VoteType);

/// The projects of PROJECTS, their costs as written, and what else is noted on them.
type Listed<'t> = (Vec<Project>, Vec<Field<'t>>, Vec<Note>);

/// Reads a file's bytes.
pub fn read(bytes: &[u8]) -> Result<File, SyntaxError> {
    let mut rows = Rows::of(decoded(bytes)?);
    open_section(&mut rows, "META")?;
    let (meta, budget, vote_type) = read_meta(&mut rows)?;
    let (projects, amounts, notes) = read_projects(&mut rows)?;
    let (projects, budget, unit) = scaled(projects, &amounts, &budget)?;
    let places: HashMap<String, usize> = projects.iter().map(|p| p.id.clone()).zip(0..).collect();
    let builder = Builder::new(projects, budget, unit, vote_type.kind());
    let mut builder = builder.map_err(|fault| rows.end().refuse(fault.to_string()))?;
    read_votes(&mut rows, vote_type, &places, &mut builder)?;
    Ok(File { meta, notes, instance: builder.build() })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum VoteType {
    Approval,
    ChooseOne,
    Points,
    Ordinal,
}

impl VoteType {
    fn of(field: &Field) -> Result<VoteType, SyntaxError> {
        Ok(match field.text.to_lowercase().as_str() {
            "approval" => VoteType::Approval,
            "choose-1" => VoteType::ChooseOne,
            "cumulative" | "scoring" => VoteType::Points,
            "ordinal" => VoteType::Ordinal,
            _ => return Err(field.refuse("one of approval, choose-1, cumulative, scoring, ordinal")),
        })
    }

    fn kind(self) -> BallotKind {
        match self {
            VoteType::Approval | VoteType::ChooseOne => BallotKind::Approval,
            VoteType::Points => BallotKind::Cumulative,
            VoteType::Ordinal => BallotKind::Ordinal,
        }
    }
}

fn names_section(row: &Row) -> bool {
    let is_name =
        |text: &str| ["META", "PROJECTS", "VOTES"].iter().any(|name| text.eq_ignore_ascii_case(name));
    is_name(&row[0].text) && row[1..].iter().all(|field| field.text.is_empty())
}

fn open_section(rows: &mut Rows, name: &str) -> Result<(), SyntaxError> {
    match rows.next()? {
        Some(row) if names_section(&row) && row[0].text.eq_ignore_ascii_case(name) => Ok(()),
        Some(row) => Err(row[0].refuse(format!("the section {name}"))),
        None => Err(rows.end().refuse(format!("the section {name}"))),
    }
}

fn header<'t>(rows: &mut Rows<'t>, section: &str) -> Result<Row<'t>, SyntaxError> {
    rows.next()?.ok_or_else(|| rows.end().refuse(format!("the column names of {section}")))
}

fn column(header: &Row, name: &str) -> Result<usize, SyntaxError> {
    let place = header.iter().position(|field| field.text.eq_ignore_ascii_case(name));
    place.ok_or_else(|| header[header.len() - 1].refuse(format!("a column {name:?} among the names")))
}

/// What must be there, wherever the row ends.
fn needed<'r, 't>(row: &'r Row<'t>, place: usize, what: &str) -> Result<&'r Field<'t>, SyntaxError> {
    let last = &row[row.len() - 1];
    row.get(place).filter(|field| !field.text.is_empty()).ok_or_else(|| last.refuse(what))
}

/// META up to the line PROJECTS: all pairs, the budget and the vote type.
fn read_meta<'t>(rows: &mut Rows<'t>) -> Result<Meta<'t>, SyntaxError> {
    header(rows, "META")?;
    let (mut meta, mut budget, mut vote_type) = (Vec::new(), None, None);
    while let Some(row) = rows.next()? {
        if names_section(&row) {
            if !row[0].text.eq_ignore_ascii_case("PROJECTS") {
                return Err(row[0].refuse("the section PROJECTS"));
            }
            let budget = budget.ok_or_else(|| row[0].refuse("a line `budget;…` before this"))?;
            let vote_type = vote_type.ok_or_else(|| row[0].refuse("a line `vote_type;…` before this"))?;
            return Ok((meta, budget, vote_type));
        }
        let value = row.get(1).ok_or_else(|| row[0].refuse("a key and a value with `;` between"))?;
        match &*row[0].text {
            "budget" => budget = Some(value.clone()),
            "vote_type" => vote_type = Some(VoteType::of(value)?),
            _ => {}
        }
        meta.push((row[0].text.to_string(), value.text.to_string()));
    }
    Err(rows.end().refuse("the section PROJECTS"))
}

/// PROJECTS up to the line VOTES; the costs as they are written, to be scaled together.
fn read_projects<'t>(rows: &mut Rows<'t>) -> Result<Listed<'t>, SyntaxError> {
    let names = header(rows, "PROJECTS")?;
    let (id, cost) = (column(&names, "project_id")?, column(&names, "cost")?);
    let (mut projects, mut costs, mut notes) = (Vec::<Project>::new(), Vec::new(), Vec::new());
    let mut seen = std::collections::HashSet::new();
    while let Some(row) = rows.next()? {
        if names_section(&row) {
            let is_next = row[0].text.eq_ignore_ascii_case("VOTES");
            return if is_next {
                Ok((projects, costs, notes))
            } else {
                Err(row[0].refuse("the section VOTES"))
            };
        }
        let id = needed(&row, id, "a project id")?;
        if !seen.insert(id.text.to_string()) {
            return Err(id.refuse("a project id that does not stand above already"));
        }
        costs.push(needed(&row, cost, "a cost")?.clone());
        let (name, note) = noted(&names, &row)?;
        projects.push(Project { id: id.text.to_string(), name, cost: 0 });
        notes.push(note);
    }
    Err(rows.end().refuse("the section VOTES"))
}

/// The name of a project, and what else its row says.
fn noted(names: &Row, row: &Row) -> Result<(String, Note), SyntaxError> {
    let (mut name, mut note) = (String::new(), Note::default());
    for (n, field) in row.iter().enumerate() {
        if field.text.is_empty() || field.text.eq_ignore_ascii_case("none") {
            continue;
        }
        let Some(column) = names.get(n) else {
            return Err(field.refuse(format!("no more than {} fields", names.len())));
        };
        match &*column.text {
            "project_id" | "cost" => {}
            "name" => name = field.text.to_string(),
            "selected" => note.selected = Some(field.text.to_string()),
            other => note.other.push((other.to_owned(), field.text.to_string())),
        }
    }
    Ok((name, note))
}

/// Digits before and after the point, zeros at the end of the latter cut off.
fn amount<'f>(field: &'f Field) -> Result<(&'f str, &'f str), SyntaxError> {
    let refuse = || field.refuse("an amount of money such as 1200 or 1200.50");
    let (whole, part) = field.text.split_once(['.', ',']).unwrap_or((&field.text, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let part = part.trim_end_matches('0');
    if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > MOST_DECIMALS {
        return Err(refuse());
    }
    Ok((whole, part))
}

fn minor_units(field: &Field, decimals: usize) -> Result<u64, SyntaxError> {
    let (whole, part) = amount(field)?;
    let digits = format!("{whole}{part:0<decimals$}");
    let money = digits.parse().ok().filter(|money| *money <= MOST_MONEY);
    money.ok_or_else(|| field.refuse(format!("an amount of money up to {MOST_MONEY} of its smallest units")))
}

/// Costs and budget in the smallest unit that any of them needs, and how many of it make a whole one.
fn scaled(
    mut projects: Vec<Project>,
    costs: &[Field],
    budget: &Field,
) -> Result<(Vec<Project>, u64, u64), SyntaxError> {
    let mut decimals = amount(budget)?.1.len();
    for cost in costs {
        decimals = decimals.max(amount(cost)?.1.len());
    }
    for (project, cost) in projects.iter_mut().zip(costs) {
        project.cost = minor_units(cost, decimals)?;
    }
    Ok((projects, minor_units(budget, decimals)?, 10_u64.pow(decimals as u32)))
}

fn read_votes(
    rows: &mut Rows,
    vote_type: VoteType,
    places: &HashMap<String, usize>,
    builder: &mut Builder,
) -> Result<(), SyntaxError> {
    let names = header(rows, "VOTES")?;
    let vote = column(&names, "vote")?;
    let points = if vote_type == VoteType::Points { Some(column(&names, "points")?) } else { None };
    while let Some(row) = rows.next()? {
        if names_section(&row) {
            return Err(row[0].refuse("another ballot, or the end of the file"));
        }
        let end = &row[row.len() - 1];
        let vote = row.get(vote).unwrap_or(end);
        let listed = listed(vote, places)?;
        let added = match points {
            None if vote_type == VoteType::ChooseOne && listed.len() > 1 => {
                return Err(vote.refuse("one project at most"));
            }
            None => builder.add_listed(&listed, 1),
            Some(column) => {
                let field = row.get(column).unwrap_or(end);
                builder.add(marks(&listed, field)?, 1, 0)
            }
        };
        added.map_err(|fault| vote.refuse(format!("a ballot that can be counted ({fault})")))?;
    }
    Ok(())
}

fn is_blank(text: &str) -> bool {
    text.is_empty() || text.eq_ignore_ascii_case("none")
}

/// The projects that a ballot lists.
fn listed(field: &Field, places: &HashMap<String, usize>) -> Result<Vec<usize>, SyntaxError> {
    if is_blank(&field.text) {
        return Ok(Vec::new());
    }
    let (mut listed, mut before) = (Vec::new(), 0);
    for id in field.text.split(',') {
        let trimmed = id.trim();
        if !trimmed.is_empty() {
            let place = places.get(trimmed).ok_or_else(|| {
                let column = field.column + field.text[..before].chars().count();
                let part = Field { text: trimmed.to_owned().into(), line: field.line, column };
                part.refuse("the id of a project that stands above")
            })?;
            listed.push(*place);
        }
        before += id.len() + 1;
    }
    Ok(listed)
}

fn marks(listed: &[usize], field: &Field) -> Result<Vec<Mark>, SyntaxError> {
    let texts: Vec<&str> = if is_blank(&field.text) { Vec::new() } else { field.text.split(',').collect() };
    if texts.len() != listed.len() {
        return Err(field.refuse(format!("as many points as projects ({})", listed.len())));
    }
    let pairs = listed.iter().zip(texts).map(|(&project, text)| {
        let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
        let points = whole.parse().ok().filter(|_| part.bytes().all(|b| b == b'0'));
        let points = points.ok_or_else(|| field.refuse("whole points, none below zero, with `,` between"))?;
        Ok(Mark { project, points })
    });
    pairs.collect()
}
