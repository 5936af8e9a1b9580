//! How many tests passed and failed, read from the closing lines of those who ran them.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    pub fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    pub fn in_words(self) -> String {
        match (self.passed, self.failed) {
            (0, 0) => String::new(),
            (passed, 0) => format!("{passed} passed"),
            (passed, failed) => format!("{passed} passed, {failed} failed"),
        }
    }

    /// `Summary [ 1.2s] 5 tests run: 3 passed (1 slow), 1 failed, 1 timed out, 2 skipped`
    pub fn of_nextest(words: &str) -> Tally {
        let words = without_colours(words);
        let Some((_, counts)) = last_with(&words, "Summary [").and_then(|line| line.split_once("run:"))
        else {
            return Tally::default();
        };
        let failed = ["failed", "timed out", "exec failed"].map(|what| before(counts, what));
        Tally { passed: before(counts, "passed"), failed: failed.iter().sum() }
    }

    /// `test result: ok. 3 passed; 0 failed; 0 ignored; …`, once for each test binary.
    pub fn of_cargo_test(words: &str) -> Tally {
        let words = without_colours(words);
        let mut all = Tally::default();
        for line in words.lines().filter(|line| line.starts_with("test result:")) {
            let counts = line.split_once(". ").map_or(line, |(_, counts)| counts);
            all.add(Tally { passed: before(counts, "passed"), failed: before(counts, "failed") });
        }
        all
    }

    /// `ℹ pass 3` and `ℹ fail 1` on lines of their own.
    pub fn of_node(words: &str) -> Tally {
        let words = without_colours(words);
        let after = |label: &str| {
            let line = last_with(&words, label)?;
            line.split_once(label)?.1.trim().parse().ok()
        };
        let cancelled: u64 = after("ℹ cancelled ").unwrap_or(0);
        Tally { passed: after("ℹ pass ").unwrap_or(0), failed: after("ℹ fail ").unwrap_or(0) + cancelled }
    }
}

fn last_with<'a>(words: &'a str, what: &str) -> Option<&'a str> {
    words.lines().rev().find(|line| line.contains(what))
}

/// The number that stands before a word, in a list with commas or semicolons.
fn before(counts: &str, what: &str) -> u64 {
    let parts = counts.split([',', ';']).map(str::trim);
    let said = |part: &str| {
        part.split_once(' ').filter(|(_, rest)| starts_with_word(rest, what)).map(|(n, _)| n.to_owned())
    };
    parts.filter_map(said).find_map(|number| number.parse().ok()).unwrap_or(0)
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().find(|c| c.is_ascii_alphabetic());
        } else {
            plain.push(letter);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nextest_counts_slow_and_timed_out_tests() {
        let words = "  Summary [   1.2s] \u{1b}[1m8\u{1b}[0m tests run: 5 passed (1 slow), 2 failed, 1 timed out, 4 skipped";
        assert_eq!(Tally::of_nextest(words), Tally { passed: 5, failed: 3 });
    }

    #[test]
    fn a_run_that_was_stopped_short_counts_too() {
        let words = "Summary [ 0.1s] 2/8 tests run: 1 passed, 1 failed, 0 skipped";
        assert_eq!(Tally::of_nextest(words), Tally { passed: 1, failed: 1 });
    }

    #[test]
    fn cargo_test_is_added_up_over_its_binaries() {
        let words = "test result: ok. 3 passed; 0 failed; 0 ignored\ntest result: FAILED. 2 passed; 1 failed; 0 ignored";
        assert_eq!(Tally::of_cargo_test(words), Tally { passed: 5, failed: 1 });
    }

    #[test]
    fn node_says_pass_and_fail_on_lines_of_their_own() {
        let words = "ℹ tests 4\nℹ pass 3\nℹ fail 1\nℹ cancelled 0";
        assert_eq!(Tally::of_node(words), Tally { passed: 3, failed: 1 });
    }
}
