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

#[cfg(test)]
mod tests {
    use super::lang;

    #[test]
    fn only_a_language_is_marked() {
        assert_eq!(lang("hu").0, " lang=\"hu\"");
        assert!(lang("").0.is_empty() && lang("\"><script>").0.is_empty());
    }
}
