//! Each message that code and templates ask for is there, and each that is there is asked for.
//!
//! Asked for outright: `t("key")`, `message!("key")`, `Problem::new("key")`; such a key must exist.
//! Any other string that equals a key counts as a use of it. Where keys are put together at run
//! time, a comment says which: `// messages: sector-*`, in a template `{# messages: sector-* #}`.

use std::collections::{BTreeMap, BTreeSet};

use super::Fault;
use super::fluent::message_files;
use super::html::Html;
use super::rust_text::RustText;
use super::template_text::is_template;
use crate::house::SourceFile;

/// What stands before a string that is a key and nothing else.
const ASKS: [&str; 4] = [".t(", "message!(", "message!{", "Problem::new("];

/// A string in a template or in code outside tests.
struct Said {
    path: String,
    line: usize,
    text: String,
    asks: bool,
}

pub fn faults(sources: &[SourceFile]) -> Vec<Fault> {
    let files = message_files(sources);
    let mut homes = BTreeMap::new();
    let mut used = BTreeSet::new();
    for file in &files {
        for (key, message) in &file.messages {
            homes.entry(key.as_str()).or_insert((file.path, message.line));
            used.extend(message.parts.iter().cloned());
        }
    }
    let mut faults = Vec::new();
    for Said { path, line, text, asks } in sources.iter().filter(|file| file.area().is_some()).flat_map(said)
    {
        if asks && let Some(prefix) = text.strip_suffix('*') {
            let meant: Vec<&str> = homes.keys().copied().filter(|key| key.starts_with(prefix)).collect();
            if meant.is_empty() {
                faults.push(Fault::new(&path, line, format!("no message begins with {prefix}")));
            }
            used.extend(meant.into_iter().map(str::to_owned));
        } else if homes.contains_key(text.as_str()) {
            used.insert(text);
        } else if asks {
            faults.push(Fault::new(&path, line, format!("missing message: {text}")));
        }
    }
    let unused = homes.iter().filter(|(key, _)| !used.contains(**key));
    faults
        .extend(unused.map(|(key, (path, line))| Fault::new(path, *line, format!("unused message: {key}"))));
    faults
}

fn said(file: &SourceFile) -> Vec<Said> {
    match file.kind() {
        "rs" => in_code(file),
        _ if is_template(file) => in_template(file),
        _ => Vec::new(),
    }
}

fn in_code(file: &SourceFile) -> Vec<Said> {
    let rust = RustText::of(file);
    let literals = rust.literals.iter().filter(|literal| !rust.is_test(literal.line));
    let literals = literals.map(|literal| {
        let asks = ASKS.iter().any(|ask| literal.before.ends_with(ask));
        Said { path: file.path.clone(), line: literal.line, text: literal.text.clone(), asks }
    });
    let declared = rust.comments.iter().flat_map(|comment| declared(file, comment.line, &comment.text));
    literals.chain(declared).collect()
}

fn in_template(file: &SourceFile) -> Vec<Said> {
    let html = Html::of(&file.text);
    let mut said: Vec<Said> =
        html.notes.iter().flat_map(|note| declared(file, note.line, &note.text)).collect();
    for expression in &html.expressions {
        // Its strings are read as Rust's are.
        let rust = RustText::of(&SourceFile::new(file.path.as_str(), expression.text.as_str()));
        said.extend(rust.literals.into_iter().map(|literal| {
            let asks = ASKS.iter().any(|ask| literal.before.ends_with(ask));
            Said {
                path: file.path.clone(),
                line: expression.line + literal.line - 1,
                text: literal.text,
                asks,
            }
        }));
    }
    said
}

/// `// messages: sector-*, role-*`
fn declared(file: &SourceFile, line: usize, comment: &str) -> Vec<Said> {
    let comment = comment.trim_start_matches(['/', '!', '*', '{', '#', ' ']);
    let Some(list) = comment.strip_prefix("messages:") else { return Vec::new() };
    let keys = list.split([',', ' ', '#', '}']).filter(|key| !key.is_empty() && *key != "*/");
    keys.map(|key| Said { path: file.path.clone(), line, text: key.to_owned(), asks: true }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(code: &str, template: &str) -> Vec<String> {
        let sources = [
            SourceFile::new(
                "crates/a/src/b/messages/en.ftl",
                "b-x = X\nb-y = Y\nsector-one = 1\nsector-two = 2",
            ),
            SourceFile::new("crates/a/src/b/pages.rs", code),
            SourceFile::new("crates/a/src/b/show.html", template),
        ];
        faults(&sources).into_iter().map(|fault| format!("{}:{}", fault.line, fault.what)).collect()
    }

    #[test]
    fn every_way_of_asking_is_a_use() {
        let code = "// messages: sector-*\nfn a() { Problem::new(\"b-x\") }";
        assert_eq!(found(code, "{{ chrome.t(\"b-y\").with(\"n\", n) }}"), [""; 0]);
        assert_eq!(found("const KEYS: [&str; 2] = [\"b-x\", \"b-y\"];", "{# messages: sector-* #}"), [""; 0]);
    }

    #[test]
    fn what_is_missing_or_unused_is_found() {
        let code = "// messages: role-*, sector-one\nfn a() { chrome.t(\"b-z\") }\n#[cfg(test)]\nmod tests { fn b() { t(\"b-x\") } }";
        let expected = [
            "2:missing message: b-z",
            "1:no message begins with role-",
            "2:missing message: b-q",
            "1:unused message: b-x",
            "2:unused message: b-y",
            "4:unused message: sector-two",
        ];
        assert_eq!(found(code, "<p\n{{ chrome.t(\"b-q\") }}"), expected);
    }
}
