//! Whatever somebody writes, what is shown holds only the tags, attributes and addresses that it may.

use super::render;
use crate::testing::faults::Faults;

const GOOD: [&str; 12] = [
    "# A title\n\nA *word*, a **strong** one, ~~gone~~ and `code`.\n",
    "* one\n  * two\n    1. three\n       > four\n",
    "| a | b |\n|:--|--:|\n| 1 | [two](https://example.org) |\n",
    "- [x] done\n- [ ] to do\n",
    "A note.[^1]\n\n[^1]: Below **it**.\n",
    "[a link](https://example.org/a?b=c&d=e \"title\") and <https://example.org> and www.example.org\n",
    "![a picture](/files/1/boat.webp) ![elsewhere](https://example.org/spy.png)\n",
    "```html\n<script>alert(1)</script>\n```\n",
    "<div onclick=\"alert(1)\"><img src=x onerror=alert(1)></div>\n",
    "[a]: javascript:alert(1)\n[b]: <data:text/html;base64,PHNjcmlwdD4=> 'x'\n\n[a] [b] [c](vbscript:x)\n",
    "> quoted\n> > twice\n\n***\n\nline  \nbreak\\\nanother &amp; &lt; &#x3c; &#106;avascript&colon;\n",
    "mailto:a@example.org tel:+361234567 a@example.org\n\n<svg><style>@import 'x'</style><math href=x>\n",
];

const STUMBLES: [&str; 36] = [
    "<",
    ">",
    "\"",
    "'",
    "`",
    "&",
    "&lt;",
    "&#60;",
    "&colon;",
    "\\",
    "](",
    "![",
    "[",
    "[^1]",
    "|",
    "\n\n",
    "\n    ",
    "\u{0}",
    "\u{202e}",
    "\u{feff}",
    "<!--",
    "-->",
    "<![CDATA[",
    "<script>",
    "</script>",
    "<svg/onload=alert(1)>",
    " onerror=alert(1) ",
    "javascript:alert(1)",
    "JaVaScRiPt&#58;",
    "data:text/html,",
    "<a href=\"",
    "<style>",
    "</p>",
    "<input type=\"checkbox\" checked=\"\" disabled=\"\" />",
    "data-footnotes",
    "<h1",
];

const TAGS: [&str; 26] = [
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

const ATTRIBUTES: [&str; 14] = [
    "href", "title", "id", "rel", "align", "start", "src", "srcset", "sizes", "alt", "width", "height",
    "loading", "class",
];

/// What is wrong with some HTML, read strictly from the left: no parser mends what it finds.
fn wrong(html: &str) -> Option<String> {
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let Some(end) = end_of_tag(rest) else { return Some(format!("an open tag: {rest}")) };
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if !TAGS.contains(&name) {
            return Some(format!("the tag {tag}"));
        }
        if let Some(attribute) = attributes(&tag[tag.find(' ').unwrap_or(tag.len())..]).find(|a| !is_fine(*a))
        {
            return Some(format!("{attribute:?} in {tag}"));
        }
    }
    None
}

/// Where a tag ends: at the first bracket outside quotation marks.
fn end_of_tag(rest: &str) -> Option<usize> {
    let mut is_quoted = false;
    let end = rest.char_indices().find(|(_, letter)| {
        is_quoted ^= *letter == '"';
        *letter == '>' && !is_quoted
    });
    end.map(|(at, _)| at)
}

fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut parts = tag.split('"');
    std::iter::from_fn(move || {
        let name = parts.next()?.trim().trim_end_matches('=');
        Some((name, parts.next()?))
    })
}

/// Of an address, as browsers read it (WHATWG URL, scheme state).
fn scheme(address: &str) -> Option<String> {
    let bare: String =
        address.trim_start_matches(|c: char| c <= ' ').chars().filter(|c| !"\t\n\r".contains(*c)).collect();
    let (scheme, _) = bare.split_once(':')?;
    let is_one = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_one.then(|| scheme.to_ascii_lowercase())
}

fn is_fine((name, value): (&str, &str)) -> bool {
    let leads_to = |starts: &[&str]| starts.iter().any(|start| value.starts_with(start));
    match name {
        "href" => {
            scheme(value).is_none_or(|scheme| ["http", "https", "mailto", "tel"].contains(&scheme.as_str()))
        }
        "src" | "srcset" => leads_to(&["/files/"]),
        _ => ATTRIBUTES.contains(&name),
    }
}

#[test]
fn the_strict_reader_sees_what_is_wrong() {
    for html in [
        "<script>",
        "<p onclick=\"x\">",
        "<a href=\"javascript:x\">",
        "<p",
        "<img src=\"https://x\">",
        "<a href=\"data:x\">",
        "<a href=\" java\tscript:x\">",
    ] {
        assert!(wrong(html).is_some(), "{html}");
    }
    assert_eq!(wrong("<p>a <a href=\"https://x\" rel=\"y\">b</a> <br> &lt;script&gt;</p>"), None);
}

#[test]
fn nothing_that_is_written_becomes_a_script() {
    let good = GOOD.map(str::as_bytes);
    let tried = Faults { good: &good, stumbles: &STUMBLES }.try_for(10, |input| {
        let text = String::from_utf8_lossy(input);
        let html = render(&text).0;
        assert_eq!(wrong(&html), None, "{html}");
        html.contains('<')
    });
    assert!(tried.times > 100 && tried.useful > tried.times / 2, "{tried:?}");
}
