//! What somebody wrote, with the language it is in.

use crate::{Locale, Markup};

/// A text and the code of its language; empty where nobody said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words<'a> {
    pub text: &'a str,
    pub locale: &'a str,
}

impl<'a> Words<'a> {
    pub fn new(text: &'a str, locale: &'a str) -> Words<'a> {
        Words { text, locale }
    }
}

/// ` lang="hu"` for what is written in that language; nothing where it isn't known.
pub fn lang(code: &str) -> Markup {
    let known = Locale::find(code);
    known.map_or_else(Markup::default, |locale| Markup(format!(" lang=\"{}\"", locale.code())))
}

/// The first words of a text, for lists: without the marks of Markdown, ending with a whole word.
pub fn opening(text: &str, letters: usize) -> String {
    let plain: String = text.chars().filter(|c| !"*_#>`[]|~".contains(*c)).collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= letters {
        return words;
    }
    let cut: String = words.chars().take(letters).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

#[cfg(test)]
mod tests {
    use super::{lang, opening};

    #[test]
    fn an_opening_is_plain_and_ends_with_a_word() {
        assert_eq!(opening("**A** safe\n\n> way [to](x) school", 80), "A safe way to(x) school");
        assert_eq!(opening("Biztonságos átkelő az iskolánál", 20), "Biztonságos átkelő …");
    }

    #[test]
    fn only_a_language_is_marked() {
        assert_eq!(lang("hu").0, " lang=\"hu\"");
        assert!(lang("").0.is_empty() && lang("\"><script>").0.is_empty());
    }
}
