//! Reads Rust far enough to tell code, comments, literals and tests apart. No parser: it need not
//! understand what it reads, only where each part ends.

use std::ops::Range;

use crate::house::SourceFile;

/// A Rust file, taken apart.
pub struct RustText {
    /// The code alone: what stands in comments and literals is blank, line ends stay.
    pub code: String,
    pub literals: Vec<Literal>,
    pub comments: Vec<Comment>,
    tests: Vec<Range<usize>>,
    is_all_test: bool,
}

/// A string, and the code that stands before it without blanks: `chrome.t(`.
pub struct Literal {
    pub line: usize,
    pub text: String,
    pub before: String,
}

pub struct Comment {
    pub line: usize,
    pub text: String,
}

impl RustText {
    pub fn of(file: &SourceFile) -> RustText {
        let mut reader = Reader::new(&file.text);
        reader.read();
        let Reader { code, literals, comments, .. } = reader;
        let (tests, is_all_test) = (test_items(&code), is_test_file(&file.path));
        RustText { code, literals, comments, tests, is_all_test }
    }

    /// Lines of tests may do what the house may not.
    pub fn is_test(&self, line: usize) -> bool {
        self.is_all_test || self.tests.iter().any(|lines| lines.contains(&line))
    }

    /// The lines of code outside tests, numbered.
    pub fn house_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let numbered = self.code.lines().enumerate().map(|(index, line)| (index + 1, line));
        numbered.filter(|(line, _)| !self.is_test(*line))
    }
}

fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// The lines of each item under `#[cfg(test)]` that has a body here.
fn test_items(code: &str) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    for (start, _) in code.match_indices("#[cfg(test)]") {
        let rest = &code[start..];
        let end = rest.find(['{', ';']).map_or(rest.len(), |at| end_of_body(rest, at));
        items.push(line_at(code, start)..line_at(code, start + end) + 1);
    }
    items
}

/// Where the brace that opens at `open` is closed; `open` itself when there stands no brace.
fn end_of_body(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    code.len()
}

