//! What a page says that it is: OpenGraph's words, else Twitter's, else its title and description.

use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use kit::fetch::line;
use std::cell::RefCell;

const LONGEST_TITLE: usize = 120;
const LONGEST_DESCRIPTION: usize = 220;
const LONGEST_NAME: usize = 60;

/// No title: nothing can be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    pub title: String,
    pub description: String,
    pub site_name: String,
}

/// Reads a page, or the beginning of one. Any text at all can be read so.
pub fn read(html: &str) -> Head {
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.0.into_inner().head()
}

#[derive(Default)]
struct Reader(RefCell<Found>);

#[derive(Default)]
struct Found {
    title: String,
    in_title: bool,
    /// A drawing in the page's body has titles, too.
    is_past_title: bool,
    /// What `meta` says, first come first: `og:title` and its value.
    said: Vec<(String, String)>,
}

impl Found {
    fn said(&self, names: &[&str]) -> &str {
        let of = |name: &&str| self.said.iter().find(|(said, text)| said == name && !text.trim().is_empty());
        names.iter().find_map(of).map_or("", |(_, text)| text)
    }

    fn head(&self) -> Head {
        let title = match self.said(&["og:title", "twitter:title"]) {
            "" => self.title.as_str(),
            said => said,
        };
        let title = line(title, LONGEST_TITLE);
        let description = self.said(&["og:description", "twitter:description", "description"]);
        let description = line(description, LONGEST_DESCRIPTION);
        Head {
            description: if description == title { String::new() } else { description },
            site_name: line(self.said(&["og:site_name", "application-name"]), LONGEST_NAME),
            title,
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let opens = tag.kind == TagKind::StartTag;
        match (&*tag.name, opens) {
            ("title", true) => {
                self.in_title = !self.is_past_title;
                self.is_past_title = true;
                return TokenSinkResult::RawData(RawKind::Rcdata);
            }
            ("title", false) => self.in_title = false,
            ("body" | "svg", true) => self.is_past_title = true,
            ("meta", true) => self.meta(tag),
            ("textarea", true) => return TokenSinkResult::RawData(RawKind::Rcdata),
            ("script", true) => return TokenSinkResult::RawData(RawKind::ScriptData),
            ("style" | "xmp" | "iframe" | "noembed" | "noframes", true) => {
                return TokenSinkResult::RawData(RawKind::Rawtext);
            }
            ("plaintext", true) => return TokenSinkResult::Plaintext,
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn meta(&mut self, tag: &Tag) {
        let value =
            |name: &str| tag.attrs.iter().find(|a| &*a.name.local == name).map(|a| a.value.to_string());
        let (Some(name), Some(content)) = (value("property").or_else(|| value("name")), value("content"))
        else {
            return;
        };
        self.said.push((name.trim().to_ascii_lowercase(), content));
    }
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut found = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => return found.tag(&tag),
            Token::CharacterTokens(text) if found.in_title => found.title.push_str(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_page_says_what_it_is_in_one_of_three_ways() {
        let html = r#"<!doctype html><html><head><title>The &amp; title</title><script>"<title>no</title>"</script>
            <meta name="description" content="In &quot;short&quot;"></head><body><svg><title>Icon</title></svg>"#;
        let said = read(html);
        assert_eq!((said.title.as_str(), said.description.as_str()), ("The & title", "In \"short\""));
        let html = r#"<TITLE>a</TITLE><META property='og:title' content=' Open  graph '><meta name=twitter:description
            content=Tweet><meta property="og:site_name" content="The Site"><meta property="og:title" content="two">"#;
        let said = read(html);
        assert_eq!((said.title.as_str(), said.description.as_str()), ("Open graph", "Tweet"));
        assert_eq!(said.site_name, "The Site");
        assert_eq!(read("<p>No title</p><svg><title>Icon</title></svg>"), Head::default());
        assert_eq!(read("<title>Cut of").title, "Cut of");
    }

    #[test]
    fn q8_what_a_page_says_is_words_and_nothing_else() {
        let html =
            "<title><script>alert(1)</script>\u{202e}gpj.exe &lt;img src=x onerror=alert(1)&gt;</title>";
        assert_eq!(read(html).title, "<script>alert(1)</script>gpj.exe <img src=x onerror=alert(1)>");
        let long = format!("<title>{}</title>", "word ".repeat(10_000));
        assert!(read(&long).title.chars().count() <= LONGEST_TITLE);
    }

    const PARTS: [&str; 14] = [
        "<title>",
        "</title>",
        "<meta property=\"og:title\" content=\"",
        "\">",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&#x202e;",
        "<svg>",
        "<plaintext>",
        "ő\0\u{feff}",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]

        #[test]
        fn any_text_is_read(parts in proptest::collection::vec((0..PARTS.len(), "\\PC{0,8}"), 0..60)) {
            let html: String = parts.iter().map(|(n, text)| format!("{}{text}", PARTS[*n])).collect();
            let said = read(&html);
            prop_assert!(said.title.chars().count() <= LONGEST_TITLE);
            let harm = said.title.contains(['\u{202e}', '\n', '\0']);
            prop_assert!(!harm);
        }
    }
}
