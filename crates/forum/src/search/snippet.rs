//! The part of a text in which the words that were looked for stand, with these marked.

use db::fold;
use kit::Markup;

/// So many letters are shown around the first word, and before it.
const LETTERS: usize = 220;
const BEFORE: usize = 60;

/// What was looked for: all words, of which the last may be unfinished.
pub struct Wanted(Vec<String>);

impl Wanted {
    pub fn of(typed: &str) -> Wanted {
        Wanted(fold::words(typed))
    }

    fn has(&self, word: &str) -> bool {
        let word = fold::fold(word);
        let Some((last, whole)) = self.0.split_last() else { return false };
        word.starts_with(last.as_str()) || whole.contains(&word)
    }
}

/// A short text, whole.
pub fn marked(text: &str, wanted: &Wanted) -> Markup {
    let mut html = String::with_capacity(text.len() + 20);
    for (word, is_word) in words(text) {
        match is_word && wanted.has(word) {
            true => html.push_str(&format!("<mark>{}</mark>", escaped(word))),
            false => html.push_str(&escaped(word)),
        }
    }
    Markup(html)
}

/// The part of a long text around the first of the words.
pub fn excerpt(text: &str, wanted: &Wanted) -> Markup {
    let text = bare(text);
    let mut at = 0;
    let mut first = None;
    for (word, is_word) in words(&text) {
        if first.is_none() && is_word && wanted.has(word) {
            first = Some(at);
        }
        at += word.chars().count();
    }
    let from = first.unwrap_or(0).saturating_sub(BEFORE);
    let cut: String = text.chars().skip(from).take(LETTERS).collect();
    let cut = if from > 0 { cut.split_once(' ').map_or(cut.as_str(), |(_, rest)| rest) } else { &cut };
    let (before, after) = (if from > 0 { "… " } else { "" }, if at > from + LETTERS { " …" } else { "" });
    Markup(format!("{before}{}{after}", marked(cut.trim(), wanted).0))
}

/// Without the marks of Markdown, in one line.
fn bare(text: &str) -> String {
    let text = text.replace(['*', '#', '`', '|', '>', '_'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Runs of letters and digits, and what stands between them.
fn words(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_word = rest.chars().next()?.is_alphanumeric();
        let end = rest.find(|c: char| c.is_alphanumeric() != is_word).unwrap_or(rest.len());
        let (word, left) = rest.split_at(end);
        rest = left;
        Some((word, is_word))
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_marked_without_accents_and_the_last_may_be_unfinished() {
        let wanted = Wanted::of("út isko");
        assert_eq!(
            marked("Az ÚT az iskolába <b>", &wanted).0,
            "Az <mark>ÚT</mark> az <mark>iskolába</mark> &lt;b&gt;"
        );
        assert_eq!(marked("utak", &wanted).0, "utak", "only the last word may be unfinished");
    }

    #[test]
    fn a_long_text_is_cut_around_the_first_of_them() {
        let text = format!("{} the **bridge** {}", "word ".repeat(100), "more ".repeat(100));
        let cut = excerpt(&text, &Wanted::of("bridge")).0;
        assert!(
            cut.starts_with("… word") && cut.ends_with(" …") && cut.contains("<mark>bridge</mark>"),
            "{cut}"
        );
        assert!(cut.chars().count() < 260);
        assert_eq!(excerpt("Short & sweet", &Wanted::of("x")).0, "Short &amp; sweet");
    }
}
