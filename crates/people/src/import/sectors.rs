//! The sector of an organisation, guessed from the words of its name and purpose. A list rarely has a column
//! for it; a person corrects what we guess, so each guess says which word told it.

mod words;

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use self::words::{ENDINGS, LABELS, WORDS};
use super::text::plain;

/// The sectors that a community begins with. It may have fewer, others or more: only those of these that
/// it has are guessed.
pub const SECTORS: [&str; 9] =
    ["education", "culture", "sport", "health", "business", "authority", "civil", "faith", "media"];

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SectorGuess {
    pub key: String,
    /// 0 to 1. Below 0.5 a person should look.
    pub confidence: f32,
    /// The word that spoke loudest for it, as it was written (but in small letters without accents).
    pub why: String,
}

/// A name says what a group is, a purpose only what it does: "the choir meets in the school".
const NAME_COUNTS: f32 = 3.0;
/// What a purpose says first is what it is about.
const FIRST_WORDS: usize = 25;
const FIRST_WORDS_COUNT: f32 = 2.0;
/// The tenth "school" tells no more than the third.
const MOST_TIMES: u32 = 3;
/// Purposes are looked at up to here.
const MOST_WORDS: usize = 400;
/// Less than this is hearsay.
const LEAST_SCORE: f32 = 1.5;

/// The likeliest of the sectors `keys` for a group with this name and purpose.
pub fn guess_sector(name: &str, purpose: &str, keys: &[&str]) -> Option<SectorGuess> {
    let mut scores = Scores::default();
    scores.listen(name, |_| NAME_COUNTS);
    scores.listen(purpose, |at| if at < FIRST_WORDS { FIRST_WORDS_COUNT } else { 1.0 });
    scores.loudest(keys)
}

/// The sector that a cell of a "sector" or "type" column names: "Oktatás", "Sportverein", "health & care".
pub fn named_sector(text: &str, keys: &[&str]) -> Option<SectorGuess> {
    let line = plain(text.trim());
    let label = LABELS.iter().find(|(label, key)| *label == line && keys.contains(key));
    if let Some((label, key)) = label {
        return Some(SectorGuess { key: (*key).to_owned(), confidence: 1.0, why: (*label).to_owned() });
    }
    keys.iter()
        .find(|key| plain(key) == line)
        .map(|key| SectorGuess { key: (*key).to_owned(), confidence: 1.0, why: line.clone() })
        .or_else(|| guess_sector(text, "", keys))
}

/// Whether a cell reads like the name of a sector and not like that of a group.
pub fn is_sector_label(cell: &str) -> bool {
    let line = plain(cell.trim());
    LABELS.iter().any(|(label, _)| *label == line) || SECTORS.contains(&line.as_str())
}

#[derive(Default)]
struct Scores {
    /// For each word of `WORDS` or `ENDINGS` that was heard: how often, how loudly, and as what.
    heard: BTreeMap<&'static str, Heard>,
}

struct Heard {
    key: &'static str,
    times: u32,
    score: f32,
    word: String,
}

impl Scores {
    fn listen(&mut self, text: &str, loudness: impl Fn(usize) -> f32) {
        let plain = plain(text);
        let words =
            plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(MOST_WORDS);
        let words: Vec<&str> = words.collect();
        for (at, word) in words.iter().enumerate() {
            for entry in entries_for(word) {
                let fits = match entry.next {
                    None => entry.fits(word),
                    Some(next) => {
                        *word == entry.stem
                            && words.get(at + 1).is_some_and(|following| following.starts_with(next))
                    }
                };
                if fits {
                    self.hear(entry, word, loudness(at));
                }
            }
            for (ending, key, weight) in ENDINGS {
                if word.len() > ending.len() && word.ends_with(ending) {
                    self.hear(
                        &Entry { whole: ending, stem: ending, next: None, open: true, key, weight },
                        word,
                        loudness(at),
                    );
                }
            }
        }
    }

    fn hear(&mut self, entry: &Entry, word: &str, loudness: f32) {
        let heard = self.heard.entry(entry.whole).or_insert_with(|| Heard {
            key: entry.key,
            times: 0,
            score: 0.0,
            word: if entry.next.is_some() {
                entry.whole.trim_end_matches('*').to_owned()
            } else {
                word.to_owned()
            },
        });
        if heard.times < MOST_TIMES {
            heard.score += entry.weight * loudness / (1 << heard.times) as f32;
            heard.times += 1;
        }
    }

    fn loudest(&self, keys: &[&str]) -> Option<SectorGuess> {
        let mut sums: Vec<(&str, f32)> = keys
            .iter()
            .map(|key| {
                (*key, self.heard.values().filter(|heard| heard.key == *key).map(|heard| heard.score).sum())
            })
            .collect();
        sums.sort_by(|a, b| b.1.total_cmp(&a.1));
        let (key, best) = *sums.first()?;
        let second = sums.get(1).map_or(0.0, |(_, sum)| *sum);
        if best < LEAST_SCORE {
            return None;
        }
        let ours = self.heard.values().filter(|heard| heard.key == key);
        let loudest = ours.max_by(|a, b| a.score.total_cmp(&b.score).then_with(|| b.word.cmp(&a.word)))?;
        // Sure when it stands out from the second, and when there is enough of it.
        let confidence = best / (best + second) * (best / (best + 2.0));
        Some(SectorGuess { key: key.to_owned(), confidence, why: loudest.word.clone() })
    }
}

/// One word of the list: "iskola*" begins words, "city council" is two that follow each other.
#[derive(Clone, Copy)]
struct Entry {
    whole: &'static str,
    stem: &'static str,
    next: Option<&'static str>,
    open: bool,
    key: &'static str,
    weight: f32,
}

impl Entry {
    fn fits(&self, word: &str) -> bool {
        if self.open { word.starts_with(self.stem) } else { word == self.stem }
    }
}

/// The entries that a word may fit, found by its first three letters: 10,000 purposes have a million words.
fn entries_for(word: &str) -> &'static [Entry] {
    static BY_START: OnceLock<HashMap<&'static str, Vec<Entry>>> = OnceLock::new();
    let by_start = BY_START.get_or_init(|| {
        let mut by_start: HashMap<&'static str, Vec<Entry>> = HashMap::new();
        for (key, words) in WORDS {
            for (whole, weight) in *words {
                let (first, next) = match whole.split_once(' ') {
                    Some((first, next)) => (first, Some(next.trim_end_matches('*'))),
                    None => (*whole, None),
                };
                let (stem, open) = (first.trim_end_matches('*'), first.ends_with('*'));
                let entry = Entry { whole, stem, next, open, key, weight: *weight };
                by_start.entry(stem.get(..3).unwrap_or(stem)).or_default().push(entry);
            }
        }
        by_start
    });
    by_start.get(word.get(..3).unwrap_or(word)).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests;
