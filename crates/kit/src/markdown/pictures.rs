//! The pictures of a text: which it names, and how those that may be shown are.

use comrak::nodes::NodeValue;
use comrak::{Arena, Node, parse_document};
use std::borrow::Cow;
use std::collections::HashMap;

/// A picture that may be shown.
#[derive(Debug, Clone)]
pub struct Picture {
    pub path: String,
    pub width: i64,
    pub height: i64,
    /// The width of its smaller writing, where it has one.
    pub small: Option<i64>,
}

/// By their file's id.
pub type Pictures = HashMap<i64, Picture>;

/// The column of a text is never wider.
const SIZES: &str = "(max-width: 42rem) 100vw, 42rem";

/// The ids of the files that a text names, in its pictures and links, each once.
pub fn files_in(text: &str) -> Vec<i64> {
    if !text.contains("/files/") {
        return Vec::new();
    }
    let arena = Arena::new();
    let root = parse_document(&arena, text, &super::options());
    let mut ids: Vec<i64> = root
        .descendants()
        .filter_map(|node| match &node.data().value {
            NodeValue::Link(link) | NodeValue::Image(link) => file_of(&link.url),
            _ => None,
        })
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The id in an address of a file of ours.
fn file_of(url: &str) -> Option<i64> {
    url.strip_prefix("/files/")?.split_once('/')?.0.parse().ok()
}

/// Puts pictures into a text that was read. What may not be shown becomes a link.
pub(super) fn place(root: Node<'_>, pictures: &Pictures) {
    let nodes: Vec<Node<'_>> = root.descendants().collect();
    for node in nodes {
        let NodeValue::Image(link) = node.data().value.clone() else { continue };
        let picture = file_of(&link.url).and_then(|id| pictures.get(&id));
        let alt = words(node);
        let in_link = node.ancestors().skip(1).any(|n| matches!(n.data().value, NodeValue::Link(_)));
        let value = match picture {
            Some(picture) => NodeValue::Raw(picture.html(&alt)),
            None if in_link => NodeValue::Text(alt.into()),
            // A link without words can't be followed: its address is what it says.
            None if alt.trim().is_empty() => NodeValue::Text(link.url.into()),
            None => NodeValue::Link(link),
        };
        if !matches!(value, NodeValue::Link(_)) {
            node.children().collect::<Vec<_>>().iter().for_each(|child| child.detach());
        }
        node.data_mut().value = value;
    }
}

/// What stands in a picture's brackets, without marks.
fn words(node: Node<'_>) -> String {
    let words = node.descendants().filter_map(|n| match &n.data().value {
        NodeValue::Text(text) => Some(text.to_string()),
        NodeValue::Code(code) => Some(code.literal.clone()),
        NodeValue::HtmlInline(html) => Some(html.clone()),
        NodeValue::SoftBreak | NodeValue::LineBreak => Some(" ".into()),
        _ => None,
    });
    words.collect()
}

impl Picture {
    fn html(&self, alt: &str) -> String {
        let Picture { path, width, height, small } = self;
        let (path, alt) = (escaped(path), escaped(alt));
        let set = small.map_or_else(String::new, |small| {
            format!(r#" srcset="{path}?size=small {small}w, {path} {width}w" sizes="{SIZES}""#)
        });
        format!(r#"<img src="{path}"{set} width="{width}" height="{height}" alt="{alt}" loading="lazy">"#)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The sanitiser's last word: whatever came before it, a picture is one of ours.
pub(super) fn only_ours<'u>(element: &str, attribute: &str, value: &'u str) -> Option<Cow<'u, str>> {
    let fine = match (element, attribute) {
        ("img", "src") => file_of(value).is_some(),
        ("img", "srcset") => value.split(", ").all(|candidate| file_of(candidate).is_some()),
        _ => true,
    };
    fine.then_some(Cow::Borrowed(value))
}
