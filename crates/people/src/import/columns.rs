//! Which column of a list holds what: guessed from the header's words in nine languages and from what the
//! cells look like, told with how sure we are, and corrected by a person before anything is imported.

mod words;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use self::words::LANGUAGES;
use super::rows::side_named;
use super::sectors::is_sector_label;
use super::shape::Shape;
use super::table::Table;
use super::text::plain;

pub use self::words::{header_word, is_known_header};

/// What a column holds for a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    Name,
    Side,
    Sector,
    Purpose,
    Address,
    Phone,
    Email,
    Website,
    Contact,
    Language,
    Ignore,
}

impl Field {
    /// In the order in which a form offers them.
    pub const ALL: [Field; 11] = [
        Field::Name,
        Field::Side,
        Field::Sector,
        Field::Purpose,
        Field::Address,
        Field::Phone,
        Field::Email,
        Field::Website,
        Field::Contact,
        Field::Language,
        Field::Ignore,
    ];

    /// A list has one column at most for these; the others are put together from several.
    fn is_single(self) -> bool {
        matches!(self, Field::Name | Field::Side | Field::Sector | Field::Language)
    }
}

/// A guess for one column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ColumnGuess {
    pub field: Field,
    /// 0 to 1. Below 0.5 a person should look.
    pub confidence: f32,
    pub by: GuessedBy,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GuessedBy {
    /// The word of the header that told it.
    Header(String),
    Cells,
    /// Nothing told it.
    Nothing,
}

/// So many rows are looked at.
const SAMPLE: usize = 300;
/// And so much of each cell where it might be a label.
const LONGEST_LABEL: usize = 100;

/// Guesses the field of each column. Exactly one is the name where any can be.
pub fn columns(table: &Table) -> Vec<ColumnGuess> {
    let samples: Vec<Sample> = (0..table.headers.len()).map(|column| Sample::of(table, column)).collect();
    let mut guesses: Vec<ColumnGuess> =
        table.headers.iter().zip(&samples).map(|(header, sample)| guess_one(header, sample)).collect();
    for field in Field::ALL.into_iter().filter(|field| field.is_single()) {
        keep_surest(&mut guesses, field);
    }
    if !guesses.iter().any(|guess| guess.field == Field::Name) {
        name_likeliest(&mut guesses, &samples);
    }
    guesses
}

fn guess_one(header: &str, sample: &Sample) -> ColumnGuess {
    let by_cells = sample.likeliest();
    let Some(word) = header_word(header) else {
        return match by_cells {
            Some((field, confidence)) => ColumnGuess { field, confidence, by: GuessedBy::Cells },
            None if sample.filled == 0 => {
                ColumnGuess { field: Field::Ignore, confidence: 0.9, by: GuessedBy::Cells }
            }
            None => ColumnGuess { field: Field::Ignore, confidence: 0.4, by: GuessedBy::Nothing },
        };
    };
    let share = sample.share(word.field);
    let confidence = match word.field {
        // These can't be mistaken by their looks, so the cells may confirm or contradict the header.
        Field::Email | Field::Website | Field::Phone if sample.filled >= 3 => {
            if share >= 0.5 {
                (word.strength + 0.1).min(0.99)
            } else {
                word.strength * (0.4 + share)
            }
        }
        _ => word.strength,
    };
    match by_cells {
        // A fax number looks like a phone's: a header that we know to be of no use is believed.
        Some((field, surer)) if surer > confidence && word.field != Field::Ignore => {
            ColumnGuess { field, confidence: surer, by: GuessedBy::Cells }
        }
        _ => ColumnGuess { field: word.field, confidence, by: GuessedBy::Header(word.word) },
    }
}

/// Of several columns for a field that has one, all but the surest are left out.
fn keep_surest(guesses: &mut [ColumnGuess], field: Field) {
    let mut surest: Option<usize> = None;
    for at in 0..guesses.len() {
        if guesses[at].field != field {
            continue;
        }
        let worse = match surest {
            Some(best) if guesses[at].confidence > guesses[best].confidence => surest.replace(at),
            Some(_) => Some(at),
            None => {
                surest = Some(at);
                None
            }
        };
        if let Some(worse) = worse {
            guesses[worse] = ColumnGuess { field: Field::Ignore, confidence: 0.3, by: GuessedBy::Nothing };
        }
    }
}

