//! A file of messages, as the rules need it: which there are, on which line, with which variables.

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};

use fluent_syntax::ast::{self, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::rust_text::line_at;
use crate::house::SourceFile;

/// One language of one room.
pub struct MessageFile<'a> {
    pub path: &'a str,
    /// The folder whose `messages/` this is.
    pub room: &'a str,
    pub language: &'a str,
    pub messages: BTreeMap<String, Message>,
    pub terms: BTreeSet<String>,
    /// What could not be read, by line.
    pub errors: Vec<(usize, String)>,
    /// Keys that stand here more than once, by line.
    pub repeated: Vec<(usize, String)>,
}

#[derive(Default)]
pub struct Message {
    pub line: usize,
    pub variables: BTreeSet<String>,
    /// Other messages, and terms with their `-`, that it is made of.
    pub parts: BTreeSet<String>,
}

/// Every message file of the house.
pub fn message_files(sources: &[SourceFile]) -> Vec<MessageFile<'_>> {
    sources.iter().filter_map(message_file).collect()
}

fn message_file(file: &SourceFile) -> Option<MessageFile<'_>> {
    let (room, name) = file.path.rsplit_once("/messages/")?;
    let language = name.strip_suffix(".ftl").filter(|_| file.area().is_some())?;
    let (resource, errors) = match parser::parse(file.text.as_str()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let errors =
        errors.into_iter().map(|error| (line_at(&file.text, error.pos.start), error.kind.to_string()));
    let mut read = MessageFile {
        path: &file.path,
        room,
        language,
        messages: BTreeMap::new(),
        terms: BTreeSet::new(),
        errors: errors.collect(),
        repeated: Vec::new(),
    };
    let mut lines = Lines::of(&file.text);
    for entry in resource.body {
        read.take(entry, &mut lines);
    }
    Some(read)
}

impl MessageFile<'_> {
    fn take(&mut self, entry: ast::Entry<&str>, lines: &mut Lines) {
        match entry {
            ast::Entry::Message(message) => {
                let line = lines.next(message.id.name);
                if let Some(value) = &message.value {
                    self.add(message.id.name.to_owned(), line, value);
                }
                for attribute in &message.attributes {
                    self.add(format!("{}.{}", message.id.name, attribute.id.name), line, &attribute.value);
                }
            }
            ast::Entry::Term(term) => {
                self.terms.insert(format!("-{}", term.id.name));
            }
            _ => {}
        }
    }

    fn add(&mut self, key: String, line: usize, value: &Pattern<&str>) {
        let mut message = Message { line, ..Message::default() };
        message.read(value);
        match self.messages.entry(key) {
            Entry::Vacant(place) => {
                place.insert(message);
            }
            Entry::Occupied(place) => self.repeated.push((line, place.key().clone())),
        }
    }
}

impl Message {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                variants.iter().for_each(|variant| self.read(&variant.value));
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| format!(".{}", attribute.name));
                self.parts.insert(id.name.to_owned() + &attribute.unwrap_or_default());
            }
            InlineExpression::TermReference { id, .. } => {
                self.parts.insert(format!("-{}", id.name));
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.read_inline(argument));
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

/// The lines on which messages begin. Entries come in their order, so each is looked for after the last.
struct Lines<'a> {
    rest: Vec<(usize, &'a str)>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Lines<'a> {
        let mut rest: Vec<_> = text.lines().enumerate().map(|(index, line)| (index + 1, line)).collect();
        rest.reverse();
        Lines { rest }
    }

    fn next(&mut self, key: &str) -> usize {
        while let Some((number, line)) = self.rest.pop() {
            if line.split_once('=').is_some_and(|(name, _)| name.trim_end() == key) {
                return number;
            }
        }
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_know_their_line_variables_and_parts() {
        let text = "# Comment\na-b = Hello { $name }\n\na-c =\n    { NUMBER($n) ->\n        [one] one { a-b }\n       *[other] { $n } of { -brand }\n    }\n    .title = { $day }\n";
        let file = SourceFile::new("crates/a/src/b/messages/en.ftl", text);
        let files = message_files(std::slice::from_ref(&file));
        let MessageFile { room, language, messages, errors, .. } = &files[0];
        assert_eq!((*room, *language, errors.len()), ("crates/a/src/b", "en", 0));
        assert_eq!((messages["a-b"].line, messages["a-c"].line), (2, 4));
        assert_eq!(messages["a-c"].variables, BTreeSet::from(["n".to_owned()]));
        assert_eq!(messages["a-c"].parts, BTreeSet::from(["-brand".to_owned(), "a-b".to_owned()]));
        assert!(messages["a-c.title"].variables.contains("day"));
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        let file = SourceFile::new("crates/a/src/b/messages/hu.ftl", "a-b = fine\na-c = { $n ->\n");
        let files = message_files(std::slice::from_ref(&file));
        assert_eq!(files[0].errors.len(), 1);
        assert!(files[0].errors[0].0 >= 2);
    }
}
