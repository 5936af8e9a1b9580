//! Certificates that somebody broke or forged: `verify` says what is wrong, or that they hold; it never panics.

use super::{GOOD, STUMBLES, mutated, run};
use kit::testing::faults::{self, PATIENCE, pick};
use rand::RngExt;
use rand::rngs::StdRng;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

#[test]
fn no_broken_certificate_makes_verify_panic_or_hang() {
    let (seconds, mut chance) = (faults::this_long(15), faults::chance());
    let folder = tempfile::Builder::new().prefix("kalaka-fuzz-").tempdir().unwrap();
    let written = written(folder.path());
    let end = Instant::now() + Duration::from_secs(seconds);
    let (mut tried, mut read) = (0_u64, 0_u64);
    while Instant::now() < end {
        let certificate = broken(pick(&written, &mut chance), &mut chance);
        let path = folder.path().join("broken.json");
        std::fs::write(&path, certificate).unwrap();
        let words = ["verify".to_owned(), path.display().to_string()];
        let began = Instant::now();
        let answer = catch_unwind(AssertUnwindSafe(|| run(&words)));
        let took = began.elapsed();
        if answer.is_err() || took > PATIENCE {
            panic!("after {took:?}, of {}", folder.keep().display());
        }
        tried += 1;
        read += u64::from(answer.unwrap_or_default());
    }
    println!(
        "{tried} broken certificates of {} counts in {seconds} s, {read} of them could be read",
        written.len()
    );
    assert!(
        tried > 100 && read > tried / 10,
        "{tried} certificates, {read} read: nothing is tried like this"
    );
}

/// A certificate of each good file by each rule that fits it.
fn written(folder: &Path) -> Vec<Value> {
    let mut written = Vec::new();
    for (name, good) in GOOD {
        let path = folder.join(name);
        std::fs::write(&path, good).unwrap();
        for rule in crate::commands::counting::count::names() {
            let certificate = folder.join("certificate.json");
            let [file, proof] = [&path, &certificate].map(|path| path.display().to_string());
            if run(&["count", &file, "--rule", rule, "--seats", "2", "--certificate", &proof].map(Into::into))
                || run(&["count", &file, "--rule", rule, "--certificate", &proof].map(Into::into))
            {
                written.push(serde_json::from_slice(&std::fs::read(&certificate).unwrap()).unwrap());
            }
        }
    }
    assert!(written.len() > 60, "{} certificates", written.len());
    written
}

/// Some values changed, so that it can still be read; now and then its text.
fn broken(certificate: &Value, chance: &mut StdRng) -> Vec<u8> {
    let mut certificate = certificate.clone();
    for _ in 0..chance.random_range(1..4) {
        change(&mut certificate["proof"], chance);
    }
    let text = certificate.to_string().into_bytes();
    if chance.random_bool(0.2) { mutated(&text, chance) } else { text }
}

/// Changes one value, somewhere below.
fn change(value: &mut Value, chance: &mut StdRng) {
    match value {
        Value::Array(items) if !items.is_empty() => {
            let at = chance.random_range(0..items.len());
            match chance.random_range(0..6) {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                2 => items.swap(0, at),
                _ => change(&mut items[at], chance),
            }
        }
        Value::Object(fields) if !fields.is_empty() => {
            let at = chance.random_range(0..fields.len());
            fields.values_mut().nth(at).into_iter().for_each(|value| change(value, chance));
        }
        Value::String(text) => *text = (*pick(&STUMBLES, chance)).to_owned(),
        Value::Number(number) => {
            let near = number.as_u64().unwrap_or(0).wrapping_add(1);
            *value = [0, near, near.saturating_sub(2), 255, u64::from(u32::MAX), u64::MAX]
                [chance.random_range(0..6)]
            .into();
        }
        Value::Bool(is) => *is = !*is,
        _ => {}
    }
}
