//! How alike two short texts are, in any language and without a model: which words they share, each
//! counting by how rare it is. Used where somebody is about to write what is there already.
//!
//! A word meets its own inflected forms ("iskola", "iskolánál"), compounds of it ("átkelő",
//! "gyalogátkelő") and small slips of the pen. What words can't show ("slower cars", "a safe crossing") is
//! left to people: whatever is found here is shown to somebody, who decides.

mod words;

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use unicode_normalization::UnicodeNormalization;
use words::{kinship, rarity};

/// From here on two texts are worth showing to whoever writes the second. Of the tests' 36 pairs about the
/// same thing 34 reach it; of as many pairs made to mislead, all sharing words but not the matter, 7.
pub const ALIKE: f64 = 0.30;

/// So many words of a text are compared, the weightiest first.
const MOST_WORDS: usize = 60;

/// What the words of a title count, beside those of a body.
const TITLE: f64 = 2.0;

/// What titles that are alike tell, where the bodies tell less: people put one matter in different words.
const TITLES_ALONE: f64 = 0.8;

/// Which words are common in a place, from texts that were written there: in one town everybody writes
/// the town's name. The empty one goes by the words' length alone.
#[derive(Debug, Clone, Default)]
pub struct Background {
    texts: usize,
    /// How many texts have a word that begins so.
    counts: HashMap<u64, usize>,
}

impl Background {
    pub fn of<S: AsRef<str>>(texts: impl IntoIterator<Item = S>) -> Background {
        let mut background = Background::default();
        for text in texts {
            background.texts += 1;
            let mut beginnings: Vec<u64> =
                db::fold::words(text.as_ref()).iter().map(|w| beginning(w)).collect();
            beginnings.sort_unstable();
            beginnings.dedup();
            for beginning in beginnings {
                *background.counts.entry(beginning).or_default() += 1;
            }
        }
        background
    }

    /// 1 for a word that nobody else wrote, towards 0.2 for one in every text. Few texts say little.
    fn novelty(&self, word: &str) -> f64 {
        let count = self.counts.get(&beginning(word)).copied().unwrap_or(0);
        let share = count.saturating_sub(1) as f64 / (self.texts + 8) as f64;
        1.0 - 0.8 * share.sqrt()
    }
}

/// Inflected forms of a word are counted together.
fn beginning(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    for letter in word.chars().take(5) {
        letter.hash(&mut hasher);
    }
    hasher.finish()
}

/// A text as it is compared.
#[derive(Debug, Clone)]
pub struct Reading {
    whole: Words,
    title: Words,
}

/// Each once, the weightiest first.
#[derive(Debug, Clone)]
struct Words(Vec<Word>);

#[derive(Debug, Clone)]
struct Word {
    /// As it was typed.
    typed: String,
    folded: Vec<char>,
    weight: f64,
}

/// What two texts have in common.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Likeness {
    /// 0 to 1.
    pub score: f64,
    /// The weightiest words in common, as the first text has them; at most five.
    pub shared: Vec<String>,
}

impl Likeness {
    pub fn is_alike(&self) -> bool {
        self.score >= ALIKE
    }
}

impl Reading {
    pub fn of(title: &str, body: &str, background: &Background) -> Reading {
        Reading {
            whole: Words::of(&[(title, TITLE), (body, 1.0)], background),
            title: Words::of(&[(title, 1.0)], background),
        }
    }

    /// The beginnings of the weightiest words: what to look for among many texts (`db::search::like`).
    pub fn beginnings(&self) -> String {
        let cut = |w: &Word| w.folded.iter().take(if w.folded.len() > 5 { 5 } else { 4 }).collect::<String>();
        self.whole.0.iter().take(24).map(cut).collect::<Vec<_>>().join(" ")
    }

    /// How alike both are, as a whole or by their titles alone.
    pub fn likeness(&self, other: &Reading) -> Likeness {
        let (whole, titles) = (self.whole.likeness(&other.whole), self.title.likeness(&other.title));
        Likeness { score: whole.score.max(titles.score * TITLES_ALONE), ..whole }
    }
}

impl Words {
    fn of(texts: &[(&str, f64)], background: &Background) -> Words {
        let mut found: HashMap<String, Word> = HashMap::new();
        for (text, factor) in texts {
            for typed in typed_words(text) {
                let folded = db::fold::fold(&typed);
                let weight = rarity(&folded) * background.novelty(&folded) * factor;
                if weight > 0.0 {
                    let letters = folded.chars().collect();
                    found.entry(folded).or_insert(Word { typed, folded: letters, weight });
                }
            }
        }
        let mut words: Vec<Word> = found.into_values().collect();
        words.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.folded.cmp(&b.folded)));
        words.truncate(MOST_WORDS);
        Words(words)
    }

    /// The share of both texts' weight that lies in words of the other, and of the lesser text alone:
    /// a title of three words may be all in a long text. One word in common says little.
    fn likeness(&self, other: &Words) -> Likeness {
        let (here, shared) = self.met_by(other);
        let (there, shared_there) = other.met_by(self);
        let (all_here, all_there) = (self.weight(), other.weight());
        if shared.is_empty() || all_here <= 0.0 || all_there <= 0.0 {
            return Likeness::default();
        }
        let both = (here + there) / (all_here + all_there);
        let lesser = (here / all_here).max(there / all_there);
        let words = shared.iter().chain(&shared_there).map(|(_, kin)| kin).sum::<f64>() / 2.0;
        let trust = (words / 2.0).clamp(0.0, 1.0).max(both);
        let score = (0.6 * both + 0.4 * lesser) * trust;
        let shared = shared.into_iter().take(5).map(|(typed, _)| typed).collect();
        Likeness { score: score.clamp(0.0, 1.0), shared }
    }

    fn weight(&self) -> f64 {
        self.0.iter().map(|w| w.weight).sum()
    }

    /// The weight of these words that the other's meet, and which they are.
    fn met_by(&self, other: &Words) -> (f64, Vec<(String, f64)>) {
        let mut met = 0.0;
        let mut shared = Vec::new();
        for word in &self.0 {
            let kin = other.0.iter().map(|w| kinship(&word.folded, &w.folded)).fold(0.0, f64::max);
            if kin > 0.0 {
                met += word.weight * kin;
                shared.push((word.typed.clone(), kin));
            }
        }
        (met, shared)
    }
}

/// Runs of letters and digits as they were typed, in lower case.
fn typed_words(text: &str) -> Vec<String> {
    let whole: String = text.nfc().collect();
    let words = whole.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
