//! The rows of a list as items, each with what is odd about it.

use super::columns::{Column, columns};
use crate::agenda::Day;
use kit::form::{clean, web_address};
use kit::{Chrome, Problem};
use people::import::{self, Table, Unreadable};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The most bytes of a list, and the most rows: no council decides more at once.
const MOST_BYTES: usize = 1024 * 1024;
pub(super) const MOST_ROWS: usize = 500;
const LONGEST_TITLE: usize = 200;
const LONGEST_BODY: usize = 4_000;

/// A row on its way to being an item. Travels through the preview's form, so it is checked again there.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Where it stands in the file, counted from 1.
    pub line: usize,
    pub title: String,
    pub body: String,
    pub link: String,
    pub on_day: String,
    pub until_day: String,
    #[serde(skip)]
    pub oddities: Vec<Oddity>,
}

/// What is odd about a row, and the text that it is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Oddity {
    NoTitle,
    TitleCut,
    BodyCut,
    /// More or fewer cells than the headers name.
    Cells,
    NoDay(String),
    NoLink(String),
    UntilBeforeOn,
    /// On the register already, with this title and day.
    There,
    /// Earlier in this list.
    Twice,
}

impl Oddity {
    pub fn says(&self, chrome: &Chrome) -> String {
        let (key, text) = match self {
            Oddity::NoTitle => ("agenda-odd-no-title", ""),
            Oddity::TitleCut => ("agenda-odd-title-cut", ""),
            Oddity::BodyCut => ("agenda-odd-body-cut", ""),
            Oddity::Cells => ("agenda-odd-cells", ""),
            Oddity::NoDay(text) => ("agenda-odd-no-day", text.as_str()),
            Oddity::NoLink(text) => ("agenda-odd-no-link", text.as_str()),
            Oddity::UntilBeforeOn => ("agenda-until-before-on", ""),
            Oddity::There => ("agenda-odd-there", ""),
            Oddity::Twice => ("agenda-odd-twice", ""),
        };
        chrome.t(key).with("text", text).to_string()
    }
}

impl Row {
    pub fn can_be_added(&self) -> bool {
        !self.oddities.contains(&Oddity::NoTitle)
    }

    /// Ticked in the preview unless somebody should think about it first.
    pub fn is_wanted(&self) -> bool {
        self.can_be_added() && !self.oddities.iter().any(|odd| matches!(odd, Oddity::There | Oddity::Twice))
    }

    /// What makes two rows the same item.
    fn key(&self) -> (String, String) {
        same(&self.title, &self.on_day)
    }
}

/// Two items are one where their titles, folded, and their days are.
pub(super) fn same(title: &str, day: &str) -> (String, String) {
    (db::fold::words(title).join(" "), day.to_owned())
}

/// A list as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    pub rows: Vec<Row>,
    /// What the file seems to be written in.
    pub encoding: &'static str,
    /// Headers of columns that were left out.
    pub left_out: Vec<String>,
}

/// Reads a file. `there` are the titles and days that the register has.
pub fn read(bytes: &[u8], there: &[(String, Option<Day>)]) -> Result<Listing, Problem> {
    if bytes.len() > MOST_BYTES {
        return Err(Problem::new("agenda-list-too-large").with("rows", MOST_ROWS));
    }
    let decoded = import::decode(bytes).map_err(unreadable)?;
    let table = import::table(&decoded.text).map_err(unreadable)?;
    if table.rows.len() > MOST_ROWS {
        return Err(Problem::new("agenda-list-too-large").with("rows", MOST_ROWS));
    }
    let columns = columns(&table.headers);
    if !columns.contains(&Some(Column::Title)) {
        return Err(Problem::new("agenda-list-without-titles"));
    }
    let unknown = |(header, column): (&String, &Option<Column>)| column.is_none().then(|| header.clone());
    let left_out = table.headers.iter().zip(&columns).filter_map(unknown).filter(|h| !h.is_empty()).collect();
    Ok(Listing { rows: rows(&table, &columns, there), encoding: decoded.encoding, left_out })
}

fn unreadable(why: Unreadable) -> Problem {
    match why {
        Unreadable::Workbook | Unreadable::Broken | Unreadable::Archive => {
            Problem::new("agenda-list-is-a-workbook")
        }
        Unreadable::NotText | Unreadable::NotHsds => Problem::new("agenda-list-is-no-text"),
        Unreadable::Empty | Unreadable::NoRows => Problem::new("agenda-list-is-empty"),
        Unreadable::TooLarge { .. } | Unreadable::TooManyRows { .. } | Unreadable::TooWide { .. } => {
            Problem::new("agenda-list-too-large").with("rows", MOST_ROWS)
        }
    }
}

fn rows(table: &Table, columns: &[Option<Column>], there: &[(String, Option<Day>)]) -> Vec<Row> {
    let on = |day: &Option<Day>| day.map(|d| d.to_string()).unwrap_or_default();
    let there: HashSet<_> = there.iter().map(|(title, day)| same(title, &on(day))).collect();
    let mut seen = HashSet::new();
    let rows = table.rows.iter().map(|read| {
        let mut row = row(&read.cells, columns);
        row.line = read.line;
        if !read.problems.is_empty() {
            row.oddities.push(Oddity::Cells);
        }
        if row.can_be_added() {
            if there.contains(&row.key()) {
                row.oddities.push(Oddity::There);
            } else if !seen.insert(row.key()) {
                row.oddities.push(Oddity::Twice);
            }
        }
        row
    });
    rows.collect()
}

fn row(cells: &[String], columns: &[Option<Column>]) -> Row {
    let cell = |wanted: Column| {
        let at = columns.iter().position(|column| *column == Some(wanted));
        clean(at.and_then(|at| cells.get(at)).map_or("", String::as_str)).trim().to_owned()
    };
    let mut row = Row::default();
    let title = cell(Column::Title).split_whitespace().collect::<Vec<_>>().join(" ");
    row.title = row.cut(title, LONGEST_TITLE, Oddity::TitleCut);
    row.body = row.cut(cell(Column::Body), LONGEST_BODY, Oddity::BodyCut);
    if row.title.is_empty() {
        row.oddities.push(Oddity::NoTitle);
    }
    row.link = row.link_in(cell(Column::Link));
    let (on, until) = (row.day_in(cell(Column::OnDay)), row.day_in(cell(Column::UntilDay)));
    if until.is_some() && until < on {
        row.oddities.push(Oddity::UntilBeforeOn);
    }
    let until = until.filter(|until| on.is_some_and(|on| *until >= on));
    let text = |day: Option<Day>| day.map(|d| d.to_string()).unwrap_or_default();
    (row.on_day, row.until_day) = (text(on), text(until));
    row
}

impl Row {
    fn cut(&mut self, text: String, longest: usize, odd: Oddity) -> String {
        if text.chars().count() <= longest {
            return text;
        }
        self.oddities.push(odd);
        text.chars().take(longest - 1).chain(['…']).collect()
    }

    fn day_in(&mut self, text: String) -> Option<Day> {
        let day = Day::read(&text);
        if day.is_none() && !text.is_empty() {
            self.oddities.push(Oddity::NoDay(text));
        }
        day
    }

    fn link_in(&mut self, text: String) -> String {
        let link = web_address(&text).filter(|_| !text.is_empty());
        if link.is_none() && !text.is_empty() {
            self.oddities.push(Oddity::NoLink(text));
        }
        link.unwrap_or_default()
    }
}