/// No header says "name": it is most likely the first column of short words that differ from row to row.
fn name_likeliest(guesses: &mut [ColumnGuess], samples: &[Sample]) {
    let told = |guess: &ColumnGuess| guess.confidence >= 0.6;
    let mut best: Option<(usize, f32)> = None;
    for (at, sample) in samples.iter().enumerate() {
        let score = if told(&guesses[at]) { 0.0 } else { sample.name_likeness() };
        if score > best.map_or(0.1, |(_, score)| score) {
            best = Some((at, score));
        }
    }
    if let Some((at, score)) = best {
        guesses[at] = ColumnGuess { field: Field::Name, confidence: score.min(0.7), by: GuessedBy::Cells };
    }
}

/// What the cells of one column look like.
struct Sample {
    filled: usize,
    shapes: [usize; Shape::ALL.len()],
    sectors: usize,
    sides: usize,
    languages: usize,
    distinct: usize,
}

impl Sample {
    fn of(table: &Table, column: usize) -> Sample {
        let mut sample =
            Sample { filled: 0, shapes: [0; 8], sectors: 0, sides: 0, languages: 0, distinct: 0 };
        let mut seen: HashSet<&str> = HashSet::new();
        let cells = table.rows.iter().map(|row| row.cells[column].as_str());
        for cell in cells.filter(|cell| !cell.is_empty()).take(SAMPLE) {
            let label = &cell[..cell.floor_char_boundary(LONGEST_LABEL)];
            sample.filled += 1;
            sample.shapes[Shape::of(cell) as usize] += 1;
            sample.distinct += usize::from(seen.insert(cell));
            sample.sectors += usize::from(is_sector_label(label));
            sample.sides += usize::from(side_named(label).is_some());
            sample.languages += usize::from(names_languages(label));
        }
        sample
    }

    fn share(&self, field: Field) -> f32 {
        let count = match field {
            Field::Email => self.shapes[Shape::Email as usize],
            Field::Website => self.shapes[Shape::Website as usize],
            Field::Phone => self.shapes[Shape::Phone as usize],
            Field::Address => self.shapes[Shape::Place as usize],
            Field::Purpose => self.shapes[Shape::Text as usize],
            Field::Language => self.languages,
            Field::Side => self.sides,
            // Names of groups have the words of their sector in them too; a list of sectors repeats itself.
            Field::Sector if self.distinct * 3 > self.filled + 6 => 0,
            Field::Sector => self.sectors,
            Field::Name | Field::Contact | Field::Ignore => 0,
        };
        if self.filled == 0 { 0.0 } else { count as f32 / self.filled as f32 }
    }

    /// The field that the cells alone speak for.
    fn likeliest(&self) -> Option<(Field, f32)> {
        const TRUST: [(Field, f32); 8] = [
            (Field::Email, 0.85),
            (Field::Website, 0.8),
            (Field::Phone, 0.75),
            (Field::Side, 0.7),
            (Field::Address, 0.65),
            (Field::Language, 0.65),
            (Field::Sector, 0.6),
            (Field::Purpose, 0.6),
        ];
        let shares = TRUST.into_iter().map(|(field, trust)| (field, self.share(field), trust));
        let clear =
            shares.filter(|(_, share, _)| *share >= 0.5).map(|(field, share, trust)| (field, share * trust));
        clear.max_by(|a, b| a.1.total_cmp(&b.1))
    }

    fn name_likeness(&self) -> f32 {
        if self.filled == 0 {
            return 0.0;
        }
        let words = self.shapes[Shape::Words as usize] as f32 / self.filled as f32;
        let distinct = self.distinct as f32 / self.filled as f32;
        words * distinct * 0.7
    }
}

fn names_languages(cell: &str) -> bool {
    let plain = plain(cell);
    let mut words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next().is_some_and(|first| LANGUAGES.contains(&first))
}

#[cfg(test)]
mod tests;
