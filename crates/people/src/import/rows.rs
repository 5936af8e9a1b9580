//! Each row of a list as the draft of a group: cells cleaned and put where they belong, and beside it what
//! we noticed. Nothing is written yet; a person looks at the drafts first.

#[cfg(test)]
mod counts;
mod elsewhere;
mod side;

use serde::{Deserialize, Serialize};

use self::elsewhere::{is_nothing, points_elsewhere};
use super::columns::Field;
use super::contacts::{Phone, emails, phones, websites};
use super::problem::{Problem, Weight};
use super::sectors::{SectorGuess, guess_sector, named_sector};
use super::shape::Shape;
use super::table::{Row, Table};
use super::text::{plain, tidy, tidy_lines};
use crate::groups::export;

#[cfg(test)]
pub use self::counts::Counts;
pub use self::side::{Side, side_named};

/// Longer names are cut; they were meant for another column.
pub const LONGEST_NAME: usize = 200;

/// A group as the list has it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Where the row stands in the file, counted from 1.
    pub line: usize,
    pub name: String,
    /// None where the list doesn't say; the importing guide chooses one for all those.
    pub side: Option<Side>,
    /// What we make of the sector's column or, without one, of name and purpose.
    pub sector: Option<SectorGuess>,
    pub sector_text: String,
    pub purpose: String,
    pub address: String,
    pub phones: Vec<Phone>,
    pub emails: Vec<String>,
    /// With a scheme each; the first is the group's own, most likely.
    pub websites: Vec<String>,
    pub contact: String,
    pub language: String,
    pub problems: Vec<Problem>,
}

impl Draft {
    /// How much the worst of its problems matters; nothing when there is none.
    pub fn worst(&self) -> Option<Weight> {
        self.problems.iter().map(Problem::weight).max()
    }

    pub fn can_be_taken(&self) -> bool {
        self.worst() != Some(Weight::Bar)
    }
}

/// The drafts of all rows, by the fields chosen for the columns. Sectors are guessed among `sectors`, the
/// keys of those that the community has.
pub fn rows(table: &Table, mapping: &[Field], sectors: &[&str]) -> Vec<Draft> {
    let headers: Vec<String> = table.headers.iter().map(|header| plain(header)).collect();
    table.rows.iter().map(|row| draft(row, mapping, sectors, &headers)).collect()
}

fn draft(row: &Row, mapping: &[Field], sectors: &[&str], headers: &[String]) -> Draft {
    let mut draft = Draft { line: row.line, problems: row.problems.clone(), ..Draft::default() };
    for (cell, field) in row.cells.iter().zip(mapping).filter(|(cell, _)| !is_nothing(cell)) {
        draft.take(*field, cell);
    }
    draft.finish_contacts();
    draft.judge_name();
    if repeats_headers(row, headers) {
        draft.problems.push(Problem::HeadersAgain);
    }
    draft.sector = match draft.sector_text.as_str() {
        "" => guess_sector(&draft.name, &draft.purpose, sectors),
        text => named_sector(text, sectors),
    };
    if draft.sector.is_none() && !draft.sector_text.is_empty() {
        draft.problems.push(Problem::UnknownSector { text: draft.sector_text.clone() });
        draft.sector = guess_sector(&draft.name, &draft.purpose, sectors);
    }
    draft
}

fn repeats_headers(row: &Row, headers: &[String]) -> bool {
    let named = headers.iter().filter(|header| !header.is_empty()).count();
    named >= 2 && row.cells.iter().zip(headers).all(|(cell, header)| plain(cell) == *header)
}

impl Draft {
    fn take(&mut self, field: Field, cell: &str) {
        let cell = export::unguarded(cell);
        match field {
            Field::Ignore => {}
            Field::Name => append(&mut self.name, &tidy(cell), " "),
            Field::Sector => append(&mut self.sector_text, &tidy(cell), ", "),
            Field::Purpose => append(&mut self.purpose, &tidy_lines(cell), "\n"),
            Field::Contact => append(&mut self.contact, &tidy(cell), ", "),
            Field::Language => append(&mut self.language, &tidy(cell), ", "),
            Field::Side => {
                self.side = side_named(cell);
                if self.side.is_none() {
                    self.problems.push(Problem::UnknownSide { text: tidy(cell) });
                }
            }
            Field::Address | Field::Phone | Field::Email | Field::Website => self.take_reach(field, cell),
        }
    }