/// The number of the line on which a byte stands.
pub fn line_at(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

struct Reader {
    letters: Vec<char>,
    at: usize,
    line: usize,
    code: String,
    literals: Vec<Literal>,
    comments: Vec<Comment>,
}

impl Reader {
    fn new(text: &str) -> Reader {
        let (letters, code) = (text.chars().collect(), String::with_capacity(text.len()));
        Reader { letters, at: 0, line: 1, code, literals: Vec::new(), comments: Vec::new() }
    }

    fn read(&mut self) {
        while let Some(letter) = self.peek(0) {
            match (letter, self.peek(1)) {
                ('/', Some('/')) => self.line_comment(),
                ('/', Some('*')) => self.block_comment(),
                ('"', _) => self.string(),
                ('r', Some('"' | '#')) if !self.in_word() => self.raw_string(),
                ('\'', _) => self.quote(),
                _ => self.keep(),
            }
        }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.at + ahead).copied()
    }

    /// Whether the letter before belongs to a longer word; `b` and `c` alone mark a literal.
    fn in_word(&self) -> bool {
        let word = |back: usize| {
            self.at.checked_sub(back).and_then(|at| self.letters.get(at)).is_some_and(|c| is_word(*c))
        };
        let mark = self.at > 0 && matches!(self.letters.get(self.at - 1), Some('b' | 'c'));
        word(if mark { 2 } else { 1 })
    }

    fn keep(&mut self) {
        self.take(true);
    }

    fn skip(&mut self) {
        self.take(false);
    }

    fn take(&mut self, keep: bool) {
        let Some(letter) = self.peek(0) else { return };
        self.at += 1;
        if letter == '\n' {
            self.line += 1;
            self.code.push('\n');
        } else {
            self.code.push(if keep { letter } else { ' ' });
        }
    }

    fn line_comment(&mut self) {
        let (line, start) = (self.line, self.at);
        while self.peek(0).is_some_and(|letter| letter != '\n') {
            self.skip();
        }
        self.comments.push(Comment { line, text: self.since(start) });
    }

    fn block_comment(&mut self) {
        let (line, start, mut depth) = (self.line, self.at, 0);
        while let Some(letter) = self.peek(0) {
            match (letter, self.peek(1)) {
                ('/', Some('*')) => depth += 1,
                ('*', Some('/')) => depth -= 1,
                _ => {
                    self.skip();
                    continue;
                }
            }
            self.skip();
            self.skip();
            if depth == 0 {
                break;
            }
        }
        self.comments.push(Comment { line, text: self.since(start) });
    }

    fn string(&mut self) {
        let (line, before) = (self.line, self.code_before());
        self.keep();
        let start = self.at;
        while let Some(letter) = self.peek(0).filter(|letter| *letter != '"') {
            self.skip();
            if letter == '\\' {
                self.skip();
            }
        }
        self.literals.push(Literal { line, text: self.since(start), before });
        self.keep();
    }

    fn raw_string(&mut self) {
        let hashes = (1..).take_while(|ahead| self.peek(*ahead) == Some('#')).count();
        if self.peek(hashes + 1) != Some('"') {
            return self.keep();
        }
        let (line, before) = (self.line, self.code_before());
        for _ in 0..hashes + 2 {
            self.keep();
        }
        let start = self.at;
        let closes = |reader: &Reader| {
            reader.peek(0) == Some('"') && (1..=hashes).all(|ahead| reader.peek(ahead) == Some('#'))
        };
        while self.peek(0).is_some() && !closes(self) {
            self.skip();
        }
        self.literals.push(Literal { line, text: self.since(start), before });
        for _ in 0..=hashes {
            self.keep();
        }
    }

    /// A letter in quotes, or the name of a lifetime.
    fn quote(&mut self) {
        let lifetime = self.peek(1).is_some_and(|c| c != '\\') && self.peek(2) != Some('\'');
        self.keep();
        if lifetime {
            return;
        }
        while let Some(letter) = self.peek(0).filter(|letter| *letter != '\'') {
            self.skip();
            if letter == '\\' {
                self.skip();
            }
        }
        self.keep();
    }

    fn since(&self, start: usize) -> String {
        self.letters[start..self.at].iter().collect()
    }

    fn code_before(&self) -> String {
        let tail: Vec<char> =
            self.code.chars().rev().filter(|letter| !letter.is_whitespace()).take(24).collect();
        tail.into_iter().rev().collect()
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> RustText {
        RustText::of(&SourceFile::new("crates/a/src/b.rs", text))
    }

    #[test]
    fn literals_and_comments_are_no_code() {
        let text =
            read("let a = \"x.unwrap()\"; // y.unwrap()\nlet b = 'c'; /* z /* z */ */ let c = r#\"q\"q\"#;");
        assert!(!text.code.contains("unwrap") && !text.code.contains('z'));
        let literals: Vec<&str> = text.literals.iter().map(|literal| literal.text.as_str()).collect();
        assert_eq!(literals, ["x.unwrap()", "q\"q"]);
        assert_eq!(text.comments[0].text, "// y.unwrap()");
        assert_eq!(text.code.lines().count(), 2);
    }

    #[test]
    fn a_literal_knows_what_it_is_given_to() {
        let text = read("chrome\n    .t( \"needs-title\" )");
        assert_eq!((text.literals[0].line, text.literals[0].before.as_str()), (2, "chrome.t("));
    }

    #[test]
    fn lifetimes_and_letters_do_not_swallow_code() {
        let text = read("fn f<'a>(x: &'a str) -> char { '\"' }\nfn g() { h('\\'', \"k\") }");
        assert_eq!(text.literals.len(), 1);
        assert!(text.code.contains("fn g()"));
    }

    #[test]
    fn marked_literals_are_literals() {
        let text = read("(b\"one\", br\"two\", br#\"three\"#, for_r\"\")");
        let literals: Vec<&str> = text.literals.iter().map(|literal| literal.text.as_str()).collect();
        assert_eq!(literals, ["one", "two", "three", ""]);
    }

    #[test]
    fn test_modules_are_tests_and_the_rest_is_not() {
        let text = read(
            "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() { {} }\n}\nfn c() {}\n#[cfg(test)]\nmod more;\nfn d() {}",
        );
        let tests: Vec<usize> = (1..=9).filter(|line| text.is_test(*line)).collect();
        assert_eq!(tests, [2, 3, 4, 5, 7, 8]);
    }
}
