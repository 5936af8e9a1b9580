//! What we noticed in a row, told beside it in the preview: what was mended, what somebody should look at,
//! and why a row can't be taken. Only facts are here; the words are in the messages.

use serde::{Deserialize, Serialize};

use super::columns::Field;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "kebab-case")]
pub enum Problem {
    /// The row has more cells than the table columns: commas in a text that wasn't quoted. The cells of the
    /// columns `joined` (counted from 0) were put together again; `sure` when the looks of all others fit.
    TooManyCells { cells: usize, columns: usize, joined: Vec<usize>, sure: bool },
    /// The row has fewer cells than the table columns; `sure` when only the last ones are missing.
    TooFewCells { cells: usize, columns: usize, sure: bool },
    /// A quotation mark was opened and never closed: it was read as part of the text.
    StrayQuote,
    /// Nobody can tell whom the row is about.
    NoName,
    /// The headers once more, as in lists that were put together from several.
    HeadersAgain,
    /// What stands for the name reads like something else, an e-mail address say.
    OddName { name: String },
    /// The name had this many letters and was cut.
    LongName { letters: usize },
    /// The cell only points elsewhere ("please visit website", "various locations") and was left out.
    PointsElsewhere { field: Field, text: String },
    /// The cell has nothing in it that can be read as the field it stands for, and was left out.
    Unread { field: Field, text: String },
    /// What belongs to `to` stood in the column of `from`.
    Moved { from: Field, to: Field, text: String },
    /// A broken web address was put right.
    MendedWebsite { website: String },
    /// The sector is written in words that we can't match to one of the community's.
    UnknownSector { text: String },
    /// The side is neither "organisation" nor "citizens" in a language that we know.
    UnknownSide { text: String },
}

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// We did something about it; nothing is lost.
    Note,
    /// Somebody should look at it.
    Doubt,
    /// The row can't be taken.
    Bar,
}

impl Problem {
    pub fn weight(&self) -> Weight {
        match self {
            Problem::NoName | Problem::HeadersAgain => Weight::Bar,
            Problem::TooManyCells { sure, .. } | Problem::TooFewCells { sure, .. } if *sure => Weight::Note,
            Problem::PointsElsewhere { .. } | Problem::Moved { .. } | Problem::MendedWebsite { .. } => {
                Weight::Note
            }
            _ => Weight::Doubt,
        }
    }
}
