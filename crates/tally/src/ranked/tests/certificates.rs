//! Certificates of real ballots hold, and none holds once something in it is changed.

use super::shared::cases;
use crate::ranked::{Certificate, Evidence, Poll, Profile, Ranking, Rule, TieOrder};

fn certificate(profile: &Profile, rule: Rule) -> Certificate {
    Certificate::of(profile, rule, &TieOrder::by_lot("2026-05-01", profile.options().len())).unwrap()
}

#[test]
fn every_outcome_on_real_ballots_is_certified() {
    let cases = cases();
    for (name, profile, _) in &cases {
        for rule in Rule::all() {
            certificate(profile, rule)
                .verify(profile)
                .unwrap_or_else(|flaw| panic!("{name}, {rule:?}: {flaw}"));
        }
    }
    println!("certificates: {} profiles by {} rules", cases.len(), Rule::all().len());
}

/// Three towns' cycle of majorities, with ballots that leave somebody out and put some level.
fn cycle() -> Profile {
    let mut poll = Poll::among(["Ada", "Ben", "Chi", "Dov"]).unwrap();
    poll.add(Ranking::strict([0, 1, 2]), 8).unwrap();
    poll.add(Ranking::strict([1, 2, 0, 3]), 7).unwrap();
    poll.add(Ranking::strict([2, 0, 1]), 6).unwrap();
    poll.add(Ranking::weak([vec![3], vec![0, 1]]), 3).unwrap();
    poll.close()
}

#[test]
fn a_certificate_survives_being_written_down() {
    for rule in Rule::all() {
        let certificate = certificate(&cycle(), rule);
        let text = serde_json::to_string(&certificate).unwrap();
        assert_eq!(serde_json::from_str::<Certificate>(&text).unwrap(), certificate);
        certificate.verify(&cycle()).unwrap();
    }
}

#[test]
fn another_winner_or_another_ballot_is_found_out() {
    for rule in Rule::all() {
        let right = certificate(&cycle(), rule);
        let other = (right.winner + 1) % 4;
        let wrong = Certificate { winner: other, winners: vec![other], ..right.clone() };
        assert!(wrong.verify(&cycle()).is_err(), "{rule:?}");
        let mut poll = Poll::among(["Ada", "Ben", "Chi", "Dov"]).unwrap();
        poll.add(Ranking::strict([0]), 24).unwrap();
        assert_eq!(
            right.verify(&poll.close()).unwrap_err().to_string(),
            "these are not the ballots it speaks of"
        );
    }
}

#[test]
fn every_number_of_the_evidence_counts() {
    for rule in Rule::all() {
        let right = certificate(&cycle(), rule);
        let text = serde_json::to_value(&right.evidence).unwrap();
        for at in 0..numbers(&mut text.clone(), usize::MAX) {
            let mut changed = text.clone();
            numbers(&mut changed, at);
            let Ok(evidence) = serde_json::from_value::<Evidence>(changed) else { continue };
            let wrong = Certificate { evidence: evidence.clone(), ..right.clone() };
            let harmless = matches!(&evidence, Evidence::Chains { strength, before } if is_chain(&right, strength, before));
            assert!(harmless || wrong.verify(&cycle()).is_err(), "{rule:?}: number {at} of {evidence:?}");
        }
    }
}

/// Only how a chain is shown was changed, on the diagonal or to another one that is as good.
fn is_chain(right: &Certificate, strength: &[Vec<i64>], before: &[Vec<usize>]) -> bool {
    let Evidence::Chains { strength: s, before: b } = &right.evidence else { return false };
    let off = |at: (usize, usize)| at.0 != at.1;
    let all = || (0..4).flat_map(|a| (0..4).map(move |b| (a, b)));
    let same = all().filter(|at| off(*at)).all(|(i, j)| s[i][j] == strength[i][j]);
    same && all().any(|(i, j)| i == j || b[i][j] != before[i][j])
}

/// Adds one to the number at this place of all numbers; how many there are.
fn numbers(value: &mut serde_json::Value, at: usize) -> usize {
    fn walk(value: &mut serde_json::Value, at: usize, seen: &mut usize) {
        match value {
            serde_json::Value::Number(number) => {
                if *seen == at {
                    *value = (number.as_i64().unwrap() + 1).into();
                }
                *seen += 1;
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(|item| walk(item, at, seen)),
            serde_json::Value::Object(fields) => fields.values_mut().for_each(|field| walk(field, at, seen)),
            _ => {}
        }
    }
    let mut seen = 0;
    walk(value, at, &mut seen);
    seen
}

#[test]
fn the_fingerprint_is_of_the_written_ballots() {
    use sha2::{Digest, Sha256};
    let mut poll = Poll::among(["Ada", "Bé"]).unwrap();
    poll.add(Ranking::strict([1, 0]), 2).unwrap();
    poll.add(Ranking::weak([vec![0, 1]]), 1).unwrap();
    poll.add(Ranking::strict([]), 4).unwrap();
    poll.add_spoiled(5).unwrap();
    let text = "options 2\n3:Ada\n3:Bé\nblank 4 spoiled 5 abstained 0\n1:1=2\n2:2>1\n";
    let hex: String = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(poll.close().fingerprint(), hex);
}
