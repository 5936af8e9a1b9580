//! One typing error: where nothing has all words, the words that differ from one of them by a single letter (one
//! missing, one too many, another, or two in the wrong order) are looked for beside the others.
//!
//! Which words there are is read from what is found, for whoever looks: a word that stands only in what they may not
//! see is never told. A list of all words would tell it, and would keep the words of what is gone.

use super::{End, Narrowing, best, fts5, parts, tsquery};
use crate::{Conn, Engine, Result, fold};
use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

/// A shorter word is near too many others; a longer one is no word.
const LETTERS: RangeInclusive<usize> = 4..=24;

/// So many words of what was typed are tried.
const TRIED: usize = 4;

/// Among so many things, and posts, the word is chosen that most of them have.
const AMONG: i64 = 30;

/// What somebody may have wanted to type, where nothing has what they typed: the same with another word in it.
pub fn mended(c: &mut Conn, typed: &str, among: &Narrowing) -> Result<Option<String>> {
    let typed: Vec<&str> = typed.split_whitespace().collect();
    let mut tried = 0;
    for (place, token) in typed.iter().enumerate() {
        let words = fold::words(token);
        let [word] = words.as_slice() else { continue };
        if !LETTERS.contains(&word.chars().count()) || tried == TRIED {
            continue;
        }
        tried += 1;
        let (before, after) = (typed[..place].join(" "), typed[place + 1..].join(" "));
        if let Some(known) = nearest(c, word, (&before, &after), among)? {
            let all = [before, known, after].into_iter().filter(|part| !part.is_empty());
            return Ok(Some(all.collect::<Vec<_>>().join(" ")));
        }
    }
    Ok(None)
}

/// The known word nearest to one, beside the words before and after it; as it is written.
fn nearest(
    c: &mut Conn,
    word: &str,
    (before, after): (&str, &str),
    among: &Narrowing,
) -> Result<Option<String>> {
    let near = near(word);
    let matching = any_beside(c.engine(), &near, (fold::words(before), fold::words(after)));
    let near: HashSet<&str> = near.iter().map(String::as_str).collect();
    let mut seen = Seen::default();
    if among.kind != super::PART {
        for thing in best(c, &matching, among, AMONG)? {
            seen.take(&near, &[&thing.title, &thing.body]);
        }
    }
    if among.has_parts() {
        let others = [fold::words(before), fold::words(after)].concat();
        for post in parts::any(c, (&near, &others, &matching), among, AMONG)? {
            seen.take(&near, &[&post.body]);
        }
    }
    Ok(seen.most())
}

/// One of these words, and all others; the last of those may be unfinished.
fn any_beside(engine: Engine, near: &[String], (before, after): (Vec<String>, Vec<String>)) -> String {
    let (or, and) = if engine == Engine::Sqlite { (" OR ", " AND ") } else { (" | ", " & ") };
    let one = |word: &String| if engine == Engine::Sqlite { format!("\"{word}\"") } else { word.clone() };
    let part = |words: &[String], end| match engine {
        Engine::Sqlite => format!("({})", fts5(words, end)),
        Engine::Postgres => tsquery(words, end),
    };
    let any = format!("({})", near.iter().map(one).collect::<Vec<_>>().join(or));
    let before = (!before.is_empty()).then(|| part(&before, End::Closed));
    let after = (!after.is_empty()).then(|| part(&after, End::Open));
    [before, Some(any), after].into_iter().flatten().collect::<Vec<_>>().join(and)
}

/// The near words that were seen: in how many texts, and as which is written.
#[derive(Default)]
struct Seen(HashMap<String, (usize, String)>);

impl Seen {
    fn take(&mut self, near: &HashSet<&str>, texts: &[&str]) {
        let mut here = HashSet::new();
        for written in texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())) {
            let folded = fold::fold(written);
            if near.contains(folded.as_str()) && here.insert(folded.clone()) {
                let (count, _) = self.0.entry(folded).or_insert_with(|| (0, written.to_owned()));
                *count += 1;
            }
        }
    }

    fn most(self) -> Option<String> {
        let best = self.0.into_iter().max_by(|a, b| (a.1.0, &b.0).cmp(&(b.1.0, &a.0)));
        best.map(|(_, (_, written))| written)
    }
}

/// All that differs from a word by one letter (a Damerau–Levenshtein distance of 1), each once.
fn near(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut alphabet: Vec<char> = ('a'..='z').chain(letters.iter().copied()).collect();
    alphabet.sort_unstable();
    alphabet.dedup();
    let mut near = HashSet::new();
    for at in 0..=letters.len() {
        let (head, tail) = letters.split_at(at);
        near.extend(alphabet.iter().map(|letter| joined(&[head, &[*letter], tail])));
        let Some((first, rest)) = tail.split_first() else { continue };
        near.insert(joined(&[head, rest]));
        near.extend(alphabet.iter().map(|letter| joined(&[head, &[*letter], rest])));
        if let Some((second, rest)) = rest.split_first() {
            near.insert(joined(&[head, &[*second, *first], rest]));
        }
    }
    near.remove(word);
    near.into_iter().collect()
}

fn joined(parts: &[&[char]]) -> String {
    parts.iter().flat_map(|part| part.iter()).collect()
}

/// Whether a post that waits has one of the near words and all others.
pub(super) fn has(text: &str, near: &HashSet<&str>, others: &[String]) -> bool {
    let words: HashSet<&str> = text.split_whitespace().collect();
    let begins = |word: &str| words.iter().any(|other| other.starts_with(word));
    let all = match others.split_last() {
        Some((last, whole)) => begins(last) && whole.iter().all(|word| words.contains(word.as_str())),
        None => true,
    };
    all && words.iter().any(|word| near.contains(word))
}

/// What a look at posts is given: the near words, the other words, and both as the engine reads them.
pub(super) type Wanted<'a> = (&'a HashSet<&'a str>, &'a [String], &'a str);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_differ_by_one_letter() {
        let near = near("iskola");
        for word in [
            "skola", "iskol", "iskolla", "iskolab", "xiskola", "ikola", "siskola", "iskoal", "iskota",
            "sikola",
        ] {
            assert!(near.contains(&word.to_owned()), "{word}");
        }
        for word in ["iskola", "isk", "iskolaba", "iskaol", "", "kola"] {
            assert!(!near.contains(&word.to_owned()), "{word}");
        }
        assert_eq!(near.len(), near.iter().collect::<HashSet<_>>().len());
    }

    #[test]
    fn the_word_that_most_texts_have_is_taken_as_it_is_written() {
        let near = near("hidd");
        let near: HashSet<&str> = near.iter().map(String::as_str).collect();
        let mut seen = Seen::default();
        seen.take(&near, &["A híd. A híd, a híd!", "hidy"]);
        seen.take(&near, &["Hidy és hidi"]);
        seen.take(&near, &["Hidy"]);
        assert_eq!(seen.most(), Some("hidy".into()));
        assert_eq!(Seen::default().most(), None);
    }
}
