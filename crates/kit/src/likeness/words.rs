//! One word beside another: how much it says, and whether both are forms of one.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that say nothing of what a text is about, folded, of three letters and more; shorter ones never
/// count. One line a language.
const COMMON: &str = include_str!("common_words.txt");

static IS_COMMON: LazyLock<HashSet<&'static str>> = LazyLock::new(|| COMMON.split_whitespace().collect());

/// What a word counts by itself. Long words are rare ones in all languages that we know.
pub(super) fn rarity(folded: &str) -> f64 {
    if IS_COMMON.contains(folded) || folded.chars().all(|c| c.is_ascii_digit()) {
        return 0.0;
    }
    match folded.chars().count() {
        0..=2 => 0.0,
        3 => 0.5,
        4 => 0.7,
        5 => 0.9,
        6 => 1.0,
        7 | 8 => 1.1,
        _ => 1.2,
    }
}

/// How near two folded words are: 1 the same, 0 strangers.
pub(super) fn kinship(a: &[char], b: &[char]) -> f64 {
    if a == b {
        return 1.0;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 3 || long.len() > 4 * short.len() {
        return 0.0;
    }
    let common = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    if is_inflected(common, short.len(), long.len()) {
        return if common >= 4 { 0.9 } else { 0.6 };
    }
    if short.len() >= 5 && long.windows(short.len()).any(|part| part == short) {
        return 0.75;
    }
    let slip = if short.len() >= 6 { trigrams_in_common(short, long) } else { 0.0 };
    if slip >= 0.6 { 0.9 * slip } else { 0.0 }
}

/// Both go on from one stem: endings may be long (Hungarian stacks them), and the stem's last letter may
/// change before them ("library", "libraries").
fn is_inflected(common: usize, short: usize, long: usize) -> bool {
    match common {
        0..=2 => false,
        3 => short == 3 && long <= 5,
        4 => short <= 5 && long <= 8,
        _ => common + 3 >= short && 2 * common >= long,
    }
}

/// Dice's coefficient of the runs of three letters.
fn trigrams_in_common(a: &[char], b: &[char]) -> f64 {
    let in_b: HashSet<&[char]> = b.windows(3).collect();
    let common = a.windows(3).filter(|t| in_b.contains(t)).count();
    2.0 * common as f64 / (a.len() + b.len() - 4) as f64
}
