//! Groups that are likely one and the same: two rows of a list, or a row and a group that is here already,
//! perhaps under a slightly different name. A person sees them side by side and decides.
//!
//! Names are compared as sets of words, weighted by how rare each word is among all names ("Kőszeg" says
//! little in Kőszeg), after accents, case, punctuation and legal forms are folded away. A common phone
//! number, web or mail domain or address adds to it. Pairs are looked for only among groups that share
//! something rare (`index`), so the work grows with the list and not with its square.

mod fold;
mod index;
mod reach;

use serde::{Deserialize, Serialize};

use self::index::{Entry, Index};
use self::reach::Kind;
use super::rows::Draft;

/// What two groups are compared by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    pub name: String,
    pub phones: Vec<String>,
    pub emails: Vec<String>,
    pub websites: Vec<String>,
    pub address: String,
}

impl From<&Draft> for Card {
    fn from(draft: &Draft) -> Card {
        Card {
            name: draft.name.clone(),
            phones: draft.phones.iter().map(|phone| phone.number.clone()).collect(),
            emails: draft.emails.clone(),
            websites: draft.websites.clone(),
            address: draft.address.clone(),
        }
    }
}

/// A row and what it is likely the same as.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Likeness {
    /// The place of the row among those compared; of two rows, the later.
    pub row: usize,
    pub other: Other,
    /// `LEAST_SCORE` to 1.
    pub score: f32,
    /// Never empty; the strongest first.
    pub reasons: Vec<Reason>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Other {
    Existing(usize),
    Row(usize),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Reason {
    /// But for accents, case, punctuation, word order and legal forms.
    SameName,
    /// The words that both names have, without accents.
    AlikeNames {
        words: Vec<String>,
    },
    /// One name is the initials of the other.
    Initials {
        letters: String,
    },
    SamePhone {
        number: String,
    },
    SameWebsite {
        website: String,
    },
    /// Mail or web addresses under one domain that few others use.
    SameDomain {
        domain: String,
    },
    SameAddress,
}

/// Pairs that score less are not told.
pub const LEAST_SCORE: f32 = 0.6;
/// Two groups with other phones and another address (or domain) are less likely to be one.
const REACHED_OTHERWISE: f32 = 0.8;
/// So many likenesses of one row are told; nobody compares more.
const MOST_PER_ROW: usize = 5;

/// The likely duplicates among `rows` and between them and `existing`, by row, the likeliest first.
pub fn likenesses(rows: &[Card], existing: &[Card]) -> Vec<Likeness> {
    let index = Index::of(rows, existing);
    let mut found: Vec<Likeness> = index
        .candidates()
        .into_iter()
        .filter_map(|(row, other)| {
            let (score, reasons) = compare(&index, row, other)?;
            let other =
                if other < rows.len() { Other::Row(other) } else { Other::Existing(other - rows.len()) };
            Some(Likeness { row, other, score, reasons })
        })
        .collect();
    found.sort_by(|a, b| a.row.cmp(&b.row).then(b.score.total_cmp(&a.score)).then(a.other.cmp(&b.other)));
    let (mut last, mut of_last) = (usize::MAX, 0);
    found.retain(|likeness| {
        of_last = if likeness.row == last { of_last + 1 } else { 1 };
        last = likeness.row;
        of_last <= MOST_PER_ROW
    });
    found
}

fn compare(index: &Index, one: usize, two: usize) -> Option<(f32, Vec<Reason>)> {
    let (a, b) = (&index.entries[one], &index.entries[two]);
    let (reach, mut reasons) = compare_reach(index, a, b);
    let (name, by_name) = compare_names(index, a, b, reach > 0.0);
    // Contacts confirm a likeness of names; alone they tell no more than a common roof.
    let score = 0.9 * name + (1.0 - 0.9 * name) * reach * (0.35 + 0.65 * name);
    let score = if index.ways_apart(a, b) >= 2 { score * REACHED_OTHERWISE } else { score };
    if score < LEAST_SCORE {
        return None;
    }
    reasons.splice(0..0, by_name);
    Some((score, reasons))
}

fn compare_names(index: &Index, a: &Entry, b: &Entry, in_touch: bool) -> (f32, Option<Reason>) {
    if !a.words.is_empty() && (a.words == b.words || a.bare == b.bare) {
        return (1.0, Some(Reason::SameName));
    }
    if let Some(letters) = index.initials_of_other(a, b) {
        return (0.75, Some(Reason::Initials { letters }));
    }
    let whole = alike(index, &a.words, &b.words, in_touch);
    // "Curry Senior Center (formerly …)": what stands in brackets may or may not be in the other list.
    let bare = alike(index, &a.bare, &b.bare, in_touch);
    let (score, words) = if bare.0 > whole.0 { bare } else { whole };
    let reason = (!words.is_empty()).then_some(Reason::AlikeNames { words });
    (score, reason)
}

/// How alike two sets of words are, 0 to 1, and the words they share: weighted Jaccard, eased a little where
/// one set is within the other ("Vonósok" and "Kőszegi Vonósok").
fn alike(index: &Index, a: &[u32], b: &[u32], in_touch: bool) -> (f32, Vec<String>) {
    let weigh = |words: &[u32]| words.iter().map(|word| index.weight(*word)).sum::<f32>();
    let (mut shared, mut common) = (0.0, Vec::new());
    let (mut only_a, mut only_b) = (Vec::new(), Vec::new());
    for word in a {
        if b.binary_search(word).is_ok() {
            shared += index.weight(*word);
            common.push(index.shown(*word).to_owned());
        } else {
            only_a.push(*word);
        }
    }
    only_b.extend(b.iter().filter(|word| a.binary_search(word).is_err()));
    if shared > 0.0 || in_touch {
        shared += misspelt(index, &mut only_a, &mut only_b, &mut common);
    }
    let (weight_a, weight_b) = (weigh(a), weigh(b));
    let union = weight_a + weight_b - shared;
    if shared <= 0.0 || union <= 0.0 {
        return (0.0, common);
    }
    let score = 0.75 * shared / union + 0.25 * shared / weight_a.min(weight_b);
    // "1. számú óvoda" and "2. számú óvoda" differ in nothing but what makes them two.
    let numbered =
        |words: &[u32]| words.iter().any(|word| index.word(*word).contains(|c: char| c.is_ascii_digit()));
    let score = match (numbered(&only_a), numbered(&only_b)) {
        (true, true) => score * 0.5,
        (false, false) => score,
        _ => score * 0.8,
    };
    (score.min(0.97), common)
}

/// Words of two names that differ by a letter, or of which one is cut short, count as shared, nearly.
fn misspelt(index: &Index, only_a: &mut Vec<u32>, only_b: &mut Vec<u32>, common: &mut Vec<String>) -> f32 {
    let mut shared = 0.0;
    only_a.retain(|word| {
        let nearness = |other: &u32| fold::nearness(index.word(*word), index.word(*other));
        let Some(near) = only_b.iter().position(|other| nearness(other) > 0.0) else { return true };
        let other = only_b.swap_remove(near);
        shared += nearness(&other) * index.weight(*word).min(index.weight(other));
        common.push(index.shown(*word).to_owned());
        false
    });
    shared
}

/// What common ways of reaching them say, 0 to 1: more when no third group has them too.
fn compare_reach(index: &Index, a: &Entry, b: &Entry) -> (f32, Vec<Reason>) {
    let (mut against, mut reasons): (f32, Vec<(f32, Reason)>) = (1.0, Vec::new());
    for key in a.reach.iter().filter(|key| b.reach.contains(key)) {
        let few = index.count(*key) <= 3;
        let text = index.shown(*key);
        let (weight, reason) = match index.kind(*key) {
            Kind::Phone => (if few { 0.5 } else { 0.2 }, Reason::SamePhone { number: text.to_owned() }),
            Kind::Website => (if few { 0.4 } else { 0.1 }, Reason::SameWebsite { website: text.to_owned() }),
            Kind::Domain => (if few { 0.25 } else { 0.0 }, Reason::SameDomain { domain: text.to_owned() }),
            Kind::Address => (if few { 0.3 } else { 0.1 }, Reason::SameAddress),
            Kind::Word => continue,
        };
        against *= 1.0 - weight;
        if weight > 0.0 {
            reasons.push((weight, reason));
        }
    }
    reasons.sort_by(|x, y| y.0.total_cmp(&x.0));
    (1.0 - against, reasons.into_iter().map(|(_, reason)| reason).collect())
}

#[cfg(test)]
mod tests;
