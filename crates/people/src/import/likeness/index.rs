//! Brings together groups that share something rare. Each group is filed under its words, pairs of its
//! words, phone numbers, domains and so on; two groups are compared when they meet in a file that holds
//! few. What many have in common ("egyesület", the switchboard of the town hall) files nobody.
//! With n groups of at most k keys that is O(n · k · log n) for filing and O(n · k · FEW) comparisons.

use std::collections::HashMap;

use super::reach::{Kind, reach};
use super::{Card, fold};

/// A file with more groups brings none of them together, but those of one name.
const FEW: usize = 20;
/// Words by which pairs are made: the rarest ones of a name.
const RAREST: usize = 4;

/// A group with everything in it as numbers.
pub struct Entry {
    /// Sorted, each once.
    pub words: Vec<u32>,
    /// Those that don't stand in brackets.
    pub bare: Vec<u32>,
    pub reach: Vec<u32>,
    initials: Option<u32>,
}

struct Key {
    kind: Kind,
    text: String,
    /// As a person would know it: a phone number as it was written.
    shown: String,
}

pub struct Index {
    /// The rows, then the existing groups.
    pub entries: Vec<Entry>,
    rows: usize,
    keys: Vec<Key>,
    counts: Vec<usize>,
    weights: Vec<f32>,
}

impl Index {
    pub fn of(rows: &[Card], existing: &[Card]) -> Index {
        let mut numbers = Numbers::default();
        let entries: Vec<Entry> = rows.iter().chain(existing).map(|card| numbers.entry(card)).collect();
        let mut counts = vec![0; numbers.keys.len()];
        for entry in &entries {
            for key in entry.words.iter().chain(&entry.reach) {
                counts[*key as usize] += 1;
            }
        }
        // Smoothed, since in a list of ten every word that two names share would look common.
        let rarity = |count: &usize| ((entries.len() as f32 + 10.0) / (*count as f32 + 1.0)).ln().max(0.1);
        let weights = counts.iter().map(rarity).collect();
        Index { entries, rows: rows.len(), keys: numbers.keys, counts, weights }
    }

    /// How much a word tells: the logarithm of how rare it is.
    pub fn weight(&self, word: u32) -> f32 {
        self.weights[word as usize]
    }

    pub fn word(&self, word: u32) -> &str {
        &self.keys[word as usize].text
    }

    pub fn kind(&self, key: u32) -> Kind {
        self.keys[key as usize].kind
    }

    pub fn shown(&self, key: u32) -> &str {
        &self.keys[key as usize].shown
    }

    pub fn count(&self, key: u32) -> usize {
        self.counts[key as usize]
    }

    /// The letters, when one name is just the initials of the other, or what the other has in brackets.
    pub fn initials_of_other(&self, a: &Entry, b: &Entry) -> Option<String> {
        let is = |short: &Entry, long: &Entry| {
            let [word] = short.bare[..] else { return None };
            let bracketed = long.words.len() == long.bare.len() + 1 && !long.bare.contains(&word);
            let bracketed = bracketed && long.words.contains(&word);
            (bracketed || long.initials == Some(word)).then(|| self.word(word).to_owned())
        };
        is(a, b).or_else(|| is(b, a))
    }

    /// In how many ways both can be reached, but not alike: phone, address, domain.
    pub fn ways_apart(&self, a: &Entry, b: &Entry) -> usize {
        let apart = |kind: Kind| {
            let of = |entry: &Entry| {
                entry.reach.iter().filter(|key| self.kind(**key) == kind).copied().collect::<Vec<_>>()
            };
            let (a, b) = (of(a), of(b));
            !a.is_empty() && !b.is_empty() && !a.iter().any(|key| b.contains(key))
        };
        [Kind::Phone, Kind::Address, Kind::Domain].into_iter().filter(|kind| apart(*kind)).count()
    }

