//! The addresses that stand alone on a line of a text: somebody shows where something is.

use comrak::nodes::NodeValue;
use comrak::{Arena, Node, parse_document};

/// The addresses of the web on lines of their own in plain paragraphs, each once, in their order.
pub fn lone_links(text: &str) -> Vec<String> {
    if !text.contains("http://") && !text.contains("https://") {
        return Vec::new();
    }
    let arena = Arena::new();
    let root = parse_document(&arena, text, &super::options());
    let mut found = Vec::new();
    for paragraph in root.children().filter(|node| matches!(node.data().value, NodeValue::Paragraph)) {
        let parts: Vec<Node<'_>> = paragraph.children().collect();
        for line in parts.split(|node| is_break(node)) {
            found.extend(lone(line).filter(|link| !found.contains(link)));
        }
    }
    found
}

fn is_break(node: Node<'_>) -> bool {
    matches!(node.data().value, NodeValue::SoftBreak | NodeValue::LineBreak)
}

/// The address, where a line is nothing else and says it as it is.
fn lone(line: &[Node<'_>]) -> Option<String> {
    let mut parts = line.iter().filter(|node| !is_blank(node));
    let (Some(only), None) = (parts.next(), parts.next()) else { return None };
    let NodeValue::Link(link) = only.data().value.clone() else { return None };
    let says: String = only.children().filter_map(text_of).collect();
    (link.url.starts_with("http") && says == link.url).then_some(link.url)
}

fn is_blank(node: Node<'_>) -> bool {
    text_of(node).is_some_and(|text| text.trim().is_empty())
}

fn text_of(node: Node<'_>) -> Option<String> {
    match &node.data().value {
        NodeValue::Text(text) => Some(text.to_string()),
        _ => None,
    }
}
