//! What of a name matters when two are compared.

use super::super::text::plain;

/// A word of a name, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub text: String,
    /// As it stood in the name, but in small letters without accents.
    pub shown: String,
    pub bracketed: bool,
}

impl Word {
    fn new(text: String, bracketed: bool) -> Word {
        Word { shown: text.clone(), text, bracketed }
    }
}

/// The words of a name without accents, case, punctuation, plural s, legal forms and small words: all of
/// them where nothing else is left.
pub fn words(name: &str) -> Vec<Word> {
    let all = all_words(name);
    let telling: Vec<Word> =
        all.iter().filter(|word| !SILENT.contains(&word.text.as_str())).cloned().collect();
    let mut words = if telling.iter().all(|word| word.bracketed) { all } else { telling };
    for word in &mut words {
        let is_plural = word.text.len() > 3 && word.text.ends_with('s') && !word.text.ends_with("ss");
        if is_plural && word.text.is_ascii() {
            word.text.pop();
        }
    }
    words
}

/// "ymca" for "Young Men's Christian Association": first letters of all words but the smallest.
pub fn initials(name: &str) -> String {
    let words =
        all_words(name).into_iter().filter(|word| !word.bracketed && !SMALL.contains(&word.text.as_str()));
    words.filter_map(|word| word.text.chars().next()).collect()
}

fn all_words(name: &str) -> Vec<Word> {
    let plain = plain(name).replace('\'', "");
    let (mut words, mut depth) = (Vec::new(), 0usize);
    let mut word = String::new();
    // A dot within "w.o.m.a.n." is part of it, one between longer words ends them.
    for c in plain.chars().chain([' ']) {
        if c.is_alphanumeric() || c == '.' {
            word.push(c);
            continue;
        }
        push_parts(&mut words, &word, depth > 0);
        word.clear();
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    words
}

fn push_parts(words: &mut Vec<Word>, dotted: &str, bracketed: bool) {
    let parts = dotted.split('.').filter(|part| !part.is_empty());
    if dotted.contains('.')
        && parts.clone().count() > 1
        && parts.clone().all(|part| part.chars().count() == 1)
    {
        words.push(Word::new(parts.collect(), bracketed));
    } else {
        words.extend(parts.map(|part| Word::new(part.to_owned(), bracketed)));
    }
}

/// How much two different words are likely meant to be one: 0 to 1.
pub fn nearness(a: &str, b: &str) -> f32 {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if is_near(a, b) {
        0.85
    } else if short.len() >= 3 && long.len() >= short.len() + 3 && long.starts_with(short) {
        // "Ált. Isk." for "Általános Iskola".
        0.7
    } else {
        0.0
    }
}

/// Whether two words differ by one letter (two in long words): put in, left out, changed or swapped.
fn is_near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let shorter = a.len().min(b.len());
    let too_short = shorter < 4 || a.len().max(b.len()) < 5 || (shorter < 6 && a[0] != b[0]);
    if too_short || a.len().abs_diff(b.len()) > 2 || a.iter().chain(&b).any(char::is_ascii_digit) {
        return false;
    }
    edits(&a, &b) <= if shorter >= 9 { 2 } else { 1 }
}

/// Optimal string alignment distance (Damerau–Levenshtein without overlapping swaps).
fn edits(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = change.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[rustfmt::skip]
const SMALL: [&str; 36] = [
    "the", "of", "and", "for", "in", "on", "at", "to", "a", "an", "az", "es", "si", "de", "der", "die",
    "das", "und", "fur", "la", "le", "les", "du", "des", "et", "y", "e", "i", "el", "los", "las", "del",
    "di", "da", "do", "inc",
];

/// Small words and legal forms: they tell nobody apart.
#[rustfmt::skip]
const SILENT: [&str; 92] = [
    "the", "of", "and", "for", "in", "on", "at", "to", "a", "an", "az", "es", "si", "de", "der", "die",
    "das", "und", "fur", "la", "le", "les", "du", "des", "et", "y", "e", "i", "el", "los", "las", "del",
    "di", "da", "do", "inc", "incorporated", "llc", "ltd", "limited", "co", "corp", "corporation",
    "company", "plc", "foundation", "association", "assoc", "society", "formerly", "known", "as", "kft",
    "bt", "zrt", "nyrt", "rt", "kkt", "nkft", "egyesulet", "egyesulete", "egylet", "alapitvany",
    "alapitvanya", "kozhasznu", "nonprofit", "szervezet", "szervezete", "tarsasag", "tarsasaga",
    "asociatia", "asociatie", "fundatia", "fundatie", "srl", "sa", "ev", "verein", "gmbh", "ggmbh", "ag",
    "stiftung", "association", "fondation", "asociacion", "fundacion", "associacio", "fundacio",
    "associazione", "fondazione", "associacao", "fundacao",
];
