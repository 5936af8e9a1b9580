//! A share of people, never without how sure it is.

use serde::Serialize;

/// The 97.5 % point of the normal distribution: an interval of 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// So many of so many, with the interval in which the share lies with 95 % confidence.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Share {
    pub of: u32,
    pub said: u32,
    /// `said / of`; one half of nobody.
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

impl Share {
    /// With Wilson's score interval (Wilson 1927), which holds for few people too: three of three is
    /// "between 44 % and all", not "all". Of nobody it is "between none and all".
    pub fn new(said: u32, of: u32) -> Share {
        if of == 0 {
            return Share { of, said, share: 0.5, low: 0.0, high: 1.0 };
        }
        let (n, p) = (f64::from(of), f64::from(said) / f64::from(of));
        let widened = 1.0 + Z * Z / n;
        let middle = (p + Z * Z / (2.0 * n)) / widened;
        let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt() / widened;
        let low = if said == 0 { 0.0 } else { (middle - half).max(0.0) };
        let high = if said == of { 1.0 } else { (middle + half).min(1.0) };
        Share { of, said, share: p, low, high }
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn three_of_three_are_not_everybody() {
        let share = Share::new(3, 3);
        assert!((share.low - 0.438_503).abs() < 1e-6 && share.high == 1.0);
    }

    #[test]
    fn one_of_ten_is_between_two_and_forty_percent() {
        let share = Share::new(1, 10);
        assert!((share.low - 0.017_876).abs() < 1e-6 && (share.high - 0.404_15).abs() < 1e-5);
    }

    #[test]
    fn nobody_says_nothing() {
        assert_eq!(Share::new(0, 0), Share { of: 0, said: 0, share: 0.5, low: 0.0, high: 1.0 });
    }
}
