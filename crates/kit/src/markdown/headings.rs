//! Where the headings of a text stand under those of the page: none is skipped, so that one who hears the page finds
//! their way (WCAG 2.2, 1.3.1).

use comrak::Node;
use comrak::nodes::NodeValue;
use std::collections::BTreeSet;

/// The level of the page's heading above a text.
const ABOVE: u8 = 2;

/// The lowest that HTML has.
const LOWEST: u8 = 6;

/// Puts the largest headings that a text has under that of the page, and the others in their order below.
pub fn lower(root: Node<'_>) {
    let used: BTreeSet<u8> = root.descendants().filter_map(level).collect();
    let mut last = ABOVE;
    for node in root.descendants() {
        let NodeValue::Heading(heading) = &mut node.data_mut().value else { continue };
        let place = used.range(..=heading.level).count() as u8;
        heading.level = (ABOVE + place).min(last + 1).min(LOWEST);
        last = heading.level;
    }
}

fn level(node: Node<'_>) -> Option<u8> {
    match &node.data().value {
        NodeValue::Heading(heading) => Some(heading.level),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::render;

    fn levels(text: &str) -> Vec<u8> {
        let html = render(text).0;
        html.match_indices("<h").filter_map(|(at, _)| html[at + 2..at + 3].parse().ok()).collect()
    }

    #[test]
    fn headings_begin_below_the_pages_and_skip_none() {
        assert_eq!(levels("# a\n## b\n### c\n# d"), [3, 4, 5, 3]);
        assert_eq!(levels("## a\n## b\n#### c"), [3, 3, 4]);
        assert_eq!(levels("### a\n# b\n## c"), [3, 3, 4]);
        assert_eq!(levels("# a\n## b\n### c\n#### d\n##### e\n###### f"), [3, 4, 5, 6, 6, 6]);
        assert_eq!(levels("a"), [] as [u8; 0]);
    }
}