    /// The pairs worth comparing, each once: a row, and an earlier row or an existing group.
    pub fn candidates(&self) -> Vec<(usize, usize)> {
        let mut filed = self.filed();
        filed.sort_unstable();
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for file in filed.chunk_by(|a, b| a.0 == b.0) {
            let members: Vec<usize> = file.iter().map(|(_, entry)| *entry as usize).collect();
            if members.len() <= FEW {
                for (at, later) in members.iter().enumerate() {
                    pairs.extend(members[..at].iter().filter_map(|earlier| self.pair(*earlier, *later)));
                }
            } else if file[0].0.0 == ONE_NAME {
                // A hundred groups of one name: each is laid beside the first, here or in the list.
                let first = members.iter().copied().find(|member| *member >= self.rows).unwrap_or(members[0]);
                pairs.extend(
                    members
                        .iter()
                        .filter(|member| **member != first)
                        .filter_map(|member| self.pair(first, *member)),
                );
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// Existing groups come behind the rows, so of two rows the later is told to be like the earlier.
    fn pair(&self, one: usize, two: usize) -> Option<(usize, usize)> {
        let (low, high) = (one.min(two), one.max(two));
        match (low < self.rows, high < self.rows) {
            (true, true) => Some((high, low)),
            (true, false) => Some((low, high)),
            (false, _) => None,
        }
    }

    /// Each entry under each of its keys. A key is a number for its sort and two for what it is.
    fn filed(&self) -> Vec<((u8, u32, u32), u32)> {
        let mut filed = Vec::with_capacity(self.entries.len() * 12);
        let mut names: HashMap<&[u32], u32> = HashMap::new();
        for (number, entry) in self.entries.iter().enumerate() {
            let number = number as u32;
            for set in [&entry.words, &entry.bare] {
                let next = names.len() as u32;
                filed.push(((ONE_NAME, *names.entry(set.as_slice()).or_insert(next), 0), number));
            }
            let rare = |key: &&u32| self.count(**key) <= FEW;
            filed.extend(entry.words.iter().filter(rare).map(|word| ((KEY, *word, 0), number)));
            filed.extend(entry.reach.iter().filter(rare).map(|key| ((KEY, *key, 0), number)));
            filed.extend(entry.initials.map(|initials| ((INITIALS, initials, 0), number)));
            if let [word] = entry.bare[..] {
                let initials = self.word(word).len() >= 3;
                filed.extend(initials.then_some(((INITIALS, word, 0), number)));
            }
            filed.extend(self.rarest_pairs(entry).map(|(one, two)| ((PAIR, one, two), number)));
        }
        filed.sort_unstable();
        filed.dedup();
        filed
    }

    /// Names of common words only meet by two of them: "Szent Márton Iskola", "Szent Márton Általános Iskola".
    fn rarest_pairs(&self, entry: &Entry) -> impl Iterator<Item = (u32, u32)> {
        let mut rarest = entry.words.clone();
        rarest.sort_by_key(|word| (self.count(*word), *word));
        rarest.truncate(RAREST);
        rarest.sort_unstable();
        let pairs: Vec<(u32, u32)> = rarest
            .iter()
            .enumerate()
            .flat_map(|(at, two)| rarest[..at].iter().map(|one| (*one, *two)))
            .collect();
        pairs.into_iter()
    }
}

const ONE_NAME: u8 = 0;
const KEY: u8 = 1;
const PAIR: u8 = 2;
const INITIALS: u8 = 3;

/// Gives each text a number. Words and initials share them, so that "ymca" meets its long form.
#[derive(Default)]
struct Numbers {
    by_text: HashMap<(Kind, String), u32>,
    keys: Vec<Key>,
}

impl Numbers {
    fn number(&mut self, kind: Kind, text: String, shown: &str) -> u32 {
        let next = self.keys.len() as u32;
        *self.by_text.entry((kind, text)).or_insert_with_key(|(kind, text)| {
            self.keys.push(Key { kind: *kind, text: text.clone(), shown: shown.to_owned() });
            next
        })
    }

    fn entry(&mut self, card: &Card) -> Entry {
        let words: Vec<(u32, bool)> = fold::words(&card.name)
            .into_iter()
            .map(|word| (self.number(Kind::Word, word.text, &word.shown), word.bracketed))
            .collect();
        let all = sorted(words.iter().map(|(word, _)| *word).collect());
        let bare = sorted(words.iter().filter(|(_, bracketed)| !bracketed).map(|(word, _)| *word).collect());
        let initials = Some(fold::initials(&card.name)).filter(|letters| letters.chars().count() >= 3);
        let initials = initials.map(|letters| self.number(Kind::Word, letters.clone(), &letters));
        let reach =
            reach(card).into_iter().map(|(kind, text, shown)| self.number(kind, text, &shown)).collect();
        Entry {
            bare: if bare.is_empty() { all.clone() } else { bare },
            words: all,
            reach: sorted(reach),
            initials,
        }
    }
}

fn sorted(mut numbers: Vec<u32>) -> Vec<u32> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}
