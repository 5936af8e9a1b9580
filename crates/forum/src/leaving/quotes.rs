//! Quotes of somebody's words in what others wrote.

use db::fold;

/// A line that is shorter may be anybody's.
const LEAST: usize = 12;

/// All words of somebody in one thread, as they are compared: without case, accents and marks.
pub struct Words(String);

impl Words {
    pub fn of(texts: &[String]) -> Words {
        // A mark of its own between two texts, so that no quote fits across both.
        Words(texts.iter().map(|text| format!(" {} ", worded(text))).collect::<Vec<_>>().join("|"))
    }

    /// The text with `instead` where it quotes these words; nothing where it quotes none of them.
    pub fn taken_out_of(&self, body: &str, instead: &str) -> Option<String> {
        let mut left: Vec<String> = Vec::new();
        let mut changed = false;
        let lines: Vec<&str> = body.lines().collect();
        let mut rest = lines.as_slice();
        while let Some(first) = rest.first() {
            let length = rest.iter().take_while(|line| quoted(line).is_some()).count();
            if length == 0 {
                left.push((*first).to_owned());
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
            let (block, after) = rest.split_at(length);
            let kept: Vec<&str> = self.foreign(block);
            if kept.len() < block.len() {
                changed = true;
                left.push(format!("> *{instead}*"));
            }
            left.extend(kept.into_iter().map(str::to_owned));
            rest = after;
        }
        changed.then(|| left.join("\n"))
    }

    /// The lines of a quote that aren't theirs.
    fn foreign<'t>(&self, block: &[&'t str]) -> Vec<&'t str> {
        let whole = block.iter().filter_map(|line| quoted(line)).collect::<Vec<_>>().join(" ");
        if self.has(&whole) {
            return Vec::new();
        }
        let is_theirs =
            |line: &str| quoted(line).is_some_and(|text| text.chars().count() >= LEAST && self.has(text));
        block.iter().copied().filter(|line| !is_theirs(line)).collect()
    }

    fn has(&self, text: &str) -> bool {
        let words = worded(text);
        !words.is_empty() && self.0.contains(&format!(" {words} "))
    }
}

fn worded(text: &str) -> String {
    fold::words(text).join(" ")
}

/// What a line quotes; `None` where it is no quote.
fn quoted(line: &str) -> Option<&str> {
    let bare = line.trim_start();
    let text = bare.strip_prefix('>')?;
    Some(text.trim_start_matches(['>', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theirs() -> Words {
        Words::of(&["I walk to the *river* each morning.\n\nNobody else does.".into(), "Yes.".into()])
    }

    #[test]
    fn a_quote_goes_and_what_stands_around_it_stays() {
        let body = "Look:\n\n> I walk to the river\n> each morning.\n\nSo do I.";
        let left = theirs().taken_out_of(body, "Removed").unwrap();
        assert_eq!(left, "Look:\n\n> *Removed*\n\nSo do I.");
    }

    #[test]
    fn what_others_said_stays_quoted() {
        assert_eq!(theirs().taken_out_of("> I run.\n\nWell.", "Removed"), None);
        let mixed = "> Said by Ilona\n> Nobody else does.";
        assert_eq!(theirs().taken_out_of(mixed, "Removed").unwrap(), "> *Removed*\n> Said by Ilona");
        // Not across two posts.
        assert_eq!(theirs().taken_out_of("> does yes", "Removed"), None);
    }

    #[test]
    fn what_is_no_quote_is_the_writers_own() {
        assert_eq!(theirs().taken_out_of("I walk to the river each morning.", "Removed"), None);
    }
}
