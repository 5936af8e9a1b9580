//! What docs/asvs.md shows as evidence is there: the file, and in it the test. It stands between backticks,
//! as `crates/a/src/b.rs` or `crates/a/tests/it/b.rs::a_test`; of a browser test, its title.

use std::collections::BTreeMap;

use super::Fault;
use crate::house::SourceFile;

const PAGE: &str = "docs/asvs.md";

/// How evidence begins. Anything else between backticks is a word.
const PLACES: [&str; 3] = ["crates/", "xtask/", "browser/"];

pub fn faults(sources: &[SourceFile]) -> Vec<Fault> {
    let texts: BTreeMap<&str, &str> =
        sources.iter().map(|file| (file.path.as_str(), file.text.as_str())).collect();
    let Some(page) = texts.get(PAGE) else { return vec![Fault::new(PAGE, 1, "there is no such page")] };
    let mut faults = Vec::new();
    for (index, line) in page.lines().enumerate() {
        let missing = evidence(line).filter_map(|shown| missing(&texts, shown));
        faults.extend(missing.map(|what| Fault::new(PAGE, index + 1, what)));
    }
    faults
}

/// Every second piece of a line stands between backticks.
fn evidence(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split('`').skip(1).step_by(2);
    words.filter(|word| PLACES.iter().any(|place| word.starts_with(place)))
}

fn missing(texts: &BTreeMap<&str, &str>, shown: &str) -> Option<String> {
    let (path, test) = shown.split_once("::").unwrap_or((shown, ""));
    let Some(text) = texts.get(path) else { return Some(format!("no such file: {path}")) };
    let is_there = test.is_empty() || has_test(text, test);
    (!is_there).then(|| format!("no such test: {shown}"))
}

/// A function right below `#[test]`, or a browser test with this title.
fn has_test(text: &str, name: &str) -> bool {
    let (function, titled) = (format!("fn {name}("), format!("test('{name}'"));
    let lines = || text.lines().map(str::trim);
    lines().zip(lines().skip(1)).any(|(mark, line)| mark.ends_with("test]") && line.contains(&function))
        || lines().any(|line| line.starts_with(&titled))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(page: &str) -> Vec<String> {
        let sources = [
            SourceFile::new(PAGE, page),
            SourceFile::new(
                "crates/a/src/b.rs",
                "fn c() {}\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn d() {}\n}",
            ),
            SourceFile::new("browser/e.test.mjs", "  test('f and g', async () => {})"),
        ];
        faults(&sources).into_iter().map(|fault| format!("{}:{}", fault.line, fault.what)).collect()
    }

    #[test]
    fn evidence_that_is_there_is_enough() {
        let page =
            "| `a word` | `crates/a/src/b.rs`, `crates/a/src/b.rs::d` |\n`browser/e.test.mjs::f and g`";
        assert_eq!(found(page), [""; 0]);
    }

    #[test]
    fn evidence_that_is_gone_is_found() {
        let page =
            "`crates/a/src/z.rs::d`\n`crates/a/src/b.rs::c`, `crates/a/src/b.rs::d`\n`browser/e.test.mjs::f`";
        let expected = [
            "1:no such file: crates/a/src/z.rs",
            "2:no such test: crates/a/src/b.rs::c",
            "3:no such test: browser/e.test.mjs::f",
        ];
        assert_eq!(found(page), expected);
        assert_eq!(faults(&[]).len(), 1, "the page itself");
    }
}
