//! Reads a template far enough to tell tags, text and askama's own parts apart.

use super::rust_text::line_at;

/// Stands for each byte of an expression: no letter, no blank, no quote.
const OPAQUE: char = '\u{1}';

/// What askama fills in or does: `{{ … }}` and `{% … %}`.
pub struct Expression {
    pub line: usize,
    pub text: String,
}

pub enum Piece {
    /// Words between tags, without what askama fills in.
    Text {
        line: usize,
        text: String,
    },
    Tag {
        line: usize,
        name: String,
        attributes: Vec<(String, String)>,
    },
}

pub struct Html {
    pub expressions: Vec<Expression>,
    /// What stands in `{# … #}`.
    pub notes: Vec<Expression>,
    pub pieces: Vec<Piece>,
}

impl Html {
    pub fn of(source: &str) -> Html {
        let mut html = Html { expressions: Vec::new(), notes: Vec::new(), pieces: Vec::new() };
        let plain = html.set_expressions_apart(source);
        html.cut(&plain);
        html
    }

    /// The same text with askama's parts made opaque, byte for byte.
    fn set_expressions_apart(&mut self, source: &str) -> String {
        let mut plain = String::with_capacity(source.len());
        let mut at = 0;
        while let Some(open) = source[at..].find('{').map(|found| at + found) {
            let Some(end) = end_of_expression(&source[open..]).map(|length| open + length) else {
                plain.push_str(&source[at..=open]);
                at = open + 1;
                continue;
            };
            plain.push_str(&source[at..open]);
            plain.extend(source[open..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { OPAQUE }));
            let expression = Expression { line: line_at(source, open), text: source[open..end].to_owned() };
            let is_note = expression.text.starts_with("{#");
            if is_note {
                self.notes.push(expression)
            } else {
                self.expressions.push(expression)
            }
            at = end;
        }
        plain.push_str(&source[at..]);
        plain
    }

    fn cut(&mut self, plain: &str) {
        let mut at = 0;
        while at < plain.len() {
            let rest = &plain[at..];
            let line = line_at(plain, at);
            if rest.starts_with("<!--") {
                at += rest.find("-->").map_or(rest.len(), |end| end + 3);
            } else if opens_tag(rest) {
                let end = end_of_tag(rest);
                self.pieces.push(tag(line, &rest[..end]));
                at += end;
            } else {
                let end = next_tag(rest);
                self.pieces.push(Piece::Text { line, text: rest[..end].replace(OPAQUE, "") });
                at += end;
            }
        }
    }
}

/// The length of the expression that opens here; strings in it may hold what closes one.
fn end_of_expression(text: &str) -> Option<usize> {
    let close = match text.as_bytes().get(1)? {
        b'{' => "}}",
        b'%' => "%}",
        b'#' => return text.find("#}").map(|end| end + 2),
        _ => return None,
    };
    let mut in_string = false;
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(2) {
        match letter {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            _ if !in_string && text[at..].starts_with(close) => return Some(at + 2),
            _ => {}
        }
    }
    None
}

fn opens_tag(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next() == Some('<')
        && letters.next().is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | OPAQUE))
}

fn next_tag(text: &str) -> usize {
    text.char_indices().skip(1).find(|(at, _)| opens_tag(&text[*at..])).map_or(text.len(), |(at, _)| at)
}

/// After the `>` that is in no attribute's value.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (letter, quote) {
            ('>', None) => return at + 1,
            ('"' | '\'', None) => quote = Some(letter),
            (_, Some(open)) if letter == open => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn tag(line: usize, text: &str) -> Piece {
    let inside = text.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
    let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while let Some((attribute, after)) = next_attribute(rest) {
        attributes.push(attribute);
        rest = after;
    }
    Piece::Tag { line, name: name.replace(OPAQUE, "").to_ascii_lowercase(), attributes }
}

fn next_attribute(text: &str) -> Option<((String, String), &str)> {
    let text = text.trim_start();
    let end = text.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(text.len());
    let name = text[..end].replace(OPAQUE, "").to_ascii_lowercase();
    if text.is_empty() {
        return None;
    }
    let Some(value) = text[end..].trim_start().strip_prefix('=').map(str::trim_start) else {
        return Some(((name, String::new()), &text[end.max(1)..]));
    };
    let (value, rest) = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
        _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
    };
    Some(((name, value.replace(OPAQUE, "")), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(html: &Html) -> Vec<String> {
        let text = |piece: &Piece| match piece {
            Piece::Text { text, .. } => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            Piece::Tag { .. } => None,
        };
        html.pieces.iter().filter_map(text).collect()
    }

    #[test]
    fn expressions_are_neither_text_nor_tags() {
        let html = Html::of(
            "<p {% if a > b %}hidden{% endif %} title=\"{{ t(\"}} <b>\") }} x\">{# <i>note #}{{ n }} words</p>",
        );
        assert_eq!(words(&html), ["words"]);
        assert_eq!(html.expressions.len(), 4);
        let Piece::Tag { name, attributes, .. } = &html.pieces[0] else { panic!("no tag") };
        assert_eq!(name, "p");
        assert!(attributes.contains(&("title".into(), " x".into())));
        assert!(attributes.iter().any(|(name, _)| name == "hidden"));
    }

    #[test]
    fn values_may_hold_what_closes_a_tag() {
        let html = Html::of("<a data-x='1 > 0' href=/here>go</a><!-- <b>not --><br/>");
        assert_eq!(words(&html), ["go"]);
        assert_eq!(html.pieces.len(), 4);
    }

    #[test]
    fn lines_are_counted_through_expressions() {
        let html = Html::of("{% if a\n %}\n<p>\nhello</p>");
        let lines: Vec<usize> = html
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text { line, .. } | Piece::Tag { line, .. } => *line,
            })
            .collect();
        assert_eq!(lines, [1, 3, 3, 4]);
    }
}
