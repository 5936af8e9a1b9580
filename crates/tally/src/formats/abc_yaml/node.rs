//! The part of YAML that these files use, with the place of each value.

use super::super::SyntaxError;
use saphyr_parser::{Event, Marker, Parser, ScanError, Span};
use std::collections::BTreeMap;
use std::str::FromStr;

/// A value and where it stands.
#[derive(Debug)]
pub struct Node {
    at: Marker,
    pub value: Value,
}

#[derive(Debug)]
pub enum Value {
    Scalar(String),
    Sequence(Vec<Node>),
    /// The keys and values in turn.
    Mapping(Vec<Node>),
}

/// No such file nests deeper; a deeper one is refused before it can fill the stack.
const DEEPEST: usize = 16;

/// Reads the first document of a text.
pub fn parse(text: &str) -> Result<Node, SyntaxError> {
    let mut open: Vec<Node> = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| not_yaml(&error))?;
        let done = match event {
            Event::SequenceStart(..) => opened(&mut open, Value::Sequence(Vec::new()), span)?,
            Event::MappingStart(..) => opened(&mut open, Value::Mapping(Vec::new()), span)?,
            Event::Scalar(text, ..) => Some(Node { at: span.start, value: Value::Scalar(text.into()) }),
            Event::SequenceEnd | Event::MappingEnd => open.pop(),
            Event::Alias(_) => return Err(wrong_at(span.start, "a value, not an alias", "*")),
            Event::StreamEnd | Event::DocumentEnd => break,
            Event::Nothing | Event::StreamStart | Event::DocumentStart(_) => None,
        };
        let Some(node) = done else { continue };
        match open.last_mut().map(|parent| &mut parent.value) {
            Some(Value::Sequence(list) | Value::Mapping(list)) => list.push(node),
            Some(Value::Scalar(_)) | None => return Ok(node),
        }
    }
    Err(SyntaxError::new(1, 1, "a YAML mapping", ""))
}

fn opened(open: &mut Vec<Node>, value: Value, span: Span) -> Result<Option<Node>, SyntaxError> {
    if open.len() == DEEPEST {
        return Err(wrong_at(span.start, format!("no more than {DEEPEST} lists in each other"), ""));
    }
    open.push(Node { at: span.start, value });
    Ok(None)
}

fn not_yaml(error: &ScanError) -> SyntaxError {
    wrong_at(*error.marker(), "YAML", error.info())
}

fn wrong_at(at: Marker, expected: impl Into<String>, found: &str) -> SyntaxError {
    SyntaxError::new(at.line().max(1), at.col() + 1, expected, found)
}

impl Node {
    /// Says that something else was expected here.
    pub fn wrong(&self, expected: impl Into<String>) -> SyntaxError {
        let found = match &self.value {
            Value::Scalar(text) => text,
            Value::Sequence(_) => "a list",
            Value::Mapping(_) => "a mapping",
        };
        wrong_at(self.at, expected, found)
    }

    pub fn mapping(&self, expected: &str) -> Result<BTreeMap<&str, &Node>, SyntaxError> {
        let Value::Mapping(list) = &self.value else { return Err(self.wrong(expected)) };
        let mut keys = BTreeMap::new();
        for pair in list.chunks_exact(2) {
            if keys.insert(pair[0].text("a key")?, &pair[1]).is_some() {
                return Err(pair[0].wrong("each key once"));
            }
        }
        Ok(keys)
    }

    pub fn sequence(&self, expected: &str) -> Result<&[Node], SyntaxError> {
        match &self.value {
            Value::Sequence(list) => Ok(list),
            _ => Err(self.wrong(expected)),
        }
    }

    pub fn text(&self, expected: &str) -> Result<&str, SyntaxError> {
        match &self.value {
            Value::Scalar(text) => Ok(text),
            _ => Err(self.wrong(expected)),
        }
    }

    pub fn number<N: FromStr>(&self, expected: &str) -> Result<N, SyntaxError> {
        self.text(expected)?.parse().map_err(|_| self.wrong(expected))
    }

    pub fn flag(&self) -> Result<bool, SyntaxError> {
        match self.text("true or false")? {
            "true" | "True" => Ok(true),
            "false" | "False" => Ok(false),
            _ => Err(self.wrong("true or false")),
        }
    }

    /// Whether nothing stands where a value could.
    pub fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar(text) if matches!(text.as_str(), "" | "~" | "null"))
    }
}