    /// The four fields by which a group is reached: what stands in the column of one may belong to another.
    fn take_reach(&mut self, field: Field, cell: &str) {
        let text = tidy(cell);
        let own = match field {
            Field::Address => self.take_address(&text),
            Field::Phone => self.take_phones(&text),
            Field::Email => self.take_emails(&text),
            _ => self.take_websites(&text),
        };
        if own {
            return;
        }
        let moved = match Shape::of(&text) {
            Shape::Email if self.take_emails(&text) => Some(Field::Email),
            Shape::Website if self.take_websites(&text) => Some(Field::Website),
            _ => None,
        };
        self.problems.push(match moved {
            Some(to) => Problem::Moved { from: field, to, text },
            None if points_elsewhere(&text) => Problem::PointsElsewhere { field, text },
            None => Problem::Unread { field, text },
        });
    }

    fn take_address(&mut self, text: &str) -> bool {
        let is_address = match Shape::of(text) {
            Shape::Place => true,
            Shape::Email | Shape::Website => false,
            _ => !points_elsewhere(text),
        };
        if is_address && !self.address.contains(text) {
            append(&mut self.address, text, ", ");
        }
        is_address
    }

    fn take_phones(&mut self, text: &str) -> bool {
        let found = phones(text);
        let any = !found.is_empty();
        for phone in found {
            if !self.phones.iter().any(|known| known.number == phone.number) {
                self.phones.push(phone);
            }
        }
        // "(415) 252-": the rest of the number is in the next cell, or nowhere.
        let broken = any && text.ends_with(['-', '–']);
        if broken {
            self.problems.push(Problem::Unread { field: Field::Phone, text: text.to_owned() });
        }
        any
    }

    fn take_emails(&mut self, text: &str) -> bool {
        let found = emails(text);
        let any = !found.is_empty();
        for address in found {
            if !self.emails.iter().any(|known| known.eq_ignore_ascii_case(&address)) {
                self.emails.push(address);
            }
        }
        any
    }

    fn take_websites(&mut self, text: &str) -> bool {
        let found = websites(text);
        let any = !found.sites.is_empty();
        if let Some(site) = found.sites.first().filter(|_| found.mended) {
            self.problems.push(Problem::MendedWebsite { website: site.clone() });
        }
        for site in found.sites {
            if !self.websites.contains(&site) {
                self.websites.push(site);
            }
        }
        any
    }

    /// "Kovács Béla, 06 30 123 4567": a person's cell often says how to reach the group.
    fn finish_contacts(&mut self) {
        if self.emails.is_empty() {
            self.emails = emails(&self.contact);
        }
        if self.phones.is_empty() && self.contact.chars().filter(char::is_ascii_digit).count() >= 7 {
            self.phones = phones(&self.contact);
            self.phones.iter_mut().for_each(|phone| phone.label.clear());
        }
    }

    fn judge_name(&mut self) {
        let letters = self.name.chars().count();
        if !self.name.chars().any(char::is_alphanumeric) {
            self.name.clear();
            self.problems.push(Problem::NoName);
        } else if letters > LONGEST_NAME {
            self.name = self.name.chars().take(LONGEST_NAME).collect::<String>().trim_end().to_owned();
            self.problems.push(Problem::LongName { letters });
        } else if is_odd_name(&self.name) {
            self.problems.push(Problem::OddName { name: self.name.clone() });
        }
    }
}

/// A name that is an e-mail or web address or a number is most likely in the wrong column. "Benefits.gov"
/// may be a name.
fn is_odd_name(name: &str) -> bool {
    match Shape::of(name) {
        Shape::Email | Shape::Phone | Shape::Number => true,
        Shape::Website => name.contains("//") || name.to_lowercase().starts_with("www."),
        _ => false,
    }
}

fn append(to: &mut String, text: &str, between: &str) {
    if !to.is_empty() && !text.is_empty() {
        to.push_str(between);
    }
    to.push_str(text);
}

#[cfg(test)]
mod tests;
