//! What people write, as HTML that can't do harm: CommonMark with tables, links and strikethrough by
//! comrak, then ammonia, always last. Pictures are our own files alone: one from elsewhere would tell its
//! server who reads, so it becomes a link.

mod headings;
#[cfg(test)]
mod hostile;
mod links;
mod pictures;

pub use links::lone_links;
pub use pictures::{Picture, Pictures, files_in};

use crate::Markup;
use ammonia::Builder;
use comrak::options::{Extension, Parse, Render};
use comrak::{Arena, Options};
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
        "img",
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
            ("img", HashSet::from(["src", "srcset", "sizes", "alt", "width", "height", "loading"])),
        ]))
        .attribute_filter(pictures::only_ours)
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(Some("noopener nofollow ugc"));
    builder
});

fn options() -> Options<'static> {
    Options {
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
    }
}

/// Renders a text. Headings start at the third level, since the page's own come before, and skip none.
pub fn render(text: &str) -> Markup {
    render_with(text, &Pictures::new())
}

/// Renders a text in which these pictures may be shown.
pub fn render_with(text: &str, pictures: &Pictures) -> Markup {
    let (options, arena) = (options(), Arena::new());
    let root = comrak::parse_document(&arena, text, &options);
    pictures::place(root, pictures);
    headings::lower(root);
    let mut html = String::with_capacity(text.len() * 2);
    // Writing into memory can't fail.
    let _ = comrak::format_html(root, &options, &mut html);
    let html = with_footnotes(with_tasks(html), text);
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

/// What foreign HTML says, without its tags.
pub fn words_of_html(html: &str) -> String {
    unescape(&Builder::empty().clean(html).to_string())
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
    fn a_picture_is_shown_only_from_here_and_only_where_it_may_be() {
        let boat = Picture { path: "/files/12/boat.webp".into(), width: 1600, height: 900, small: Some(800) };
        let pictures = Pictures::from([(12, boat)]);
        let html = render_with("![A \"boat\" <b>](/files/12/boat.webp)", &pictures).0;
        assert_eq!(
            html,
            "<p><img src=\"/files/12/boat.webp\" srcset=\"/files/12/boat.webp?size=small 800w, \
             /files/12/boat.webp 1600w\" sizes=\"(max-width: 42rem) 100vw, 42rem\" width=\"1600\" height=\"900\" \
             alt=\"A &quot;boat&quot; &lt;b&gt;\" loading=\"lazy\"></p>\n"
        );
        for (elsewhere, link) in [
            ("https://tracker.example/x.gif", "https://tracker.example/x.gif"),
            ("/files/13/other.webp", "/files/13/other.webp"),
            ("//evil.example/files/12/boat.webp", "//evil.example/files/12/boat.webp"),
        ] {
            let html = render_with(&format!("![x]({elsewhere})"), &pictures).0;
            assert!(html.contains(&format!("href=\"{link}\"")) && !html.contains("<img"), "{html}");
        }
        for raw in ["<img src=/files/12/boat.webp>", "<img src=x onerror=alert(1)>"] {
            assert!(!render_with(raw, &pictures).0.contains("<img"));
        }
    }

    #[test]
    fn the_sanitiser_itself_lets_no_foreign_picture_through() {
        for foreign in [
            r#"<img src="https://tracker.example/x.gif" alt="">"#,
            r#"<img src="//tracker.example/files/1/x.webp" alt="">"#,
            r#"<img src="/files/1/x.webp" srcset="https://tracker.example/x.gif 800w" alt="">"#,
            r#"<img src="/sign-out" alt="" onerror="alert(1)">"#,
        ] {
            let clean = SAFE.clean(foreign).to_string();
            assert!(
                !clean.contains("tracker") && !clean.contains("sign-out") && !clean.contains("alert"),
                "{clean}"
            );
        }
    }

    #[test]
    fn the_files_of_a_text_are_its_pictures_and_links() {
        let text = "![a](/files/3/a.webp) and [b](/files/4/b.pdf), [c](/files/x/c) `![d](/files/5/d.webp)`";
        assert_eq!(files_in(text), [3, 4]);
    }

    #[test]
    fn an_address_alone_on_its_line_is_shown_where_it_leads() {
        let text = "See:\nhttps://a.example/x?b=1&c=2\n\nhttps://b.example and more\n\n> https://c.example\n\n- https://d.example\n\n[words](https://e.example)\n<https://f.example/>\nhttps://a.example/x?b=1&c=2\n\n`https://g.example`\nwww.h.example\nmailto:i@j.example";
        assert_eq!(lone_links(text), ["https://a.example/x?b=1&c=2", "https://f.example/"]);
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
