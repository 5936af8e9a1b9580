//! Pairs of texts that somebody judged (`pairs.txt`), and what the words alone make of them.

use super::*;

const PAIRS: &str = include_str!("pairs.txt");

struct Pair {
    kind: &'static str,
    first: (&'static str, &'static str),
    second: (&'static str, &'static str),
}

fn pairs(kind: &str) -> Vec<Pair> {
    let lines = PAIRS.lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.map(|line| match line.split(" | ").map(str::trim).collect::<Vec<_>>()[..] {
        [kind, title, body, other_title, other_body] => {
            Pair { kind, first: (title, body), second: (other_title, other_body) }
        }
        _ => panic!("not a pair: {line}"),
    });
    pairs.filter(|pair| pair.kind == kind).collect()
}

fn background() -> Background {
    Background::of(PAIRS.lines())
}

fn compare(pair: &Pair, background: &Background) -> (Likeness, Likeness) {
    let read = |(title, body)| Reading::of(title, body, background);
    let (first, second) = (read(pair.first), read(pair.second));
    (first.likeness(&second), second.likeness(&first))
}

/// How many pairs are taken for alike, and of how many; the wrong ones are told.
fn taken_for_alike(kind: &str, background: &Background) -> (usize, usize) {
    let pairs = pairs(kind);
    let taken = |pair: &&Pair| {
        let (likeness, _) = compare(pair, background);
        if likeness.is_alike() != kind.ends_with("alike") {
            println!("{:.2} {} ~ {} {:?}", likeness.score, pair.first.0, pair.second.0, likeness.shared);
        }
        likeness.is_alike()
    };
    (pairs.iter().filter(taken).count(), pairs.len())
}

#[test]
fn nine_of_ten_alike_are_found_and_few_misleading_pairs_taken() {
    for background in [background(), Background::default()] {
        assert_eq!(taken_for_alike("alike", &background), (22, 24));
        assert_eq!(taken_for_alike("other", &background), (3, 24));
    }
}

#[test]
fn it_holds_for_pairs_that_nothing_was_set_by() {
    assert_eq!(taken_for_alike("new-alike", &background()), (12, 12));
    assert_eq!(taken_for_alike("new-other", &background()), (4, 12));
}

#[test]
fn a_text_is_wholly_like_itself_and_not_at_all_like_nothing() {
    let read = |title| Reading::of(title, "", &Background::default());
    assert!(read("Játszótér Kisréven").likeness(&read("játszótér KISRÉVEN!")).score > 0.99);
    assert_eq!(read("Játszótér Kisréven").likeness(&read("")), Likeness::default());
    assert_eq!(read("2026 – and the").likeness(&read("and the 2026")), Likeness::default());
}

#[test]
fn both_texts_find_the_other_equally_alike() {
    for pair in pairs("alike").iter().chain(&pairs("other")) {
        let (there, back) = compare(pair, &background());
        assert!((there.score - back.score).abs() < 1e-9, "{}: {there:?}, {back:?}", pair.first.0);
    }
}

#[test]
fn forms_compounds_and_slips_of_one_word_meet() {
    let kin = |a: &str, b: &str| kinship(&letters(a), &letters(b));
    for (a, b) in [
        ("iskola", "iskolánál"),
        ("iskola", "iskolásoknak"),
        ("library", "libraries"),
        ("bus", "buses"),
        ("átkelő", "gyalogátkelőhely"),
        ("gyerekek", "gyermekek"),
        ("playground", "playgrond"),
        ("pad", "padok"),
    ] {
        assert!(kin(a, b) >= 0.5 && kin(b, a) == kin(a, b), "{a} ~ {b}: {}", kin(a, b));
    }
    for (a, b) in [
        ("bus", "business"),
        ("egyedül", "egyesület"),
        ("road", "roof"),
        ("busz", "bútor"),
        ("kórus", "kórház"),
    ] {
        assert!(kin(a, b) < 0.1, "{a} ~ {b}: {}", kin(a, b));
    }
}

#[test]
fn what_everybody_writes_counts_less() {
    let background =
        Background::of(["Kővölgy bánya", "kővölgyi busz", "Kővölgyben", "Kővölgy hídja", "patak"]);
    let reading = Reading::of("Kővölgyi bányató", "", &background);
    let weight = |n: usize| reading.whole.0.get(n).map(|w| (w.typed.as_str(), w.weight));
    assert!(weight(0).map(|w| w.0) == Some("bányató") && weight(0).map(|w| w.1) > weight(1).map(|w| w.1));
}

#[test]
fn a_search_for_candidates_begins_with_the_rarest() {
    let reading = Reading::of("Biztonságos átkelő az iskolánál", "Reggel hét", &Background::default());
    assert_eq!(reading.beginnings(), "bizto iskol atkel regge");
}

fn letters(word: &str) -> Vec<char> {
    db::fold::fold(word).chars().collect()
}
