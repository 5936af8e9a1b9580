//! What a file of ballots holds, whatever its format, and how each kind of rule wants to see it.

use super::super::file;
use super::ranks;
use anyhow::{Context, Result, anyhow};
use clap::ValueEnum;
use serde::{Deserialize, Serialize};
use std::path::Path;
use tally::budget::Instance;
use tally::committee;
use tally::formats::cat::Categorical;
use tally::formats::number_csv::Numbers;
use tally::formats::rank_csv::Reading;
use tally::formats::{SyntaxError, abc_yaml, approval_csv, blt, cat, number_csv, pabulib, preflib};
use tally::ranked::{self, Poll, Ranking};
use tally::single::{Mark, Paper};

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Pabulib: a budget, its projects and votes (.pb)
    Pabulib,
    /// Rankings, seats, withdrawals (.blt)
    Blt,
    /// PrefLib's rankings (.soc, .soi, .toc, .toi)
    Preflib,
    /// PrefLib's categories (.cat)
    Cat,
    /// Approvals, as abcvoting writes them (.abc.yaml)
    AbcYaml,
    /// A column for each option: approvals (1, x, yes), points, grades, dots, or places in an order, as the rule asks
    Csv,
    /// RCTab's cast vote records: a column for each rank, rank1, rank2 … and perhaps count (.ranks.csv)
    Rctab,
}

impl Format {
    /// By the ending of the file's name.
    fn of(path: &Path) -> Result<Format> {
        let name = file::name(path).to_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        Ok(match () {
            () if ends(&[".pb"]) => Format::Pabulib,
            () if ends(&[".blt"]) => Format::Blt,
            () if ends(&[".soc", ".soi", ".toc", ".toi"]) => Format::Preflib,
            () if ends(&[".cat"]) => Format::Cat,
            () if ends(&[".yaml", ".yml"]) => Format::AbcYaml,
            () if ends(&[".ranks.csv"]) => Format::Rctab,
            () if ends(&[".csv"]) => Format::Csv,
            () => {
                return Err(anyhow!(
                    "{}: its name doesn't tell its format (.pb, .blt, .soc, .soi, .toc, .toi, .cat, .abc.yaml, .csv): \
                     say it with --format",
                    path.display()
                ));
            }
        })
    }
}

/// What a file holds.
pub enum Ballots {
    Budget(Box<pabulib::File>),
    Rankings(Box<Rankings>),
    Approvals {
        profile: committee::Profile,
        seats: Option<usize>,
    },
    Categories(Categorical),
    /// A table is read as the rule asks, so its text is kept.
    Table(String),
}

/// Rankings, with what a file may say beside them.
pub struct Rankings {
    /// Those who have withdrawn still stand on it.
    pub profile: ranked::Profile,
    pub seats: Option<usize>,
    pub withdrawn: Vec<usize>,
    /// The file's own order for ties.
    pub tie: Option<Vec<usize>>,
    /// How the file's marks were read, where there is more than one way.
    pub read: Option<String>,
}

/// Reads a file; the format is that of its name, unless it is given. A table with a column for each rank is RCTab's,
/// whatever it is called.
pub fn read(path: &Path, format: Option<Format>, reading: Reading) -> Result<(Ballots, Format)> {
    let named = format.map_or_else(|| Format::of(path), Ok)?;
    let bytes = file::bytes(path)?;
    let format = match named {
        Format::Csv if format.is_none() && ranks::are_ranks(&bytes) => Format::Rctab,
        _ => named,
    };
    let ballots = match format {
        Format::Rctab => {
            ranks::read(&file::text_of(path, bytes)?, reading).map(|it| Ballots::Rankings(Box::new(it)))
        }
        Format::Cat | Format::AbcYaml | Format::Csv => {
            of_text(file::text_of(path, bytes)?, format).map_err(Into::into)
        }
        _ => of_bytes(&bytes, format).map_err(Into::into),
    };
    Ok((ballots.with_context(|| path.display().to_string())?, format))
}

fn of_bytes(bytes: &[u8], format: Format) -> Result<Ballots, SyntaxError> {
    let rankings = |profile, seats, withdrawn, tie| {
        Ballots::Rankings(Box::new(Rankings { profile, seats, withdrawn, tie, read: None }))
    };
    Ok(match format {
        Format::Pabulib => Ballots::Budget(Box::new(pabulib::read(bytes)?)),
        Format::Preflib => rankings(preflib::read(bytes)?.profile, None, Vec::new(), None),
        _ => {
            let election = blt::read(bytes)?;
            rankings(election.profile, Some(election.seats), election.withdrawn, election.tie)
        }
    })
}

fn of_text(text: String, format: Format) -> Result<Ballots, SyntaxError> {
    Ok(match format {
        Format::Cat => Ballots::Categories(cat::read(&text)?),
        Format::AbcYaml => {
            let instance = abc_yaml::read(&text)?;
            Ballots::Approvals { profile: instance.profile, seats: instance.seats }
        }
        _ => Ballots::Table(text),
    })
}

