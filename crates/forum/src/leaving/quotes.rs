//! Quotes of somebody's words in what others wrote.

use db::fold;

/// A line that is shorter may be anybody's.
const LEAST: usize = 12;

/// Somebody's posts in one thread, as a quotation's first line names them: `/threads/5?from=3#post-3`.
pub struct Places(Vec<String>);

impl Places {
    pub fn of(paths: impl IntoIterator<Item = String>) -> Places {
        Places(paths.into_iter().map(|path| format!("]({path}))")).collect())
    }

    /// Whether a line says that what follows it was said there.
    fn are_named_in(&self, line: &str) -> bool {
        names_its_source(line) && self.0.iter().any(|place| line.contains(place))
    }

    /// The text with `instead` for the name of who is quoted; nothing where they are not.
    pub fn renamed_in(&self, body: &str, instead: &str) -> Option<String> {
        let renamed = |line: &str| {
            let (before, rest) = line.split_once("**").filter(|_| self.are_named_in(line))?;
            let (_, after) = rest.split_once("**")?;
            Some(format!("{before}**{instead}**{after}"))
        };
        let is_quoted = body.lines().any(|line| self.are_named_in(line));
        let lines = body.lines().map(|line| renamed(line).unwrap_or_else(|| line.to_owned()));
        is_quoted.then(|| lines.collect::<Vec<_>>().join("\n"))
    }
}

/// The first line of a quotation: who said it, and where.
fn names_its_source(line: &str) -> bool {
    quoted(line).is_some_and(|text| text.starts_with("**") && text.contains("](/threads/"))
}

/// All words of somebody in one thread, as they are compared: without case, accents and marks.
pub struct Words {
    said: String,
    places: Places,
}

impl Words {
    pub fn of(texts: &[String], places: Places) -> Words {
        // A mark of its own between two texts, so that no quote fits across both.
        let said = texts.iter().map(|text| format!(" {} ", worded(text))).collect::<Vec<_>>().join("|");
        Words { said, places }
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
        let mut from_them = false;
        let mut kept = block.to_vec();
        kept.retain(|line| {
            if names_its_source(line) {
                from_them = self.places.are_named_in(line);
            }
            !from_them && !is_theirs(line)
        });
        kept
    }

    fn has(&self, text: &str) -> bool {
        let words = worded(text);
        !words.is_empty() && self.said.contains(&format!(" {words} "))
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

    fn places() -> Places {
        Places::of(["/threads/5?from=3#post-3".into()])
    }

    fn theirs() -> Words {
        let said = ["I walk to the *river* each morning.\n\nNobody else does.".into(), "Yes.".into()];
        Words::of(&said, places())
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
    fn a_quotation_that_names_them_goes_whole_and_loses_the_name() {
        let body = "> **Amina Haddad** ([3](/threads/5?from=3#post-3))\n> What was\n\nSo?\n\n> **Gábor** ([4](/threads/5?from=4#post-4))\n> Mine";
        let rest = "\n\nSo?\n\n> **Gábor** ([4](/threads/5?from=4#post-4))\n> Mine";
        assert_eq!(theirs().taken_out_of(body, "Removed").unwrap(), format!("> *Removed*{rest}"));
        let renamed = places().renamed_in(body, "a former member").unwrap();
        assert_eq!(renamed, body.replace("Amina Haddad", "a former member"));
        assert_eq!(places().renamed_in("> **Gábor** ([4](/threads/5?from=4#post-4))", "x"), None);
    }

    #[test]
    fn what_is_no_quote_is_the_writers_own() {
        assert_eq!(theirs().taken_out_of("I walk to the river each morning.", "Removed"), None);
    }
}
