//! A quiet word before a post goes out, where the community wants that: when it is very long, comes right after
//! another of the same person, or is much in capitals. One more press sends it as it is. Nothing else of it is judged,
//! and nobody else learns that there was a word.

use super::queries;
use db::Conn;
use jiff::SignedDuration;
use kit::{Form, Result};
use people::Member;

/// More letters than fit on two sheets are read by few.
const LONG: usize = 4_000;
/// So soon after one's last post.
const SOON: SignedDuration = SignedDuration::from_secs(30);
/// A name or an abbreviation in capitals is nothing yet.
const LETTERS: usize = 40;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thought {
    Long,
    Soon,
    Loud,
}

impl Thought {
    /// The message that says it.
    pub fn key(self) -> &'static str {
        match self {
            Thought::Long => "posts-thought-long",
            Thought::Soon => "posts-thought-soon",
            Thought::Loud => "posts-thought-loud",
        }
    }
}

/// What is worth a second thought in a text; nothing where its writer has had it, or the community wants none.
pub fn of(c: &mut Conn, text: &str, writer: &Member, form: &Form) -> Result<Vec<Thought>> {
    if !writer.community()?.second_thoughts || form.value("thought") == "yes" {
        return Ok(Vec::new());
    }
    let last = queries::last_of_person(c, writer.id())?;
    let is_soon = last.is_some_and(|last| writer.now.duration_since(last) < SOON);
    let all = [(Thought::Long, is_long(text)), (Thought::Soon, is_soon), (Thought::Loud, is_loud(text))];
    Ok(all.into_iter().filter(|(_, is_so)| *is_so).map(|(thought, _)| thought).collect())
}

fn is_long(text: &str) -> bool {
    own_words(text).map(|line| line.chars().count()).sum::<usize>() > LONG
}

/// More than half of the letters that could be small are not.
fn is_loud(text: &str) -> bool {
    let letters = || own_words(text).flat_map(str::chars);
    let (large, small) =
        (letters().filter(|c| c.is_uppercase()).count(), letters().filter(|c| c.is_lowercase()).count());
    large + small >= LETTERS && large > small
}

/// The lines of a text that quote nobody.
fn own_words(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with('>'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_counted_among_letters_that_have_small_ones() {
        assert!(is_loud("MIÉRT NEM VÁLASZOL SENKI ARRA, AMIT TEGNAP KÉRDEZTEM?"));
        assert!(!is_loud("Miért nem válaszol senki arra, amit tegnap kérdeztem?"));
        assert!(!is_loud("OECD, NATO, BKV"), "a few capitals shout at nobody");
        assert!(!is_loud(&"> WHO SHOUTED HERE WAS SOMEBODY ELSE\n".repeat(3)));
        assert!(!is_loud(&"12345 !!! 漢字 ".repeat(20)));
    }

    #[test]
    fn what_is_quoted_makes_nothing_long() {
        assert!(is_long(&"word ".repeat(801)) && !is_long(&"word ".repeat(799)));
        assert!(!is_long(&format!("> {}", "word ".repeat(2_000))));
    }
}
