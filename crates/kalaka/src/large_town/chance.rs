//! Numbers as if by chance, and the same on each run.

/// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 to below `end`; 0 where that is 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// Of small numbers many, of large ones few, as with words and with people who speak.
    pub fn seldom(&mut self, end: usize) -> usize {
        let part = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((end as f64).powf(part) - 1.0) as usize % end.max(1)
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seldom_is_seldom_and_in_bounds() {
        let mut chance = Chance::new(1);
        let drawn: Vec<usize> = (0..10_000).map(|_| chance.seldom(1000)).collect();
        assert!(drawn.iter().all(|n| *n < 1000));
        let low = drawn.iter().filter(|n| **n < 10).count();
        assert!((2_500..4_500).contains(&low), "{low}");
        assert!(drawn.iter().any(|n| *n > 900));
    }
}
