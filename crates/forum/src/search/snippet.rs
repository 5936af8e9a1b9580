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
        let is_wanted = is_word && wanted.has(word);
        if is_wanted {
            html.push_str("<mark>");
        }
        escape(&mut html, word);
        if is_wanted {
            html.push_str("</mark>");
        }
    }
    Markup(html)
}

/// The part of a long text around the first of the words.
pub fn excerpt(text: &str, wanted: &Wanted) -> Markup {
    let text = bare(text);
    let before = words(&text).take_while(|(word, is_word)| !(*is_word && wanted.has(word)));
    let bytes = before.map(|(word, _)| word.len()).sum::<usize>();
    // Where none of the words stands, the beginning is shown.
    let first = if bytes < text.len() { text[..bytes].chars().count() } else { 0 };
    let (from, letters) = (first.saturating_sub(BEFORE), text.chars().count());
    let cut: String = text.chars().skip(from).take(LETTERS).collect();
    let cut = if from > 0 { cut.split_once(' ').map_or(cut.as_str(), |(_, rest)| rest) } else { &cut };
    let (before, after) =
        (if from > 0 { "… " } else { "" }, if letters > from + LETTERS { " …" } else { "" });
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

fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
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
