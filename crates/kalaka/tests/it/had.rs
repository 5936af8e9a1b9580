//! What others have had: holes that were found in platforms like this one. Each that a like feature here could have is
//! a test of its own, named by the number that it has under that heading in `quality.md` (shared/design).
//!
//! Not here, for there is no such feature: pages that lead outside (7; where one is led after signing in stands for it),
//! frames of other sites' pages (15; what is shared stands for it), several communities in one program (16; two groups
//! stand for it), whispers (24; what guides hid stands for it). What a server fetches (8, 21) is tried where it is fetched.

mod rights;
mod scripts;
mod ways_in;

use kit::testing::{Answer, Browser};

/// Would do something if it came into a page as it is.
const HURT: &str = "\"'><img src=x onerror=alert(1)>";

/// Sends a form that must be taken, and gives where it leads.
fn sent(browser: &Browser, path: &str, form: &[(&str, &str)]) -> String {
    let answer = browser.post(path, form);
    assert_eq!(answer.status(), 303, "{path}: {}", answer.text());
    answer.location().to_owned()
}

/// That a page answers, and holds what would hurt as text alone.
fn harmless(answer: &Answer, what: &str) {
    let text = answer.text();
    assert!(answer.status() < 500, "{what}: {}", answer.status());
    assert!(!text.contains("<img src=x") && !text.contains("'><img"), "{what}: {text}");
}

/// The same, of a page on which it is to be read.
fn shown_harmless(answer: &Answer, what: &str) {
    harmless(answer, what);
    let text = answer.text();
    assert!(text.contains("&#60;img src=x") || text.contains("&lt;img src=x"), "{what}: {text}");
}

fn number(path: &str) -> String {
    let tail = path.trim_start_matches('/').split('/').nth(1).unwrap_or_default();
    tail.chars().take_while(char::is_ascii_digit).collect()
}
