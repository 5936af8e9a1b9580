//! Reading HTML that was made safe already: tags and text in turn. Such HTML has no bare `<` in its text,
//! and quotes all values of attributes, so that this is enough.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'h> {
    /// With its angle brackets.
    Tag(&'h str),
    /// With its entities.
    Text(&'h str),
}

pub fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (piece, left) = if rest.starts_with('<') {
            let (tag, left) = rest.split_at(tag_end(rest));
            (Piece::Tag(tag), left)
        } else {
            let (text, left) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            (Piece::Text(text), left)
        };
        rest = left;
        Some(piece)
    })
}

/// Where the tag at the beginning ends; a `>` inside quotes is none of it.
fn tag_end(html: &str) -> usize {
    let mut quoted = false;
    for (i, c) in html.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return i + 1,
            _ => {}
        }
    }
    html.len()
}

/// The name of a tag, and whether it closes: `("a", true)` for `</a>`.
pub fn name(tag: &str) -> (&str, bool) {
    let inner = tag.trim_start_matches('<');
    let closes = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    (&inner[..end], closes)
}

/// The words alone, as they are searched and quoted.
pub fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for piece in pieces(html) {
        match piece {
            Piece::Text(words) => text.push_str(words),
            // Only marks inside a line of text leave no gap.
            Piece::Tag(tag) if matches!(name(tag).0, "a" | "em" | "strong" | "del" | "code" | "sup") => {}
            Piece::Tag(_) => text.push(' '),
        }
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_text_come_in_turn() {
        let found: Vec<Piece<'_>> = pieces(r#"a <a href="x>y">b</a>"#).collect();
        let tag = Piece::Tag(r#"<a href="x>y">"#);
        assert_eq!(found, [Piece::Text("a "), tag, Piece::Text("b"), Piece::Tag("</a>")]);
        assert_eq!(
            (name("</code>"), name("<br>"), name("<a href=\"\">")),
            (("code", true), ("br", false), ("a", false))
        );
    }

    #[test]
    fn plain_words_keep_their_gaps() {
        assert_eq!(plain("<p>One <em>tw</em>o</p><p>R&amp;D &lt;x&gt;</p>"), "One two R&D <x>");
    }
}
