//! Chance that anybody can repeat: a stream of numbers that a seed decides.
//!
//! **Definition.** The key is the SHA-256 of the text `kalaka sortition 1`, a line feed, the purpose
//! (such as `ball`), a line feed, and the seed. Block *i* (from 0) is the SHA-256 of the key followed
//! by *i* as eight bytes, big end first; it is read as four numbers of eight bytes, big end first. A
//! number below *n* is the next number of the stream that is below the largest multiple of *n* up to
//! 2⁶⁴, modulo *n*: so each has exactly the same chance.

use sha2::{Digest, Sha256};

/// The numbers that a seed decides for one purpose.
#[derive(Debug, Clone)]
pub struct Chance {
    key: [u8; 32],
    block: u64,
    /// Numbers of the current block, the next one last.
    waiting: Vec<u64>,
}

impl Chance {
    pub fn of(purpose: &str, seed: &str) -> Chance {
        let key = Sha256::digest(format!("kalaka sortition 1\n{purpose}\n{seed}"));
        Chance { key: key.into(), block: 0, waiting: Vec::with_capacity(4) }
    }

    fn next(&mut self) -> u64 {
        if let Some(number) = self.waiting.pop() {
            return number;
        }
        let mut hash = Sha256::new();
        hash.update(self.key);
        hash.update(self.block.to_be_bytes());
        self.block = self.block.wrapping_add(1);
        let bytes: [u8; 32] = hash.finalize().into();
        let number = |chunk: &[u8]| chunk.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
        self.waiting.extend(bytes.chunks_exact(8).rev().map(number));
        self.waiting.pop().unwrap_or_default()
    }

    /// A number from 0 to `n` - 1, each with the same chance; 0 where `n` is 0.
    pub fn below(&mut self, n: u64) -> u64 {
        if n < 2 {
            return 0;
        }
        // 2^64 mod n numbers at the top would favour the small remainders; they are passed over.
        let over = (u64::MAX % n + 1) % n;
        loop {
            let number = self.next();
            if number <= u64::MAX - over {
                return number % n;
            }
        }
    }

    /// Puts `items` in an order in which each has the same chance (Fisher and Yates, from the end).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last as u64 + 1) as usize;
            items.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_always_gives_the_same_numbers() {
        let mut chance = Chance::of("ball", "2026-05-01 lottery: 4 8 15 16 23 42");
        let numbers: Vec<u64> = (0..6).map(|_| chance.below(1000)).collect();
        // As a few lines of another language, written after the definition above, have them.
        assert_eq!(numbers, [949, 382, 775, 652, 328, 654]);
        let mut other = Chance::of("panel", "2026-05-01 lottery: 4 8 15 16 23 42");
        assert_ne!((0..6).map(|_| other.below(1000)).collect::<Vec<_>>(), numbers);
    }

    #[test]
    fn each_order_of_three_comes_as_often() {
        let mut chance = Chance::of("test", "orders");
        let mut seen = std::collections::BTreeMap::new();
        for _ in 0..60_000 {
            let mut items = [1, 2, 3];
            chance.shuffle(&mut items);
            *seen.entry(items).or_insert(0_i32) += 1;
        }
        let square = |n: &i32| f64::from((n - 10_000) * (n - 10_000)) / 10_000.0;
        // Five degrees of freedom: above 20.5 comes once in a thousand.
        assert!(seen.values().map(square).sum::<f64>() < 20.5, "{seen:?}");
    }
}