impl Ballots {
    /// What this is, in the words of a message.
    pub fn what(&self) -> &'static str {
        match self {
            Ballots::Budget(_) => "a budget",
            Ballots::Rankings(_) => "rankings",
            Ballots::Approvals { .. } => "approvals",
            Ballots::Categories(_) => "categories",
            Ballots::Table(_) => "a table",
        }
    }

    /// How marks were read that can be read in more than one way.
    pub fn read_as(&self) -> Option<String> {
        match self {
            Ballots::Rankings(rankings) => rankings.read.clone(),
            _ => None,
        }
    }

    /// The seats that the file itself speaks of.
    pub fn seats(&self) -> Option<usize> {
        match self {
            Ballots::Rankings(rankings) => rankings.seats,
            Ballots::Approvals { seats, .. } => *seats,
            _ => None,
        }
    }

    /// The ballots as a budget with projects.
    pub fn budget(&self) -> Result<&Instance> {
        match self {
            Ballots::Budget(file) => Ok(&file.instance),
            _ => Err(anyhow!("{} has no costs", self.what())),
        }
    }

    /// The ballots as approvals; of categories the first `approving` approve.
    pub fn approvals(&self, approving: usize) -> Result<committee::Profile> {
        Ok(match self {
            Ballots::Approvals { profile, .. } => profile.clone(),
            Ballots::Categories(file) => file.profile(approving)?,
            Ballots::Table(text) => approval_csv::read(text)?,
            Ballots::Budget(file) => supporters(file)?,
            Ballots::Rankings(_) => return Err(anyhow!("rankings say nothing of who is approved")),
        })
    }

    /// The ballots as rankings.
    pub fn rankings(&self) -> Result<Rankings> {
        match self {
            Ballots::Rankings(rankings) => Ok(Rankings {
                profile: rankings.profile.clone(),
                seats: rankings.seats,
                withdrawn: rankings.withdrawn.clone(),
                tie: rankings.tie.clone(),
                read: rankings.read.clone(),
            }),
            Ballots::Table(text) => {
                let profile = number_csv::read(text)?.rankings()?;
                Ok(Rankings { profile, seats: None, withdrawn: Vec::new(), tie: None, read: None })
            }
            _ => Err(anyhow!("{} can't be read as rankings", self.what())),
        }
    }

    /// The ballots as a number for each option: of categories the first is the highest.
    pub fn numbers(&self) -> Result<Numbers> {
        match self {
            Ballots::Table(text) => Ok(number_csv::read(text)?),
            Ballots::Categories(file) => Ok(graded(file)),
            _ => Err(anyhow!("{} can't be read as points or grades", self.what())),
        }
    }
}

/// Who named which project, whatever it costs.
fn supporters(file: &pabulib::File) -> Result<committee::Profile> {
    let projects = file.instance.projects().iter().map(|project| project.id.clone());
    let mut profile = committee::Profile::new(projects)?;
    for group in file.instance.groups() {
        let named: Vec<usize> = group.marks.iter().map(|mark| mark.project).collect();
        profile.add(named, group.voters)?;
    }
    Ok(profile)
}

fn graded(file: &Categorical) -> Numbers {
    let most = file.ballots.iter().map(|(categories, _)| categories.len()).max().unwrap_or(0);
    let grades = file.categories.len().max(most);
    let line = |(categories, count): &(Vec<Vec<usize>>, u64)| {
        let marks: Vec<Mark> = categories
            .iter()
            .enumerate()
            .flat_map(|(place, options)| {
                let grade = u8::try_from(grades - 1 - place).unwrap_or(u8::MAX);
                options.iter().map(move |option| (*option, grade))
            })
            .collect();
        let paper = if marks.is_empty() { Paper::Blank } else { Paper::Marked(marks) };
        number_csv::Line { chamber: 0, count: *count, paper }
    };
    Numbers {
        options: file.alternatives.clone(),
        chambers: vec![String::new()],
        lines: file.ballots.iter().map(line).collect(),
    }
}

impl Rankings {
    /// Only who still stands: ballots, names and the order for ties without the others.
    pub fn standing(self) -> Result<Rankings> {
        if self.withdrawn.is_empty() {
            return Ok(self);
        }
        let all = self.profile.options();
        let stands: Vec<usize> = (0..all.len()).filter(|option| !self.withdrawn.contains(option)).collect();
        let place = |option: usize| stands.binary_search(&option).ok();
        let mut poll = Poll::among(stands.iter().map(|option| all[*option].clone()))?;
        let cast = self.profile.cast();
        poll.add(Ranking::strict([]), cast.blank)?;
        poll.add_spoiled(cast.spoiled)?;
        poll.add_abstained(cast.abstained)?;
        for ballot in self.profile.ballots() {
            let level = |level: &[u32]| -> Vec<usize> {
                level.iter().filter_map(|option| place(*option as usize)).collect()
            };
            poll.add(Ranking::weak(ballot.ranking.levels().map(level)), ballot.count)?;
        }
        let tie = self.tie.map(|order| order.into_iter().filter_map(place).collect());
        Ok(Rankings { profile: poll.close(), seats: self.seats, withdrawn: Vec::new(), tie, read: self.read })
    }
}
