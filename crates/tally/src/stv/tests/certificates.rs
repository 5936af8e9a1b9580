//! Certificates of real counts hold, and none holds once something in it is changed.

use super::shared::elections;
use crate::formats::blt::Election;
use crate::ranked::{Poll, Ranking, TieOrder};
use crate::stv::{Certificate, Contest, Rule};
use serde_json::Value;

fn certificate(election: &Election, rule: Rule) -> Certificate {
    let lots = TieOrder::by_lot("2026-05-01", election.profile.options().len());
    let (profile, withdrawn) = (&election.profile, &election.withdrawn[..]);
    Certificate::of(&Contest { profile, seats: election.seats, withdrawn, lots: &lots }, rule).unwrap()
}

#[test]
fn every_real_count_is_certified() {
    let elections = elections();
    for (name, election, _) in &elections {
        for rule in Rule::all() {
            let certificate = certificate(election, rule);
            certificate.verify(&election.profile).unwrap_or_else(|flaw| panic!("{name}, {rule:?}: {flaw}"));
        }
    }
    println!("certificates: {} elections by {} rules", elections.len(), Rule::all().len());
}

/// Nine friends and three seats, with a surplus, exclusions and a tie.
fn small() -> Election {
    let mut poll = Poll::among(["Ada", "Ben", "Chi", "Dov", "Eve"]).unwrap();
    poll.add(Ranking::strict([0, 1, 2]), 7).unwrap();
    poll.add(Ranking::strict([0, 3]), 2).unwrap();
    poll.add(Ranking::strict([2, 4]), 4).unwrap();
    poll.add(Ranking::strict([3, 1]), 3).unwrap();
    poll.add(Ranking::strict([4, 2]), 1).unwrap();
    poll.add(Ranking::strict([1]), 1).unwrap();
    Election {
        seats: 3,
        profile: poll.close(),
        withdrawn: Vec::new(),
        tie: None,
        nicknames: Vec::new(),
        options: Vec::new(),
        title: String::new(),
        source: None,
        comment: None,
    }
}

#[test]
fn every_amount_and_every_name_in_a_certificate_counts() {
    for rule in Rule::all() {
        let right = certificate(&small(), rule);
        right.verify(&small().profile).unwrap();
        let text = serde_json::to_value(&right).unwrap();
        let mut changes = 0;
        for at in 0.. {
            let mut changed = text.clone();
            let Some(path) = change(&mut changed, at) else { break };
            // What Meek's certificate says of ties, iterations and distances only tells the story; and an elected candidate's
            // factor may differ in the last digit, if no ballot shows it.
            let is_meek = matches!(rule, Rule::MeekPrf | Rule::MeekGuarded);
            let tells = ["/iterations", "/short", "/ties"].iter().any(|part| path.contains(part));
            if is_meek && tells || path.contains("/lots") {
                continue;
            }
            let Ok(wrong) = serde_json::from_value::<Certificate>(changed) else { continue };
            assert!(wrong == right || wrong.verify(&small().profile).is_err(), "{rule:?}: {path}");
            changes += 1;
        }
        assert!(changes > 50, "{rule:?}: {changes}");
    }
}

/// Changes the leaf at this place of all leaves; its path, if there is such a leaf.
fn change(value: &mut Value, at: usize) -> Option<String> {
    fn walk(value: &mut Value, path: String, left: &mut usize) -> Option<String> {
        match value {
            Value::Array(items) => {
                items.iter_mut().enumerate().find_map(|(n, item)| walk(item, format!("{path}/{n}"), left))
            }
            Value::Object(fields) => {
                fields.iter_mut().find_map(|(key, field)| walk(field, format!("{path}/{key}"), left))
            }
            leaf if *left == 0 => {
                *leaf = changed(leaf);
                Some(path)
            }
            _ => {
                *left -= 1;
                None
            }
        }
    }
    walk(value, String::new(), &mut { at })
}

fn changed(leaf: &Value) -> Value {
    match leaf {
        Value::Number(number) => (number.as_u64().unwrap() + 1).into(),
        Value::Bool(is) => (!is).into(),
        Value::String(text) => match text.chars().last() {
            Some(last) if last.is_ascii_digit() => {
                let other = char::from(b'0' + (last as u8 - b'0' + 1) % 10);
                format!("{}{other}", &text[..text.len() - 1]).into()
            }
            _ => format!("{text}x").into(),
        },
        other => other.clone(),
    }
}
