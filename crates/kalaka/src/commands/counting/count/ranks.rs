//! RCTab's files: a column for each rank, with marks that laws read differently. How they were read is asked for,
//! told with the count, and written into its certificate.

use super::ballots::Rankings;
use anyhow::Result;
use clap::{Args, ValueEnum};
use std::str::FromStr;
use tally::formats::rank_csv::{self, Reading, Undeclared};

/// How the ranks of a .ranks.csv file are read.
#[derive(Args, Debug, Clone, Copy)]
pub struct Marked {
    /// In a .ranks.csv file: what more than one candidate at a rank does to the ballot
    #[arg(long, value_enum, default_value_t = Overvotes::End)]
    overvotes: Overvotes,
    /// In a .ranks.csv file: so many ranks in a row may be empty, more end the ballot; a number or any
    #[arg(long, default_value = "1", value_name = "N")]
    skips: Skips,
    /// In a .ranks.csv file: what undeclared write-ins are
    #[arg(long, value_enum, default_value_t = WriteIns::Stand)]
    write_ins: WriteIns,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Overvotes {
    /// The ballot ends there
    End,
    /// That rank is passed over
    PassOver,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum WriteIns {
    /// Together one more candidate, called UWI
    Stand,
    /// Nobody
    PassOver,
}

/// None: any number.
#[derive(Debug, Clone, Copy)]
struct Skips(Option<usize>);

impl FromStr for Skips {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Skips, &'static str> {
        match text {
            "any" => Ok(Skips(None)),
            _ => text.parse().map(|most| Skips(Some(most))).map_err(|_| "expected a whole number, or any"),
        }
    }
}

impl Marked {
    pub fn reading(self) -> Reading {
        Reading {
            overvotes: match self.overvotes {
                Overvotes::End => rank_csv::Overvotes::End,
                Overvotes::PassOver => rank_csv::Overvotes::PassOver,
            },
            skips: self.skips.0,
            undeclared: match self.write_ins {
                WriteIns::Stand => Undeclared::Stand,
                WriteIns::PassOver => Undeclared::PassedOver,
            },
        }
    }
}

/// Whether a table has a column for each rank rather than for each option.
pub fn are_ranks(bytes: &[u8]) -> bool {
    let head = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let columns: Vec<&str> = head.trim_start_matches('\u{feff}').split(',').map(str::trim).collect();
    let ranks = || columns.iter().filter(|column| **column != "count");
    ranks().next().is_some()
        && ranks().enumerate().all(|(place, column)| *column == format!("rank{}", place + 1))
}

pub fn read(text: &str, reading: Reading) -> Result<Rankings> {
    let profile = rank_csv::read(text, &[])?.profile(reading)?;
    let read = Some(in_words(reading));
    Ok(Rankings { profile, seats: None, withdrawn: Vec::new(), tie: None, read })
}

fn in_words(reading: Reading) -> String {
    let overvotes = match reading.overvotes {
        rank_csv::Overvotes::End => "a ballot ends at a rank with more than one candidate",
        rank_csv::Overvotes::PassOver => "a rank with more than one candidate is passed over",
    };
    let skips = match reading.skips {
        None => "any number of ranks may be empty".to_owned(),
        Some(0) => "it ends at an empty rank".to_owned(),
        Some(1) => "two empty ranks in a row end it".to_owned(),
        Some(most) => format!("more than {most} empty ranks in a row end it"),
    };
    let undeclared = match reading.undeclared {
        Undeclared::Stand => "undeclared write-ins are one candidate, UWI",
        Undeclared::PassedOver => "undeclared write-ins are nobody",
    };
    format!("How ranks were read: {overvotes}; {skips}; {undeclared}; a candidate named twice counts once.")
}

#[cfg(test)]
mod tests {
    use super::are_ranks;

    #[test]
    fn a_column_for_each_rank_is_told_from_a_column_for_each_option() {
        assert!(are_ranks(b"rank1,rank2,count\r\nAnn,,1\n") && are_ranks("\u{feff}rank1\n".as_bytes()));
        assert!(!are_ranks(b"rank1,Park\n1,2\n") && !are_ranks(b"count\n1\n") && !are_ranks(b""));
    }
}
