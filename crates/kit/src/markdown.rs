//! What people write, as HTML that can't do harm: CommonMark with tables, links and strikethrough by
//! comrak, then ammonia, always last.

use crate::Markup;
use ammonia::Builder;
use comrak::options::{Extension, Parse, Render};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// The most characters one text may have.
pub const LONGEST: usize = 40_000;

static SAFE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "p",
        "br",
        "hr",
        "em",
        "strong",
        "del",
        "code",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "li",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "h3",
        "h4",
        "h5",
        "h6",
        "sup",
        "section",
    ];
    let mut builder = Builder::new();
    builder
        .tags(HashSet::from(tags))
        .generic_attributes(HashSet::new())
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href", "title", "id"])),
            ("li", HashSet::from(["id"])),
            ("th", HashSet::from(["align"])),
            ("td", HashSet::from(["align"])),
            ("ol", HashSet::from(["start"])),
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(Some("noopener nofollow ugc"));
    builder
});

/// Renders a text. Headings start at the third level, since the page's own come before.
pub fn render(text: &str) -> Markup {
    let options = comrak::Options {
        extension: Extension {
            strikethrough: true,
            table: true,
            autolink: true,
            tasklist: true,
            footnotes: true,
            ..Extension::default()
        },
        parse: Parse::default(),
        render: Render { hardbreaks: true, escape: true, ..Render::default() },
    };
    let html = comrak::markdown_to_html(text, &options);
    let lowered =
        html.replace("<h1", "<h3").replace("</h1", "</h3").replace("<h2", "<h4").replace("</h2", "</h4");
    let html = with_footnotes(with_tasks(lowered), text);
    Markup(SAFE.clean(&html).to_string())
}

/// Boxes of a list of tasks as signs: nobody can tick them, and a reader hears what they are.
fn with_tasks(html: String) -> String {
    if !html.contains("type=\"checkbox\"") {
        return html;
    }
    html.replace("<input type=\"checkbox\" checked=\"\" disabled=\"\" />", "☑")
        .replace("<input type=\"checkbox\" disabled=\"\" />", "☐")
}

/// Many texts stand on one page: the places of each one's footnotes have names of their own.
fn with_footnotes(html: String, text: &str) -> String {
    if !html.contains("data-footnotes") {
        return html;
    }
    let [a, b, c, ..] = Sha256::digest(text.as_bytes())[..] else { return html };
    let own = format!("t{a:02x}{b:02x}{c:02x}-");
    html.replace("href=\"#fn", &format!("href=\"#{own}fn")).replace("id=\"fn", &format!("id=\"{own}fn"))
}

/// The first words of a text, without its marks, for lists and letters.
pub fn excerpt(text: &str, letters: usize) -> String {
    // A list has dozens of them, and most people write without marks.
    let bare = if is_plain(text) { text.to_owned() } else { without_marks(text) };
    let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    if bare.chars().count() <= letters {
        return bare;
    }
    let cut: String = bare.chars().take(letters).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

fn without_marks(text: &str) -> String {
    let html = render(text).0;
    let bare = Builder::empty().clean(&html.replace("</p>", "</p> ").replace("<br>", " ")).to_string();
    unescape(&bare)
}

/// Whether nothing in a text could be a mark: none of Markdown's signs, no line that begins like a list, a
/// heading's underline or code.
fn is_plain(text: &str) -> bool {
    let marks = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '=');
    let begins_oddly = |line: &str| line.starts_with(['\t', ' ']) || line.starts_with(marks);
    !text.contains(['*', '_', '[', ']', '<', '>', '#', '`', '|', '~', '\\', '&'])
        && !text.lines().any(begins_oddly)
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_html_and_scripts_become_nothing() {
        let html = render("# Hi\n\n**bold** <script>alert(1)</script> [x](javascript:alert(1)) | a").0;
        assert!(html.contains("<h3>Hi</h3>") && html.contains("<strong>bold</strong>"), "{html}");
        assert!(!html.contains("<script") && !html.contains("javascript:"), "{html}");
    }

    #[test]
    fn tasks_are_signs_and_footnotes_lead_to_their_own_text() {
        let tasks = render("- [x] the van\n- [ ] the ladder").0;
        assert!(tasks.contains("☑ the van") && tasks.contains("☐ the ladder"), "{tasks}");
        let (one, two) = (render("A[^1]\n\n[^1]: Source").0, render("B[^1]\n\n[^1]: Source").0);
        let place = |html: &str| html.split("href=\"#").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert!(one.contains(&format!("id=\"{}\"", place(&one))), "{one}");
        assert_ne!(place(&one), place(&two));
    }

    #[test]
    fn a_table_and_a_bare_link_work() {
        let html = render("| a | b |\n|---|---|\n| 1 | 2 |\n\nhttps://example.org").0;
        assert!(html.contains("<table>") && html.contains("href=\"https://example.org\""), "{html}");
    }

    #[test]
    fn an_excerpt_ends_with_a_whole_word() {
        assert_eq!(excerpt("**One** two & three four", 12), "One two & …");
        assert_eq!(excerpt("Short", 12), "Short");
    }

    #[test]
    fn an_excerpt_is_the_same_whether_it_was_rendered_or_not() {
        for text in [
            "We meet\non Mondays, at 6.\n\n\"Come!\" – it's open: www.example.org",
            "1.5 litres",
            "a-b",
            "x  y",
        ] {
            let rendered = without_marks(text).split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(excerpt(text, 200), rendered, "{text}");
        }
        assert!(
            !is_plain("- a list") && !is_plain("1. a list") && !is_plain("A\n===") && !is_plain("    code")
        );
    }
}
