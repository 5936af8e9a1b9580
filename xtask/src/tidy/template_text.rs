//! A template says what stands where; the words are in the messages. Styles and scripts are files:
//! the content security policy lets nothing run that stands in a page.

use super::Fault;
use super::html::{Html, Piece};
use crate::house::SourceFile;

/// Attributes that are read out or shown.
const SPOKEN: [&str; 8] = [
    "title",
    "alt",
    "placeholder",
    "label",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
];

/// The page that shows the components, in development only; its samples are nobody's words.
const SAMPLES: &str = "crates/kit/src/look/design.html";

/// The same in each language.
const OUR_NAME: &str = "Kaláka";

pub fn faults(sources: &[SourceFile]) -> Vec<Fault> {
    sources.iter().filter(|file| is_template(file)).flat_map(of_template).collect()
}

pub fn is_template(file: &SourceFile) -> bool {
    let filled_in = || file.text.contains("{{") || file.text.contains("{%");
    let kind = match file.kind() {
        "html" => true,
        "txt" | "svg" | "xml" => filled_in(),
        _ => false,
    };
    kind && file.room().is_some()
}

fn of_template(file: &SourceFile) -> Vec<Fault> {
    let html = Html::of(&file.text);
    let mut faults = Vec::new();
    let mut fault = |line: usize, what: String| faults.push(Fault::new(&file.path, line, what));
    for piece in &html.pieces {
        match piece {
            Piece::Text { line, text } if file.path != SAMPLES => {
                if let Some((offset, words)) = words(text) {
                    fault(line + offset, format!("text outside messages: {words:?}"));
                }
            }
            Piece::Text { .. } => {}
            Piece::Tag { line, name, attributes } => {
                for what in of_tag(name, attributes, file.path == SAMPLES) {
                    fault(*line, what);
                }
            }
        }
    }
    for expression in &html.expressions {
        if expression.text.trim_start_matches(['{', '-', ' ']).starts_with('"') && file.path != SAMPLES {
            fault(expression.line, format!("text outside messages: {}", expression.text));
        }
    }
    faults
}

fn of_tag(name: &str, attributes: &[(String, String)], is_sample: bool) -> Vec<String> {
    let has = |wanted: &str| attributes.iter().any(|(name, _)| name == wanted);
    let mut faults = Vec::new();
    if name == "style" || (name == "script" && !has("src")) {
        faults.push(format!("<{name}> in the page: the content security policy blocks it; make it a file"));
    }
    for (attribute, value) in attributes {
        if attribute == "style" {
            faults.push("style=\"\": the content security policy blocks it; use a class".to_owned());
        } else if attribute.starts_with("on") {
            faults.push(format!(
                "{attribute}=\"\": a script in the page; the content security policy blocks it"
            ));
        } else if !is_sample && SPOKEN.contains(&attribute.as_str()) && words(value).is_some() {
            faults.push(format!("text outside messages: {attribute}={value:?}"));
        }
    }
    faults
}

/// The first line that has a letter in it, and how many lines come before.
fn words(text: &str) -> Option<(usize, String)> {
    let plain = without_entities(text).replace(OUR_NAME, "");
    let (offset, line) = plain.lines().enumerate().find(|(_, line)| line.chars().any(char::is_alphabetic))?;
    Some((offset, line.trim().to_owned()))
}

/// `&nbsp;` and its like are signs, not words.
fn without_entities(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        rest = match after.split_once(';') {
            Some((name, after)) if name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#') => after,
            _ => after,
        };
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let file = SourceFile::new("crates/agree/src/needs/show.html", text);
        faults(&[file]).into_iter().map(|fault| format!("{}: {}", fault.line, fault.what)).collect()
    }

    #[test]
    fn messages_signs_and_numbers_are_no_text() {
        let text = "<p class=\"lead\">{{ chrome.t(\"needs-title\") }} &nbsp;· 12 – Kaláka</p><img alt=\"{{ n }}\"><a title=''>";
        assert_eq!(found(text), [""; 0]);
    }

    #[test]
    fn words_are_found_between_tags_and_in_what_is_read_out() {
        assert_eq!(found("<p>\n{{ n }}\nneeds</p>"), ["3: text outside messages: \"needs\""]);
        assert_eq!(found("<input placeholder=\"Name\">").len(), 1);
        assert_eq!(found("<p>{{ \"Hello\" }}</p>").len(), 1);
    }

    #[test]
    fn styles_and_scripts_are_files() {
        assert_eq!(
            found("<p style=\"color: red\"></p><script>1</script><style></style><b onclick=\"2\"></b>").len(),
            4
        );
        assert_eq!(found("<script src=\"/a.js\"></script>"), [""; 0]);
    }
}
