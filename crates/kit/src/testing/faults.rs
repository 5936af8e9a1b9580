//! Good input with faults, one after the other for a while: whatever comes in, what reads it answers, and soon. Good
//! input is cut, doubled, mixed with other good input and strewn with what readers stumble over.
//!
//! `KALAKA_FUZZ_SECONDS` says how long, `KALAKA_FUZZ_SEED` where chance begins.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

/// Longer than this is a fault.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Good input, and what readers of it stumble over.
#[derive(Debug, Clone, Copy)]
pub struct Faults<'a> {
    pub good: &'a [&'a [u8]],
    pub stumbles: &'a [&'a str],
}

/// How often something was tried, and how long the slowest took.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tried {
    pub times: u64,
    /// How often it could do something with it.
    pub useful: u64,
    pub longest: Duration,
}

impl Faults<'_> {
    /// Tries broken input for so many seconds, unless the environment says how many. `attempt` says whether it could
    /// do something with it.
    pub fn try_for(&self, seconds: u64, mut attempt: impl FnMut(&[u8]) -> bool) -> Tried {
        let (mut chance, end) = (chance(), Instant::now() + Duration::from_secs(this_long(seconds)));
        let mut tried = Tried::default();
        while Instant::now() < end {
            let input = self.broken(&mut chance);
            let began = Instant::now();
            let useful = catch_unwind(AssertUnwindSafe(|| attempt(&input))).unwrap_or_else(|panic| {
                println!("broken by {:?}", String::from_utf8_lossy(&input));
                resume_unwind(panic)
            });
            let took = began.elapsed();
            assert!(took < PATIENCE, "{took:?} for {:?}", String::from_utf8_lossy(&input));
            tried.times += 1;
            tried.useful += u64::from(useful);
            tried.longest = tried.longest.max(took);
        }
        println!("{tried:?}");
        tried
    }

    /// One of the good ones, with faults.
    pub fn broken(&self, chance: &mut StdRng) -> Vec<u8> {
        let good: &&[u8] = pick(self.good, chance);
        self.mutated(good, chance)
    }

    /// Some faults, one on top of the other; now and then none.
    pub fn mutated(&self, good: &[u8], chance: &mut StdRng) -> Vec<u8> {
        let mut bytes = good.to_vec();
        for _ in 0..chance.random_range(0..5) {
            let (from, to) = stretch(bytes.len(), chance);
            match chance.random_range(0..6) {
                0 => drop(bytes.splice(from..to, None)),
                1 => {
                    let doubled = bytes[from..to].to_vec();
                    drop(bytes.splice(to..to, doubled));
                }
                2 => drop(bytes.splice(from..from, pick(self.stumbles, chance).bytes())),
                3 => drop(bytes.splice(from..to, pick(self.stumbles, chance).bytes())),
                4 => {
                    let other = pick(self.good, chance);
                    let (begin, end) = stretch(other.len(), chance);
                    drop(bytes.splice(from..to, other[begin..end].iter().copied()));
                }
                _ => bytes.iter_mut().skip(from).take(1).for_each(|byte| *byte = chance.random()),
            }
        }
        bytes
    }
}

/// Where chance begins is the same on each run.
pub fn chance() -> StdRng {
    StdRng::seed_from_u64(number("KALAKA_FUZZ_SEED").unwrap_or(1))
}

/// So many seconds, unless the environment says how many.
pub fn this_long(seconds: u64) -> u64 {
    number("KALAKA_FUZZ_SECONDS").unwrap_or(seconds)
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// A short part, mostly; a long one now and then.
fn stretch(length: usize, chance: &mut StdRng) -> (usize, usize) {
    let from = chance.random_range(0..=length);
    let most = if chance.random_bool(0.8) { 8 } else { length };
    (from, (from + chance.random_range(0..=most)).min(length))
}

pub fn pick<'a, T>(all: &'a [T], chance: &mut StdRng) -> &'a T {
    &all[chance.random_range(0..all.len())]
}
