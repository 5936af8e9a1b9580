//! Conversations from a folder as Polis exports it, or from one file.

use super::Options;
use super::matrix;
use crate::commands::counting::file;
use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use opinion::Conversation;
use opinion::export::{self, Comment, ReadFault, Sign, VoteFile};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// A conversation, with what its files call people and statements.
pub struct Read {
    pub conversation: Conversation,
    pub people: Vec<String>,
    pub ids: Vec<String>,
    /// The words of each statement; empty where no file tells them.
    pub texts: Vec<String>,
}

/// The names that votes and statements have in an export, and in plain folders; those that stand first are looked at
/// first.
const VOTES: [&str; 4] = ["votes.csv", "votes.csv.gz", "participants-votes.csv", "participants-votes.csv.gz"];
const STATEMENTS: [&str; 2] = ["comments.csv", "statements.csv"];

pub fn read(options: &Options) -> Result<Read> {
    let place = &options.place;
    if !place.is_dir() {
        return of_file(place, &unpacked(place)?, options);
    }
    let Some(votes) = first_of(place, &VOTES) else {
        bail!("{} holds none of {}", place.display(), VOTES.join(", "));
    };
    let comments = match first_of(place, &STATEMENTS) {
        Some(path) => in_file(&path, export::read_comments)?,
        None => Vec::new(),
    };
    of_export(&votes, &unpacked(&votes)?, &comments, options)
}

fn first_of(folder: &Path, names: &[&str]) -> Option<PathBuf> {
    names.iter().map(|name| folder.join(name)).find(|path| path.is_file())
}

fn in_file<T>(path: &Path, read: impl Fn(&[u8]) -> Result<T, ReadFault>) -> Result<T> {
    read(&unpacked(path)?).with_context(|| path.display().to_string())
}

/// What a file holds, unpacked if it is packed.
fn unpacked(path: &Path) -> Result<Vec<u8>> {
    let bytes = file::bytes(path)?;
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut all = Vec::new();
    GzDecoder::new(bytes.as_slice())
        .read_to_end(&mut all)
        .with_context(|| format!("{} can't be unpacked", path.display()))?;
    Ok(all)
}

/// One file: a matrix, or votes as an export has them.
fn of_file(path: &Path, bytes: &[u8], options: &Options) -> Result<Read> {
    match is_export(bytes) {
        true => of_export(path, bytes, &[], options),
        false => matrix::read(bytes, sign(options)).with_context(|| path.display().to_string()),
    }
}

/// Whether the headings are those of an export: a column `vote`, or statements that are numbers.
fn is_export(bytes: &[u8]) -> bool {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let headings = String::from_utf8_lossy(first);
    let headings =
        headings.trim_start_matches('\u{feff}').split(',').map(|heading| heading.trim().trim_matches('"'));
    let (mut votes, mut participant, mut numbers) = (false, false, false);
    for heading in headings {
        votes |= heading == "vote";
        participant |= heading == "participant";
        numbers |= heading.parse::<u64>().is_ok();
    }
    votes || (participant && numbers)
}

fn sign(options: &Options) -> Sign {
    if options.agree_is_minus_one { Sign::AgreeIsMinusOne } else { Sign::AgreeIsOne }
}

fn of_export(path: &Path, bytes: &[u8], comments: &[Comment], options: &Options) -> Result<Read> {
    let votes: Result<VoteFile, ReadFault> = match file::name(path).starts_with("participants-votes") {
        true => export::read_participants_votes(bytes, sign(options)),
        false => export::read_votes(bytes, sign(options))
            .or_else(|fault| export::read_participants_votes(bytes, sign(options)).map_err(|_| fault)),
    };
    let votes = votes.with_context(|| path.display().to_string())?;
    let imported = export::import(&votes, comments)?;
    let words = |numbers: &[u64]| numbers.iter().map(u64::to_string).collect();
    Ok(Read {
        people: words(&imported.participants),
        ids: words(&imported.statements),
        texts: imported.texts.iter().map(|text| text.trim().to_owned()).collect(),
        conversation: imported.conversation,
    })
}
