//! One typing error: where nothing has all words, the words that differ from one of them by a single letter (one
//! missing, one too many, another, or two in the wrong order) are looked for beside the others.
//!
//! Which words there are is read from what is found, for whoever looks: a word that stands only in what they may not
//! see is never told. A list of all words would tell it, and would keep the words of what is gone.

use super::parts::{self, Posts};
use super::{End, best, fts5, tsquery};
use crate::{Conn, Engine, Result, fold};
use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

/// A shorter word is near too many others; a longer one is no word.
const LETTERS: RangeInclusive<usize> = 4..=24;

/// So many words of what was typed are tried.
const TRIED: usize = 4;

/// Among so many things, and posts, the word is chosen that most of them have.
const AMONG: i64 = 30;

/// A word of what was typed, the words near it, and all others.
struct Try {
    place: usize,
    near: HashSet<String>,
    before: Vec<String>,
    after: Vec<String>,
}

impl Try {
    /// Where a word is too short or too long, it isn't tried.
    fn of(typed: &[&str], place: usize) -> Option<Try> {
        let words = fold::words(typed[place]);
        let [word] = words.as_slice() else { return None };
        let all = |part: &[&str]| fold::words(&part.join(" "));
        LETTERS.contains(&word.chars().count()).then(|| Try {
            place,
            near: near(word),
            before: all(&typed[..place]),
            after: all(&typed[place + 1..]),
        })
    }

    /// One of the near words, and all others, as the engine reads it; the last of those may be unfinished.
    fn matching(&self, engine: Engine) -> String {
        let (or, and) = if engine == Engine::Sqlite { (" OR ", " AND ") } else { (" | ", " & ") };
        let one = |word: &String| if engine == Engine::Sqlite { format!("\"{word}\"") } else { word.clone() };
        let part = |words: &[String], end| match engine {
            Engine::Sqlite => format!("({})", fts5(words, end)),
            Engine::Postgres => tsquery(words, end),
        };
        let any = format!("({})", self.near.iter().map(one).collect::<Vec<_>>().join(or));
        let before = (!self.before.is_empty()).then(|| part(&self.before, End::Closed));
        let after = (!self.after.is_empty()).then(|| part(&self.after, End::Open));
        format!("({})", [before, Some(any), after].into_iter().flatten().collect::<Vec<_>>().join(and))
    }

    /// Whether a text, folded and with a blank around each word, has one of the near words and all others.
    fn is_in(&self, text: &str) -> bool {
        (self.before.is_empty() || parts::matches(text, &self.before, End::Closed))
            && (self.after.is_empty() || parts::matches(text, &self.after, End::Open))
            && text.split_whitespace().any(|word| self.near.contains(word))
    }
}

/// What somebody may have wanted to type, where nothing has what they typed: the same with another word in it. The first
/// word that can be another is; all are looked for at once.
pub(super) fn mended(c: &mut Conn, typed: &str, posts: &Posts<'_>) -> Result<Option<String>> {
    let typed: Vec<&str> = typed.split_whitespace().collect();
    let tries: Vec<Try> = (0..typed.len()).filter_map(|place| Try::of(&typed, place)).take(TRIED).collect();
    if tries.is_empty() {
        return Ok(None);
    }
    let texts = texts(c, &tries, posts)?;
    let known = tries.iter().find_map(|one| Some((one.place, most_common(one, &texts)?)));
    Ok(known.map(|(place, known)| {
        let mut words = typed;
        words[place] = &known;
        words.join(" ")
    }))
}

/// What has all words but one, and one near that.
fn texts(c: &mut Conn, tries: &[Try], posts: &Posts<'_>) -> Result<Vec<String>> {
    let (engine, among) = (c.engine(), posts.among);
    let or = if engine == Engine::Sqlite { " OR " } else { " | " };
    let matching = tries.iter().map(|one| one.matching(engine)).collect::<Vec<_>>().join(or);
    let mut texts = Vec::new();
    if among.kind != super::PART {
        let things = best(c, &matching, among, AMONG)?;
        texts.extend(things.into_iter().map(|thing| format!("{} {}", thing.title, thing.body)));
    }
    let is_wanted = |text: &str| tries.iter().any(|one| one.is_in(text));
    let found = posts.any(c, &matching, is_wanted, AMONG)?;
    texts.extend(found.into_iter().map(|post| post.body));
    Ok(texts)
}

/// The near word that most of the texts have that have all the others, as it is written.
fn most_common(one: &Try, texts: &[String]) -> Option<String> {
    let mut seen = Seen::default();
    let those = texts.iter().filter(|text| one.is_in(&format!(" {} ", fold::spaced(text))));
    those.for_each(|text| seen.take(&one.near, text));
    seen.most()
}

/// The near words that were seen: in how many texts, and as which is written.
#[derive(Default)]
struct Seen(HashMap<String, (usize, String)>);

impl Seen {
    fn take(&mut self, near: &HashSet<String>, text: &str) {
        let mut here = HashSet::new();
        for written in text.split(|c: char| !c.is_alphanumeric()) {
            let folded = fold::fold(written);
            if near.contains(&folded) && here.insert(folded.clone()) {
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
fn near(word: &str) -> HashSet<String> {
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
    near
}

fn joined(parts: &[&[char]]) -> String {
    parts.iter().flat_map(|part| part.iter()).collect()
}

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
            assert!(near.contains(word), "{word}");
        }
        for word in ["iskola", "isk", "iskolaba", "iskaol", "", "kola"] {
            assert!(!near.contains(word), "{word}");
        }
    }

    #[test]
    fn the_word_that_most_texts_have_is_taken_as_it_is_written() {
        let near = near("hidd");
        let mut seen = Seen::default();
        seen.take(&near, "A híd. A híd, a híd! hidy");
        seen.take(&near, "Hidy és hidi");
        seen.take(&near, "Hidy");
        assert_eq!(seen.most(), Some("hidy".into()));
        assert_eq!(Seen::default().most(), None);
    }
}
